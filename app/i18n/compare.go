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
	return cmp.Or(cmp.Compare(p.Key(a), p.Key(b)), cmp.Compare(a, b))
}

// Key is what a name is put in order by: the keys of two names compare as
// [Printer.Compare] says. Who sorts many makes each only once.
func (p *Printer) Key(name string) string {
	alphabet := p.T("language.alphabet")
	out := make([]byte, 0, 3*len(name))
	put := func(n int) { out = append(out, byte(n>>16), byte(n>>8), byte(n)) }
	for _, c := range strings.ToLower(name) {
		switch {
		case unicode.IsSpace(c):
			put(0)
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if i := strings.IndexRune(alphabet, c); i >= 0 {
				put(unicode.MaxRune + i)
			} else {
				put(int(c))
			}
		}
	}
	return string(out)
}
