// Package i18n gives the interface its words: texts by key, plurals, numbers
// and dates, in English, Ukrainian and Russian.
//
// Texts are go-i18n messages in assets/translations/ROOM.LANG.json. A text may
// hold placeholders, {{.Name}}, and nothing else of Go's template language, so
// that looking one up never runs a template.
package i18n

import (
	"os"
	"slices"
	"strings"
	"sync"

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
	texts   map[string]text
	numbers *message.Printer
	cal     *calendar
}

// printers are built when first asked for: a run uses one or two of them.
var printers = map[string]func() *Printer{
	"en": sync.OnceValue(func() *Printer { return newPrinter("en", language.BritishEnglish, &english) }),
	"uk": sync.OnceValue(func() *Printer { return newPrinter("uk", language.Ukrainian, &ukrainian) }),
	"ru": sync.OnceValue(func() *Printer { return newPrinter("ru", language.Russian, &russian) }),
}

// For returns the printer of a language code, which may carry a region
// ("uk_UA", "en-GB"). An unknown code gives English.
func For(lang string) *Printer {
	if p, ok := printers[base(lang)]; ok {
		return p()
	}
	return printers["en"]()
}

// System returns the language that the environment asks for: the first of
// LC_ALL, LC_MESSAGES and LANG that is set decides. It is "en" if that is not
// one of ours.
func System() string {
	for _, name := range [...]string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if _, ok := printers[base(v)]; ok {
				return base(v)
			}
			break
		}
	}
	return "en"
}

// base cuts region, encoding and variant off a locale's name.
func base(locale string) string {
	if i := strings.IndexAny(locale, "_-.@"); i >= 0 {
		locale = locale[:i]
	}
	return strings.ToLower(locale)
}

func newPrinter(lang string, tag language.Tag, cal *calendar) *Printer {
	return &Printer{lang: lang, tag: tag, texts: load(lang), numbers: message.NewPrinter(tag), cal: cal}
}

// Lang returns the language code, "en", "uk" or "ru".
func (p *Printer) Lang() string { return p.lang }

// T returns the text of key. A key that does not exist is returned itself, a
// placeholder without a value stays as it is written.
func (p *Printer) T(key string, args ...Args) string {
	t, ok := p.texts[key]
	if !ok {
		return key
	}
	return t[plural.Other].fill(p, args)
}

// N returns the text of key in the plural form that goes with n. {{.N}} is n,
// written as the language writes numbers.
func (p *Printer) N(key string, n int, args ...Args) string {
	t, ok := p.texts[key]
	if !ok {
		return key
	}
	// The rules look at no more than the last six digits.
	f, ok := t[plural.Cardinal.MatchPlural(p.tag, max(n, -n)%1_000_000, 0, 0, 0, 0)]
	if !ok {
		f = t[plural.Other]
	}
	return f.fill(p, append(slices.Clip(args), Args{"N": n}))
}
