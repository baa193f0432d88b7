package plain_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/internal/plain"
)

func TestLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Zoom, 16 July":                  "Zoom, 16 July",
		"a\tb":                           "a\tb",
		"x\x1b]0;title\ax":               "x ]0;title x",
		"x\x1b[2J":                       "x [2J",
		"one\r\nclean: 8 meetings\n":     "one  clean: 8 meetings ",
		"a\u202eb\u2066c\u200fd\u061ce":  "a b c d e",
		"C1 \u009b31m, DEL \x7f":         "C1  31m, DEL  ",
		"raw \x9b31m":                    "raw \ufffd31m",
		"lines\u2028and\u2029paragraphs": "lines and paragraphs",
		"Нур-Султан, Қостанай, 中亞": "Нур-Султан, Қостанай, 中亞",
	} {
		if got := plain.Line(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

// JSON stays the same value and holds nothing that steers.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{"x", "\x1b[2J", "\u009b", "\u202e", "\u2028", "\x7f", "\xff", "中"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		body, err := json.MarshalIndent([]string{s, "b"}, "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		out := plain.JSON(body)
		var got, want []string
		if json.Unmarshal(body, &want) != nil || json.Unmarshal(out, &got) != nil || got[0] != want[0] {
			t.Errorf("%q became %q", want, got)
		}
		if !utf8.Valid(out) || strings.ContainsFunc(string(out), func(r rune) bool {
			return r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
		}) {
			t.Errorf("%q steers", out)
		}
		if line := plain.Line(s); strings.ContainsAny(line, "\n\r\x1b\u2028\u009b\u202e") || !utf8.ValidString(line) {
			t.Errorf("%q steers", line)
		}
	})
}
