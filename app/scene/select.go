package scene

import (
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/edtf"
	"c5atlas.org/c5atlas/app/state"
)

// Selection is what the filters of a view leave. It must not be modified.
type Selection struct {
	Statements []int    // indices into the data set's Statements, in order
	Total      int      // statements in the data set
	Meetings   []string // ids of the meetings shown, by date
	Documents  []string // ids of the documents with a statement left

	ByMeeting  map[string]int // statements left of each meeting
	ByDocument map[string]int // statements left of each document
}

// Shows reports whether a meeting is among those shown.
func (sel *Selection) Shows(meeting string) bool {
	return slices.Contains(sel.Meetings, meeting)
}

// Select applies the filters of s. Filters of different kinds narrow together,
// values of one kind widen.
//
// A meeting is shown if its own level, date and parties pass. One of which
// nothing is coded, or nothing is left, stays on the map as context, unless
// the view asks for a domain, for statements naming fewer than six states, or
// for words: then only meetings with a statement left are an answer.
func Select(d *dataset.Dataset, s state.State) *Selection {
	f := newFilter(d, s)
	sel := &Selection{
		Total:     len(d.Statements),
		ByMeeting: make(map[string]int, len(d.Meetings)), ByDocument: make(map[string]int, len(d.Documents)),
	}
	passes := make(map[string]bool, len(d.Meetings))
	for i := range d.Meetings {
		passes[d.Meetings[i].ID] = f.meeting(&d.Meetings[i])
	}
	for i := range d.Statements {
		x := &d.Statements[i]
		if passes[x.Meeting] && f.statement(i, x) {
			sel.Statements = append(sel.Statements, i)
			sel.ByMeeting[x.Meeting]++
			sel.ByDocument[x.Document]++
		}
	}
	asks := s.Domains != "" || s.OnlyNaming || !dataset.NewQuery(s.Query).Empty()
	for i := range d.Meetings {
		m := &d.Meetings[i]
		if passes[m.ID] && f.parties(m) && (!asks || sel.ByMeeting[m.ID] > 0) || sel.ByMeeting[m.ID] > 0 {
			sel.Meetings = append(sel.Meetings, m.ID)
		}
	}
	for i := range d.Documents {
		if sel.ByDocument[d.Documents[i].ID] > 0 {
			sel.Documents = append(sel.Documents, d.Documents[i].ID)
		}
	}
	return sel
}

type filter struct {
	d                               *dataset.Dataset
	s                               state.State
	domains, states, status, levels map[string]bool // nil lets everything through
	hits                            []bool
	from, to                        time.Time
}

func newFilter(d *dataset.Dataset, s state.State) *filter {
	f := &filter{
		d: d, s: s, domains: members(s.Domains), states: members(s.States), status: members(s.Status), levels: members(s.Levels),
		hits: d.Search(dataset.NewQuery(s.Query)),
	}
	f.from, f.to = window(s)
	return f
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

func members(set state.Set) map[string]bool {
	if set == "" {
		return nil
	}
	m := map[string]bool{}
	for _, c := range set.Codes() {
		m[c] = true
	}
	return m
}

func lets(m map[string]bool, code string) bool { return m == nil || m[code] }

// meeting applies the filters that are the meeting's own: level and date. A
// meeting without a date passes only an open window.
func (f *filter) meeting(m *dataset.Meeting) bool {
	if !lets(f.levels, m.Level) {
		return false
	}
	if f.from.IsZero() && f.to.IsZero() {
		return true
	}
	when, ok := f.d.When(m.ID)
	return ok && when.Overlaps(f.from, f.to)
}

func (f *filter) parties(m *dataset.Meeting) bool { return f.anyState(m.Parties) }

func (f *filter) anyState(codes []string) bool {
	if f.states == nil {
		return true
	}
	for _, c := range codes {
		if f.states[c] {
			return true
		}
	}
	return false
}

func (f *filter) statement(i int, x *dataset.Statement) bool {
	return lets(f.domains, x.Domain) && lets(f.status, x.Status) && f.anyState(x.States) &&
		(!f.s.OnlyNaming || len(x.States) < len(f.d.Countries)) && (f.hits == nil || f.hits[i])
}
