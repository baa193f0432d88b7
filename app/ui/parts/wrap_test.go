package parts

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// A face in which every letter is one wide makes the expected lines plain.
func unit(s string) float32 { return float32(utf8.RuneCountInString(s)) }

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		want  string
	}{
		{"", 10, ""},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"one two three", 100, "one two three"},
		{"a\nb", 10, "a|b"},
		{"no\u00a0break here", 8, "no\u00a0break|here"},
		{"abcdefghij", 4, "abcd|efgh|ij"},
		{"xx abcdefghij yy", 4, "xx|abcd|efgh|ij|yy"},
		{"see https://example.org/one/two", 20, "see https://|example.org/one/two"},
		{"https://example.org/one-two/three?four=five", 20, "https://example.org/|one-two/three?|four=five"},
		{"中国中亚外长会晤", 3, "中国中|亚外长|会晤"},
		{"wide", 0.5, "w|i|d|e"},
	} {
		if got := strings.Join(Wrap(c.text, c.width, unit), "|"); got != c.want {
			t.Errorf("Wrap(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// Whatever the width, wrapping loses nothing but spaces at the ends of lines,
// and no line is too wide unless it is a single letter.
func FuzzWrap(f *testing.F) {
	f.Add("They decide to create a secretariat, see https://example.org/a-b?c=d", uint8(12))
	f.Add("中国 і Казахстан", uint8(1))
	f.Add("а\u07a7", uint8(0)) // one letter of two runes
	f.Fuzz(func(t *testing.T, text string, width uint8) {
		if !utf8.ValidString(text) {
			return // the texts of the window are valid
		}
		w := float32(width%80) + 1
		lines := Wrap(text, w, unit)
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(lines, "")) != bare(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, l := range lines {
			if unit(l) > w && uniseg.GraphemeClusterCount(l) > 1 {
				t.Fatalf("line %q is wider than %v", l, w)
			}
		}
	})
}

// Words are cut between letters, never inside one.
func TestCut(t *testing.T) {
	if got := Clip("e\u0301e\u0301e\u0301", 2); got != "e\u0301e\u0301…" {
		t.Errorf("Clip = %q", got)
	}
	if got := Clip("abc", 3); got != "abc" {
		t.Errorf("Clip = %q", got)
	}
	long := "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 xyz"
	for width := float32(5); width < 90; width += 3 {
		got := strings.TrimSuffix(Shorten(long, 12, false, width), "…")
		if strings.HasSuffix(got, "e") && got != long {
			t.Errorf("%v: %q", width, got)
		}
	}
}
