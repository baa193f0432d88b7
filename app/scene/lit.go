package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// lightable are the dimensions that a person can light, in the order in which a
// focus is put into words.
var lightable = []*Dimension{byDomain, byStatus, byState, byPair, byDocument, byBasis}

// lit returns the lit codes of a dimension; the empty set lights all.
func (d *Dimension) lit(f state.Focus) state.Set { return f.Lit(state.Dimension(d.Name)) }

// allowed marks the numbers of a set's codes.
func allowed(c *dataset.Column, set state.Set) []bool {
	out := make([]bool, len(c.Codes))
	for _, code := range set.Codes() {
		if k, ok := c.Number(code); ok {
			out[k] = true
		}
	}
	return out
}

// light says which of the statements and meetings a focus lights: as filters do,
// dimensions narrow together and codes of one widen.
func (sel *Selection) light(d *dataset.Dataset, f state.Focus) {
	sel.Lit, sel.LitByMeeting, sel.LitByDocument = sel.Statements, sel.ByMeeting, sel.ByDocument
	if !f.Lights() {
		return
	}
	x := d.Index
	sel.Lit, sel.lit = slices.Clone(sel.Statements), make([]bool, len(x.Meeting.Codes))
	for _, by := range lightable {
		if set := by.lit(f); set != "" {
			c := by.column(x)
			sel.Lit = c.Keep(sel.Lit, allowed(c, set))
		}
	}
	sel.LitByMeeting, sel.LitByDocument = newCounts(&x.Meeting, sel.Lit), newCounts(&x.Document, sel.Lit)
	others := f
	others.LitMeetings, others.LitStates = "", ""
	for k := range d.Meetings {
		m := &d.Meetings[k]
		itself := !d.Coded(m.ID) && !others.Lights() && f.LitMeetings.Allows(m.ID) && (f.LitStates == "" || slices.ContainsFunc(m.Parties, f.LitStates.Has))
		sel.lit[k] = sel.LitByMeeting.n[k] > 0 || itself
	}
	if f.WithLit(state.ByDocument, "").Lights() {
		return
	}
	for _, id := range f.LitDocuments.Codes() { // one of which the filters leave nothing lights what it is about
		k, ok := x.Document.Number(id)
		if !ok || sel.LitByDocument.n[k] > 0 {
			continue
		}
		for _, m := range d.Documents[k].Meetings {
			if n, ok := x.Meeting.Number(m); ok {
				sel.lit[n] = true
			}
		}
	}
}

func anyOf(allows []bool, numbers []int32) bool {
	for _, k := range numbers {
		if allows[k] {
			return true
		}
	}
	return false
}

// LightMeetings is what a click on the sign of meetings does.
func LightMeetings(add bool, ids ...string) state.Action {
	return state.FocusOn{Codes: MeetingFocus(ids...), Add: add}
}

// MeetingFocus is the codes that stand for meetings.
func MeetingFocus(ids ...string) state.Focus {
	return state.Focus{LitMeetings: state.NewSet(ids...)}
}

// LightDocument is what a click on the row of a document does.
func LightDocument(id string, add bool) state.Action {
	return state.FocusOn{Codes: DocumentFocus(id), Add: add}
}

// DocumentFocus is the codes that stand for a document.
func DocumentFocus(id string) state.Focus { return state.Focus{LitDocuments: state.NewSet(id)} }

// focusNames is how many names of one dimension a focus is put into words with.
const focusNames = 3

// focusWords names what is lit; of many codes of a dimension the first few, and
// how many more.
func focusWords(r *Room, f state.Focus, p *i18n.Printer) string {
	var parts []string
	for _, d := range lightable {
		names := few(d.lit(f), func(code string) string {
			if _, ok := d.column(r.Data.Index).Number(code); ok {
				return d.words(r, code, p)
			}
			return code
		}, p)
		if names != "" {
			parts = append(parts, names)
		}
	}
	return strings.Join(parts, " · ")
}
