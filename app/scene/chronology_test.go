package scene

import (
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// The chronology shows every meeting with a date in the lane of its level, as
// what it is, and under any filter those that are shown.
func TestChronology(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	d := r.Data
	statements := map[string]int{}
	for i := range d.Statements {
		statements[d.Statements[i].Meeting]++
	}
	look := map[string]charts.Look{}
	dated := 0
	for i := range d.Meetings {
		m := &d.Meetings[i]
		switch {
		case m.Planned:
			look[m.ID] = charts.Dashed
		case statements[m.ID] == 0:
			look[m.ID] = charts.Ring
		}
		if m.Date != "" {
			dated++
		}
	}
	for _, change := range []func(*state.State){
		func(*state.State) {},
		func(s *state.State) { s.Levels = "bilateral" },
		func(s *state.State) { s.Status = "agreed" },
		func(s *state.State) { s.Domains, s.From = "TRD", "2023" },
	} {
		s := r.Opening()
		s.Kind, s.Status = state.Chronology, state.AllStatuses
		change(&s)
		sel := Select(d, s)
		c := Count(r, sel, s, p).Chart(PaletteFor(state.Light))
		here := func(k int) bool { return !c.Columns[k].Absent } // those without a place in the time window keep theirs on the page
		for i, row := range c.Values {
			c.Values[i] = nil
			for k, v := range row {
				if here(k) {
					c.Values[i] = append(c.Values[i], v)
				} else if v != 0 {
					t.Errorf("%s is not in the window, and counts %g", c.Columns[k].Key, v)
				}
			}
		}
		c.Columns = slices.DeleteFunc(c.Columns, func(x charts.Category) bool { return x.Absent })
		if len(c.Columns) != len(sel.Meetings) {
			t.Errorf("%d columns of %d meetings", len(c.Columns), len(sel.Meetings))
		}
		for j, column := range c.Columns {
			m := d.Meeting(column.Key)
			if column.Key != sel.Meetings[j] || column.Row != m.Level || column.Look != look[m.ID] || column.Time.IsZero() != (m.Date == "") {
				t.Errorf("%s stands as %+v", m.ID, column)
			}
			for i, row := range c.Rows {
				want := 0.0
				if row.Key == m.Level {
					want = float64(sel.ByMeeting.Of(m.ID))
				}
				if c.Values[i][j] != want {
					t.Errorf("%s in the lane of %s counts %g, want %g", m.ID, row.Key, c.Values[i][j], want)
				}
			}
		}
		if s.Levels == "" && s.Domains == "" {
			_, layout, err := charts.Image(c, charts.Size{Width: 1400, Height: 700, Density: 0.25})
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, m := range layout.Marks {
				if !m.Total {
					n++
				}
			}
			if n != dated {
				t.Errorf("%d marks, %d meetings have a date", n, dated)
			}
		}
	}
}
