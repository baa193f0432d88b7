package text

import (
	"iter"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Pieces cuts a text where a line may end: by Unicode's UAX 14, but never after
// a dash between digits, as in 2020–2025, nor after the hyphen of a number with
// an ending, as in 30-річчя, nor after that of a name of two parts, as in
// Касым-Жомарт, or of a short word, as in як-от; and no line begins with a dash or a middle dot between words, or with
// the number after its word, as in April 2023, or ends with a Cyrillic word of one
// letter or a short preposition, unless it is too narrow. A piece has the spaces behind it; must
// says that its line ends there, as before a new paragraph, which the end of the
// text does not say. Only as much of the text is looked at as is asked for; no
// piece is longer than a kilobyte.
func Pieces(s string) iter.Seq2[string, bool] {
	return func(yield func(piece string, must bool) bool) {
		b := breakers.Get().(*breaker)
		defer breakers.Put(b)
		for s != "" {
			n := b.first(s, knownPieces, (*breaker).pieces)
			from := 0
			for _, e := range b.ends {
				if !yield(s[from:e.at], e.must) {
					return
				}
				from = e.at
			}
			s = s[n:]
		}
	}
}

// breaker finds breaks; breakers are kept for the memory they hold.
type breaker struct {
	segments segmenter.Segmenter
	runes    []rune
	ends     []pieceEnd
}

type pieceEnd struct {
	at   int // in bytes
	must bool
}

var breakers = sync.Pool{New: func() any { return new(breaker) }}

// atOnce is how many bytes of a text are looked at in one go. A word or a letter
// that is longer is taken apart: nobody can read it.
const atOnce = 1024

// first finds the ends of the first parts of a text, at least one, and returns
// the last of them.
func (b *breaker) first(s string, known *parts, cut func(*breaker, string)) int {
	if len(s) <= atOnce {
		if b.ends = known.of(s, b.ends[:0]); len(b.ends) == 0 {
			cut(b, s)
			known.keep(s, b.ends)
		}
		return len(s)
	}
	window := atOnce
	for !utf8.RuneStart(s[window]) && window > atOnce-utf8.UTFMax {
		window--
	}
	cut(b, s[:window])
	if len(b.ends) == 1 {
		b.letters(s[:window])
		b.ends = append(b.ends[:0], b.ends[max(0, len(b.ends)-2)])
		return b.ends[0].at
	}
	b.ends = b.ends[:len(b.ends)-1] // the last part may go on
	return b.ends[len(b.ends)-1].at
}

// load takes a text.
func (b *breaker) load(s string) {
	b.runes, b.ends = b.runes[:0], b.ends[:0]
	for _, r := range s {
		b.runes = append(b.runes, r)
	}
	b.segments.Init(b.runes)
}

// pieces finds the ends of all pieces of a text.
func (b *breaker) pieces(s string) {
	b.load(s)
	at := 0
	for lines := b.segments.LineIterator(); lines.Next(); {
		line := lines.Line()
		at += size(s[at:], len(line.Text))
		must := line.IsMandatoryBreak && strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", line.Text[len(line.Text)-1])
		if must || !inRange(s[:at], s[at:]) && !beforeDash(s[:at], s[at:]) && !joined(s[:at], s[at:]) && !clings(s[:at], s[at:]) {
			b.ends = append(b.ends, pieceEnd{at, must})
		}
	}
}

// size is the number of bytes of the first n runes of a text, where a byte that
// is no letter counts as one.
func size(s string, n int) int {
	at := 0
	for range n {
		_, k := utf8.DecodeRuneInString(s[at:])
		at += k
	}
	return at
}

// inRange reports whether a break would part two numbers at their dash, or a
// number and the end of its word at their hyphen.
func inRange(before, after string) bool {
	dash, n := utf8.DecodeLastRuneInString(before)
	digit, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	next, _ := utf8.DecodeRuneInString(after)
	switch dash {
	case '–', '—':
		return unicode.IsDigit(digit) && unicode.IsDigit(next)
	case '-', '\u2010':
		return unicode.IsDigit(digit) && (unicode.IsDigit(next) || unicode.IsLower(next))
	}
	return false
}

// beforeDash reports whether a break after a space would put a dash or a middle
// dot that stands between spaces at the beginning of a line.
func beforeDash(before, after string) bool {
	dash, n := utf8.DecodeRuneInString(after)
	return (dash == '—' || dash == '–' || dash == '·') && strings.HasPrefix(after[n:], " ") && strings.HasSuffix(before, " ")
}

// joined reports whether a break would part two capitalised words at their hyphen, or a
// Cyrillic word of four letters at most from what it is joined to: як-от, какой-либо.
func joined(before, after string) bool {
	hyphen, n := utf8.DecodeLastRuneInString(before)
	if hyphen != '-' && hyphen != '\u2010' {
		return false
	}
	word := before[:len(before)-n]
	word = word[len(strings.TrimRightFunc(word, inWord)):]
	next := after[:len(after)-len(strings.TrimLeftFunc(after, inWord))]
	first, _ := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(first) && unicode.IsUpper(second) ||
		unicode.Is(unicode.Cyrillic, first) && unicode.Is(unicode.Cyrillic, second) && min(utf8.RuneCountInString(word), utf8.RuneCountInString(next)) <= 4
}

// clings reports whether a break after a space would leave a word of one letter or a
// short preposition behind, which Russian and Ukrainian do not, or part a number from the word before it,
// if it does not count what comes after it: CC BY 4.0, documents: 2.
func clings(before, after string) bool {
	word, space := strings.CutSuffix(before, " ")
	if !space || after == "" {
		return false
	}
	if short(word) {
		return true
	}
	last, n := utf8.DecodeLastRuneInString(word)
	ahead, _ := utf8.DecodeLastRuneInString(word[:len(word)-n])
	if unicode.Is(unicode.Cyrillic, last) && unicode.IsLetter(last) && !inWord(ahead) && ahead != '.' {
		return true
	}
	number := strings.TrimLeftFunc(after, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(".,–", r) })
	first, _ := utf8.DecodeRuneInString(after)
	next, _ := utf8.DecodeRuneInString(number)
	counts := unicode.IsLetter(next) || strings.ContainsRune("-\u2010\u00a0\u202f", next) && !yearSign.MatchString(number)
	return unicode.IsDigit(first) && (unicode.IsLetter(last) || last == ':') && !counts
}

// prepositions are those of two and three letters, in Ukrainian and Russian, and the
// particles that come before a word.
var prepositions = func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq("без від для до за зі из із ко на над не ни ні об от по под під при про со") {
		words[w] = true
	}
	return words
}()

// short reports whether a text ends in a short preposition.
func short(s string) bool {
	from := len(s)
	for letters := 0; from > 0; letters++ {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !inWord(r) {
			break
		}
		if letters == 3 {
			return false
		}
		from -= n
	}
	return from < len(s) && prepositions[strings.ToLower(s[from:])]
}

// yearSign begins with the abbreviation behind a year: 2024 г., 2020–2025 рр.
var yearSign = regexp.MustCompile(`^\x{a0}\p{Ll}{1,2}\.`)

// inWord reports whether a rune is part of a word; an apostrophe is, too.
func inWord(r rune) bool {
	return unicode.In(r, unicode.Letter, unicode.Mark, unicode.Digit) || strings.ContainsRune("'’ʼ", r)
}

// halves cuts a piece that is longer than a line at the hyphens and
// spaces in it, where it has any.
func halves(piece string) (out []string) {
	from := 0
	for i, r := range piece {
		end := i + max(utf8.RuneLen(r), 1)
		if end < len(piece) && ((r == '-' || r == '\u2010') && joined(piece[:end], piece[end:]) || r == ' ' && clings(piece[:end], piece[end:])) {
			out = append(out, piece[from:end])
			from = end
		}
	}
	return append(out, piece[from:])
}

// Graphemes cuts a text into what a reader takes for letters: with their marks,
// emoji with all that belong to them, by Unicode's UAX 29.
func Graphemes(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		b := breakers.Get().(*breaker)
		defer breakers.Put(b)
		for s != "" {
			n := b.first(s, knownLetters, (*breaker).letters)
			from := 0
			for _, e := range b.ends {
				if !yield(s[from:e.at]) {
					return
				}
				from = e.at
			}
			s = s[n:]
		}
	}
}

// letters finds the ends of all letters of a text.
func (b *breaker) letters(s string) {
	b.load(s)
	at := 0
	for letters := b.segments.GraphemeIterator(); letters.Next(); {
		at += size(s[at:], len(letters.Grapheme().Text))
		b.ends = append(b.ends, pieceEnd{at, false})
	}
}
