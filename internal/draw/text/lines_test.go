package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// count measures a text by its letters.
func count(s string) float64 { return float64(len(slices.Collect(Graphemes(s)))) }

func TestLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"", 5, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one  two", 3, []string{"one", "two"}},
		{"first\n\nsecond", 20, []string{"first", "", "second"}},
		{"a\r\nb\n", 20, []string{"a", "b", ""}},
		{"see https://example.org/a-long/way now", 12, []string{"see https://", "example.org/", "a-long/way", "now"}},
		{"incomprehensibilities", 8, []string{"incompre", "hensibil", "ities"}},
		{"in e\u0301e\u0301e\u0301e\u0301", 3, []string{"in", "e\u0301e\u0301e\u0301", "e\u0301"}},
		{"中华人民，共和国", 4, []string{"中华人", "民，共和", "国"}},
		{"ab", 0, []string{"a", "b"}},
		{"Токаев Касым-Жомарт", 13, []string{"Токаев", "Касым-Жомарт"}},
		{"Токаев Касым-Жомарт", 8, []string{"Токаев", "Касым-", "Жомарт"}},
		{"лишилося 7 із 87 тез", 12, []string{"лишилося 7", "із 87 тез"}},
		{"Наука й технології", 10, []string{"Наука й", "технології"}},
		{"Касым-Жомарт", 4, []string{"Касы", "м-", "Жома", "рт"}},
	} {
		if got := Lines(c.text, c.width, count); !slices.Equal(got, c.want) {
			t.Errorf("Lines(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// No line is too long, unless it is one letter, and no letter is lost.
func FuzzLines(f *testing.F) {
	f.Add("Спільна заява — https://example.org/шлях?x=1&y=2\n中华人民共和国", 7)
	f.Add(" \t a\u0301\u0301", 1)
	f.Fuzz(func(t *testing.T, s string, width int) {
		if !utf8.ValidString(s) || len(s) > 2000 { // what is longer than is looked at in one go may be cut in a letter
			return
		}
		lines := Lines(s, float64(width), count)
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) {
					return -1
				}
				return r
			}, s)
		}
		if letters(strings.Join(lines, "")) != letters(s) {
			t.Errorf("Lines(%q, %d) lost text: %q", s, width, lines)
		}
		for _, l := range lines {
			if n := count(strings.TrimSpace(l)); n > float64(max(width, 1)) && n > 1 {
				t.Errorf("Lines(%q, %d): %q is too long", s, width, l)
			}
		}
	})
}
