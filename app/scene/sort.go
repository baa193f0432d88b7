package scene

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/sorts"
)

// columnNames are what the table's columns are called in a view that is sorted by
// one: the first after its dimension, numbers after their codes.
func (n *Tally) columnNames() []string {
	if n.spec.listed {
		return []string{n.spec.Column.Name, "date", n.spec.Row.Name, "total"}
	}
	out := []string{n.spec.Row.Name}
	for _, code := range n.cols {
		out = append(out, code)
		if n.shared() {
			out = append(out, code+"%")
		}
	}
	switch {
	case n.texts != nil:
		out = append(out, "verdict")
	case !n.spec.Column.many:
		out = append(out, "total")
	}
	return out
}

// sorted is the order in which the table has its lines; nil: as they come.
func (n *Tally) sorted() []int {
	name, down := strings.CutPrefix(n.s.Sort, "-")
	col := slices.Index(n.columnNames(), name)
	if n.s.Sort == "" || col < 0 {
		return nil
	}
	order := make([]int, n.Lines())
	number, words := make([]float64, len(order)), make([]string, len(order))
	for i := range order {
		order[i] = i
		var ok bool
		if number[i], ok = n.rank(i, col); !ok {
			words[i] = dataset.Fold(n.line(i)[col])
		}
	}
	sorts.Stable(order, func(a, b int) int {
		by := cmp.Or(cmp.Compare(number[a], number[b]), cmp.Compare(words[a], words[b]))
		if down {
			return -by
		}
		return by
	})
	return order
}

// rank is what a cell is sorted by if that is no text: a number, a date, the place
// in a list of codes. A meeting without a date comes last.
func (n *Tally) rank(i, col int) (float64, bool) {
	if n.texts != nil {
		return n.textRank(i, col)
	}
	if !n.spec.listed {
		if col == 0 {
			return 0, false
		}
		k, i := i/len(n.rows), i%len(n.rows)
		code, share := strings.CutSuffix(n.columnNames()[col], "%")
		j, sum := slices.Index(n.cols, code), n.lineSum(k, i)
		switch {
		case j < 0:
			return float64(sum), true
		case share:
			return float64(n.at(k, i, j)) / max(float64(sum), 1), true
		}
		return float64(n.at(k, i, j)), true
	}
	id := n.cols[i]
	switch col {
	case 1:
		if when, ok := n.r.Data.When(id); ok {
			return float64(when.First.Unix()), true
		}
		return math.Inf(1), true
	case 2:
		level, _ := n.r.Data.Index.Level.Number(n.r.Data.Meeting(id).Level)
		return float64(level), true
	case 3:
		return float64(n.sel.ByMeeting.Of(id)), true
	}
	return 0, false
}

// Sorted is the sign of a column by which the table stands; "" for the others.
func (n *Tally) Sorted(col int) string {
	switch name := n.columnNames()[col]; n.s.Sort {
	case name:
		return "↑"
	case "-" + name:
		return "↓"
	}
	return ""
}

// SortBy is what a press on the head of a column does: numbers from the largest
// first, texts and dates from the first; again, the other way round; a third time, as
// they come.
func (n *Tally) SortBy(col int) state.Action {
	name := n.columnNames()[col]
	steps := []string{"-" + name, name, ""}
	if col == 0 || n.spec.listed && col < 3 {
		steps = []string{name, "-" + name, ""}
	}
	next := steps[(slices.Index(steps, n.s.Sort)+1)%len(steps)]
	if n.s.Sort == "" {
		next = steps[0]
	}
	return state.Func(func(s state.State) state.State { s.Sort = next; return s })
}

// Totals is the last line of the table: the statements of each column, each counted
// once, whatever number of rows it stands in.
func (n *Tally) Totals() []string {
	p := n.p
	if n.spec.listed {
		return []string{p.N("scene.meetings", len(n.cols)), "", "", p.Int(len(n.sel.Statements))}
	}
	column := n.spec.Column.column(n.r.Data.Index)
	count := countBy(column, n.sel.Statements)
	head := p.T("scene.total")
	if n.spec.Row.many || n.spec.Panel != nil {
		head = p.T("scene.totalOnce")
	}
	out := []string{head}
	for _, code := range n.cols {
		k, _ := column.Number(code)
		out = append(out, p.Int(count[k]))
		if n.shared() {
			out = append(out, percent(count[k], len(n.sel.Statements), p))
		}
	}
	switch {
	case n.texts != nil:
		out = append(out, "")
	case !n.spec.Column.many:
		out = append(out, p.Int(len(n.sel.Statements)))
	}
	return out
}
