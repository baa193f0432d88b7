package scene

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// queries are what people type, in three languages.
var queries = []string{"trade", "Казахстан", "Xi'an", "торгівл", "співпраця", "сотрудничество", "Wang Yi", "2023", "Almaty", "SEC", "вода", "\"joint statement\"", "zzzz", "", "  ", "а"}

// Whatever is found can be gone to: it has a name, and what a press does leads to
// something that the data have.
func TestEveryHitLeadsSomewhere(t *testing.T) {
	t.Parallel()
	rm := room(t)
	found := 0
	for _, lang := range i18n.Languages() {
		p := i18n.For(lang)
		for i, s := range someViews(12) {
			for _, q := range queries {
				h := Find(rm, s, q, p)
				for _, g := range h.Groups {
					if g.Count < len(g.Best) || len(g.Best) == 0 || len(g.Best) > 3 || g.Name == "" {
						t.Fatalf("%q: %d of %d %s", q, len(g.Best), g.Count, g.Name)
					}
					for _, hit := range g.Best {
						found++
						v := hit.Action.Apply(s)
						if hit.Label == "" || v.View == s.View || Known(rm.Data, v.View) != v.View {
							t.Fatalf("view %d, %q: %q leads to %+v", i, q, hit.Label, v.View)
						}
						if v.Subject != s.Subject || v.HideDocuments {
							t.Fatalf("view %d, %q: going to %q filters or hides", i, q, hit.Label)
						}
					}
				}
				if strings.TrimSpace(q) == "" && len(h.Groups) > 0 {
					t.Fatalf("nothing typed finds %+v", h.Groups)
				}
			}
		}
	}
	if found < 1000 {
		t.Errorf("%d hits are too few to show much", found)
	}
}

// The statements that are found are those that are listed and those that are said to
// be hidden; one press shows the latter, and drops no filter that hides none.
func TestHiddenHitsCanBeShown(t *testing.T) {
	t.Parallel()
	rm := room(t)
	some := 0
	for i, s := range someViews(60) {
		p := i18n.For(i18n.Languages()[i%3])
		q := queries[i%len(queries)]
		all := state.Default()
		all.Query = q
		total := len(Select(rm.Data, all).Statements)
		if strings.TrimSpace(q) == "" {
			total = 0
		}
		h := Find(rm, s, q, p)
		listed := 0
		for _, g := range h.Groups {
			if g.Name == p.T("scene.hitStatements") {
				listed = g.Count
			}
		}
		if listed+h.Hidden != total {
			t.Fatalf("view %d, %q: %d listed and %d hidden of %d", i, q, listed, h.Hidden, total)
		}
		if (h.Words == "") != (h.Hidden == 0) || (h.Show == nil) != (h.Hidden == 0) {
			t.Fatalf("view %d, %q: of %d hidden it says %q", i, q, h.Hidden, h.Words)
		}
		if h.Hidden == 0 {
			continue
		}
		some++
		shown := h.Show.Apply(s)
		if again := Find(rm, shown, q, p); again.Hidden != 0 {
			t.Fatalf("view %d, %q: %d are hidden still", i, q, again.Hidden)
		}
		if shown.Focus != s.Focus || shown.Query != s.Query || shown.Kind != s.Kind || shown.Camera != s.Camera {
			t.Fatalf("view %d, %q: showing what is hidden changes more than filters: %+v", i, q, shown.View)
		}
		if n := numbersIn(h.Words); len(n) == 0 || n[0] != h.Hidden {
			t.Fatalf("view %d: %d are hidden, it says %q", i, h.Hidden, h.Words)
		}
	}
	if some < 15 {
		t.Errorf("only %d views hide a hit", some)
	}
}

// Terms are found where a word begins, in any form and case, the longest first, each
// once; never inside a word.
func TestTermsInATextAreWholeWords(t *testing.T) {
	t.Parallel()
	d := &dataset.Dataset{Terms: []dataset.Term{
		{ID: "road", Name: dataset.Text{"en": "road", "uk": "шлях"}, Forms: map[string][]string{"en": {"road"}, "uk": {"шлях"}}},
		{ID: "silk", Name: dataset.Text{"en": "Silk Road"}, Forms: map[string][]string{"en": {"Silk Road"}, "uk": {"Шовковий шлях", "Шовкового шлях"}}},
		{ID: "c5", Name: dataset.Text{"en": "C+C5"}},
	}}
	for _, c := range []struct{ lang, text, want string }{
		{"en", "A road and another road.", "road:road"},
		{"en", "Roads", "road:Roads"},
		{"en", "Broad abroad, railroad", ""},
		{"en", "the Silk\u00a0Road, a road", "silk:Silk\u00a0Road road:road"},
		{"en", "silk Road", "silk:silk Road"},
		{"en", "silk road", "road:road"}, // an ordinary road
		{"en", "ROAD", ""},
		{"en", "road5", ""},
		{"en", "(road)", "road:road"},
		{"en", "C+C5's summit", "c5:C+C5"},
		{"uk", "Шовкового шляху", "silk:Шовкового шляху"},
		{"uk", "на шляху, «шлях»", "road:шляху"},
		{"uk", "C+C5", "c5:C+C5"}, // as texts fall back
		{"en", "", ""},
	} {
		var got []string
		for _, x := range newGlossary(d, c.lang).Find(c.text) {
			got = append(got, x.ID+":"+c.text[x.From:x.To])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}
