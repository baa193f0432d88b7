package strip_test

import (
	"testing"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/strip"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// What is chosen goes with its scene when a move is undone and done again, and is the
// scene that an undo brings back.
func TestUndoKeepsWhatIsChosen(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	d := strip.NewDesk(uitest.Open(t, h), "")
	all := h.Room.Data.Index.Domain.Codes[:3]
	for _, code := range all {
		h.Dispatch(state.SetDomains(state.Set(code)))
		d.AddView()
	}
	chosen := func(what, want string) {
		t.Helper()
		if got := string(d.Lesson().Scenes[d.At()].View.Domains); got != want {
			t.Errorf("%s: %s is chosen, want %s", what, got, want)
		}
	}
	d.Choose(0)
	d.Move(1)
	chosen("moved", all[0])
	d.Undo()
	chosen("the move undone", all[0])
	d.Redo()
	chosen("the move done again", all[0])
	d.Undo()
	d.Choose(1)
	d.Delete()
	d.Choose(0)
	d.Undo()
	chosen("the removal undone", all[1])
}
