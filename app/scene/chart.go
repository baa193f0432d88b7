package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Chart is the chart of a view, in the language of p and the look of pal.
func Chart(r *Room, sel *Selection, s state.State, p *i18n.Printer, pal *Palette) *charts.Chart {
	c := &charts.Chart{
		Title: Title(r, s, p), Subtitle: Subtitle(r, sel, s, p), Source: SourceLine(r, plotted(r, sel, s), p), ShortSource: shortSource(plotted(r, sel, s), p), Footer: DataVersion(r, p),
		Empty: Empty(r, sel, s, p), Style: r.chartStyleFor(pal), TypeScale: s.TextSize, Lang: p.Lang(),
		AxisLabel: p.T("scene.axisStatements"), LegendTitle: p.T("scene.legendStatus"),
		Format: p.Number, FormatShare: p.Percent,
		More: func(n int) string { return p.N("scene.moreRows", n) },
	}
	t := tabulate(r.Data, sel, s)
	if s.Chart == state.Timeline {
		t = t.keep(func(meeting string) bool { _, ok := r.Data.When(meeting); return ok }) // the note counts the others
	}
	c.Rows = rowCategories(r.Data, s, t, p)
	switch {
	case compares(r.Data, s):
		c.Kind, c.Columns = charts.Compare, columnCategories(r.Data, s, t, p)
		c.Values = t.values("")
	case s.Chart == state.Documents || s.Chart == state.Matrix:
		c.Kind, c.Columns = charts.Grid, columnCategories(r.Data, s, t, p)
		if s.Chart == state.Documents {
			c.TotalLabel = p.T("scene.total")
		}
		c.Values = t.values("")
		c.Selected = charts.MarkKey{Row: s.Document}
	default:
		for _, code := range t.cols {
			c.Series = append(c.Series, charts.Series{Key: code, Label: StatusLabel(code, p), Fill: pal.Status[code]})
		}
		c.Share = s.Share && s.Chart != state.Timeline
		switch {
		case splits(r.Data, s):
			c.Kind = charts.Multiples
			for _, panel := range t.panels {
				c.Panels = append(c.Panels, charts.Panel{
					Category: charts.Category{Key: panel, Label: countryName(r.Data, panel, p), Short: panel}, Values: t.values(panel),
				})
			}
		case s.Chart == state.Timeline:
			c.Kind, c.Values = charts.Timeline, t.values("")
			c.Selected.Row = s.Meeting
		default:
			c.Kind, c.Values = charts.Bars, t.values("")
		}
	}
	if x := r.Data.Statement(s.Statement); x != nil {
		switch s.Chart {
		case state.Domains:
			c.Selected = charts.MarkKey{Row: x.Domain, Series: x.Status}
		case state.Timeline:
			c.Selected = charts.MarkKey{Row: x.Meeting, Series: x.Status}
		}
	}
	c.Notes = chartNotes(r.Data, sel, s, t, p)
	c.Description = Describe(r, sel, s, p)
	return c
}

// chartNotes says what the numbers need to be read rightly.
func chartNotes(d *dataset.Dataset, sel *Selection, s state.State, t *crosstab, p *i18n.Printer) []string {
	var notes []string
	if byState(d, s) {
		notes = append(notes, p.T("scene.noteStates", i18n.Args{"N": p.Int(len(sel.Statements)), "Entries": p.Int(t.sum())}), p.T("scene.noteSample"))
	}
	if compares(d, s) {
		notes = append(notes, p.N("scene.noteCompare", t.sum()))
	}
	if s.Chart == state.Timeline {
		if n := undated(d, sel); n > 0 {
			notes = append(notes, p.N("scene.noteUndated", n))
		}
		notes = append(notes, p.T("scene.noteCovered"))
	}
	if s.Status == state.Commitments && (s.Chart == state.Domains || s.Chart == state.Documents) {
		notes = append(notes, p.T("scene.noteCommitments"))
	}
	return notes
}

func undated(d *dataset.Dataset, sel *Selection) int {
	n := 0
	for id, k := range sel.ByMeeting {
		if _, ok := d.When(id); !ok {
			n += k
		}
	}
	return n
}

// rowCategories names the rows of a table.
func rowCategories(d *dataset.Dataset, s state.State, t *crosstab, p *i18n.Printer) []charts.Category {
	var out []charts.Category
	for _, code := range t.rows {
		c := charts.Category{Key: code}
		switch s.Chart {
		case state.States:
			c.Label = countryName(d, code, p)
		case state.Timeline:
			m := d.Meeting(code)
			c.Label, c.Short = m.Title.In(p.Lang()), m.ShortName.In(p.Lang())
			c.Tip = when(m, p)
			if x, ok := d.When(code); ok {
				c.Time = x.First
				if !x.Last.Equal(x.First) {
					c.TimeEnd = x.Last
				}
			}
		case state.Documents:
			x := d.Document(code)
			c.Label = x.Lead.In(p.Lang())
		default:
			c.Label = domainName(d, code, p)
		}
		out = append(out, c)
	}
	return out
}

// columnCategories names the columns of a grid or a comparison.
func columnCategories(d *dataset.Dataset, s state.State, t *crosstab, p *i18n.Printer) []charts.Category {
	out := make([]charts.Category, 0, len(t.cols))
	for _, code := range t.cols {
		c := charts.Category{Key: code, Label: colLabel(d, s, code, p)}
		if d.Country(code) != nil {
			c.Short = code
		}
		out = append(out, c)
	}
	return out
}

// ChartAction is what a click on a mark does: it narrows the view to the
// statements that the mark stands for. A second click on the same mark takes
// that back. nil means that the mark does nothing.
func ChartAction(r *Room, s state.State, m charts.Mark) state.Action {
	if m.Folded > 0 {
		return nil
	}
	row, col := m.Row, m.Series
	narrow := func(set *state.Set, code string) {
		if code != "" {
			*set = state.NewSet(code)
		}
	}
	return state.Func(func(v state.State) state.State {
		was := v
		if v.Chart != state.Timeline && v.Chart != state.Documents && !compares(r.Data, v) {
			v = state.ClearSelection{}.Apply(v) // the reader lists the statements of the mark
		}
		switch {
		case compares(r.Data, v):
			if col == v.Against {
				v = state.SelectMeeting(col).Apply(v) // the two change places
			}
			narrow(&v.Domains, row)
		case v.Chart == state.Domains:
			narrow(&v.States, m.Panel)
			narrow(&v.Domains, row)
			narrow(&v.Status, col)
		case v.Chart == state.States:
			narrow(&v.States, row)
			narrow(&v.Status, col)
		case v.Chart == state.Timeline:
			if x := r.Data.Meeting(row); x != nil {
				v.Meeting, v.Document, v.Statement = row, "", ""
				v.From, v.To = x.Date, x.Date
				if x.DateEnd != "" {
					v.To = x.DateEnd
				}
			}
			narrow(&v.Status, col)
		case v.Chart == state.Documents:
			if r.Data.Document(row) != nil {
				v.Document, v.Statement = row, ""
			}
			narrow(&v.Domains, col)
		case v.Chart == state.Matrix:
			narrow(&v.Domains, row)
			narrow(&v.States, col)
		}
		if v == was {
			d := state.Default()
			switch v.Chart {
			case state.Domains, state.Matrix:
				v.Domains = d.Domains
				if m.Panel != "" {
					v.States = d.States
				}
			case state.States:
				v.States = d.States
			case state.Timeline:
				v.From, v.To, v.Meeting = "", "", ""
			case state.Documents:
				v.Document, v.Domains = "", d.Domains
			}
			if col != "" && v.Chart != state.Documents && v.Chart != state.Matrix {
				v.Status = d.Status
			}
			if v.Chart == state.Matrix && col != "" {
				v.States = d.States
			}
		}
		return v
	})
}

// sentence ends a text with one full stop; Ukrainian and Russian years end
// with one already.
func sentence(text string) string { return strings.TrimSuffix(text, ".") + "." }

// Describe puts the view into words: what is counted, through which filters,
// the three largest groups, the source. It is the alternative text of every
// picture.
func Describe(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	parts := []string{sentence(Title(r, s, p)) + " " + sentence(Subtitle(r, sel, s, p))}
	if e := Empty(r, sel, s, p); e != "" {
		return strings.Join(append(parts, e, SourceLine(r, plotted(r, sel, s), p)), " ")
	}
	return strings.Join(append(parts, largest(r, sel, s, p), SourceLine(r, plotted(r, sel, s), p)), " ")
}

// largest names the three groups with the most statements.
func largest(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	t := tabulate(r.Data, sel, s)
	cats := rowCategories(r.Data, s, t, p)
	order := make([]int, len(t.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return t.rowSum(b) - t.rowSum(a) })
	var top []string
	for _, i := range order {
		if len(top) < 3 && t.rowSum(i) > 0 {
			top = append(top, cats[i].Label+": "+p.Int(t.rowSum(i)))
		}
	}
	return p.T("scene.largest", i18n.Args{"List": strings.Join(top, "; ")})
}
