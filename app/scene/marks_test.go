package scene

import (
	"maps"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	atlas "c5atlas.org/c5atlas/maps"
)

func mapOf(t *testing.T, s state.State) *atlas.Map {
	t.Helper()
	r := room(t)
	return Map(r, Select(r.Data, s), s, i18n.For("en"), PaletteFor(state.Light), Viewport(r, s, 1280, 700, 1))
}

// TestOnlineMeetingLightsItsParties: all alike and from no hub.
func TestOnlineMeetingLightsItsParties(t *testing.T) {
	t.Parallel()
	s := room(t).Opening()
	s.LitMeetings = "2020-07-16-fm1"
	m := mapOf(t, s)
	if want := []string{"CN", "KG", "KZ", "TJ", "TM", "UZ"}; !slices.Equal(slices.Sorted(slices.Values(m.Areas.Lit)), want) || m.Areas.Strength != 1 {
		t.Errorf("lit are %+v", m.Areas)
	}
	if len(m.Links) > 0 {
		t.Errorf("%d lines", len(m.Links))
	}
	s.LitMeetings = "2023-04-27-fm4" // in a city
	if m := mapOf(t, s); m.Areas.Lit != nil {
		t.Errorf("a meeting at a place lights %v", m.Areas.Lit)
	}
	s.LitMeetings, s.LitStates = "", "KAZ"
	if m := mapOf(t, s); !slices.Equal(m.Areas.Lit, []string{"KZ"}) || m.Areas.Dim != 1 {
		t.Errorf("a state that is lit: %+v", m.Areas)
	}
}

// TestMarkersCountStatements: the weights are the statements left, by place, those
// in focus too; nothing but them changes with a filter.
func TestMarkersCountStatements(t *testing.T) {
	t.Parallel()
	r := room(t)
	all := mapOf(t, state.Default())
	for _, change := range []func(*state.State){
		func(*state.State) {},
		func(s *state.State) { s.Domains = "TRD" },
		func(s *state.State) { s.Levels = "bilateral" },
		func(s *state.State) { s.To = "2021" },
		func(s *state.State) { s.LitDomains = "TRD,ENE" },
		func(s *state.State) { s.LitMeetings = "2023-05-19-summit1" },
		func(s *state.State) { s.Query = "Astana" },
	} {
		s := r.Opening()
		change(&s)
		sel := Select(r.Data, s)
		weight, lit := map[string]float64{}, map[string]float64{}
		for _, i := range sel.Statements { // brute force
			if m := r.Data.Meeting(r.Data.Statements[i].Meeting); spot(r.Data, m) != nil {
				weight[m.Place]++
				if slices.Contains(sel.Lit, i) {
					lit[m.Place]++
				}
			}
		}
		m := mapOf(t, s)
		if len(m.Markers) != len(all.Markers) {
			t.Fatalf("%d markers of %d", len(m.Markers), len(all.Markers))
		}
		sums := map[string]float64{}
		for i, k := range m.Markers {
			if a := all.Markers[i]; k.ID != a.ID || k.Room != a.Room || k.LonLat != a.LonLat || k.MaxWeight != a.MaxWeight {
				t.Errorf("%s has another place or room than under no filter", k.ID)
			}
			if k.Weight != weight[k.ID] || s.Lights() && k.Lit != lit[k.ID] || k.Weight > k.Room {
				t.Errorf("%s: weight %g, lit %g; want %g, %g", k.ID, k.Weight, k.Lit, weight[k.ID], lit[k.ID])
			}
			if k.Weight > 0 {
				sums[k.ID] = k.Weight
			}
		}
		if !maps.Equal(sums, weight) {
			t.Errorf("on the map %v, want %v", sums, weight)
		}
	}
}

// TestLegendFocus: a row lights what has its symbol, and the rows of levels light
// every meeting shown, once.
func TestLegendFocus(t *testing.T) {
	t.Parallel()
	r := room(t)
	sel := Select(r.Data, r.Opening())
	seen := map[string]int{}
	for _, row := range legendRows(r, sel, r.Opening(), i18n.For("en")) {
		f := LegendFocus(r, sel, row.ID)
		if row.Text == "" || len(row.now) > 0 && !f.Lights() {
			t.Errorf("%s (%q) lights nothing", row.ID, row.Text)
		}
		if row.ID == plannedRow && f.LitMeetings != "2027-summit3" {
			t.Errorf("planned are %q", f.LitMeetings)
		}
		if len(row.ID) > len(levelRow) && row.ID[:len(levelRow)] == levelRow {
			for _, id := range f.LitMeetings.Codes() {
				seen[id]++
			}
		}
	}
	if len(seen) != len(sel.Meetings) {
		t.Errorf("levels light %d of %d meetings", len(seen), len(sel.Meetings))
	}
	if f := LegendFocus(r, sel, ""); f.Lights() {
		t.Errorf("no row lights %v", f)
	}
}

// legendOf is the texts of the rows of the legend of a picture of a view.
func legendOf(t *testing.T, r *Room, s state.State) (said []string) {
	t.Helper()
	v := Viewport(r, s, 900, 600, 1)
	m := Map(r, Select(r.Data, s), s, i18n.For("en"), PaletteFor(state.Light), v)
	if m.Furniture.Legend == nil {
		return nil
	}
	for _, row := range m.Furniture.Legend.Rows {
		said = append(said, row.Text)
	}
	return said
}

// The legend of a picture has the row of the lines to capitals only where one of them is in
// sight, and that of a level of which nothing is coded.
func TestLegendHasWhatIsInSight(t *testing.T) {
	r := room(t)
	p := i18n.For("en")
	link := p.T("scene.legendLink")
	s := r.Opening()
	if slices.Contains(legendOf(t, r, s), link) {
		t.Error("a row of lines without lines")
	}
	s.CapitalLinks = true
	if !slices.Contains(legendOf(t, r, s), link) {
		t.Error("no row of the lines from capitals")
	}
	s.Camera = state.Camera{Lon: 66.97, Lat: 39.65, Span: 100} // Samarkand: a line begins in Beijing and ends here
	if !slices.Contains(legendOf(t, r, s), link) {
		t.Error("near Samarkand no row of the line that ends there")
	}
	s.Camera = state.Camera{Lon: 77.2, Lat: 28.6, Span: 300} // Delhi
	if rows := legendOf(t, r, s); slices.Contains(rows, link) {
		t.Errorf("far from all lines the legend has %q", rows)
	}
	s.Camera = state.Camera{}
	s.Levels = state.NewSet("other") // neither of the two meetings has a statement
	if rows := legendOf(t, r, s); !slices.Contains(rows, "Other") || slices.Contains(rows, "Heads of state") {
		t.Errorf("of meetings without a statement the legend has %q", rows)
	}
}
