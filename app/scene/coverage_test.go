package scene

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// A meeting that a document names is never said to be passed over by all of
// them: not on its page, not in a list, not in a lesson.
func TestMentionedMeetings(t *testing.T) {
	t.Parallel()
	rm := room(t)
	s := rm.Opening()
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		none := []string{p.T("scene.notCovered"), p.N("scene.notCoveredLong", len(rm.Data.Documents))}
		sel := Select(rm.Data, s)
		mentioned := 0
		for i := range rm.Data.Meetings {
			m := &rm.Data.Meetings[i]
			named := slices.ContainsFunc(rm.Data.Documents, func(d dataset.Document) bool { return slices.Contains(d.Meetings, m.ID) })
			v := state.SelectMeeting(m.ID).Apply(s)
			texts := []string{card(rm.Data, sel, s, m, p).CountText(p)}
			for _, b := range blocks(Reader(rm, sel, v, p)) {
				texts = append(texts, b.Text)
			}
			if got := slices.ContainsFunc(texts, func(x string) bool { return slices.Contains(none, x) }); got == named {
				t.Errorf("%s, %s: a document names it: %v, it is said that none does: %v", lang, m.ID, named, got)
			}
			if named && !rm.Data.Coded(m.ID) {
				mentioned++
			}
		}
		if mentioned != 2 { // the talks of 26 April 2023 and the second summit
			t.Errorf("%d meetings are only mentioned, want 2", mentioned)
		}
	}
}

// A meeting of which only positions are coded has not no statements: all eight
// of document 003 are positions (research/check-tables.md).
func TestHiddenStatementsAreCounted(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	s := rm.Opening()
	for _, st := range Deck(rm, s, p) {
		if st.View.Meeting == "2025-06-16-kaz" && st.Caption != "8 statements (positions); not in this view." {
			t.Errorf("the lesson says %q", st.Caption)
		}
	}
	c := card(rm.Data, Select(rm.Data, s), s, rm.Data.Meeting("2025-06-16-kaz"), p)
	if got := c.CountText(p); got != "8 statements, all positions" {
		t.Errorf("the list says %q", got)
	}
}

// The points that are agreed or to be signed come from P7 and P8 of document
// 000 and P27 and P28 of document 001 (research/items.tsv).
func TestAgreedPointsNameTheirPassages(t *testing.T) {
	t.Parallel()
	rm, p := room(t), i18n.For("en")
	want := "Points agreed or to be signed: 7 (passages: 4, documents: 2); not a list of treaties."
	for _, kind := range []state.ChartKind{state.Domains, state.States, state.Timeline, state.Documents, state.Matrix} {
		for _, status := range []state.Set{rm.Opening().Status, state.NewSet("agreed", "to be signed", "announced", "intended"), state.AllStatuses} {
			s := rm.Opening()
			s.Kind, s.Status = kind, status
			n := Count(rm, Select(rm.Data, s), s, p)
			c := n.Chart(PaletteFor(state.Light))
			if !slices.Contains(c.Notes, want) || !strings.Contains(n.Describe(), want) {
				t.Errorf("%s, status %q: notes %q", kind, status, c.Notes)
			}
		}
	}
	s := rm.Opening()
	s.Status = state.NewSet("position")
	if c := Count(rm, Select(rm.Data, s), s, p).Chart(PaletteFor(state.Light)); slices.Contains(c.Notes, want) {
		t.Errorf("positions: notes %q", c.Notes)
	}
}

// A step of a meeting has its context in the note.
func TestLessonTellsTheContext(t *testing.T) {
	t.Parallel()
	rm := room(t)
	for _, lang := range i18n.Languages() {
		told := 0
		for _, st := range Deck(rm, rm.Opening(), i18n.For(lang)) {
			m := rm.Data.Meeting(st.View.Meeting)
			if m == nil {
				continue
			}
			told++
			if !strings.HasPrefix(st.Note, m.Context.In(lang)) || m.Context.In(lang) == "" {
				t.Errorf("%s, %s: note %q", lang, m.ID, st.Note)
			}
		}
		if told < 5 {
			t.Errorf("%s: %d steps of meetings", lang, told)
		}
	}
}
