package dataset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a rune does to the word it stands in.
const (
	breaks = iota
	joins  // is of no word, and parts none
	letters
	alone // a word of itself: an ideograph
)

func roleOf(c rune) int {
	switch {
	case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return alone
	case unicode.IsLetter(c), unicode.IsDigit(c), c == '+':
		return letters
	case unseen(c), unicode.Is(unicode.Mn, c):
		return joins
	}
	return breaks
}

// eachWord tells where the words of a text stand, in bytes. "C + C5" is one.
func eachWord(s string, do func(from, to int)) {
	from, to := -1, 0
	flush := func() {
		if from >= 0 {
			do(from, to)
		}
		from = -1
	}
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if from >= 0 && strings.HasPrefix(s[i:], " + ") {
			n = len(" + ")
			to = i + n - 1
			i += n
			continue
		}
		switch roleOf(c) {
		case letters:
			if from < 0 {
				from = i
			}
			to = i + n
		case joins:
			if from >= 0 && unicode.Is(unicode.Mn, c) {
				to = i + n
			}
		case alone:
			flush()
			do(i, i+n)
		default:
			flush()
		}
		i += n
	}
	flush()
}

// longestAcronym is the most letters of one: a title in capitals is none.
const longestAcronym = 6

// acronym reports whether a word is written as one: capitals alone.
func acronym(word string) bool {
	n := 0
	for _, c := range word {
		if unseen(c) {
			continue
		}
		if !unicode.IsUpper(c) {
			return false
		}
		n++
	}
	return n > 1 && n <= longestAcronym
}

// word is one word of the texts.
type word struct {
	text  string    // folded
	stems [2]string // see stems
	caps  bool      // written as an acronym
}

// lexicon numbers the words of a run of texts. Number 0 is no word: it parts
// texts.
type lexicon struct {
	words []word
	raw   map[string]uint32 // by how it is written
	of    map[word]uint32   // by text and caps, without stems
}

func newLexicon() lexicon {
	return lexicon{words: make([]word, 1), raw: map[string]uint32{}, of: map[word]uint32{}}
}

func (l *lexicon) number(raw string) uint32 {
	if n, ok := l.raw[raw]; ok {
		return n
	}
	key := word{text: Fold(raw), caps: acronym(raw)}
	n, ok := l.of[key]
	if !ok {
		n = uint32(len(l.words))
		l.of[key] = n
		w := key
		w.stems = stems(w.text)
		l.words = append(l.words, w)
	}
	l.raw[raw] = n
	return n
}

// append adds the words of a text, and an end, to a list of numbers.
func (l *lexicon) append(list []uint32, s string) []uint32 {
	eachWord(s, func(from, to int) { list = append(list, l.number(s[from:to])) })
	return append(list, 0)
}

// has reports whether a folded word is among those read, as an acronym or not.
func (l *lexicon) has(text string, caps bool) bool {
	_, ok := l.of[word{text: text, caps: caps}]
	return ok
}
