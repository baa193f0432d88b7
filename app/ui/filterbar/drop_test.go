package filterbar

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// type1 types and lets the keys rest.
func (g *rig) type1(text string) {
	g.t.Helper()
	g.FocusSearch()
	test.Type(g.search, text)
	if g.wait == nil {
		g.t.Fatal("nothing waits to be looked for")
	}
	g.wait()
}

func (g *rig) labels() (out []string) {
	for _, r := range g.Drop().rows {
		out = append(out, r.label)
	}
	return out
}

// The list opens while one types, is walked with arrows and taken with Enter; the
// entry keeps the focus, and the window hears no key.
func TestDropByKeys(t *testing.T) {
	s := uitest.Opening()
	s.Lang = "uk"
	g := newRig(t, s)
	focused := func() {
		t.Helper()
		if g.win.Canvas().Focused() != fyne.Focusable(g.search) || len(g.passed) > 0 {
			t.Errorf("the focus is on %T, the window heard %v", g.win.Canvas().Focused(), g.passed)
		}
	}
	g.type1("Ченду")
	if got := g.labels(); !g.Drop().Visible() || !slices.Equal(got[:3], []string{"Місця", "Ченду", "Зустрічі"}) {
		t.Fatalf("the list says %q", got)
	}
	focused()
	uitest.Press(g.win, fyne.KeyUp, fyne.KeyDown, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn)
	if want := state.Set("2024-11-30-talks,2024-12-01-fm5"); g.state().LitMeetings != want || g.Drop().Visible() {
		t.Errorf("Enter on the place lights %q, want %q", g.state().LitMeetings, want)
	}
	focused()
	uitest.Press(g.win, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnter)
	if got := g.state().Meeting; got != "2024-11-30-talks" || g.state().LitMeetings != "" {
		t.Errorf("Enter on the meeting selects %q", got)
	}
	uitest.Press(g.win, fyne.KeyDown, fyne.KeyEscape)
	if g.Drop().Visible() || g.search.Text != "Ченду" {
		t.Errorf("Escape closes the list alone, but it leaves %q", g.search.Text)
	}
	uitest.Press(g.win, fyne.KeyEscape)
	g.type1("王毅")
	uitest.Press(g.win, fyne.KeyEnter) // no choice
	if g.Drop().Visible() || g.state().Query != "王毅" {
		t.Errorf("Enter without a choice asks for %q", g.state().Query)
	}
	focused()
	uitest.Press(g.win, fyne.KeyDown)
	if i := slices.Index(g.labels(), "Ван І"); i < 0 {
		t.Errorf("王毅 finds %q", g.labels())
	} else {
		g.Drop().choose(i)
		uitest.Press(g.win, fyne.KeyEnter)
	}
	if got := g.state().Page; got != scene.PersonPage("wang-yi") {
		t.Errorf("the reader shows page %q", got)
	}
	uitest.Press(g.win, fyne.KeyEscape)
	g.type1("zzzz")
	if got := g.labels(); !slices.Equal(got, []string{"Нічого не знайдено: за коротшим словом знайдеться більше"}) {
		t.Errorf("nothing is said as %q", got)
	}
}

// What the filters hide is counted and one row shows it.
func TestDropShowsHidden(t *testing.T) {
	g := newRig(t, uitest.Opening())
	found := func(s state.State) int {
		s.Query = "sovereignty"
		return len(scene.Select(g.h.Room.Data, s).Statements)
	}
	all := g.state()
	all.Status = state.AllStatuses
	hidden := found(all) - found(g.state())
	if hidden == 0 {
		t.Fatal("nothing is hidden")
	}
	g.type1("sovereignty")
	hits := scene.Find(g.h.Room, g.state(), "sovereignty", g.h.Printer())
	if hits.Hidden != hidden {
		t.Errorf("%d are hidden, want %d", hits.Hidden, hidden)
	}
	for range len(g.Drop().rows) {
		uitest.Press(g.win, fyne.KeyDown)
	}
	uitest.Press(g.win, fyne.KeyEnter)
	if g.state().Status != state.AllStatuses || g.state().Query != "sovereignty" {
		t.Errorf("the last row leaves %+v", g.state().Subject)
	}
}

// A click on a row goes there, though it takes the focus off the entry first.
func TestDropByPointer(t *testing.T) {
	g := newRig(t, uitest.Opening())
	size := fyne.NewSize(1000, 700)
	g.win.SetContent(container.NewWithoutLayout(g.Bar, g.Drop()))
	g.Bar.Resize(fyne.NewSize(size.Width, g.HeightFor(size.Width)))
	g.PlaceDrop(size)
	g.win.Resize(size)
	g.type1("Dushanbe")
	row := fyne.NewPos(40, theme.Space1+1.5*g.Drop().pitch())
	test.MoveMouse(g.win.Canvas(), g.Drop().Position().Add(row))
	g.win.Canvas().Unfocus() // as the driver does on a press
	if !g.Drop().Visible() {
		t.Fatal("the list goes before the click")
	}
	test.TapCanvas(g.win.Canvas(), g.Drop().Position().Add(row))
	if got := len(g.state().LitMeetings.Codes()); got != 3 {
		t.Errorf("the click lights %d meetings, want 3", got)
	}
	if g.Drop().Visible() || g.win.Canvas().Focused() != fyne.Focusable(g.search) {
		t.Errorf("the list is open: %v, the focus is on %T", g.Drop().Visible(), g.win.Canvas().Focused())
	}
}
