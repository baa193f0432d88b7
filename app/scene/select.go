package scene

import (
	"iter"
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/app/state"
)

// Selection is what the filters of a view leave. It must not be modified.
type Selection struct {
	Statements []int    // indices into the data set's Statements, in order
	Total      int      // statements in the data, with those that could not be used
	Meetings   []string // ids of the meetings shown, by date
	Documents  []string // ids of the documents with a statement left

	ByMeeting  Counts // statements left of each meeting
	ByDocument Counts // statements left of each document

	// Lit is those of Statements that the focus lights, in order; all of them if
	// it lights nothing apart from the rest.
	Lit []int

	LitByMeeting  Counts // those of ByMeeting that are lit
	LitByDocument Counts // those of ByDocument that are lit

	index *dataset.Index
	shown []bool // by number of meeting
	lit   []bool // by number of meeting
}

// Counts is how many statements each record of a column has. The zero one has none.
type Counts struct {
	column *dataset.Column
	n      []int // by number
}

// newCounts counts some statements by a column in which each has one number.
func newCounts(c *dataset.Column, statements []int) Counts {
	return Counts{c, countBy(c, statements)}
}

// countBy is how many of the statements have each number of a column.
func countBy(c *dataset.Column, statements []int) []int {
	n := make([]int, len(c.Codes))
	if c.Single() { // as below, in half the time
		for _, i := range statements {
			n[c.One(i)]++
		}
		return n
	}
	for _, i := range statements {
		for _, k := range c.Of(i) {
			n[k]++
		}
	}
	return n
}

// marked tells of each statement of d whether it is one of these.
func marked(d *dataset.Dataset, statements []int) []bool {
	out := make([]bool, len(d.Statements))
	for _, i := range statements {
		out[i] = true
	}
	return out
}

// Of is the count of a code; 0 of one that is none.
func (x Counts) Of(code string) int {
	if x.column == nil {
		return 0
	}
	k, ok := x.column.Number(code)
	if !ok {
		return 0
	}
	return x.n[k]
}

// codes are those that have a statement, in the order of the column.
func (x Counts) codes() (out []string) {
	out = make([]string, 0, len(x.n))
	for k, n := range x.n {
		if n > 0 {
			out = append(out, x.column.Codes[k])
		}
	}
	return out
}

// Shows reports whether a meeting is among those shown.
func (sel *Selection) Shows(meeting string) bool {
	if sel.shown == nil {
		return false
	}
	k, ok := sel.index.Meeting.Number(meeting)
	return ok && sel.shown[k]
}

// Lights reports whether a meeting is lit: one of its statements is, or it is
// itself, as a meeting of which nothing is coded. If nothing is lit apart from the
// rest, all are.
func (sel *Selection) Lights(meeting string) bool {
	if sel.lit == nil {
		return true
	}
	k, ok := sel.index.Meeting.Number(meeting)
	return ok && sel.lit[k]
}

// meetings are those shown, by date.
func (sel *Selection) meetings(d *dataset.Dataset) iter.Seq[*dataset.Meeting] {
	return func(yield func(*dataset.Meeting) bool) {
		for k, shown := range sel.shown {
			if shown && !yield(&d.Meetings[k]) {
				return
			}
		}
	}
}

// Select applies the filters and the focus of s. Filters of different kinds
// narrow together, values of one kind widen. Of a large package it takes some
// milliseconds, with a first search more: it may run on any goroutine.
//
// A meeting is shown if its own level, date and parties pass. One of which
// nothing is coded, or nothing is left, stays on the map as context, unless
// the view asks for a domain, for statements naming fewer than all states, or
// for words: then only meetings with a statement left are an answer, and, if it
// asks for words alone, those that the words name.
func Select(d *dataset.Dataset, s state.State) *Selection {
	x, f := d.Index, newFilter(d, s)
	sel := &Selection{Total: len(d.Statements) + d.LeftOut["statements"], index: x, shown: make([]bool, len(d.Meetings))}
	sel.Statements = f.left()
	sel.ByMeeting, sel.ByDocument = newCounts(&x.Meeting, sel.Statements), newCounts(&x.Document, sel.Statements)
	sel.light(d, s.Focus)
	asks := s.Domains != "" || s.OnlyNaming || f.hits != nil
	for k := range d.Meetings {
		m := &d.Meetings[k]
		if sel.ByMeeting.n[k] > 0 || (f.meeting == nil || f.meeting[k]) && f.level(m.Level) && f.parties(m) && (!asks || f.named(s, k)) {
			sel.Meetings, sel.shown[k] = append(sel.Meetings, m.ID), true
		}
	}
	sel.Documents = sel.ByDocument.codes()
	return sel
}

// Prepare does what Select would have to wait for with that query: on another
// goroutine than the window's, the words are then looked up at once. Without a
// query it does what every search needs.
func Prepare(r *Room, query string) {
	r.Data.PrepareSearch()
	r.Data.Find(dataset.NewQuery(query))
}

// filter is the filters of a view in the numbers of an index.
type filter struct {
	d       *dataset.Dataset
	x       *dataset.Index
	allows  [kinds][]bool // by number; nil lets everything through
	meeting []bool        // by number: its date lies in the time window; nil: that is open
	found   *dataset.Found
	hits    []bool // by statement; nil: no query
	naming  bool
}

// The filters that have options of their own, as the columns they are of.
const (
	ofStatus = iota
	ofDomain
	ofState
	ofLevel
	kinds
)

// columns are those of the filters.
func columns(x *dataset.Index) [kinds]*dataset.Column {
	return [kinds]*dataset.Column{ofStatus: &x.Status, ofDomain: &x.Domain, ofState: &x.State, ofLevel: &x.Level}
}

func newFilter(d *dataset.Dataset, s state.State) *filter {
	found := d.Find(dataset.NewQuery(s.Query))
	f := &filter{d: d, x: d.Index, found: found, hits: found.Statements, naming: s.OnlyNaming}
	sets := [kinds]state.Set{ofStatus: s.Status, ofDomain: s.Domains, ofState: s.States, ofLevel: s.Levels}
	for k, c := range columns(f.x) {
		if sets[k] != "" {
			f.allows[k] = allowed(c, sets[k])
		}
	}
	from, to := window(s)
	if from.IsZero() && to.IsZero() {
		return f
	}
	f.meeting = make([]bool, len(d.Meetings))
	for k := range d.Meetings {
		when, ok := d.Day(k) // one without a date passes only an open window
		f.meeting[k] = ok && when.Overlaps(from, to)
	}
	return f
}

// named reports whether the words asked for name meeting k, with its place or
// its people.
func (f *filter) named(s state.State, k int) bool {
	return f.hits != nil && f.found.Named[k] && s.Domains == "" && !s.OnlyNaming
}

// none says that a statement is left out by what is no choice among options.
const none = 1 << kinds

// misses says which filters leave statement i out, one bit each; 0 lets it
// through.
func (f *filter) misses(i int) int {
	if f.meeting != nil && !f.meeting[f.x.Meeting.One(i)] || f.hits != nil && !f.hits[i] {
		return none
	}
	states := f.x.State.Of(i)
	if f.naming && len(states) >= len(f.d.Countries) {
		return none
	}
	missed := 0
	if a := f.allows[ofStatus]; a != nil && !a[f.x.Status.One(i)] {
		missed |= 1 << ofStatus
	}
	if a := f.allows[ofDomain]; a != nil && !a[f.x.Domain.One(i)] {
		missed |= 1 << ofDomain
	}
	if a := f.allows[ofLevel]; a != nil && !a[f.x.Level.One(i)] {
		missed |= 1 << ofLevel
	}
	if a := f.allows[ofState]; a != nil && !anyOf(a, states) {
		missed |= 1 << ofState
	}
	return missed
}

// left is the statements of which misses is 0, filter by filter: a fifth of the time.
func (f *filter) left() []int {
	left := make([]int, 0, len(f.d.Statements))
	for i := range f.d.Statements {
		if f.hits == nil || f.hits[i] {
			left = append(left, i)
		}
	}
	if f.meeting != nil {
		left = f.x.Meeting.Keep(left, f.meeting)
	}
	for k, c := range columns(f.x) {
		if f.allows[k] != nil {
			left = c.Keep(left, f.allows[k])
		}
	}
	if f.naming {
		left = slices.DeleteFunc(left, func(i int) bool { return len(f.x.State.Of(i)) >= len(f.d.Countries) })
	}
	return left
}

func (f *filter) level(code string) bool {
	if f.allows[ofLevel] == nil {
		return true
	}
	k, ok := f.x.Level.Number(code)
	return ok && f.allows[ofLevel][k]
}

// parties reports whether one of the states that take part passes.
func (f *filter) parties(m *dataset.Meeting) bool {
	if f.allows[ofState] == nil {
		return true
	}
	for _, c := range m.Parties {
		if k, ok := f.x.State.Number(c); ok && f.allows[ofState][k] {
			return true
		}
	}
	return false
}

// window returns the first and last day of the view's time window; zero at an
// open end or where the text is no date.
func window(s state.State) (from, to time.Time) {
	if x, err := edtf.Parse(s.From); err == nil {
		from = x.First
	}
	if x, err := edtf.Parse(s.To); err == nil {
		to = x.Last
	}
	return from, to
}
