package scene

import (
	"math/rand/v2"
	"slices"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// TestAllPanesLightTheSame lights any codes in any view and counts by hand, in the
// rows of the data, what cards, ticks, markers and documents then say.
func TestAllPanesLightTheSame(t *testing.T) {
	t.Parallel()
	r, p := room(t), i18n.For("en")
	random := rand.New(rand.NewPCG(5, 6))
	pick := func(codes []string) state.Set { return state.NewSet(codes[random.IntN(len(codes))]) }
	x := r.Data.Index
	for range 200 {
		s := randomView(random)
		s.Focus = state.Focus{}
		plain := Select(r.Data, s)
		switch random.IntN(5) {
		case 0:
			s.LitDomains = pick(x.Domain.Codes)
		case 1:
			s.LitStatuses = pick(x.Status.Codes)
		case 2:
			s.LitStates = pick(x.State.Codes)
		case 3:
			s.LitMeetings = pick(x.Meeting.Codes)
		case 4:
			s.LitDocuments = pick(x.Document.Codes)
		}
		sel := Select(r.Data, s)
		meetings, documents := map[string]int{}, map[string]int{}
		for _, i := range sel.Statements {
			y := &r.Data.Statements[i]
			if s.LitDomains.Allows(y.Domain) && s.LitStatuses.Allows(y.Status) && s.LitMeetings.Allows(y.Meeting) && s.LitDocuments.Allows(y.Document) &&
				(s.LitStates == "" || slices.ContainsFunc(y.States, s.LitStates.Has)) {
				meetings[y.Meeting]++
				documents[y.Document]++
			}
		}
		if !slices.Equal(plain.Statements, sel.Statements) || !slices.Equal(plain.Meetings, sel.Meetings) {
			t.Fatalf("%+v hides something", s.Focus)
		}
		at := map[string]bool{} // places with something lit
		for _, id := range sel.Meetings {
			m := r.Data.Meeting(id)
			lit := meetings[id] > 0 || !r.Data.Coded(id) && (s.LitMeetings.Has(id) || s.LitStates != "" && slices.ContainsFunc(m.Parties, s.LitStates.Has))
			for i := range r.Data.Documents { // one with nothing left lights what it is about
				x := &r.Data.Documents[i]
				alone := s.WithLit(state.ByDocument, "") == s.Unlit()
				lit = lit || alone && s.LitDocuments.Has(x.ID) && documents[x.ID] == 0 && slices.Contains(x.Meetings, id)
			}
			c := card(r.Data, sel, s, m, p)
			if c.Lit != meetings[id] || c.Muted == lit || c.Selected != (lit || s.Meeting == id) {
				t.Errorf("%+v: %d of %s are lit, the card says %+v", s.Focus, meetings[id], id, c)
			}
			at[m.Place] = at[m.Place] || lit
		}
		for _, k := range markers(r, sel, s, p) {
			if k.Muted == at[k.ID] {
				t.Errorf("%+v: the marker of %s is muted: %v", s.Focus, k.ID, k.Muted)
			}
		}
		list := DocumentList(r, sel, s, p)
		for i := range list.Len() {
			if row := list.Row(i); row.Lit != documents[row.ID] || row.Muted != (documents[row.ID] == 0 && !s.LitDocuments.Has(row.ID)) {
				t.Errorf("%+v: %d of %s are lit, the row says %+v", s.Focus, documents[row.ID], row.ID, row)
			}
		}
	}
}
