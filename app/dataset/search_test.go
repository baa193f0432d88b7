package dataset

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"c5atlas.org/c5atlas/internal/large"
)

// folded is Fold told once more, for whole texts and without names.
func folded(s string) string {
	drop := func(c rune) rune {
		if unicode.Is(unicode.Mn, c) || strings.ContainsRune("’ʼʻ‘'`", c) {
			return -1
		}
		return c
	}
	return strings.Join(strings.Fields(strings.Map(drop, norm.NFD.String(strings.ToLower(s)))), " ")
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
	all := func(texts ...Text) string {
		var b strings.Builder
		for _, t := range texts {
			for _, s := range t {
				b.WriteString(Fold(s) + "\n")
			}
		}
		return b.String()
	}
	r := rand.New(rand.NewPCG(8, 8))
	words := strings.Fields("energy Culture культурі торговле Міністр s0001 report agency d00 annual plan zzz кордонів їхнім")
	some, none, whole := 0, 0, 0
	for range 150 {
		asked := make([]string, 1+r.IntN(3))
		for i := range asked {
			asked[i] = words[r.IntN(len(words))]
		}
		text := strings.Join(asked, " ")
		q := NewQuery(text)
		want := make([]bool, len(d.Statements))
		direct := map[string]bool{}
		finds := func(text string) bool {
			for _, w := range q.words {
				if !strings.Contains(text, w) {
					return false
				}
			}
			return true
		}
		head := func(x *Document) string { return Fold(x.Title) + "\n" + all(x.Lead, x.Publisher) }
		for i := range d.Statements {
			s := &d.Statements[i]
			if finds(head(d.Document(s.Document)) + all(s.Text, s.Note, s.Speaker) + strings.ToLower(s.ID)) {
				want[i], direct[s.Document] = true, true
			}
		}
		for i := range d.Statements {
			x := d.Document(d.Statements[i].Document)
			if !direct[x.ID] && finds(head(x)+all(x.Summary)) {
				want[i] = true
				whole++
			}
		}
		for range 2 {
			got, n := d.Search(q), 0
			for i := range want {
				if got[i] != want[i] {
					t.Fatalf("%q: %s is found: %t, want %t", text, d.Statements[i].ID, got[i], want[i])
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
	if some < 50 || none < 10 || whole == 0 {
		t.Errorf("%d searches find something, %d nothing, %d statements by their summary: too one-sided", some, none, whole)
	}
}
