package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// crosstab counts statements in two dimensions. Chart, table and CSV are read
// from the same one, so that they cannot differ.
type crosstab struct {
	rows, cols []string // codes, in display order
	count      map[[2]string]int
}

func (t *crosstab) at(i, j int) int { return t.count[[2]string{t.rows[i], t.cols[j]}] }

func (t *crosstab) rowSum(i int) int {
	n := 0
	for j := range t.cols {
		n += t.at(i, j)
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
	return &crosstab{rows: rows, cols: t.cols, count: t.count}
}

func (t *crosstab) values() [][]float64 {
	out := make([][]float64, len(t.rows))
	for i := range out {
		out[i] = make([]float64, len(t.cols))
		for j := range t.cols {
			out[i][j] = float64(t.at(i, j))
		}
	}
	return out
}

// tabulate counts the selection for the chart of s. Rows without a statement
// are left out, but for states, which are few and known; columns of status
// follow the filter, others are left out when empty.
func tabulate(d *dataset.Dataset, sel *Selection, s state.State) *crosstab {
	t := &crosstab{count: map[[2]string]int{}}
	perRow, perCol := map[string]int{}, map[string]int{}
	add := func(row, col string) {
		t.count[[2]string{row, col}]++
		perRow[row]++
		perCol[col]++
	}
	for _, i := range sel.Statements {
		x := &d.Statements[i]
		switch s.Chart {
		case state.States:
			for _, c := range x.States {
				if s.States.Allows(c) {
					add(c, x.Status)
				}
			}
		case state.Timeline:
			add(x.Meeting, x.Status)
		case state.Documents:
			add(x.Document, x.Domain)
		case state.Matrix:
			for _, c := range x.States {
				if s.States.Allows(c) {
					add(x.Domain, c)
				}
			}
		default:
			add(x.Domain, x.Status)
		}
	}
	has := func(m map[string]int) func(string) bool { return func(c string) bool { return m[c] == 0 } }
	domains, countries := domainCodes(d), countryCodes(d, s)
	statuses := slices.DeleteFunc(state.Statuses(), func(c string) bool { return !s.Status.Allows(c) })
	switch s.Chart {
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
		t.cols = slices.DeleteFunc(domains, has(perCol))
	case state.Matrix:
		t.rows, t.cols = slices.DeleteFunc(domains, has(perRow)), countries
	default:
		t.rows, t.cols = slices.DeleteFunc(domains, has(perRow)), statuses
		slices.SortStableFunc(t.rows, func(a, b string) int { return perRow[b] - perRow[a] })
	}
	return t
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
	Dims []string // names of the dimensions: "domain", "status", …
	Rows []PlottedRow
}

// PlottedRow is one number. Codes and Labels have the length of Dims.
type PlottedRow struct {
	Codes, Labels []string
	Count         int
}

// Plot returns the numbers of the chart of s.
func Plot(r *Room, sel *Selection, s state.State, p *i18n.Printer) Plotted {
	t := tabulate(r.Data, sel, s)
	rows := rowCategories(r.Data, s, t, p)
	var out Plotted
	switch s.Chart {
	case state.States:
		out.Dims = []string{"state", "status"}
	case state.Timeline:
		out.Dims = []string{"meeting", "date", "status"}
	case state.Documents:
		out.Dims = []string{"document", "domain"}
	case state.Matrix:
		out.Dims = []string{"domain", "state"}
	default:
		out.Dims = []string{"domain", "status"}
	}
	for i, code := range t.rows {
		for j, col := range t.cols {
			n := t.at(i, j)
			if n == 0 {
				continue
			}
			row := PlottedRow{Codes: []string{code, col}, Labels: []string{rows[i].Label, colLabel(r.Data, s, col, p)}, Count: n}
			if s.Chart == state.Timeline {
				m := r.Data.Meeting(code)
				row.Codes, row.Labels = []string{code, m.Date, col}, []string{rows[i].Label, when(m, p), row.Labels[1]}
			}
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}

func colLabel(d *dataset.Dataset, s state.State, code string, p *i18n.Printer) string {
	switch s.Chart {
	case state.Documents:
		return domainName(d, code, p)
	case state.Matrix:
		return countryName(d, code, p)
	}
	return StatusLabel(code, p)
}

// Table is the chart of s as text: a heading row, then one row per category
// with its numbers and their sum.
func Table(r *Room, sel *Selection, s state.State, p *i18n.Printer) (head []string, rows [][]string) {
	t := tabulate(r.Data, sel, s)
	head = []string{ChartLabel(s.Chart, p)}
	for _, c := range t.cols {
		head = append(head, colLabel(r.Data, s, c, p))
	}
	total := s.Chart != state.Matrix
	if total {
		head = append(head, p.T("scene.total"))
	}
	for i, cat := range rowCategories(r.Data, s, t, p) {
		row := []string{cat.Label}
		for j := range t.cols {
			row = append(row, p.Int(t.at(i, j)))
		}
		if total {
			row = append(row, p.Int(t.rowSum(i)))
		}
		rows = append(rows, row)
	}
	return head, rows
}
