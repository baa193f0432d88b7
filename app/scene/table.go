package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// crosstab counts statements in two dimensions, or in three with panels.
type crosstab struct {
	panels     []string // codes; one empty code where there is no third dimension
	rows, cols []string // codes, in display order
	count      map[cell]int
}

type cell struct{ panel, row, col string }

func (t *crosstab) at(panel string, i, j int) int { return t.count[cell{panel, t.rows[i], t.cols[j]}] }

func (t *crosstab) rowSum(i int) int {
	n := 0
	for _, panel := range t.panels {
		for j := range t.cols {
			n += t.at(panel, i, j)
		}
	}
	return n
}

func (t *crosstab) sum() int {
	n := 0
	for i := range t.rows {
		n += t.rowSum(i)
	}
	return n
}

// keep returns t with only the rows that ok lets through.
func (t *crosstab) keep(ok func(string) bool) *crosstab {
	rows := slices.DeleteFunc(slices.Clone(t.rows), func(c string) bool { return !ok(c) })
	return &crosstab{panels: t.panels, rows: rows, cols: t.cols, count: t.count}
}

func (t *crosstab) values(panel string) [][]float64 {
	out := make([][]float64, len(t.rows))
	for i := range out {
		out[i] = make([]float64, len(t.cols))
		for j := range t.cols {
			out[i][j] = float64(t.at(panel, i, j))
		}
	}
	return out
}

// compares reports whether the chart of s sets two meetings against each
// other.
func compares(d *dataset.Dataset, s state.State) bool {
	return s.Kind == state.Domains && s.Against != s.Meeting && d.Meeting(s.Against) != nil && d.Meeting(s.Meeting) != nil
}

// splits reports whether the chart of s is one small chart for each state.
func splits(d *dataset.Dataset, s state.State) bool {
	return s.Kind == state.Domains && s.Split && !compares(d, s)
}

// tabulate counts the selection for the chart of s. Rows without a statement
// are left out, but for states, which are few and known; columns of status
// follow the filter, others are left out when empty.
func tabulate(d *dataset.Dataset, sel *Selection, s state.State) *crosstab {
	t := &crosstab{panels: []string{""}, count: map[cell]int{}}
	add := func(panel, row, col string) { t.count[cell{panel, row, col}]++ }
	split, compare, wanted := splits(d, s), compares(d, s), members(s.States)
	for _, i := range sel.Statements {
		x := &d.Statements[i]
		switch {
		case s.Kind == state.States || s.Kind == state.Matrix || split:
			for _, c := range x.States {
				switch {
				case !lets(wanted, c):
				case split:
					add(c, x.Domain, x.Status)
				case s.Kind == state.States:
					add("", c, x.Status)
				default:
					add("", x.Domain, c)
				}
			}
		case compare:
			add("", x.Domain, x.Meeting)
		case s.Kind == state.Timeline:
			add("", x.Meeting, x.Status)
		case s.Kind == state.Documents:
			add("", x.Document, x.Domain)
		default:
			add("", x.Domain, x.Status)
		}
	}
	perRow, perCol := map[string]int{}, map[string]int{}
	for c, n := range t.count {
		perRow[c.row] += n
		perCol[c.col] += n
	}
	none := func(m map[string]int) func(string) bool { return func(c string) bool { return m[c] == 0 } }
	domains, countries := domainCodes(d), countryCodes(d, s)
	statuses := slices.DeleteFunc(state.Statuses(), func(c string) bool { return !s.Status.Allows(c) })
	switch s.Kind {
	case state.States:
		t.rows, t.cols = countries, statuses
	case state.Timeline:
		for i := range d.Meetings {
			if id := d.Meetings[i].ID; perRow[id] > 0 {
				t.rows = append(t.rows, id)
			}
		}
		t.cols = statuses
	case state.Documents:
		for i := range d.Documents {
			t.rows = append(t.rows, d.Documents[i].ID)
		}
		t.cols = slices.DeleteFunc(domains, none(perCol))
	case state.Matrix:
		t.rows, t.cols = slices.DeleteFunc(domains, none(perRow)), countries
	default:
		t.rows, t.cols = slices.DeleteFunc(domains, none(perRow)), statuses
		slices.SortStableFunc(t.rows, func(a, b string) int { return perRow[b] - perRow[a] })
		if split {
			t.panels = countries
		}
		if compare {
			t.cols = []string{s.Meeting, s.Against}
			slices.SortFunc(t.cols, func(a, b string) int { return meetingIndex(d, a) - meetingIndex(d, b) })
		}
	}
	return t
}

// meetingIndex is where a meeting stands in order of time.
func meetingIndex(d *dataset.Dataset, id string) int {
	return slices.IndexFunc(d.Meetings, func(m dataset.Meeting) bool { return m.ID == id })
}

func domainCodes(d *dataset.Dataset) []string {
	out := make([]string, len(d.Domains))
	for i := range d.Domains {
		out[i] = d.Domains[i].Code
	}
	return out
}

// countryCodes lists the states that charts by state show.
func countryCodes(d *dataset.Dataset, s state.State) []string {
	var out []string
	for i := range d.Countries {
		if c := d.Countries[i].Code; s.States.Allows(c) {
			out = append(out, c)
		}
	}
	return out
}

// Plotted is the table behind a chart in long form: one column per dimension,
// then a count. Zero rows are left out.
type Plotted struct {
	Name string   // of the chart
	Dims []string // names of the dimensions: "domain", "status", …
	Rows []PlottedRow
}

// PlottedRow is one number. Codes and Labels have the length of Dims.
type PlottedRow struct {
	Codes, Labels []string
	Count         int
}

// Plot returns the numbers in long form.
func (n *Tally) Plot() Plotted {
	r, s, p, t := n.r, n.s, n.p, n.crosstab
	rows := rowCategories(r.Data, s, t, p)
	out := Plotted{Name: string(s.Kind), Dims: dims(r.Data, s)}
	for _, panel := range t.panels {
		for i, code := range t.rows {
			for j, col := range t.cols {
				n := t.at(panel, i, j)
				if n == 0 {
					continue
				}
				row := PlottedRow{Codes: []string{code, col}, Labels: []string{rows[i].Label, colLabel(r.Data, s, col, p)}, Count: n}
				if s.Kind == state.Timeline {
					m := r.Data.Meeting(code)
					row.Codes, row.Labels = []string{code, m.Date, col}, []string{rows[i].Label, when(m, p), row.Labels[1]}
				}
				if panel != "" {
					row.Codes = append([]string{panel}, row.Codes...)
					row.Labels = append([]string{countryName(r.Data, panel, p)}, row.Labels...)
				}
				out.Rows = append(out.Rows, row)
			}
		}
	}
	return out
}

// dims names the dimensions of the chart of s.
func dims(d *dataset.Dataset, s state.State) []string {
	switch {
	case compares(d, s):
		return []string{"domain", "meeting"}
	case splits(d, s):
		return []string{"state", "domain", "status"}
	case s.Kind == state.States:
		return []string{"state", "status"}
	case s.Kind == state.Timeline:
		return []string{"meeting", "date", "status"}
	case s.Kind == state.Documents:
		return []string{"document", "domain"}
	case s.Kind == state.Matrix:
		return []string{"domain", "state"}
	}
	return []string{"domain", "status"}
}

func colLabel(d *dataset.Dataset, s state.State, code string, p *i18n.Printer) string {
	switch {
	case compares(d, s):
		return meetingLabel(d.Meeting(code), p)
	case s.Kind == state.Documents:
		return domainName(d, code, p)
	case s.Kind == state.Matrix:
		return countryName(d, code, p)
	}
	return StatusLabel(code, p)
}

// meetingLabel tells a meeting from others of the same name by its date.
func meetingLabel(m *dataset.Meeting, p *i18n.Printer) string {
	return m.ShortName.In(p.Lang()) + ", " + p.DateShort(m.Date)
}

// Table is the numbers as text: a heading row, then one row per category with
// its numbers and their sum.
func (n *Tally) Table() (head []string, rows [][]string) {
	r, s, p, t := n.r, n.s, n.p, n.crosstab
	head = []string{ChartLabel(s.Kind, p)}
	for _, c := range t.cols {
		head = append(head, colLabel(r.Data, s, c, p))
	}
	total := s.Kind != state.Matrix
	if total {
		head = append(head, p.T("scene.total"))
	}
	cats := rowCategories(r.Data, s, t, p)
	for _, panel := range t.panels {
		for i, cat := range cats {
			label, sum := cat.Label, 0
			if panel != "" {
				label = countryName(r.Data, panel, p) + ", " + label
			}
			row := []string{label}
			for j := range t.cols {
				row = append(row, p.Int(t.at(panel, i, j)))
				sum += t.at(panel, i, j)
			}
			if total {
				row = append(row, p.Int(sum))
			}
			rows = append(rows, row)
		}
	}
	return head, rows
}
