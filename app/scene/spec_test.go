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
// saved and has the filters that it had, and choosing the mark again does
// something.
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
				act := ChartAction(r, s, m, random.IntN(2) == 0)
				if act == nil {
					continue
				}
				once := act.Apply(s)
				back, later, err := state.Decode(state.Encode(once))
				if once != once.Valid() || once.Subject != s.Subject || err != nil || later || back != once {
					t.Fatalf("%s %+v in %+v makes %+v, which comes back as %+v, %v", s.Kind, m, s, once, back, err)
				}
				if again := act.Apply(once); again == once {
					t.Fatalf("%s %+v in %+v: a second click does nothing", s.Kind, m, once)
				}
			}
		}
	}
}
