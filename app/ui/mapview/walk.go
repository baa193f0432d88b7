package mapview

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
)

// stop is what the keys may be on: a marker, by its key, or a row of the legend.
type stop struct{ marker, row string }

// stops lists the markers in the pane, from left to right, and then the rows of the
// legend that name something.
func (v *View) stops() (out []stop) {
	all := slices.Clone(v.pic.where.Markers())
	slices.SortStableFunc(all, func(a, b maps.PlacedMarker) int { return cmp.Compare(a.X, b.X) })
	for _, m := range all {
		if x, y := v.fromPicture(m.X, m.Y); x >= 0 && y >= 0 && x <= v.shown.Width && y <= v.shown.Height {
			out = append(out, stop{marker: key(m.IDs)})
		}
	}
	for _, id := range v.pic.where.LegendRows() {
		out = append(out, stop{row: id})
	}
	return out
}

// walk moves the keys' ring to the next stop, or to the one before.
func (v *View) walk(by int) {
	if v.pic == nil {
		return
	}
	all := v.stops()
	if len(all) == 0 {
		return
	}
	i := slices.Index(all, stop{v.marks.walked, v.marks.onRow})
	switch {
	case i < 0 && by < 0:
		i = len(all) - 1
	case i < 0:
		i = 0
	default:
		i = (i + by + len(all)) % len(all)
	}
	v.unhover()
	v.tip.Hide()
	v.marks.walked, v.marks.onRow, v.marks.byKey = all[i].marker, all[i].row, true
	if row := all[i].row; row != "" {
		v.marks.row = row
		v.host.SetPreview(scene.LegendFocus(v.host.Room, v.host.Selection(), row))
	}
	v.trace()
}

// trace puts the keys' ring and its tip where what they are on is now, and the rings of
// what has grown.
func (v *View) trace() {
	v.markGrown()
	m, ok := v.placed(v.marks.walked)
	ok = ok && v.marks.focused
	row, on := draw.Box{}, false
	if v.pic != nil && v.marks.focused {
		row, on = v.pic.where.LegendBox(v.marks.onRow)
	}
	v.ring.Hidden, v.rowRing.Hidden = !ok, !on
	switch {
	case ok:
		v.encircle(v.ring, m, 5)
		if v.marks.byKey {
			v.tellMarker(m)
		}
	case on:
		v.rowRing.Move(fyne.NewPos(float32(row.X0), float32(row.Y0)))
		v.rowRing.Resize(fyne.NewSize(float32(row.Width()), float32(row.Height())))
	case v.marks.byKey:
		v.marks.byKey = false
		v.tip.Hide()
		v.unhover()
	}
	v.spark.Refresh()
}

// choose acts on what the keys are on.
func (v *View) choose() {
	if m, ok := v.placed(v.marks.walked); ok {
		x, y := v.fromPicture(m.X, m.Y)
		v.pick(m.IDs, fyne.NewPos(float32(x), float32(y)))
	} else if v.marks.onRow != "" {
		v.lightRow(v.marks.onRow)
	}
}
