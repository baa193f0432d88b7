package shell

import (
	"testing"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
)

// An author's title is that of one view: another view has its own.
func TestWordingIsOfOneView(t *testing.T) {
	t.Parallel()
	view := state.Default().View
	w := wording{export.Own{Title: "Five answers"}, view}
	if w.of(view).Title != "Five answers" {
		t.Error("the words are lost")
	}
	view.Kind = state.Matrix
	if w.of(view) != (export.Own{}) {
		t.Error("another view has this title")
	}
}
