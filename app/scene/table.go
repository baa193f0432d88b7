package scene

import (
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/charts"
)

// Plotted is the table behind a chart in long form: one column per dimension,
// then a count. Zero rows are left out, but for meetings that have a mark of their own
// though nothing of them is counted.
type Plotted struct {
	Name string   // of the chart
	Dims []string // names of the dimensions: "domain", "status", …
	Rows []PlottedRow
	Lit  bool // something is lit apart from the rest, and rows say how much of them

	Shared bool // the chart shows shares, and rows say theirs
}

// PlottedRow is one number. Codes and Labels have the length of Dims.
type PlottedRow struct {
	Codes, Labels []string
	Count, Lit    int
	Share         float64 // of the row's total, from 0 to 1
}

// add appends a code of a dimension, and the date if it is a meeting's.
func (row *PlottedRow) add(n *Tally, d *Dimension, code string) {
	row.Codes = append(row.Codes, code)
	row.Labels = append(row.Labels, d.words(n.r, code, n.p))
	if d.dated {
		m := n.r.Data.Meeting(code)
		row.Codes, row.Labels = append(row.Codes, m.Date), append(row.Labels, when(m, n.p))
	}
}

// Plot returns the numbers in long form.
func (n *Tally) Plot() Plotted {
	out := Plotted{Name: string(n.spec.Kind), Lit: n.lit != nil, Shared: n.shared()}
	for _, d := range n.spec.dimensions() {
		out.Dims = append(out.Dims, d.Name)
		if d.dated {
			out.Dims = append(out.Dims, "date")
		}
	}
	if n.texts != nil {
		out.Dims = append(out.Dims, textDims...)
	}
	for k, panel := range n.panels {
		for i, code := range n.rows {
			for j, col := range n.cols {
				count := n.at(k, i, j)
				if count == 0 && !(n.spec.listed && n.r.Data.Meeting(col).Level == code) {
					continue
				}
				row := PlottedRow{Count: count, Lit: n.litAt(k, i, j), Share: float64(count) / float64(max(1, n.lineSum(k, i)))}
				if n.spec.Panel != nil {
					row.add(n, n.spec.Panel, panel)
				}
				row.add(n, n.spec.Row, code)
				row.add(n, n.spec.Column, col)
				if n.texts != nil {
					n.plotText(&row, code, col)
				}
				out.Rows = append(out.Rows, row)
			}
		}
	}
	return out
}

// Table is the numbers as text: a heading row, then one row per category with
// its numbers and their sum, if that is a number of statements.
func (n *Tally) Table() (head []string, rows [][]string) {
	rows = make([][]string, n.Lines())
	for i := range rows {
		rows[i] = n.Line(i)
	}
	return n.Head(), rows
}

// Head is the heading row of the table.
func (n *Tally) Head() []string {
	r, p, x := n.r, n.p, n.spec
	if x.listed {
		return []string{x.Label(p), p.T("scene.metaDate"), p.T("scene.metaLevel"), p.T("scene.total")}
	}
	head := []string{x.Label(p)}
	for _, c := range n.cols {
		head = append(head, x.Column.words(r, c, p))
		if n.shared() {
			head = append(head, "%")
		}
	}
	switch {
	case n.texts != nil:
		head = append(head, p.T("scene.verdict"))
	case !x.Column.many:
		head = append(head, p.T("scene.total"))
	}
	return head
}

// WordColumns is how many columns after the first are no numbers.
func (n *Tally) WordColumns() int {
	switch {
	case n.texts != nil:
		return 3
	case n.spec.listed:
		return 2
	}
	return 0
}

// Lines is how many rows the table has below its head.
func (n *Tally) Lines() int {
	if n.spec.listed {
		return len(n.cols)
	}
	return len(n.panels) * len(n.rows)
}

// Line writes row i of the table, as it is sorted: of ten thousand few are in
// sight.
func (n *Tally) Line(i int) []string {
	if n.order != nil {
		i = n.order[i]
	}
	return n.line(i)
}

// line writes row i of those that were counted.
func (n *Tally) line(i int) []string {
	r, p, x := n.r, n.p, n.spec
	if n.texts != nil {
		return n.textLine(i)
	}
	sum := 0
	if x.listed { // the columns are meetings, each with numbers in one row
		m := r.Data.Meeting(n.cols[i])
		for k := range n.rows {
			sum += n.at(0, k, i)
		}
		return []string{x.Column.words(r, m.ID, p), when(m, p), x.Row.words(r, m.Level, p), p.Int(sum)}
	}
	k, i := i/len(n.rows), i%len(n.rows)
	row := []string{x.Row.words(r, n.rows[i], p)}
	if x.Panel != nil {
		row[0] = x.Panel.words(r, n.panels[k], p) + ", " + row[0]
	}
	sum = n.lineSum(k, i)
	for j := range n.cols {
		row = append(row, p.Int(n.at(k, i, j)))
		if n.shared() {
			row = append(row, percent(n.at(k, i, j), sum, p))
		}
	}
	if !x.Column.many {
		row = append(row, p.Int(sum))
	}
	return row
}

// shared reports whether the table has the share of its row beside each number.
func (n *Tally) shared() bool { return n.s.Share && n.spec.Share }

// percent writes a share as the chart does; of nothing there is none.
func percent(part, whole int, p *i18n.Printer) string {
	if whole == 0 {
		return ""
	}
	return p.Percent(float64(part) / float64(whole))
}

// categories names the codes of a dimension for a picture.
func (n *Tally) categories(d *Dimension, codes []string) []charts.Category {
	out := make([]charts.Category, len(codes))
	for i, code := range codes {
		out[i] = d.category(n.r, code, n.p)
	}
	return out
}
