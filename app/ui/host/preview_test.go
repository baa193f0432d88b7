package host_test

import (
	"testing"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// What the pointer is on is told to all views that live, and to none twice; the
// store does not hear of it.
func TestPreview(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	a, b := h.Open(), h.Open()
	var heard [2][]state.Focus
	host.WatchPreview(a, func(f state.Focus) { heard[0] = append(heard[0], f) })
	host.WatchPreview(b, func(f state.Focus) { heard[1] = append(heard[1], f) })
	before := h.Store.State()
	on := state.Focus{LitStates: "KAZ"}
	h.SetPreview(on)
	h.SetPreview(on)
	b.Close()
	h.SetPreview(state.Focus{})
	a.Close()
	h.SetPreview(on)
	if len(heard[0]) != 2 || heard[0][0] != on || heard[0][1] != (state.Focus{}) || len(heard[1]) != 1 {
		t.Errorf("heard %v", heard)
	}
	if h.Store.State() != before || h.Store.CanUndo() {
		t.Error("a hover changed the view")
	}
}
