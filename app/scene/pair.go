package scene

import (
	"slices"
	"strings"
	"sync"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// pairOf is the pair that a view compares, if the data have both sides.
func pairOf(d *dataset.Dataset, v state.View) (state.Pair, bool) {
	p, ok := v.Pair()
	return p, ok && comparableSide(d, p.By, p.A) && comparableSide(d, p.By, p.B)
}

func comparableSide(d *dataset.Dataset, by state.Dimension, code string) bool {
	switch by {
	case state.ByMeeting:
		return d.Meeting(code) != nil
	case state.ByState:
		return d.Country(code) != nil
	case state.ByDocument:
		return d.Document(code) != nil
	}
	_, _, ok := span(code)
	return ok
}

// againstCodes lists what the view can compare with: meetings, and what it compares
// already if the data have that.
func againstCodes(d *dataset.Dataset, v state.View) []string {
	if p, ok := pairOf(d, v); ok && p.By != state.ByMeeting {
		return []string{v.Against}
	}
	switch by, _, _ := strings.Cut(v.Against, "="); state.Dimension(by) {
	case state.ByState:
		return d.Index.State.Codes
	case state.ByPeriod:
		return []string{"period=FROM/TO,FROM/TO"}
	case state.ByDocument:
		return d.Index.Document.Codes
	}
	return d.Index.Meeting.Codes
}

// ends are the dates of a period FROM/TO, "" for an open one; a single date is a
// period of its own.
func ends(period string) (from, to string) {
	from, to, two := strings.Cut(period, "/")
	if !two {
		to = from
	}
	open := func(date string) string {
		if date == ".." {
			return ""
		}
		return date
	}
	return open(from), open(to)
}

// span is a period's first and last day, zero at an open end; false if it is none.
func span(period string) (first, last time.Time, ok bool) {
	from, to := ends(period)
	if from == "" && to == "" {
		return first, last, false
	}
	a, errA := edtf.Parse(from)
	b, errB := edtf.Parse(to)
	if from != "" && (errA != nil || a.Interval) || to != "" && (errB != nil || b.Interval) {
		return first, last, false
	}
	if from != "" {
		first = a.First
	}
	if to != "" {
		last = b.Last
	}
	return first, last, from == "" || to == "" || !first.After(last)
}

// within lists the periods that a meeting lies in.
func within(d *dataset.Dataset, m *dataset.Meeting, periods []string) (out []string) {
	when, ok := d.When(m.ID)
	for _, p := range periods {
		if first, last, valid := span(p); ok && valid && when.Overlaps(first, last) {
			out = append(out, p)
		}
	}
	return out
}

// pairTitles head the comparisons.
var pairTitles = map[state.Dimension]string{state.ByMeeting: "scene.titleCompare", state.ByState: "scene.titleCompareStates", state.ByPeriod: "scene.titleComparePeriods"}

// of is the comparison x of two things.
func (x *Spec) of(r *Room, pair state.Pair) *Spec {
	switch pair.By {
	case state.ByMeeting:
		return x
	case state.ByDocument:
		return compareTexts.between(pair)
	}
	y := *x
	y.title = pairTitles[pair.By]
	y.Column = pairOfStates(pair)
	if pair.By == state.ByPeriod {
		y.Column = pairOfPeriods(r, pair)
	}
	return &y
}

// between is the comparison x of two documents, in order of time.
func (x *Spec) between(pair state.Pair) *Spec {
	y, d := *x, *byDocument
	d.shows = func(_ *Selection, _ state.State, code string) bool { return code == pair.A || code == pair.B }
	y.Column = &d
	return &y
}

// pairOfStates is two states: a statement that concerns both counts for both.
func pairOfStates(pair state.Pair) *Dimension {
	d := *byState
	d.shows = func(_ *Selection, _ state.State, code string) bool { return code == pair.A || code == pair.B }
	return &d
}

// pairOfPeriods is two periods: what lies in both counts for both.
func pairOfPeriods(r *Room, pair state.Pair) *Dimension {
	periods := []string{pair.A, pair.B}
	column := sync.OnceValue(func() *dataset.Column {
		return r.Data.ByMeeting(periods, func(m *dataset.Meeting) []string { return within(r.Data, m, periods) })
	})
	return &Dimension{
		Name: string(state.ByPeriod), many: true, empty: true,
		column: func(*dataset.Index) *dataset.Column { return column() },
		category: func(_ *Room, code string, p *i18n.Printer) charts.Category {
			return charts.Category{Key: code, Label: periodName(code, p)}
		},
		meetings: func(r *Room, code string) (ids []string) {
			for i := range r.Data.Meetings {
				if m := &r.Data.Meetings[i]; len(within(r.Data, m, []string{code})) > 0 {
					ids = append(ids, m.ID)
				}
			}
			return ids
		},
	}
}

func periodName(period string, p *i18n.Printer) string {
	from, to := ends(period)
	if from == to {
		return p.Date(from)
	}
	return p.DateRange(from, to)
}

// ofPair says how much each side has, what counts for both, and where they are
// furthest apart.
func ofPair(n *Tally) []string {
	pair, ok := pairOf(n.r.Data, n.s.View)
	if !ok || len(n.cols) != 2 {
		return nil
	}
	column := n.spec.Column.column(n.r.Data.Index)
	var sides [2]int
	both := 0
	for _, i := range n.sel.Statements {
		in := 0
		for j, code := range n.cols {
			if k, ok := column.Number(code); ok && slices.Contains(column.Of(i), int32(k)) {
				sides[j]++
				in++
			}
		}
		if in == 2 {
			both++
		}
	}
	name := func(code string) string {
		if pair.By == state.ByMeeting {
			return byPair.category(n.r, code, n.p).Label
		}
		return n.spec.Column.words(n.r, code, n.p)
	}
	out := []string{n.p.T("scene.findPair", i18n.Args{"A": name(n.cols[0]), "B": name(n.cols[1]), "NA": sides[0], "NB": sides[1]})}
	if both > 0 {
		out = append(out, n.p.N("scene.findBoth", both))
	}
	apart := make([]int, len(n.rows))
	for i := range apart {
		apart[i] = max(n.at(0, i, 0)-n.at(0, i, 1), n.at(0, i, 1)-n.at(0, i, 0))
	}
	switch top := leading(apart); len(top) {
	case 0:
		out = append(out, n.p.T("scene.findSame"))
	case 1:
		out = append(out, n.p.T("scene.findApart", i18n.Args{"List": n.names(n.spec.Row, pick(n.rows, top)), "NA": n.at(0, top[0], 0), "NB": n.at(0, top[0], 1)}))
	default:
		out = append(out, n.p.T("scene.findApartTie", i18n.Args{"List": n.names(n.spec.Row, pick(n.rows, top)), "By": apart[top[0]]}))
	}
	return out
}
