package state

import "strings"

// ByPeriod is a dimension in which views can be compared, and that nobody lights.
const ByPeriod Dimension = "period"

// Pair is two things that a view sets against each other: the ids of meetings or of
// documents, the codes of states, or periods as FROM/TO, EDTF dates, an open end "..".
type Pair struct {
	By   Dimension
	A, B string
}

// Pair returns what the view compares; false if that is nothing, or not two things.
func (v View) Pair() (Pair, bool) {
	p := Pair{ByMeeting, v.Meeting, v.Against}
	if by, codes, ok := v.named(); ok {
		p.By = by
		p.A, p.B, _ = strings.Cut(codes, ",")
	}
	return p, p.A != "" && p.B != "" && p.A != p.B && (p.By == ByMeeting || !strings.Contains(p.B, ","))
}

// Against is what [Chart] holds for the pair.
func (p Pair) Against() string {
	if p.By == ByMeeting {
		return p.B
	}
	return string(p.By) + "=" + p.A + "," + p.B
}

// named is what Against names with both its sides; false if that is one meeting.
func (v View) named() (by Dimension, codes string, ok bool) {
	name, codes, ok := strings.Cut(v.Against, "=")
	by = Dimension(name)
	return by, codes, ok && (by == ByState || by == ByPeriod || by == ByDocument)
}

// comparesMeetings reports whether the selected meeting is one side.
func (v View) comparesMeetings() bool {
	_, _, ok := v.named()
	return !ok
}
