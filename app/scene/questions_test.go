package scene

import (
	"regexp"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
)

// Every scene of the lesson asks the class something, in every language, at the
// end of the teacher's note; what a question names is in the data.
func TestLessonAsks(t *testing.T) {
	t.Parallel()
	r := room(t)
	reference := regexp.MustCompile(`\b\d{3}-\d{2}\b`)
	for _, lang := range []string{"en", "uk", "ru"} {
		p := i18n.For(lang)
		steps := Deck(r, r.Opening(), p)
		about := r.Data.Profile
		if !strings.HasSuffix(steps[0].Note, about.Opening[lang]) || !strings.HasSuffix(steps[len(steps)-1].Note, about.Closing[lang]) || about.Opening[lang] == "" || about.Closing[lang] == "" {
			t.Errorf("%s: the lesson opens or closes without a question", lang)
		}
		asked := 0
		for _, s := range steps {
			if s.View.Meeting == "" {
				continue
			}
			asked++
			key := lang
			if lang == "en" {
				key = ""
			}
			q := r.Data.Meeting(s.View.Meeting).Questions[key]
			if q == "" || !strings.HasSuffix(s.Note, p.T("scene.questions", i18n.Args{"Text": q})) {
				t.Errorf("%s: %q asks %q", lang, s.Title, s.Note)
			}
			for _, id := range reference.FindAllString(q, -1) {
				if x := r.Data.Statement(id); x == nil || x.ID != id {
					t.Errorf("%s: %q asks about %s", lang, s.Title, id)
				}
			}
		}
		if asked < 5 {
			t.Errorf("%s: %d scenes of meetings", lang, asked)
		}
	}
	if got := asking("note", nil, i18n.For("en")); got != "note" {
		t.Errorf("without a question: %q", got)
	}
}
