package i18n

import (
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/language"

	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Catalogue is the languages that a folder of texts holds. It is immutable and
// safe for many goroutines.
type Catalogue struct {
	codes    []string          // in the order of a menu
	names    map[string]string // what they call themselves, by code
	printers map[string]func() *Printer
}

// English is the language that has every text: another one says in English
// what it has no text for.
const English = "en"

// Open finds the languages of fsys: a language is there when a file
// ROOM.LANG.json is. Its texts are read when it is first asked for; a fault in
// them, which a test has to find, is a panic.
func Open(fsys fs.FS) (*Catalogue, error) {
	files, err := fs.Glob(fsys, "*.*.json")
	if err != nil {
		return nil, err
	}
	c := &Catalogue{names: map[string]string{}, printers: map[string]func() *Printer{}}
	order := map[string]int{}
	for _, name := range files {
		parts := strings.Split(name, ".")
		code := parts[len(parts)-2]
		if _, seen := order[code]; seen {
			continue
		}
		about, err := read(fsys, fmt.Sprintf("language.%s.json", code))
		if err != nil {
			return nil, err
		}
		order[code] = math.MaxInt
		if n, err := strconv.Atoi(about.plain("language.order")); err == nil {
			order[code] = n
		}
		tag := language.Make(cmp.Or(about.plain("language.tag"), code))
		c.codes = append(c.codes, code)
		c.names[code] = cmp.Or(about.plain("language.name"), code) // English's own name would be wrong
		c.printers[strings.ToLower(code)] = sync.OnceValue(func() *Printer { return c.printer(fsys, code, tag) })
	}
	if c.printers[English] == nil {
		return nil, fmt.Errorf("no texts in English: there is no file *.%s.json", English)
	}
	sorts.Func(c.codes, func(a, b string) int { return cmp.Or(cmp.Compare(order[a], order[b]), cmp.Compare(a, b)) })
	return c, nil
}

func (c *Catalogue) printer(fsys fs.FS, code string, tag language.Tag) *Printer {
	found, err := read(fsys, "*."+code+".json")
	if err != nil {
		panic(err)
	}
	p := &Printer{lang: code, tag: tag, texts: found, with: new(sync.Map)}
	if code != English {
		p.english = c.printers[English]
	}
	p.cal = p.calendar()
	p.thousands, p.point = p.T("language.thousands"), p.T("language.point")
	return p
}

// Languages lists the codes of the languages in the order of a menu, which
// their texts language.order say.
func (c *Catalogue) Languages() []string { return slices.Clone(c.codes) }

// has returns the code of a language that goes with a locale's name, "" if
// there is none.
func (c *Catalogue) has(locale string) string {
	for _, code := range [...]string{strings.ToLower(locale), base(locale)} {
		if c.printers[code] != nil {
			return code
		}
	}
	return ""
}

// For returns the printer of a language code, which may carry a region
// ("uk_UA", "en-GB"). An unknown code gives English.
func (c *Catalogue) For(lang string) *Printer {
	return c.printers[cmp.Or(c.has(lang), English)]()
}

// base cuts region, encoding and variant off a locale's name.
func base(locale string) string {
	if i := strings.IndexAny(locale, "_-.@"); i >= 0 {
		locale = locale[:i]
	}
	return strings.ToLower(locale)
}

// shipped is the program's own languages. A fault in them is a mistake in the
// program.
var shipped = sync.OnceValue(func() *Catalogue {
	c, err := Open(assets.Translations())
	if err != nil {
		panic(err)
	}
	return c
})

// used is what stands in place of shipped, if anything.
var used atomic.Pointer[Catalogue]

// Use makes the whole program speak the languages of c until restore is
// called.
func Use(c *Catalogue) (restore func()) {
	before := used.Swap(c)
	return func() { used.Store(before) }
}

func catalogue() *Catalogue {
	if c := used.Load(); c != nil {
		return c
	}
	return shipped()
}

// Languages lists the codes of the interface's languages in the order of the
// menu.
func Languages() []string { return catalogue().Languages() }

// For returns the printer of a language code, which may carry a region
// ("uk_UA", "en-GB"). An unknown code gives English.
func For(lang string) *Printer { return catalogue().For(lang) }

// With returns the printer of a language that writes names in a second one, too;
// see [Printer.With].
func With(lang, second string) *Printer { return For(lang).With(second) }

// Known reports whether a code is that of one of the interface's languages.
func Known(lang string) bool { return slices.Contains(catalogue().codes, lang) }
