package scene

import (
	"slices"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Every page that the data have is written in every language, every link on it
// leads to another one that they have, and a page that they have not is dropped
// from a view.
func TestPagesOfTheirOwn(t *testing.T) {
	t.Parallel()
	r := room(t)
	names := []string{CodingPage, GlossaryPage, HistoryPage}
	for i := range r.Data.Terms {
		names = append(names, TermPage(r.Data.Terms[i].ID))
	}
	for i := range r.Data.People {
		names = append(names, PersonPage(r.Data.People[i].Person))
	}
	s := r.Opening()
	for _, lang := range i18n.Languages() {
		for _, name := range names {
			s.Page = name
			page := Reader(r, Select(r.Data, s), s, i18n.For(lang))
			if page.Key != "page "+name || page.Len() < 2 || !HasPage(r, name) {
				t.Errorf("%s: %q is not written", lang, name)
			}
			for i := range page.Len() {
				b := page.Block(i)
				if to, ok := b.Action.(state.OpenPage); ok && !HasPage(r, string(to)) {
					t.Errorf("%s: %q leads to %q", lang, name, to)
				}
				if strings.ContainsAny(b.Text, "*`") {
					t.Errorf("%s: %q has marks left: %q", lang, name, b.Text)
				}
				if b.Kind == NoteBlock && strings.HasPrefix(name, "term:") && strings.ContainsAny(b.Text, "/.") && !strings.Contains(b.Text, " ") && !strings.HasPrefix(b.Text, "http") {
					t.Errorf("%s: %q has a source that nobody can open: %q", lang, name, b.Text)
				}
				if _, number := strings.CutPrefix(b.Text, "P"); b.Kind == NoteBlock && (number || r.Data.Document(b.Text) != nil) {
					t.Errorf("%s: %q has a source that is not read: %q", lang, name, b.Text)
				}
			}
		}
	}
	for _, name := range []string{"", "term:", "term:no", "person:x", "coding2", "\x00"} {
		s.Page = name
		if got := Known(r.Data, s.View).Page; got != "" {
			t.Errorf("%q stays %q", name, got)
		}
	}
}

// The source of a term that the coding book explains opens it.
func TestCodingBookIsASource(t *testing.T) {
	t.Parallel()
	r := room(t)
	s := r.Opening()
	s.Page = TermPage("statement")
	for _, lang := range i18n.Languages() {
		page := Reader(r, Select(r.Data, s), s, i18n.For(lang))
		opens := false
		for i := range page.Len() {
			opens = opens || page.Block(i).Action == state.Action(state.OpenPage(CodingPage))
		}
		if !opens {
			t.Errorf("%s: no way to the coding book", lang)
		}
	}
}

// The page of a person has the other names that the faces can draw, and no others.
func TestSpellingsAreThoseThatCanBeDrawn(t *testing.T) {
	t.Parallel()
	r := room(t)
	got := spellings(r, r.Data.Posts("xi-jinping"), "en")
	for name, want := range map[string]bool{"习近平": true, "Си Цзиньпин": true, "Σι Τζινπίνγκ": true, "شي جين بينغ": false} {
		if strings.Contains(got, name) != want {
			t.Errorf("%q has %q: %t, want %t", got, name, !want, want)
		}
	}
}

// Terms are found as words begin with their forms, in any case of the first
// letter, the longest first, each once.
func TestGlossaryFinds(t *testing.T) {
	t.Parallel()
	g := room(t).Glossary("en")
	for text, want := range map[string][]string{
		"The three forces, and three forces again": {"three-forces"},
		"Three\u00a0forces of the SCO’s scope":     {"three-forces", "sco"},
		"scoped, a misstatement":                   nil,
		"“core interests” (statements)":            {"core-interests", "statement"},
		"":                                         nil,
	} {
		var got []string
		for _, x := range g.Find(text) {
			got = append(got, x.ID)
			if x.From < 0 || x.To > len(text) || x.From >= x.To || x.Definition == "" {
				t.Errorf("%q: %+v", text, x)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Wherever the reader has several documents they are in order of time, each once: by
// the dates of what they report, read from the tables by hand.
func TestDocumentsInOrderOfTime(t *testing.T) {
	t.Parallel()
	r := room(t)
	want := []string{"001", "000", "002", "004", "003"}
	for name, change := range map[string]func(*state.State){
		"filtered": func(s *state.State) { s.Domains = "POL,SEC,TRD,ENE" },
		"searched": func(s *state.State) { s.Query = "cooperation" },
		"lit":      func(s *state.State) { s.LitStates = "KAZ" },
	} {
		s := r.Opening()
		s.Status = state.AllStatuses
		change(&s)
		page := Reader(r, Select(r.Data, s), s, i18n.For("en"))
		var got []string
		for i := range page.Len() {
			if b := page.Block(i); b.Kind == StatementBlock {
				if id := r.Data.Statement(b.ID).Document; len(got) == 0 || got[len(got)-1] != id {
					got = append(got, id)
				}
			}
		}
		left := slices.DeleteFunc(slices.Clone(want), func(id string) bool { return !slices.Contains(got, id) })
		if len(got) < 2 || !slices.Equal(got, left) {
			t.Errorf("%s: documents %v, want %v", name, got, left)
		}
	}
}
