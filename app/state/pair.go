package state

import "strings"

// ByPeriod is a dimension in which views can be compared, and that nobody lights.
const ByPeriod Dimension = "period"

// Pair is two things that a view sets against each other: the ids of meetings, the
// codes of states, or periods as FROM/TO, EDTF dates, an open end "..".
type Pair struct {
	By   Dimension
	A, B string
}

// Pair returns what the view compares; false if that is nothing, or not two things.
func (v View) Pair() (Pair, bool) {
	p := Pair{ByMeeting, v.Meeting, v.Against}
	if by, codes, ok := strings.Cut(v.Against, "="); ok && (by == string(ByState) || by == string(ByPeriod)) {
		p.By = Dimension(by)
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

// comparesMeetings reports whether the selected meeting is one side.
func (v View) comparesMeetings() bool {
	return !strings.HasPrefix(v.Against, string(ByState)+"=") && !strings.HasPrefix(v.Against, string(ByPeriod)+"=")
}
