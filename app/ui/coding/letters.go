package coding

import (
	"strings"
	"unicode"
)

// signs are the keys that choose codes, in the order in which they are given
// away.
const signs = "123456789abcdefghijklmnopqrstuvwxyz"

// layouts is which letters other keyboards have on the keys of a to z, in that
// order.
var layouts = []string{
	"фисвуапршолдьтщзйкыегмцчня", // Russian
	"фисвуапршолдьтщзйкіегмцчня", // Ukrainian
}

// signOf is the key that a character was typed with, if it may choose a code: the
// character itself, whatever its case, or that of its key on a keyboard with
// Latin letters.
func signOf(r rune) rune {
	r = unicode.ToLower(r)
	for _, l := range layouts {
		if i := strings.IndexRune(l, r); i >= 0 {
			return 'a' + rune(len([]rune(l[:i])))
		}
	}
	return r
}

// deal gives each of n codes the next key, from those that are left.
func deal(n int, left []rune) (keys, rest []rune) {
	keys = make([]rune, n)
	k := copy(keys, left)
	return keys, left[k:]
}

// shown is how a key is written beside what it chooses.
func shown(key rune) string { return string(unicode.ToUpper(key)) }
