package scene

import (
	"math/rand/v2"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// A view knows the kinds by name, this room knows what they are: both have the
// same ones in the same order, each with its texts in every language.
func TestSpecsAreTheKindsOfAView(t *testing.T) {
	t.Parallel()
	var kinds []state.ChartKind
	for _, x := range Specs() {
		kinds = append(kinds, x.Kind)
		for _, y := range []*Spec{x, x.Split, x.Compare} {
			if y == nil {
				continue
			}
			for _, lang := range i18n.Languages() {
				for _, key := range []string{y.tab, y.title} {
					if text := i18n.For(lang).T(key); text == "" || text == key {
						t.Errorf("%s: %s has no text in %s", x.Kind, key, lang)
					}
				}
			}
		}
	}
	if !slices.Equal(kinds, state.ChartKinds()) {
		t.Errorf("specs %v, kinds of a view %v", kinds, state.ChartKinds())
	}
}

// Whatever mark is chosen in whatever view, the view stays one that can be
// saved, and choosing the mark again takes it back: none of the filters that
// the mark set is left.
func TestChartActionKeepsTheViewValid(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	random := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		s := randomView(random)
		n := Count(r, Select(r.Data, s), s, p)
		for _, row := range n.rows {
			for _, col := range append([]string{""}, n.cols...) {
				m := charts.Mark{Panel: n.panels[0], Row: row, Series: col}
				act := ChartAction(r, s, m)
				once := act.Apply(s)
				back, later, err := state.Decode(state.Encode(once))
				if once != once.Valid() || err != nil || later || back != once {
					t.Fatalf("%s %+v in %+v makes %+v, which comes back as %+v, %v", s.Kind, m, s, once, back, err)
				}
				if again := act.Apply(once); again == once && col != "" && !Comparing(r, s) {
					t.Fatalf("%s %+v in %+v: a second click does nothing", s.Kind, m, once)
				}
			}
		}
	}
}

// A click in the timeline sets a time window that begins: it is one from then
// to then, not one up to then.
func TestTimelineSetsAWholeWindow(t *testing.T) {
	t.Parallel()
	r := room(t)
	s := room(t).Opening()
	s.Kind = state.Timeline
	once := ChartAction(r, s, charts.Mark{Row: "2023-04-27-fm4", Series: "agreed"}).Apply(s)
	if once.From != "2023-04-27" || once.To != "2023-04-27" || once.TimeMode != state.Within || once.Meeting != "2023-04-27-fm4" || once.Status != "agreed" {
		t.Errorf("one click leads to %+v", once.View)
	}
	twice := ChartAction(r, once, charts.Mark{Row: "2023-04-27-fm4", Series: "agreed"}).Apply(once)
	if twice.From != "" || twice.To != "" || twice.Meeting != "" || twice.Status != s.Status {
		t.Errorf("a second click leaves %+v", twice.View)
	}
}
