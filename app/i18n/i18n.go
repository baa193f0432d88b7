// Package i18n gives the interface its words: texts by key, plurals, numbers
// and dates, in every language that the texts are there in.
//
// Texts are go-i18n messages in files ROOM.LANG.json, assets/translations for
// the program itself. A text may hold placeholders, {{.Name}}, and nothing else
// of Go's template language, so that looking one up never runs a template. What
// a language is called, where it stands in the menu, whose rules of plurals and
// numbers it follows (language.name, order, tag) and how it writes dates
// (calendar) are texts, too: a new language is a set of files.
package i18n

import (
	"slices"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Args are the values of a text's placeholders, by name. An int or a float64
// is written as the language writes numbers; anything else as fmt.Sprint does.
type Args map[string]any

// Printer writes in one language. It is immutable and safe for many goroutines.
type Printer struct {
	lang    string
	tag     language.Tag
	texts   texts
	english *Printer // has the texts that are missing here; nil for English itself
	numbers *message.Printer
	cal     calendar
}

// Lang returns the language's code, such as "en".
func (p *Printer) Lang() string { return p.lang }

// Name returns what the language calls itself.
func (p *Printer) Name() string {
	if _, ok := p.texts["language.name"]; ok {
		return p.T("language.name")
	}
	return p.lang // English's own name would be wrong
}

// T returns the text of key, in English if the language has none. A key that
// does not exist is returned itself, a placeholder without a value stays as it
// is written.
func (p *Printer) T(key string, args ...Args) string {
	t, ok := p.texts[key]
	switch {
	case ok:
		return t[plural.Other].fill(p, args)
	case p.english != nil:
		return p.english.T(key, args...)
	}
	return key
}

// N returns the text of key in the plural form that goes with n. {{.N}} is n,
// written as the language writes numbers.
func (p *Printer) N(key string, n int, args ...Args) string {
	t, ok := p.texts[key]
	switch {
	case !ok && p.english != nil:
		return p.english.N(key, n, args...)
	case !ok:
		return key
	}
	f, ok := t[p.form(n)]
	if !ok {
		f = t[plural.Other]
	}
	return f.fill(p, append(slices.Clip(args), Args{"N": n}))
}

// form is the plural form that goes with n. The rules look at no more than the
// last six digits.
func (p *Printer) form(n int) plural.Form {
	return plural.Cardinal.MatchPlural(p.tag, max(n, -n)%1_000_000, 0, 0, 0, 0)
}
