package dataset

import (
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// shortestStem is the fewest letters that say which word a form is of.
const shortestStem = 3

// stems returns what the forms of a folded word have in common, in each of the
// languages that its letters may be of; "" where there is nothing to compare.
// Latin words are taken for English ones, Cyrillic ones for Ukrainian and for
// Russian ones: a text does not say which.
func stems(word string) (out [2]string) {
	c, _ := utf8.DecodeRuneInString(word)
	switch {
	case utf8.RuneCountInString(word) < shortestStem:
	case unicode.Is(unicode.Cyrillic, c):
		out = [2]string{ukrainian(word), russian.Stem(word, true)}
	case c < 0x250 && unicode.IsLetter(c):
		out[0] = english.Stem(word, true)
	}
	for i, s := range out {
		if utf8.RuneCountInString(s) < shortestStem {
			out[i] = ""
		}
	}
	return out
}
