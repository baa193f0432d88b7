package dataset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostWords is how many words of a query are looked for.
const mostWords = 64

// How a word of a query is found.
const (
	byForm  = iota // by how words begin, and by their forms
	byWhole        // as it stands
	byCaps         // as an acronym
)

type asked struct {
	word
	how int
}

// Query is a search prepared once and asked of many records. Its words stand
// one after the other; each has one bit.
type Query struct {
	words      []asked
	first      uint64 // bits of the first word of each phrase, of the others too
	last       uint64 // bits of the last word of each phrase that must be found
	others     []other
	othersLast uint64
}

// other is a phrase that stands for another one: what an acronym is short for.
type other struct {
	last   uint64 // bit of its last word
	stands uint64 // bit of the last word of that phrase
}

// quotes are all marks that a phrase may stand in.
const quotes = "\"“”„‟«»‹›「」『』《》〈〉"

// NewQuery reads what a person typed. Every word must be found: a text has it if
// one of its words begins so, or is another form of it. Words in quotation marks
// of any kind are one phrase and found as they stand; so are numbers joined by
// dashes ("004-09") and ideographs without a space between.
func NewQuery(text string) Query {
	var q Query
	phrase := false
	for text != "" {
		part, rest := text, ""
		mark := strings.IndexAny(text, quotes)
		if mark >= 0 {
			part, rest = text[:mark], strings.TrimLeftFunc(text[mark:], isQuote)
		}
		q.add(part, phrase)
		phrase = !phrase && mark >= 0
		text = rest
	}
	return q
}

func isQuote(c rune) bool { return strings.ContainsRune(quotes, c) }

func (q *Query) add(text string, phrase bool) {
	before, had := -1, false // where the word before ended, and whether it has a digit
	eachWord(text, func(from, to int) {
		raw := text[from:to]
		n := len(q.words)
		w := asked{word: word{text: Fold(raw), caps: acronym(raw)}}
		if w.text == "" || n == mostWords {
			return
		}
		digits := strings.ContainsFunc(raw, unicode.IsDigit)
		joined := before >= 0 && (phrase || before == from || dashed(text[before:from]) && (had || digits))
		if phrase {
			w.how = byWhole
		} else {
			w.stems = stems(w.text)
		}
		q.words = append(q.words, w)
		if joined {
			q.last &^= 1 << (n - 1)
		} else {
			q.first |= 1 << n
		}
		q.last |= 1 << n
		before, had = to, digits
	})
}

// dashed reports whether nothing but dashes stands between two words.
func dashed(between string) bool {
	return between != "" && strings.Trim(between, "-‐‑‒–—−") == ""
}

// Empty reports whether q asks for nothing.
func (q Query) Empty() bool { return len(q.words) == 0 }

func (q Query) key() string {
	var b strings.Builder
	for i, w := range q.words {
		b.WriteString(w.text)
		b.WriteByte(byte('0' + w.how))
		if w.caps {
			b.WriteByte('^')
		}
		if q.last&(1<<i) != 0 {
			b.WriteByte(0)
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// surelyAcronym is how many capitals are taken for an acronym even if the data
// have none: who types WHO does not look for "who". More may be a capitals lock.
const surelyAcronym = 3

// knowing returns q with the acronyms that the data have: typed in capitals it
// is found in capitals alone, typed otherwise as a whole word, unless it is a
// word of its own as well ("who"). Outside quotation marks what it is short for
// stands for it: long has that by the folded acronym.
func (q Query) knowing(has func(text string, caps bool) bool, long map[string][]string) Query {
	out := q
	out.words = append([]asked(nil), q.words...)
	for i := range q.words {
		known := has(out.words[i].text, true)
		typed := out.words[i].how
		switch w := &out.words[i]; {
		case w.caps && (known || utf8.RuneCountInString(w.text) <= surelyAcronym):
			w.how = byCaps
		case known && w.how == byForm && !has(w.text, false):
			w.how = byWhole
		}
		if bit := uint64(1) << i; typed == byForm && out.words[i].how != byForm && q.first&q.last&bit != 0 {
			for _, text := range long[out.words[i].text] {
				out.addOther(text, bit)
			}
		}
	}
	return out
}

// addOther lets a text stand for the word with that bit, if there is room for it.
func (q *Query) addOther(text string, stands uint64) {
	var list []asked
	eachWord(text, func(from, to int) {
		w := word{text: Fold(text[from:to])}
		w.stems = stems(w.text)
		list = append(list, asked{word: w})
	})
	n := len(q.words)
	if len(list) == 0 || n+len(list) > mostWords {
		return
	}
	q.words = append(q.words, list...)
	last := uint64(1) << (len(q.words) - 1)
	q.first |= 1 << n
	q.others = append(q.others, other{last, stands})
	q.othersLast |= last
}

// answered says of which phrases that must be found one was, by the bits of the
// last words of all that were.
func (q *Query) answered(found uint64) uint64 {
	for _, o := range q.others {
		if found&o.last != 0 {
			found |= o.stands
		}
	}
	return found & q.last
}

// bits says which words of q a word of a text answers.
func (q Query) bits(w *word) (out uint64) {
	for i := range q.words {
		if q.words[i].finds(w) {
			out |= 1 << i
		}
	}
	return out
}

func (a *asked) finds(w *word) bool {
	switch a.how {
	case byCaps:
		return w.caps && w.text == a.text
	case byWhole:
		return w.text == a.text
	}
	if strings.HasPrefix(w.text, a.text) {
		return true
	}
	for i, s := range a.stems {
		if s != "" && (s == w.stems[i] || s == w.text) { // a name may look like a form
			return true
		}
	}
	return false
}
