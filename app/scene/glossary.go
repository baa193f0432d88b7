package scene

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
)

// Glossary finds the terms of a package in texts of one language. It may be used
// on any goroutine.
type Glossary struct {
	lang  string
	forms map[rune][]form // by their first letter, the longest first
}

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
	g := &Glossary{lang, map[rune][]form{}}
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
		slices.SortStableFunc(list, func(a, b form) int { return len(b.text) - len(a.text) })
	}
	return g
}

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
