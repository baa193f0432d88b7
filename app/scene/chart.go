package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// Tally is the chart of a view, counted once. Its picture, its words and its
// numbers are read from it, so that they cannot differ. It must not be modified.
type Tally struct {
	r   *Room
	sel *Selection // of a comparison only its two meetings
	s   state.State
	p   *i18n.Printer
	*crosstab
}

// Count counts what the filters leave for the chart of s.
func Count(r *Room, sel *Selection, s state.State, p *i18n.Printer) *Tally {
	sel = plotted(r, sel, s)
	return &Tally{r, sel, s, p, tabulate(r.Data, sel, s)}
}

// Chart is the picture, in the look of pal.
func (n *Tally) Chart(pal *Palette) *charts.Chart {
	r, sel, s, p, t := n.r, n.sel, n.s, n.p, n.crosstab
	c := &charts.Chart{
		Title: Title(r, s, p), Subtitle: n.Subtitle(), Source: SourceLine(r, sel, p), ShortSource: shortSource(sel, p), Footer: DataVersion(r, p),
		Description: n.Describe(), Empty: Empty(r, sel, s, p), Style: r.chartStyleFor(pal), TypeScale: s.TextSize, Lang: p.Lang(),
		AxisLabel: p.T("scene.axisStatements"), LegendTitle: p.T("scene.legendStatus"),
		Format: p.Number, FormatShare: p.Percent,
		More: func(n int) string { return p.N("scene.moreRows", n) },
	}
	if s.Kind == state.Timeline {
		t = t.keep(func(meeting string) bool { _, ok := r.Data.When(meeting); return ok }) // the note counts the others
	}
	c.Rows = rowCategories(r.Data, s, t, p)
	switch {
	case compares(r.Data, s):
		c.Kind, c.Columns = charts.Compare, columnCategories(r.Data, s, t, p)
		c.Values = t.values("")
	case s.Kind == state.Documents || s.Kind == state.Matrix:
		c.Kind, c.Columns = charts.Grid, columnCategories(r.Data, s, t, p)
		if s.Kind == state.Documents {
			c.TotalLabel = p.T("scene.total")
		}
		c.Values = t.values("")
		c.Selected = charts.MarkKey{Row: s.Document}
	default:
		for _, code := range t.cols {
			c.Series = append(c.Series, charts.Series{Key: code, Label: StatusLabel(code, p), Fill: pal.Status[code]})
		}
		c.Share = s.Share && s.Kind != state.Timeline
		switch {
		case splits(r.Data, s):
			c.Kind = charts.Multiples
			for _, panel := range t.panels {
				c.Panels = append(c.Panels, charts.Panel{
					Category: charts.Category{Key: panel, Label: countryName(r.Data, panel, p), Short: panel}, Values: t.values(panel),
				})
			}
		case s.Kind == state.Timeline:
			c.Kind, c.Values = charts.Timeline, t.values("")
			c.Selected.Row = s.Meeting
		default:
			c.Kind, c.Values = charts.Bars, t.values("")
		}
	}
	if x := r.Data.Statement(s.Statement); x != nil {
		switch s.Kind {
		case state.Domains:
			c.Selected = charts.MarkKey{Row: x.Domain, Series: x.Status}
		case state.Timeline:
			c.Selected = charts.MarkKey{Row: x.Meeting, Series: x.Status}
		}
	}
	c.Notes = n.notes()
	return c
}

// notes says what the numbers need to be read rightly.
func (n *Tally) notes() []string {
	d, sel, s, p := n.r.Data, n.sel, n.s, n.p
	var notes []string
	if byState(d, s) {
		notes = append(notes, p.T("scene.noteStates", i18n.Args{"Statements": p.N("scene.statements", len(sel.Statements)), "Entries": p.N("scene.entries", n.sum())}), p.T("scene.noteSample"))
	}
	if s.Kind == state.Timeline {
		if n := undated(d, sel); n > 0 {
			notes = append(notes, p.N("scene.noteUndated", n))
		}
		notes = append(notes, p.T("scene.noteCovered"))
	}
	if s.Status == state.Commitments && (s.Kind == state.Domains || s.Kind == state.Documents) {
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
		switch s.Kind {
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
		switch m := d.Meeting(code); {
		case m != nil: // the picture may leave the program: no short name there that only the window explains
			c.Label, c.Short = m.Title.In(p.Lang())+", "+p.DateShort(m.Date), c.Label
		case d.Country(code) != nil:
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
		if v.Kind != state.Timeline && v.Kind != state.Documents && !compares(r.Data, v) {
			v = state.ClearSelection{}.Apply(v) // the reader lists the statements of the mark
		}
		switch {
		case compares(r.Data, v):
			if col == v.Against {
				v = state.SelectMeeting(col).Apply(v) // the two change places
			}
			narrow(&v.Domains, row)
		case v.Kind == state.Domains:
			narrow(&v.States, m.Panel)
			narrow(&v.Domains, row)
			narrow(&v.Status, col)
		case v.Kind == state.States:
			narrow(&v.States, row)
			narrow(&v.Status, col)
		case v.Kind == state.Timeline:
			if x := r.Data.Meeting(row); x != nil {
				v.Meeting, v.Document, v.Statement = row, "", ""
				v.From, v.To = x.Date, x.Date
				if x.DateEnd != "" {
					v.To = x.DateEnd
				}
			}
			narrow(&v.Status, col)
		case v.Kind == state.Documents:
			if r.Data.Document(row) != nil {
				v.Document, v.Statement = row, ""
			}
			narrow(&v.Domains, col)
		case v.Kind == state.Matrix:
			narrow(&v.Domains, row)
			narrow(&v.States, col)
		}
		if v == was {
			d := state.Default()
			switch v.Kind {
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
			if col != "" && v.Kind != state.Documents && v.Kind != state.Matrix {
				v.Status = d.Status
			}
			if v.Kind == state.Matrix && col != "" {
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
func (n *Tally) Describe() string {
	about := Empty(n.r, n.sel, n.s, n.p)
	if about == "" {
		about = n.largest()
	}
	return strings.Join([]string{sentence(Title(n.r, n.s, n.p)), sentence(n.Subtitle()), about, SourceLine(n.r, n.sel, n.p)}, " ")
}

// largest names the three groups with the most statements.
func (n *Tally) largest() string {
	cats := rowCategories(n.r.Data, n.s, n.crosstab, n.p)
	order := make([]int, len(n.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return n.rowSum(b) - n.rowSum(a) })
	var top []string
	for _, i := range order {
		if len(top) < 3 && n.rowSum(i) > 0 {
			top = append(top, cats[i].Label+": "+n.p.Int(n.rowSum(i)))
		}
	}
	return n.p.T("scene.largest", i18n.Args{"List": strings.Join(top, "; ")})
}
