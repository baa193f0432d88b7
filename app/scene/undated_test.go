package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
)

// A meeting without a date is named without one: no comma or dot stands where the date
// would.
func TestUndatedMeetingIsNamed(t *testing.T) {
	r, undated := room(t), 0
	for i := range r.Data.Meetings {
		m := &r.Data.Meetings[i]
		if m.Date != "" {
			continue
		}
		undated++
		for _, lang := range i18n.Languages() {
			p := i18n.For(lang)
			s := r.Opening()
			s.Focus = MeetingFocus(m.ID)
			for _, words := range []string{
				Subtitle(r, Select(r.Data, s), s, p), byMeeting.words(r, m.ID, p), byPair.words(r, m.ID, p), byPair.category(r, m.ID, p).Label,
			} {
				if !strings.Contains(words, m.ShortName.In(lang)) && !strings.Contains(words, m.Title.In(lang)) || strings.Contains(words, ", ,") || strings.HasSuffix(words, ", ") {
					t.Errorf("%s: %q", m.ID, words)
				}
			}
			for _, o := range NewDocumentFields(r, p).Meetings {
				if o.Code == m.ID && strings.HasPrefix(o.Label, " ") {
					t.Errorf("%s: %q is offered", m.ID, o.Label)
				}
			}
		}
	}
	if undated == 0 {
		t.Fatal("every meeting has a date")
	}
}
