package filterbar

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Letters are not searched for, words are: one change of the view when the
// keys rest.
func TestTypingIsSearchedWhenItRests(t *testing.T) {
	g := newRig(t, uitest.Opening())
	var queries []string
	host.Watch(uitest.Open(t, g.h), func(s state.State) string { return s.Query }, func(q string) { queries = append(queries, q) })
	g.FocusSearch()
	test.Type(g.search, "water")
	if len(queries) != 1 {
		t.Errorf("before the keys rest the view asks for %q", queries)
	}
	g.h.Dispatch(state.SetLevels("bilateral")) // of someone else
	if g.search.Text != "water" {
		t.Errorf("another change leaves %q of what was typed", g.search.Text)
	}
	g.rest()
	if len(queries) != 2 || queries[1] != "water" || g.wait != nil {
		t.Errorf("then it asks for %q", queries)
	}
	test.Type(g.search, "s")
	g.h.Dispatch(state.Search("energy")) // undo, a picture that is opened
	if g.search.Text != "energy" || g.wait != nil {
		t.Errorf("another search leaves %q", g.search.Text)
	}
	test.Type(g.search, "x")
	g.win.Canvas().Unfocus()
	if got := g.state().Query; got != g.search.Text || g.wait != nil {
		t.Errorf("leaving the entry with %q asks for %q", g.search.Text, got)
	}
	g.FocusSearch()
	test.Type(g.search, "y")
	uitest.Press(g.win, fyne.KeyEscape)
	if got := g.state().Query; got != "" || g.wait != nil || g.search.Text != "" {
		t.Errorf("Escape leaves %q in the view and %q in the entry", got, g.search.Text)
	}
	test.Type(g.search, "gas")
	g.scope.Close()
	if g.wait != nil || g.state().Query != "" {
		t.Error("a bar that is gone goes on searching")
	}
}

// The numbers of large data come when they are counted; until then those
// before stand, with the ticks of now, and they are the same in the end.
func TestLargeDataAreCountedBeside(t *testing.T) {
	s := uitest.Opening()
	h, in := uitest.Host(t, s)
	b := New(uitest.Open(t, h), nil, nil)
	win := uitest.Show(t, b, fyne.NewSize(1280, 800))
	b.large = true
	h.Dispatch(state.SetDomains("SEC"))
	on := func() (codes []string) {
		for _, o := range b.filters.Domains {
			if o.On {
				codes = append(codes, o.Code)
			}
		}
		return codes
	}
	if got := on(); !reflect.DeepEqual(got, []string{"SEC"}) || !b.kinds[domains].button.On {
		t.Errorf("the list has %q on", got)
	}
	h.Dispatch(state.SetStates("KAZ"))
	h.Dispatch(state.SetLang("uk"))
	want := scene.Options(h.Room, h.State(), h.Printer())
	if reflect.DeepEqual(b.filters, want) {
		t.Fatal("the numbers are there at once: this tests nothing")
	}
	in.Until(t, func() bool { return reflect.DeepEqual(b.filters, want) })
	uitest.Click(win, b.kinds[states].button)
	if !b.kinds[states].list.Shown() {
		t.Error("the list does not open")
	}
}

// Words of large data are found before the view asks for them; what else
// changes meanwhile leaves them in the entry, and another word or none comes
// instead.
func TestLargeDataAreSearchedBeside(t *testing.T) {
	h, in := uitest.Host(t, uitest.Opening())
	b := New(uitest.Open(t, h), nil, nil)
	win := uitest.Show(t, b, fyne.NewSize(1280, 800))
	b.search.large = true
	query := func() string { return h.Store.State().Query }
	b.FocusSearch()
	test.Type(b.search, "water")
	uitest.Press(win, fyne.KeyReturn)
	if query() != "" {
		t.Fatal("the view asks at once: this tests nothing")
	}
	h.Dispatch(state.SetLevels("bilateral"))
	if b.search.Text != "water" {
		t.Errorf("another change leaves %q of what was typed", b.search.Text)
	}
	in.Until(t, func() bool { return query() == "water" })
	b.FocusSearch()
	test.Type(b.search, " gas")
	b.search.look()
	b.search.SetText("")
	b.search.SetText("trade")
	b.search.look()
	in.Until(t, func() bool { return query() == "trade" })
	if b.search.Text != "trade" {
		t.Errorf("the entry says %q", b.search.Text)
	}
}
