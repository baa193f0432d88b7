package scene

import (
	"math"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// While time plays nothing moves: in each kind of chart every row and column that
// is drawn in a part of time stands where it stands in the whole of it, bars
// have the whole's scale, and what stands in no window is drawn in none.
func TestNothingMovesWhileTimePlays(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	size := charts.Size{Width: 900, Height: 560, Density: 0.25}
	draw := func(s state.State) *charts.Layout {
		c := Count(r, Select(r.Data, s), s, p).Chart(PaletteFor(state.Light))
		c.Empty = ""
		_, l, err := charts.Image(c, size)
		if err != nil {
			t.Fatal(err)
		}
		l.Marks = slices.DeleteFunc(l.Marks, func(m charts.Mark) bool { return !m.Total && m.Series == "" }) // where a row has nothing
		return l
	}
	for _, kind := range state.ChartKinds() {
		for _, change := range []func(*state.State){func(*state.State) {}, func(s *state.State) { s.Split = true }} {
			s := r.Opening()
			s.Kind = kind
			change(&s)
			places := map[charts.MarkKey][]charts.Mark{} // a row of a table is marked at both ends
			unit := 0.0
			for _, m := range draw(s).Marks {
				places[m.Key()] = append(places[m.Key()], m)
				if !m.Total && m.Value > 0 && kind == state.Domains {
					unit = m.W / m.Value
				}
			}
			for _, to := range []string{"2019", "2020-07", "2022", "2023-04-27", "2023-12", "2027"} {
				s.To = to
				for _, m := range draw(s).Marks {
					bar := kind == state.Domains || kind == state.States
					still := func(at charts.Mark) bool {
						across := math.Abs(m.X-at.X) < 0.01 && math.Abs(m.W-at.W) < 0.01
						return bar && math.Abs(m.Y-at.Y) < 0.01 && math.Abs(m.H-at.H) < 0.01 || kind == state.Timeline && across || across && math.Abs(m.Y-at.Y) < 0.01
					}
					if list := places[m.Key()]; len(list) > 0 && !slices.ContainsFunc(list, still) {
						t.Errorf("%s to %s: %s is at %.1f %.1f, in all of time at %+v", kind, to, m.Name, m.X, m.Y, list)
					}
					if !m.Total && m.Value > 0 && kind == state.Domains && math.Abs(m.W/m.Value-unit) > 0.01 {
						t.Errorf("%s to %s: %s is %.1f long, one statement %.1f", kind, to, m.Name, m.W, unit)
					}
				}
			}
		}
	}
}

// The order of domains is the same in every chart, and in every part of time.
func TestOneOrderOfDomains(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	var want []string
	for _, kind := range []state.ChartKind{state.Domains, state.Matrix, state.Documents} {
		for _, to := range []string{"", "2020", "2023"} {
			s := r.Opening()
			s.Kind, s.To = kind, to
			c := Count(r, Select(r.Data, s), s, p).Chart(PaletteFor(state.Light))
			list := c.Rows
			if kind == state.Documents {
				list = c.Columns
			}
			var got []string
			for _, x := range list {
				got = append(got, x.Key)
			}
			if want == nil {
				want = got
			}
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Errorf("%s to %q: %v, want %v", kind, to, got, want)
					break
				}
			}
		}
	}
}
