package i18n

import (
	"cmp"
	"strings"
	"unicode"
)

// Compare orders names as a reader of the language looks them up: by the
// letters of its alphabet (language.alphabet), in any case; quotation marks and
// other signs do not matter. Letters of other alphabets come first.
func (p *Printer) Compare(a, b string) int {
	alphabet := p.T("language.alphabet")
	key := func(s string) []int {
		var out []int
		for _, c := range strings.ToLower(s) {
			switch {
			case unicode.IsSpace(c):
				out = append(out, -1)
			case unicode.IsLetter(c) || unicode.IsDigit(c):
				if i := strings.IndexRune(alphabet, c); i >= 0 {
					out = append(out, unicode.MaxRune+i)
				} else {
					out = append(out, int(c))
				}
			}
		}
		return out
	}
	x, y := key(a), key(b)
	for i := range min(len(x), len(y)) {
		if c := cmp.Compare(x[i], y[i]); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(a, b))
}
