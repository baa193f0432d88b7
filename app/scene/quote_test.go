package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// What a menu offers does what it says: only this leaves the mark's statements,
// whatever was lit before.
func TestMarkThing(t *testing.T) {
	r, p := room(t), i18n.For("en")
	s := LightDocument("001", false).Apply(r.Opening())
	m := charts.Mark{Row: "TRD", Series: "agreed", Name: "Trade & investment, Agreed: 1"}
	if r.Data.Domain(m.Row) == nil {
		m.Row = r.Data.Domains[0].Code
	}
	x := MarkThing(r, s, p, m)
	if !strings.HasSuffix(x.Text, ": "+m.Name) || !strings.Contains(x.Source, r.Data.Version) || x.Only == nil {
		t.Fatalf("%+v", x)
	}
	after := x.Only.Apply(s)
	if after.Domains != state.Set(m.Row) || after.Status != "agreed" || after.Lights() {
		t.Errorf("only this leaves %+v", after.View)
	}
	if x := MarkThing(r, s, p, charts.Mark{Name: "the rest", Folded: 3}); x.Only != nil || x.Show != nil || x.Text == "" {
		t.Errorf("many rows in one: %+v", x)
	}
}

// One meeting at a place is cited itself, several as the data; a meeting without a
// place cannot be shown on the map, and a document without an address has none.
func TestThings(t *testing.T) {
	r, p := room(t), i18n.For("en")
	s := r.Opening()
	sel := Select(r.Data, s)
	one, many := false, false
	for i := range r.Data.Places {
		id := r.Data.Places[i].ID
		list := Cards(r, sel, s, p, []string{id})
		x, ok := MeetingsThing(r, sel, s, p, []string{id})
		switch {
		case len(list) == 0:
			if ok {
				t.Errorf("%s: a menu of nothing", id)
			}
		case len(list) == 1:
			one = true
			if !strings.Contains(x.Source, list[0].Title) {
				t.Errorf("%s: %q", id, x.Source)
			}
		default:
			many = true
			if strings.Count(x.Text, "\n") != len(list) || x.Item.Key != r.Data.Name {
				t.Errorf("%s: %q", id, x.Text)
			}
		}
	}
	if !one || !many {
		t.Errorf("one: %v, many: %v", one, many)
	}
	if x, _ := MeetingThing(r, "2020-07-16-fm1", p); x.Show != nil || x.Only == nil {
		t.Errorf("an online meeting: %+v", x)
	}
	if x, _ := DocumentThing(r, "000", p); x.Address != "" || x.Show == nil {
		t.Errorf("document 000: %+v", x)
	}
	x, ok := StatementThing(r, "002-01", p)
	if got := x.Show.Apply(s); !ok || got.Meeting != r.Data.Statement("002-01").Meeting || got.Statement != "002-01" {
		t.Errorf("shown on the map: %+v", got.Focus)
	}
	kinds := map[BlockKind]int{}
	s.Document = "002"
	for _, b := range blocks(Reader(r, Select(r.Data, s), s, p)) {
		if _, ok := ThingOf(r, b, p); ok {
			kinds[b.Kind]++
		}
	}
	for _, k := range []BlockKind{Overline, TitleBlock, StatementBlock, MeetingLink, LinkBlock} {
		if kinds[k] == 0 {
			t.Errorf("no block of kind %d has a menu of its own: %v", k, kinds)
		}
	}
}
