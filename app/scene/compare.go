package scene

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Comparables is the things of one kind that a view can compare.
type Comparables struct {
	By   state.Dimension
	Hand string // the code of the one in hand; "": two are to be chosen
	// Options are those with statements, in the order of the data, each with the
	// statements that the other filters leave of it. Those that are compared are On.
	Options []Option
}

// CanCompare lists what the chart can compare: meetings, states, years of meetings,
// and documents. In hand is what is compared already, what alone is lit or selected, or
// what alone passes a filter.
func CanCompare(r *Room, s state.State, p *i18n.Printer) []Comparables {
	base := s
	base.States, base.From, base.To = "", "", ""
	documents := Comparables{By: state.ByDocument, Hand: cmp.Or(s.Document, s.Only(state.ByDocument))}
	sel := Select(r.Data, base)
	meetings := Comparables{By: state.ByMeeting, Hand: s.At()}
	states := Comparables{By: state.ByState, Hand: s.Only(state.ByState)}
	periods := Comparables{By: state.ByPeriod}
	if s.States.Len() == 1 {
		states.Hand = cmp.Or(states.Hand, string(s.States))
	}
	if s.From != "" || s.To != "" {
		periods.Hand = cmp.Or(s.From, "..") + "/" + cmp.Or(s.To, "..")
	}
	if !r.Data.Coded(meetings.Hand) {
		meetings.Hand = ""
	}
	pair, comparing := pairOf(r.Data, s.View)
	comparing = comparing && Comparing(r, s)
	on := func(by state.Dimension, code string) bool {
		return comparing && pair.By == by && (pair.A == code || pair.B == code)
	}
	years := map[string]int{}
	for i := range r.Data.Meetings {
		m := &r.Data.Meetings[i]
		if !r.Data.Coded(m.ID) {
			continue
		}
		meetings.Options = append(meetings.Options, Option{Code: m.ID, Label: meetingLabel(m, p), Tip: m.Title.In(p.Lang()), Count: sel.ByMeeting.Of(m.ID), On: on(state.ByMeeting, m.ID)})
		if when, ok := r.Data.When(m.ID); ok {
			for y := when.First.Year(); y <= when.Last.Year(); y++ {
				years[strconv.Itoa(y)] += sel.ByMeeting.Of(m.ID)
			}
		}
	}
	concern := countBy(&r.Data.Index.State, sel.Statements)
	for i := range r.Data.Countries {
		code := r.Data.Countries[i].Code
		k, _ := r.Data.Index.State.Number(code)
		states.Options = append(states.Options, Option{Code: code, Label: countryName(r.Data, code, p), Count: concern[k], On: on(state.ByState, code)})
	}
	for _, y := range slices.Sorted(maps.Keys(years)) {
		periods.Options = append(periods.Options, Option{Code: y, Label: p.Date(y), Count: years[y], On: on(state.ByPeriod, y)})
	}
	for k, id := range r.Data.Index.Document.Codes {
		if len(r.Data.Index.Document.Statements(k)) > 0 {
			documents.Options = append(documents.Options, Option{Code: id, Label: lead(r.Data.Document(id), p), Count: sel.ByDocument.Of(id), On: on(state.ByDocument, id)})
		} else if documents.Hand == id {
			documents.Hand = ""
		}
	}
	out := []Comparables{meetings, states, periods, documents}
	for i := range out {
		if comparing && out[i].By == pair.By {
			out[i].Hand = pair.A
		}
	}
	return out
}

// Most returns the options with the most statements, the first of equals, and those
// that are On before all others: no more than n, in their order.
func Most(options []Option, n int) []Option {
	if len(options) <= n {
		return options
	}
	at := make([]int, len(options))
	for i := range at {
		at[i] = i
	}
	sorts.Stable(at, func(a, b int) int {
		if x, y := options[a], options[b]; x.On == y.On {
			return y.Count - x.Count
		} else if x.On {
			return -1
		}
		return 1
	})
	at = at[:n]
	slices.Sort(at)
	out := make([]Option, n)
	for i, k := range at {
		out[i] = options[k]
	}
	return out
}

// NameOf names one of them.
func (c Comparables) NameOf(r *Room, code string, p *i18n.Printer) string {
	switch c.By {
	case state.ByState:
		return countryName(r.Data, code, p)
	case state.ByPeriod:
		return periodName(code, p)
	case state.ByDocument:
		return lead(r.Data.Document(code), p)
	}
	if m := r.Data.Meeting(code); m != nil {
		return meetingLabel(m, p)
	}
	return code
}

// Compare sets two things against each other; a pair of nothing ends that. A filter
// that would hide one of the sides, or part of what two documents say, goes.
func Compare(r *Room, pair state.Pair) state.Action {
	return state.Func(func(s state.State) state.State {
		if pair == (state.Pair{}) {
			s.Against = ""
			return s
		}
		s.Focus = s.Unlit()
		switch pair.By {
		case state.ByMeeting:
			s.Against = ""
			s = state.SelectMeeting(pair.A).Apply(s)
		case state.ByState:
			s.States = ""
		case state.ByPeriod:
			s.From, s.To = "", ""
		case state.ByDocument: // what is softer, and what was said at another time, is what differs
			s.From, s.To, s.Status = "", "", state.AllStatuses
		}
		if next := s; comparableSide(r.Data, pair.By, pair.A) && comparableSide(r.Data, pair.By, pair.B) && pair.A != pair.B {
			next.Against, next.Split = pair.Against(), false
			return next
		}
		return s
	})
}

// plotted is the part of the selection that the chart of s counts: of a
// comparison only its two sides.
func plotted(r *Room, sel *Selection, s state.State) *Selection {
	pair, ok := pairOf(r.Data, s.View)
	x := SpecFor(r, s)
	if !ok || !Comparing(r, s) {
		return sel
	}
	column := x.Column.column(r.Data.Index)
	side := make([]bool, len(column.Codes))
	for _, code := range []string{pair.A, pair.B} {
		if k, ok := column.Number(code); ok {
			side[k] = true
		}
	}
	part := &Selection{Total: sel.Total, index: sel.index, shown: sel.shown, Statements: column.Keep(slices.Clone(sel.Statements), side)}
	part.ByMeeting, part.ByDocument = newCounts(&sel.index.Meeting, part.Statements), newCounts(&sel.index.Document, part.Statements)
	part.Lit = part.Statements
	if s.Lights() {
		part.Lit = column.Keep(slices.Clone(sel.Lit), side)
	}
	part.Documents = part.ByDocument.codes()
	return part
}
