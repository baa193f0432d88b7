package host_test

import (
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Who watches the data hears of others once, when the view is theirs and the
// selection is counted from them; who has closed does not.
func TestSetData(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	d, _, err := dataset.OpenPath(filepath.Join("..", "..", "export", "testdata", "packages", "eu"))
	if err != nil {
		t.Fatal(err)
	}
	h.Dispatch(state.SetDomains("SEC"))
	a, b := h.Open(), h.Open()
	was, heard := h.Selection(), 0
	host.WatchData(a, func() {
		heard++
		if s := h.State(); s.Domains != "" || h.Room.Data != d || h.Selection() == was || h.Selection().Total != len(d.Statements) {
			t.Errorf("heard with the view %+v and %d statements", s.Subject, h.Selection().Total)
		}
	})
	host.WatchData(b, func() { t.Error("hears after its end") })
	b.Close()
	r := h.Room.WithData(d)
	h.SetData(r, func(st *state.Store) { st.Begin(r.Opening()) })
	a.Close()
	host.WatchData(a, func() { t.Error("watches after its end") })
	h.SetData(r, func(*state.Store) {})
	if heard != 1 || h.Store.CanUndo() {
		t.Errorf("heard %d times", heard)
	}
}
