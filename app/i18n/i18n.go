// Package i18n gives the interface its words: texts by key, plurals, numbers
// and dates, in every language that the texts are there in.
//
// Texts stand in files ROOM.LANG.json, assets/translations for the program itself:
// an object of keys, each with a text or an object of its plural forms, as go-i18n
// writes them; that library would bring text/template with it and take three times
// as long. A text may hold placeholders, {{.Name}}, and nothing else of Go's template
// language, so that looking one up never runs a template. What
// a language is called, where it stands in the menu, whose rules of plurals it
// follows, how it writes numbers (language.name, order, tag, alphabet, thousands, point,
// percent) and dates (calendar) are texts, too: a new language is a set of files.
package i18n

import (
	"cmp"
	"slices"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Args are the values of a text's placeholders, by name. An int or a float64
// is written as the language writes numbers; anything else as fmt.Sprint does.
type Args map[string]any

// Printer writes in one language. It is immutable and safe for many goroutines.
type Printer struct {
	lang    string
	tag     language.Tag
	texts   texts
	english func() *Printer // has the texts that are missing here, and is read when one is; nil for English itself
	cal     calendar

	thousands, point string // between digits

	second string    // code of the language of second names; "" for none
	with   *sync.Map // of printers by their second language
}

// Lang returns the language's code, such as "en".
func (p *Printer) Lang() string { return p.lang }

// Second returns the code of the language in which names stand a second time,
// "" for none.
func (p *Printer) Second() string { return p.second }

// With returns the printer that writes as p does, with names in a second
// language, too: the same one each time. "" and the language of p are none.
func (p *Printer) With(second string) *Printer {
	if second == p.lang {
		second = ""
	}
	if second == p.second {
		return p
	}
	if q, ok := p.with.Load(second); ok {
		return q.(*Printer)
	}
	q := *p
	q.second = second
	kept, _ := p.with.LoadOrStore(second, &q)
	return kept.(*Printer)
}

// own is what languages without texts of the interface call themselves.
var own = map[string]string{
	"zh": "中文", "kk": "Қазақша", "ky": "Кыргызча", "tg": "Тоҷикӣ", "tk": "Türkmençe", "uz": "Oʻzbekcha",
}

// NameOf returns what a language calls itself, of the interface or not; one
// that is not known shows its code. No texts are read for that.
func NameOf(lang string) string { return cmp.Or(catalogue().names[lang], own[lang], lang) }

// T returns the text of key, in English if the language has none. A key that
// does not exist is returned itself, a placeholder without a value stays as it
// is written.
func (p *Printer) T(key string, args ...Args) string {
	t, ok := p.texts[key]
	switch {
	case ok:
		return t.other.fill(p, args)
	case p.english != nil:
		return p.english().T(key, args...)
	}
	return key
}

// N returns the text of key in the plural form that goes with n. {{.N}} is n,
// written as the language writes numbers.
func (p *Printer) N(key string, n int, args ...Args) string {
	t, ok := p.texts[key]
	switch {
	case !ok && p.english != nil:
		return p.english().N(key, n, args...)
	case !ok:
		return key
	}
	f, ok := t.form(p.form(n))
	if !ok {
		f = t.other
	}
	return f.fill(p, append(slices.Clip(args), Args{"N": n}))
}

// form is the plural form that goes with n. The rules look at no more than the
// last six digits.
func (p *Printer) form(n int) plural.Form {
	return plural.Cardinal.MatchPlural(p.tag, max(n, -n)%1_000_000, 0, 0, 0, 0)
}

// Choose returns that of the forms of a noun which goes with n: of two, the one
// of one and the rest; of three, those of one, few and many.
func (p *Printer) Choose(n int, forms ...string) string {
	switch f := p.form(n); {
	case len(forms) == 0:
		return ""
	case f == plural.One:
		return forms[0]
	case f == plural.Few && len(forms) > 2:
		return forms[1]
	}
	return forms[len(forms)-1]
}
