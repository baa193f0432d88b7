package filterbar

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The bar is used with keys alone: Tab goes through it in the order of reading,
// Space and Enter open a list, arrows walk it, Escape leaves it.
func TestKeys(t *testing.T) {
	g := newRig(t, uitest.Opening())
	c := g.win.Canvas()
	var order []fyne.CanvasObject
	for _, o := range g.Pieces() {
		if _, ok := o.(fyne.Focusable); ok && o != fyne.CanvasObject(g.reset) { // Reset has nothing to do yet
			order = append(order, o)
		}
	}
	for i, o := range order {
		c.FocusNext()
		if c.Focused() != o.(fyne.Focusable) {
			t.Fatalf("Tab %d goes to %T, want %T", i+1, c.Focused(), o)
		}
	}

	c.Focus(g.presets)
	for _, x := range []struct {
		key  fyne.KeyName
		want state.Set
	}{
		{fyne.KeyLeft, state.Set("agreed,to be signed")},
		{fyne.KeyLeft, state.Set("agreed,to be signed")},
		{fyne.KeyRight, state.Set("agreed,announced,intended,to be signed")},
		{fyne.KeyRight, state.AllStatuses},
		{fyne.KeyRight, state.AllStatuses},
		{fyne.KeyLeft, state.Set("agreed,announced,intended,to be signed")},
	} {
		if uitest.Press(g.win, x.key); g.state().Status != x.want {
			t.Errorf("%s leads to %q, want %q", x.key, g.state().Status, x.want)
		}
	}

	for i, open := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		k := g.kinds[i]
		before := g.state()
		c.Focus(k.button)
		uitest.Press(g.win, open)
		rows := g.rows()
		if rows == nil {
			t.Fatalf("%s does not open list %d", open, i)
		}
		focus := func(what string, want int) {
			t.Helper()
			if c.Focused() != fyne.Focusable(rows[want]) {
				t.Errorf("list %d, %s: the focus is on %q, want %q", i, what, c.Focused().(*parts.Check).Option.Label, rows[want].Option.Label)
			}
		}
		focus("opened", 0)
		uitest.Press(g.win, fyne.KeyUp)
		focus("Up at the top", 0)
		uitest.Press(g.win, fyne.KeyEnd, fyne.KeyDown)
		focus("Down at the end", len(rows)-1)
		uitest.Press(g.win, fyne.KeyHome, fyne.KeyDown)
		focus("one down", 1)
		uitest.Press(g.win, fyne.KeySpace)
		if g.state() == before || !rows[1].Option.On == k.chosen(g.state()).Has(rows[1].Option.Code) {
			t.Errorf("list %d: Space on %q leaves %+v", i, rows[1].Option.Label, g.state())
		}
		uitest.Press(g.win, fyne.KeyReturn)
		if g.state() != before {
			t.Errorf("list %d: Enter does not take it back: %+v", i, g.state())
		}
		uitest.Press(g.win, fyne.KeyEscape)
		if g.rows() != nil || g.CloseLists() {
			t.Errorf("Escape leaves list %d open", i)
		}
		if g.state() != before {
			t.Errorf("Escape changed the view: %+v", g.state())
		}
		if c.Focused() != fyne.Focusable(k.button) {
			t.Errorf("after list %d the focus is on %T", i, c.Focused())
		}
	}
	if g.passed != nil {
		t.Errorf("the window heard %v, too", g.passed)
	}
	uitest.Press(g.win, fyne.KeyEscape, fyne.KeyF6)
	if !slices.Equal(g.passed, []fyne.KeyName{fyne.KeyEscape, fyne.KeyF6}) {
		t.Errorf("of what a button has no use for the window heard %v", g.passed)
	}
}

// A row that has the focus is in sight, also where the list is longer than the
// window is high.
func TestListScrollsToTheFocus(t *testing.T) {
	s := uitest.Opening()
	s.TextSize = 2
	g := newRig(t, s)
	size := fyne.NewSize(1024, 500)
	g.win.Resize(size)
	g.win.Canvas().Focus(g.kinds[domains].button)
	uitest.Press(g.win, fyne.KeySpace)
	rows := g.rows()
	list := uitest.At(g.win.Canvas().Overlays().Top())
	seen := func(i int) {
		t.Helper()
		y := uitest.At(rows[i]).Y
		if y < max(list.Y, uitest.At(g.kinds[domains].button).Y) || y+rows[i].Size().Height > size.Height {
			t.Errorf("row %d stands at %v in a window of %v", i, y, size)
		}
	}
	for i := range rows {
		seen(i)
		uitest.Press(g.win, fyne.KeyDown)
	}
	for i := range slices.Backward(rows) {
		seen(i)
		uitest.Press(g.win, fyne.KeyUp)
	}
	uitest.Press(g.win, fyne.KeyEnd)
	seen(len(rows) - 1)
	uitest.Press(g.win, fyne.KeyHome)
	for i := range rows {
		seen(i)
		g.win.Canvas().FocusNext() // Tab
	}
}

// Escape first clears the search, then leaves it; Enter leaves it; function keys
// are for the window; a search after another is a step of undo of its own.
func TestSearchKeys(t *testing.T) {
	g := newRig(t, uitest.Opening())
	c := g.win.Canvas()
	g.FocusSearch()
	if c.Focused() != fyne.Focusable(g.search) {
		t.Fatalf("the focus is on %T", c.Focused())
	}
	test.Type(g.search, "gas")
	uitest.Press(g.win, fyne.KeyF5, fyne.KeyLeft, fyne.KeyHome)
	if !slices.Equal(g.passed, []fyne.KeyName{fyne.KeyF5}) {
		t.Errorf("the window heard %v", g.passed)
	}
	uitest.Press(g.win, fyne.KeyEscape)
	if g.state().Query != "" || c.Focused() != fyne.Focusable(g.search) {
		t.Errorf("Escape leaves %q and the focus on %T", g.state().Query, c.Focused())
	}
	uitest.Press(g.win, fyne.KeyEscape)
	if c.Focused() != nil {
		t.Errorf("the second Escape leaves the focus on %T", c.Focused())
	}
	for _, word := range []string{"gas", "oil"} {
		g.FocusSearch()
		if g.search.Text != "" {
			uitest.Press(g.win, fyne.KeyEscape)
		}
		test.Type(g.search, word)
		uitest.Press(g.win, fyne.KeyReturn)
		if g.state().Query != word || c.Focused() != fyne.Focusable(g.search) {
			t.Errorf("Enter leaves %q and the focus on %T", g.state().Query, c.Focused())
		}
	}
	g.h.Store.Undo()
	if got := g.state().Query; got != "gas" {
		t.Errorf("one step of undo leads from oil to %q", got)
	}
}
