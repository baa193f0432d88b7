package scene

import (
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Tally is the chart of a view, counted once. Its picture, its words and its
// numbers are read from it, so that they cannot differ. It must not be modified.
type Tally struct {
	r    *Room
	sel  *Selection // of a comparison only its two meetings
	s    state.State
	p    *i18n.Printer
	spec *Spec
	*crosstab
	order []int // of the table's lines; nil: as they come
	texts texts // of a comparison of two documents; else nil

	whole *Tally    // the same without the time window; nil if there is none
	drawn *crosstab // what the picture shows: of the whole's rows and columns all
}

// Count counts what the filters leave for the chart of s. Within a time window
// the rows of the whole of time, their order and the scales stay.
func Count(r *Room, sel *Selection, s state.State, p *i18n.Printer) *Tally {
	sel, x := plotted(r, sel, s), SpecFor(r, s)
	n := &Tally{r: r, sel: sel, s: s, p: p, spec: x}
	if pair, ok := s.Pair(); ok && x.Mark == charts.Texts {
		n.texts = newTexts(r, sel, pair)
	}
	if s.From == "" && s.To == "" {
		n.drawn = tabulate(r.Data, sel, s, x, nil)
		n.crosstab = n.drawn
	} else {
		all := s
		all.From, all.To = "", ""
		n.whole = Count(r, Select(r.Data, all), all, p)
		n.drawn = tabulate(r.Data, sel, s, x, n.whole.drawn)
		n.crosstab = n.drawn.counted(sel, s, x)
	}
	n.order = n.sorted()
	return n
}

// Chart is the picture, in the look of pal.
func (n *Tally) Chart(pal *Palette) *charts.Chart {
	r, sel, s, p, t, x := n.r, n.sel, n.s, n.p, n.drawn, n.spec
	finding, short := n.Findings()
	c := &charts.Chart{
		Kind:  x.Mark,
		Title: Title(r, s, p), Finding: finding, ShortFinding: short, Subtitle: n.Subtitle(), Source: SourceLine(r, sel, p), ShortSource: shortSource(r, sel, p), Footer: DataVersion(r, p),
		Empty: EmptyChart(r, sel, s, p), Style: r.chartStyleFor(pal), TypeScale: s.TextSize,
		AxisLabel: p.T("scene.axisStatements"), LegendTitle: p.T("scene.legendStatus"),
		Format: p.Number, FormatShare: p.Percent,
		FormatBase: func(v float64) string { return p.T("scene.base", i18n.Args{"N": p.Number(v)}) },
		More:       func(n int) string { return p.N("scene.moreRows", n) },
		MorePanels: func(n int) string { return p.T("scene.morePanels", i18n.Args{"N": p.Int(n)}) },
	}
	if x.timed() {
		c.From, c.To = r.Calendar()
	}
	if x.Mark == charts.Timeline {
		t = t.keep(func(meeting string) bool { _, ok := r.Data.When(meeting); return ok }) // a note counts the others
	}
	if n.texts != nil {
		n.sayTexts(c, t.rows, pal)
	}
	c.Rows = n.categories(x.Row, t.rows)
	c.Columns = n.categories(x.Column, t.cols)
	if n.whole != nil {
		c.Whole = n.whole.Chart(pal)
		for _, list := range [][]charts.Category{c.Rows, c.Columns} {
			for i := range list {
				list[i].Absent = !list[i].Time.IsZero() && !sel.Shows(list[i].Key)
			}
		}
	}
	if x.Column.fill != nil {
		for _, col := range c.Columns {
			c.Series = append(c.Series, charts.Series{Key: col.Key, Label: col.Label, Second: col.Second, Fill: x.Column.fill(pal, r.Data, col.Key)})
		}
		if x.Many() {
			n.countSeries(c.Series)
		}
		c.Columns = nil
	}
	if x.Mark == charts.Grid && !x.Column.many {
		c.TotalLabel = p.T("scene.total")
	}
	if c.Share = s.Share && x.Share; c.Share {
		c.AxisLabel = p.T("scene.axisShare")
	}
	if x.Panel == nil {
		c.Values, c.Lit = t.values(0), t.shares(0)
	} else {
		for k, panel := range n.categories(x.Panel, t.panels) {
			c.Panels = append(c.Panels, charts.Panel{Category: panel, Values: t.values(k), Lit: t.shares(k)})
		}
	}
	c.Lanes = charts.LaneKey{Looks: [...]string{p.T("scene.legendCounted"), p.T("scene.legendHollow"), p.T("scene.planned")}, Faint: p.T("scene.legendHidden")}
	if x.Mark == charts.Lanes && c.Lit != nil {
		n.lightEmpty(c, t)
	}
	c.Selected = n.selected()
	c.Notes = n.notes()
	hideIn(c, s.Hidden)
	return c
}

// hideIn leaves out of a chart what a class is not to see yet: figures are blank, and
// what rows and columns are called is a question mark.
func hideIn(c *charts.Chart, h state.Hidden) {
	if h.Has(state.HideValues) {
		blank := func(float64) string { return "" }
		c.Format, c.FormatShare, c.FormatBase = blank, blank, blank
		c.Finding, c.ShortFinding, c.Subtitle, c.Notes = "", "", "", nil
	}
	if h.Has(state.HideLabels) {
		for _, list := range [][]charts.Category{c.Rows, c.Columns} {
			for i := range list {
				list[i].Label, list[i].Second = "?", ""
			}
		}
		for i := range c.Panels {
			c.Panels[i].Label, c.Panels[i].Second = "?", ""
		}
		c.Finding, c.ShortFinding = "", ""
	}
}

// countSeries counts the statements of each series, where the marks count some of
// them several times.
func (n *Tally) countSeries(series []charts.Series) {
	column := n.spec.Column.column(n.r.Data.Index)
	count := countBy(column, n.sel.Statements)
	for j := range series {
		if k, ok := column.Number(series[j].Key); ok {
			series[j].Count = float64(count[k])
		}
	}
}

// Whole is the chart without the view's time window; nil if it has none.
func (n *Tally) Whole() *Tally { return n.whole }

// Clock is the large date of a chart while time plays: the month of the end of
// the time window, or its span.
func Clock(s state.State, p *i18n.Printer) string {
	month := func(date string) string { return date[:min(len(date), len("2006-01"))] }
	from, to := month(s.From), month(s.To)
	if from == to || from == "" {
		return p.DateShort(to)
	}
	return p.DateRange(from, to)
}

// Caution is the note that a chart with the firmest statements needs wherever it
// is shown: from how few passages they come; "" if none is counted. It is one of
// the chart's Notes. short stands for it where it has no room.
func (n *Tally) Caution() (long, short string) {
	if n.spec.Mark == charts.Lanes {
		return "", ""
	}
	return agreed(n), n.agreed("scene.noteAgreedShort")
}

// notes are the sentences that the numbers need to be read rightly.
func (n *Tally) notes() []string {
	var out []string
	for _, note := range n.spec.notes {
		if text := note(n); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// lightEmpty lights the marks that have no statement, in a chart that shows them
// too, if they are themselves what is lit.
func (n *Tally) lightEmpty(c *charts.Chart, t *crosstab) {
	for _, d := range lightable {
		if d.lit(n.s.Focus) != "" && d.Name != n.spec.Row.Name && d.Name != n.spec.Column.Name {
			return
		}
	}
	for i, row := range t.rows {
		for j, col := range t.cols {
			if t.at(0, i, j) == 0 && n.spec.Row.lit(n.s.Focus).Allows(row) && n.spec.Column.lit(n.s.Focus).Allows(col) {
				c.Lit[i][j] = 1
			}
		}
	}
}

// selected is the mark of the selected statement, if it is in one only, else
// that of the selected meeting or document.
func (n *Tally) selected() charts.MarkKey {
	var codes [2]string
	for k, d := range []*Dimension{n.spec.Row, n.spec.Column} {
		if d.record != nil {
			codes[k] = d.record(n.s.Focus)
		}
	}
	if i, ok := n.r.Data.StatementIndex(n.s.Statement); ok && !n.spec.Many() {
		for k, d := range []*Dimension{n.spec.Row, n.spec.Column} {
			column := d.column(n.r.Data.Index)
			codes[k] = column.Codes[column.Of(i)[0]]
		}
	}
	return charts.MarkKey{Row: codes[0], Series: codes[1]}
}

// ChartAction is what a click on a mark does: it lights the statements that the
// mark stands for, and lets go of them if they alone are lit. With add they join
// what is lit. nil means that the mark does nothing.
func ChartAction(r *Room, s state.State, m charts.Mark, add bool) state.Action {
	f := markFocus(r, s, m)
	if m.Folded > 0 || !f.Lights() {
		return nil
	}
	return state.FocusOn{Codes: f, Add: add}
}

// markFocus lights what a mark of the chart of s stands for.
func markFocus(r *Room, s state.State, m charts.Mark) (f state.Focus) {
	x := SpecFor(r, s)
	for _, c := range x.chosen(r, m) {
		f = x.lights(r, f, c)
	}
	if pair, ok := pairOf(r.Data, s.View); ok && f.Lights() && (x.Mark == charts.Compare || x.Mark == charts.Texts) && m.Series == "" {
		f = x.lights(r, x.lights(r, f, choice{x.Column, pair.A}), choice{x.Column, pair.B}) // the row counts only these
	}
	return f
}

// lights returns f with a choice lit, too.
func (x *Spec) lights(r *Room, f state.Focus, c choice) state.Focus {
	by, codes := state.Dimension(c.by.Name), []string{c.code}
	if c.by.meetings != nil {
		by, codes = state.ByMeeting, c.by.meetings(r, c.code)
	}
	return f.WithLit(by, state.NewSet(append(codes, f.Lit(by).Codes()...)...))
}

// choice is one code of a mark.
type choice struct {
	by   *Dimension
	code string
}

// chosen is what a mark stands for.
func (x *Spec) chosen(r *Room, m charts.Mark) []choice {
	var out []choice
	for _, c := range []choice{{x.Panel, m.Panel}, {x.Column, m.Series}, {x.Row, m.Row}} {
		if c.by == nil || c.by == x.Row && x.listed && m.Series != "" {
			continue // the row follows from the column
		}
		if _, ok := c.by.column(r.Data.Index).Number(c.code); ok {
			out = append(out, c)
		}
	}
	return out
}

// sentence ends a text with one full stop; Ukrainian and Russian years end
// with one already.
func sentence(text string) string { return strings.TrimSuffix(text, ".") + "." }

// Describe puts the view into words: what is counted, what that shows, through
// which filters, the source. It is the alternative text of every picture.
func (n *Tally) Describe() string {
	parts := nonEmpty(sentence(Title(n.r, n.s, n.p)), n.Finding(), sentence(n.Subtitle()), Empty(n.r, n.sel, n.s, n.p))
	if n.spec.Row.largest && !n.spec.Column.many && n.spec.Mark != charts.Compare && n.texts == nil && n.sum() > 0 {
		parts = append(parts, n.most())
	}
	parts = append(parts, n.notes()...)
	return strings.Join(append(parts, SourceLine(n.r, n.sel, n.p)), " ")
}

// most names the three groups with the most statements.
func (n *Tally) most() string {
	return largest(n.sums(), func(i int) string { return n.spec.Row.category(n.r, n.rows[i], n.p).Label }, n.p)
}

// largest names the three with the largest sums, each with its sum; "" if none has any.
func largest(sums []int, name func(i int) string, p *i18n.Printer) string {
	order := make([]int, len(sums))
	for i := range order {
		order[i] = i
	}
	sorts.Stable(order, func(a, b int) int { return sums[b] - sums[a] })
	var top []string
	for _, i := range order[:min(3, len(order))] {
		if sums[i] > 0 {
			top = append(top, name(i)+": "+p.Int(sums[i]))
		}
	}
	if len(top) == 0 {
		return ""
	}
	return p.T("scene.largest", i18n.Args{"List": strings.Join(top, "; ")})
}
