package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Who hears the pictures of a lesson one after the other is told what is new and
// what is gone, in so many words.
func TestDiffersIsSaid(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	base := rm.Opening().View
	base.Status = ""
	with := func(change func(*state.View)) state.View {
		v := base
		change(&v)
		return v
	}
	trade := with(func(v *state.View) { v.Domains = "TRD" })
	for _, c := range []struct {
		name        string
		before, now Step
		fresh, gone string // "" for nothing
	}{
		{"the same", Step{View: base, Panes: ChartPane}, Step{View: base, Panes: ChartPane}, "", ""},
		{"other words", Step{View: base, Caption: "a"}, Step{View: base, Caption: "b", Note: "c"}, "", ""},
		{"a filter", Step{View: base, Panes: ChartPane}, Step{View: trade, Panes: ChartPane}, "Trade & investment", ""},
		{"no filter", Step{View: trade, Panes: ChartPane}, Step{View: base, Panes: ChartPane}, "", "Trade & investment"},
		{"a state", Step{View: base}, Step{View: with(func(v *state.View) { v.States = "KAZ" })}, "Kazakhstan", "all states"},
		{"from map to chart", Step{View: base}, Step{View: base, Panes: ChartPane}, "chart “", "map; the map shows the whole region"},
		{"the map besides", Step{View: base, Panes: ChartPane}, Step{View: base, Panes: MapAndChart}, "map; the map shows the whole region", ""},
		{"closer", Step{View: base}, Step{View: with(func(v *state.View) { v.Camera = state.Camera{Lon: 76.9, Lat: 43.2, Span: 700} })}, "the map shows a part of the region; nearest place: Almaty", "the map shows the whole region"},
		{"words alone", Step{View: base, Panes: ChartPane}, Step{View: base, Panes: WordsAlone}, "words alone", "chart “"},
		{"a light", Step{View: base}, Step{View: with(func(v *state.View) { v.LitDomains = "INS" })}, "3 statements", ""},
		{"beside", Step{View: base, Beside: base, Panes: TwoMaps}, Step{View: base, Beside: trade, Panes: TwoMaps}, "Trade & investment", ""},
		{"beside one map", Step{View: base, Beside: base}, Step{View: base, Beside: trade}, "", ""}, // which shows no second view
	} {
		got := Differs(rm, c.before, c.now, p)
		said, lost := cutSaid(got)
		if !strings.Contains(said, c.fresh) || (said == "") != (c.fresh == "") || !strings.Contains(lost, c.gone) || (lost == "") != (c.gone == "") {
			t.Errorf("%s: %q; want %q new and %q gone", c.name, got, c.fresh, c.gone)
		}
		if c.fresh+c.gone == "" && got != "The picture shows the same as in the scene before." {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// cutSaid is what an English sentence calls new and what gone.
func cutSaid(text string) (fresh, gone string) {
	if _, after, ok := strings.Cut(text, "New since the scene before: "); ok {
		fresh, _, _ = strings.Cut(after, ". Gone since")
	}
	_, gone, _ = strings.Cut(text, "Gone since the scene before: ")
	return strings.TrimSuffix(fresh, "."), strings.TrimSuffix(gone, ".")
}

// What is new from one scene to the next is what is gone on the way back, whatever
// the two show.
func TestDiffersBackwards(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	views := someViews(60)
	panes := AllPanes()
	for i := range views[1:] {
		a := Step{View: views[i].View, Beside: views[(i+7)%60].View, Panes: panes[i%len(panes)]}
		b := Step{View: views[i+1].View, Beside: views[(i+9)%60].View, Panes: panes[(i+i/8)%len(panes)]}
		fresh, gone := cutSaid(Differs(rm, a, b, p))
		back, lost := cutSaid(Differs(rm, b, a, p))
		if fresh != lost || gone != back {
			t.Fatalf("there: new %q, gone %q\nback: new %q, gone %q", fresh, gone, back, lost)
		}
		if same := Differs(rm, a, a, p); same != p.T("scene.differsSame") {
			t.Fatalf("a scene differs from itself: %s", same)
		}
	}
}
