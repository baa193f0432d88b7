package scene

import (
	"math/rand/v2"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Each chip takes away what it names: when all are gone, the view is the opening
// one, with nothing lit; what lights drops no filter.
func TestChipsTakeTheFiltersAway(t *testing.T) {
	t.Parallel()
	r := room(t)
	random := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		s := randomView(random)
		for _, lang := range i18n.Languages() {
			v := s
			for chips := Chips(r, v, i18n.For(lang)); len(chips) > 0; chips = Chips(r, v, i18n.For(lang)) {
				c := chips[random.IntN(len(chips))]
				next := c.Drop.Apply(v)
				if c.Text == "" || next == v || c.Lit && next.Subject != v.Subject || !c.Lit && next.Focus != v.Focus {
					t.Fatalf("%s: %q leads from %+v to %+v", lang, c.Text, v.View, next.View)
				}
				v = next
			}
			if v.Filtered(r.Opening().Subject) || v.Lights() {
				t.Fatalf("%s: %+v is left", lang, v.View)
			}
		}
	}
}

// The button under "are hidden by the filters" shows all that were hidden, and
// leaves the filters that hid none of them.
func TestUnhide(t *testing.T) {
	t.Parallel()
	r := room(t)
	random := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		s := randomView(random)
		var all []int32
		k := random.IntN(len(r.Data.Documents))
		all = append(all, r.Data.Index.Document.Statements(k)...)
		v := unhide(r, all).Apply(s)
		if n := Select(r.Data, v).ByDocument.Of(r.Data.Documents[k].ID); n != len(all) {
			t.Fatalf("%+v still hides %d of %d", v.Subject, len(all)-n, len(all))
		}
		if again := unhide(r, all).Apply(v); again != v {
			t.Fatalf("%+v hides none, and becomes %+v", v.Subject, again.Subject)
		}
		for _, filter := range []func(*state.State){ // each that has gone hid one
			func(x *state.State) { x.Status = s.Status },
			func(x *state.State) { x.Domains = s.Domains },
			func(x *state.State) { x.States = s.States },
			func(x *state.State) { x.Levels = s.Levels },
			func(x *state.State) { x.Query = s.Query },
		} {
			x := v
			if filter(&x); x != v && Select(r.Data, x).ByDocument.Of(r.Data.Documents[k].ID) == len(all) {
				t.Fatalf("%+v has lost a filter of %+v that hid nothing", v.Subject, s.Subject)
			}
		}
	}
}
