package dataset

import (
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"c5atlas.org/c5atlas/internal/large"
)

// folded is Fold told once more, for whole texts and without names.
func folded(s string) string {
	var out []rune
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		n := len(out) - 1
		switch {
		case c == '\u0306' && n >= 0 && out[n] == 'и':
			out[n] = 'й'
		case unicode.Is(unicode.Mn, c), strings.ContainsRune("’ʼʻ‘'`´′‵\u00ad\u200b\u200c\u200d\u2060\ufeff", c):
		case c == 'ґ':
			out = append(out, 'г')
		default:
			out = append(out, c)
		}
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

// A text is folded as Unicode says, rune by rune or as a whole.
func TestFoldIsUnicode(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 5))
	runes := func(n int, of func() rune) string {
		var b strings.Builder
		for range n {
			b.WriteRune(of())
		}
		return b.String()
	}
	for range 5000 {
		s := runes(r.IntN(30), func() rune {
			switch r.IntN(8) {
			case 0:
				return ' '
			case 1:
				return 0x2000 + rune(r.IntN(0x70))
			case 2:
				return 0x300 + rune(r.IntN(0x70)) // marks
			case 3:
				return 0x400 + rune(r.IntN(0x130))
			}
			return rune(r.IntN(tableEnd))
		})
		s = strings.Map(func(c rune) rune {
			if c == '+' || unicode.IsDigit(c) {
				return 'x' // names are tested by hand
			}
			return c
		}, s)
		if got, want := Fold(s), folded(s); got != want {
			t.Fatalf("Fold(%+q) = %+q, want %+q", s, got, want)
		}
	}
}

func TestFoldNames(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"С + С5":          "c+c5",
		"(С5)":            "(c5)",
		"С5-формат":       "c5-формат",
		"план 2023+":      "план 2023+",
		"труд+мир":        "труд+мир",
		"G20, ВВП2":       "g20, ввп2",
		"«С+С5» і «C+C5»": "«c+c5» і «c+c5»",
		"+":               "+",
		"\xff5\xfe":       "\uFFFD5\uFFFD",
		"中国+5 Қазақ":      "中国+5 қазақ",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%+q) = %q, want %q", in, got, want)
		}
	}
}

// A search finds what a look at every text finds, the second time too.
func TestSearchFindsAll(t *testing.T) {
	t.Parallel()
	d, _, err := Open(large.Package(large.Size{Statements: 900, Documents: 120, Meetings: 30, Places: 40}))
	if err != nil {
		t.Fatal(err)
	}
	type text map[string][2]string // the words of it and their stems
	stem := map[string][2]string{}
	stemsOf := func(w string) [2]string { // each word's once
		s, ok := stem[w]
		if !ok {
			s = stems(w)
			stem[w] = s
		}
		return s
	}
	all := func(texts ...Text) text {
		out := text{}
		for _, x := range texts {
			for _, s := range x {
				for _, w := range strings.FieldsFunc(Fold(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '+' }) {
					out[w] = stemsOf(w)
				}
			}
		}
		return out
	}
	lone := func(s string) Text { return Text{"": s} }
	r := rand.New(rand.NewPCG(8, 8))
	words := strings.Fields("energy Culture культурі торговле Міністр s000100 report agency d00 annual plan zzz кордонів їхнім places")
	head, about, summary := map[string]text{}, map[string]text{}, map[string]text{}
	for i := range d.Documents {
		x := &d.Documents[i]
		head[x.ID] = all(lone(x.Title), lone(x.ID), x.TitleGloss, x.Lead, x.Publisher, x.Place)
		summary[x.ID] = all(x.Summary)
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		about[m.ID] = all(m.Title, m.ShortName)
		if p := d.Place(m.Place); p != nil {
			maps.Copy(about[m.ID], all(p.Name))
		}
	}
	own := make([]text, len(d.Statements))
	for i := range d.Statements {
		s := &d.Statements[i]
		own[i] = all(s.Text, s.Note, s.Speaker, lone(s.ID))
	}
	some, none, whole := 0, 0, 0
	for range 60 {
		asked := make([]string, 1+r.IntN(3))
		for i := range asked {
			asked[i] = words[r.IntN(len(words))]
		}
		q := NewQuery(strings.Join(asked, " "))
		finds := func(texts ...text) bool {
			for _, w := range asked {
				w, found := Fold(w), false
				forms := stemsOf(w)
				for _, x := range texts {
					for have, at := range x {
						found = found || strings.HasPrefix(have, w)
						for i, form := range forms {
							found = found || form != "" && (form == at[i] || form == have)
						}
					}
				}
				if !found {
					return false
				}
			}
			return true
		}
		want := make([]bool, len(d.Statements))
		direct := map[string]bool{}
		for i := range d.Statements {
			s := &d.Statements[i]
			if finds(head[s.Document], about[s.Meeting], own[i]) {
				want[i], direct[s.Document] = true, true
			}
		}
		for i := range d.Documents {
			x := &d.Documents[i]
			if !direct[x.ID] && finds(head[x.ID], summary[x.ID]) {
				for i := range d.Statements {
					if d.Statements[i].Document == x.ID {
						want[i] = true
						whole++
					}
				}
			}
		}
		for range 2 {
			got, n := d.Find(q).Statements, 0
			for i := range want {
				if got[i] != want[i] {
					t.Fatalf("%q: %s is found: %t, want %t", asked, d.Statements[i].ID, got[i], want[i])
				}
				if got[i] {
					n++
				}
			}
			if n > 0 {
				some++
			} else {
				none++
			}
		}
	}
	if some < 20 || none < 5 || whole == 0 {
		t.Errorf("%d searches find something, %d nothing, %d statements by their summary: too one-sided", some, none, whole)
	}
}
