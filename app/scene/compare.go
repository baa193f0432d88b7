package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Comparable lists the meetings with coded statements that the selected one,
// or any if none is selected, can be compared with, by date, each with the
// statements that the filters leave of it.
func Comparable(r *Room, sel *Selection, s state.State, p *i18n.Printer) []Option {
	n := coded(r.Data)
	var out []Option
	for i := range r.Data.Meetings {
		m := &r.Data.Meetings[i]
		if n[m.ID] == 0 || m.ID == s.At() {
			continue
		}
		out = append(out, Option{
			Code: m.ID, Label: meetingLabel(m, p), Tip: m.Title.In(p.Lang()),
			Count: sel.ByMeeting[m.ID], On: Comparing(r, s) && s.Against == m.ID,
		})
	}
	return out
}

// Compare sets the meeting with this id against the selected one. If none with
// statements is selected, it takes the one before it of the same level, else
// the one with the most statements. "" ends the comparison.
func Compare(r *Room, id string) state.Action {
	return state.Func(func(s state.State) state.State {
		if id == "" {
			s.Against = ""
			return s
		}
		if lit := s.Only(state.ByMeeting); lit != "" { // the one in hand
			s.Focus = s.Unlit()
			s.Meeting = lit
		}
		if n := coded(r.Data); n[s.Meeting] == 0 || s.Meeting == id {
			s = state.SelectMeeting(counterpart(r.Data, n, id)).Apply(s)
		}
		s.Against, s.Split = id, false
		return s
	})
}

// coded counts the statements of each meeting.
func coded(d *dataset.Dataset) map[string]int {
	n := make(map[string]int, len(d.Meetings))
	for k, id := range d.Index.Meeting.Codes {
		n[id] = len(d.Index.Meeting.Statements(k))
	}
	return n
}

// counterpart is the meeting that one is most naturally compared with; "" if
// no other is coded.
func counterpart(d *dataset.Dataset, n map[string]int, id string) string {
	level := ""
	if m := d.Meeting(id); m != nil {
		level = m.Level
	}
	before, most := "", ""
	passed := false
	for i := range d.Meetings {
		m := &d.Meetings[i]
		if m.ID == id {
			passed = true
			continue
		}
		if n[m.ID] == 0 {
			continue
		}
		if !passed && m.Level == level {
			before = m.ID
		}
		if n[m.ID] > n[most] {
			most = m.ID
		}
	}
	if before != "" {
		return before
	}
	return most
}

// plotted is the part of the selection that the chart of s counts: of a
// comparison only its two meetings.
func plotted(r *Room, sel *Selection, s state.State) *Selection {
	if !Comparing(r, s) {
		return sel
	}
	part := &Selection{Total: sel.Total, index: sel.index, shown: sel.shown, ByMeeting: map[string]int{}, ByDocument: map[string]int{}}
	for _, i := range sel.Statements {
		x := &r.Data.Statements[i]
		if x.Meeting == s.Meeting || x.Meeting == s.Against {
			part.Statements = append(part.Statements, i)
			part.ByMeeting[x.Meeting]++
			part.ByDocument[x.Document]++
		}
	}
	part.Lit = part.Statements
	if s.Lights() {
		part.Lit = slices.DeleteFunc(slices.Clone(sel.Lit), func(i int) bool {
			x := &r.Data.Statements[i]
			return x.Meeting != s.Meeting && x.Meeting != s.Against
		})
	}
	for i := range r.Data.Documents {
		if id := r.Data.Documents[i].ID; part.ByDocument[id] > 0 {
			part.Documents = append(part.Documents, id)
		}
	}
	return part
}
