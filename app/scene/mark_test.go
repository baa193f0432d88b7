package scene

import (
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// TestMarkListsItsStatements chooses every mark of every chart: the reader
// then lists as many statements as the mark stands for, and the marks sum to
// what the chart counts.
func TestMarkListsItsStatements(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("uk")
	pal := PaletteFor(state.Light)
	var views []state.State
	for _, status := range []state.Set{state.Set("agreed,announced,intended,to be signed"), state.AllStatuses} {
		s := room(t).Opening()
		s.Theme, s.Lang, s.Status = state.Light, "uk", status
		for _, k := range state.ChartKinds() {
			s.Kind = k
			views = append(views, s)
		}
		s.Kind, s.Split = state.Domains, true
		views = append(views, s, Compare(r, state.Pair{By: state.ByMeeting, A: "2020-07-16-fm1", B: "2024-03-29-kaz"}).Apply(s))
	}
	for _, s := range views {
		sel := Select(r.Data, s)
		_, layout, err := charts.Image(Count(r, sel, s, p).Chart(pal), charts.Size{Width: 1280, Height: 720})
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for _, m := range layout.Marks {
			if !m.Total {
				sum += int(m.Value)
			}
			a := ChartAction(r, s, m, false)
			if m.Value == 0 || a == nil || m.Key() == (charts.MarkKey{}) {
				continue
			}
			now := a.Apply(s)
			if s.Kind == state.Matrix && m.Total {
				continue // a name without a number
			}
			if v := Select(r.Data, now); len(v.Statements) != len(sel.Statements) || len(v.Lit) != int(m.Value) {
				t.Errorf("%s: %s lights %d of %d statements", s.Kind, m.Name, len(v.Lit), len(v.Statements))
			}
			listed := 0
			for _, b := range blocks(Reader(r, Select(r.Data, now), now, p)) {
				if b.Kind == StatementBlock {
					listed++
				}
			}
			if listed != int(m.Value) {
				t.Errorf("%s split %v against %q: %s (row %s, series %s) lists %d", s.Kind, s.Split, s.Against, m.Name, m.Row, m.Series, listed)
			}
		}
		want := len(sel.Statements)
		switch {
		case Comparing(r, s):
			want = sel.ByMeeting.Of(s.Meeting) + sel.ByMeeting.Of(s.Against)
		case SpecFor(r, s).Many():
			want = Count(r, sel, s, p).sum()
		}
		if sum != want {
			t.Errorf("%s split %v against %q: the marks sum to %d, want %d", s.Kind, s.Split, s.Against, sum, want)
		}
	}
}
