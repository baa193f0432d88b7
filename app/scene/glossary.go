package scene

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Glossary finds the terms of a package in texts of one language. It may be used
// on any goroutine.
type Glossary struct {
	lang  string
	forms map[rune][]form // by their first letter, the longest first

	uses  func() map[string]uses // by term; found when first asked for
	found atomic.Bool            // they have been
}

// uses are the statements and meetings of the data, by number, in whose texts a term
// occurs.
type uses struct{ statements, meetings []int }

// form is how words begin that stand for a term.
type form struct {
	text string
	term *dataset.Term
}

// Term is a term in a text.
type Term struct {
	From, To         int // bytes of the text
	ID               string
	Name, Definition string
}

// Glossary is that of the data in a language.
func (r *Room) Glossary(lang string) *Glossary {
	r.glossaries.Lock()
	defer r.glossaries.Unlock()
	g := r.glossaries.of[lang]
	if g == nil {
		g = newGlossary(r.Data, lang)
		if r.glossaries.of == nil {
			r.glossaries.of = map[string]*Glossary{}
		}
		r.glossaries.of[lang] = g
	}
	return g
}

func newGlossary(d *dataset.Dataset, lang string) *Glossary {
	g := &Glossary{lang: lang, forms: map[rune][]form{}}
	g.uses = sync.OnceValue(func() map[string]uses {
		defer g.found.Store(true)
		return g.findUses(d)
	})
	for i := range d.Terms {
		t := &d.Terms[i]
		var forms []string
		for _, l := range [...]string{lang, "en", ""} { // as texts fall back
			if forms = t.Forms[l]; len(forms) == 0 {
				forms = nonEmpty(t.Name[l])
			}
			if len(forms) > 0 {
				break
			}
		}
		for _, f := range forms {
			if f = breaks.Replace(f); f != "" {
				first, _ := utf8.DecodeRuneInString(f)
				first = unicode.ToLower(first)
				g.forms[first] = append(g.forms[first], form{f, t})
			}
		}
	}
	for _, list := range g.forms {
		sorts.Stable(list, func(a, b form) int { return len(b.text) - len(a.text) })
	}
	return g
}

func (g *Glossary) findUses(d *dataset.Dataset) map[string]uses {
	out := map[string]uses{}
	for i := range d.Statements {
		for _, t := range g.Find(d.Statements[i].Text.In(g.lang)) {
			u := out[t.ID]
			u.statements = append(u.statements, i)
			out[t.ID] = u
		}
	}
	for i := range d.Meetings {
		for _, t := range g.Find(d.Meetings[i].Context.In(g.lang)) {
			u := out[t.ID]
			u.meetings = append(u.meetings, i)
			out[t.ID] = u
		}
	}
	return out
}

// readHere is how many statements are read for terms within a frame.
const readHere = 2000

// Behind reports whether the page of a view has to wait for [FindTerms] before
// [Reader] makes it within a frame: it is that of a term, in data that are large.
func Behind(r *Room, s state.State, lang string) bool {
	return strings.HasPrefix(s.Page, termPage) && len(r.Data.Statements) > readHere && !r.Glossary(lang).found.Load()
}

// FindTerms reads all texts in a language for terms, once; of large data it is meant
// for another goroutine than the window's.
func FindTerms(r *Room, lang string) { r.Glossary(lang).uses() }

// breaks makes all spaces of a text alike.
var breaks = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// Find lists the terms in a text, each where it stands first, in the order of
// the text. A term begins where a word begins and reaches to a word's end; its
// first letter may be a capital. Of terms at one place the longest counts.
func (g *Glossary) Find(text string) []Term {
	if len(g.forms) == 0 {
		return nil
	}
	var out []Term
	seen := map[string]bool{}
	inside := false
	for at := 0; at < len(text); {
		c, n := utf8.DecodeRuneInString(text[at:])
		if !inside {
			if f, end := g.at(text, at, c); f.term != nil {
				if !seen[f.term.ID] {
					seen[f.term.ID] = true
					out = append(out, Term{at, end, f.term.ID, f.term.Name.In(g.lang), f.term.Definition.In(g.lang)})
				}
				at, inside = end, false
				continue
			}
		}
		inside = inWord(c)
		at += n
	}
	return out
}

// at finds the term that begins at a place of a text, and its end.
func (g *Glossary) at(text string, at int, first rune) (form, int) {
	for _, f := range g.forms[unicode.ToLower(first)] {
		if end := begins(text[at:], f.text); end > 0 {
			end += at
			for end < len(text) { // to the end of the word, however it is inflected
				c, n := utf8.DecodeRuneInString(text[end:])
				if !unicode.IsLower(c) {
					break
				}
				end += n
			}
			if c, _ := utf8.DecodeRuneInString(text[end:]); end == len(text) || !inWord(c) {
				return f, end
			}
		}
	}
	return form{}, 0
}

// begins is how many bytes of a text are a form, 0 if it does not begin with
// it. The case of the first letter and the kind of space do not matter.
func begins(text, form string) int {
	at := 0
	for i, want := range form {
		c, n := utf8.DecodeRuneInString(text[at:])
		if c == '\u00a0' || c == '\u202f' {
			c = ' '
		}
		if c != want && (i > 0 || unicode.ToLower(c) != unicode.ToLower(want)) {
			return 0
		}
		at += n
	}
	return at
}

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
