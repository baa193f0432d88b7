package chartview

import (
	"c5atlas.org/c5atlas/app/scene"
)

// openPairs lists the meetings that the chart can compare the selected one
// with.
func (v *View) openPairs() {
	h := v.host
	s := h.State()
	none := scene.Option{Label: h.T("panes.compareNone"), On: !scene.Comparing(h.Room, s)}
	v.pairs.Open(v.compare, none, scene.Comparable(h.Room, h.Selection(), s, h.Printer()), scene.Option{}, nil)
}

// pair compares with a meeting; "" ends it.
func (v *View) pair(id string) {
	v.pairs.Close()
	v.host.Store.Break()
	v.host.Dispatch(scene.Compare(v.host.Room, id))
}
