package filterbar

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A bar that may not be as high as its filters folds them behind a button, which says
// what they leave, unfolds them by a click, and goes where there is room.
func TestFiltersFold(t *testing.T) {
	g := newRig(t, uitest.Opening())
	told := 0
	g.OnHeight = func() { told++ }
	at := func(width float32) float32 {
		g.win.Resize(fyne.NewSize(width, 640))
		high := g.HeightFor(width)
		g.Resize(fyne.NewSize(width, high))
		g.Refresh()
		return high
	}
	shown := func(o fyne.CanvasObject) bool {
		return slices.Contains(g.Pieces(), o) && o.Visible()
	}
	one := g.high(1)
	if at(700) <= one || shown(g.fold) || !shown(g.presets) {
		t.Fatalf("a bar that may be as high as it likes is %v high, its button shows: %v", g.HeightFor(700), shown(g.fold))
	}
	g.SetMost(one)
	if at(700) != one || !shown(g.fold) || shown(g.presets) || shown(g.reset) {
		t.Fatalf("a low bar is %v high, its button shows: %v", g.HeightFor(700), shown(g.fold))
	}
	if g.fold.On || g.fold.Text != "Filters" {
		t.Errorf("without a filter the button says %q, on: %v", g.fold.Text, g.fold.On)
	}
	g.h.Dispatch(state.SetDomains("TRD"))
	if want := g.left; !g.fold.On || g.fold.Text != want || !strings.HasSuffix(want, " of 87") || !strings.Contains(g.fold.Tip, "Trade & investment") {
		t.Errorf("with a filter the button says %q, %q", g.fold.Text, g.fold.Tip)
	}
	test.Tap(g.fold)
	if at(700) <= one || !shown(g.fold) || !shown(g.presets) || told != 1 {
		t.Errorf("unfolded, the bar is %v high, told %d times", g.HeightFor(700), told)
	}
	if !g.Fold() || at(700) != one || g.Fold() || told != 2 {
		t.Errorf("folded again, the bar is %v high", g.HeightFor(700))
	}
	if at(1920) != g.high(2) || shown(g.fold) || !shown(g.presets) { // the filters and their names
		t.Errorf("a wide bar is %v high, its button shows: %v", g.HeightFor(1920), shown(g.fold))
	}
}
