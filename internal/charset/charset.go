// Package charset reads text in encodings of one byte, such as Windows-1251.
package charset

import (
	"compress/flate"
	_ "embed" // the pages
	"io"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./gen

//go:embed pages.deflate
var packed string

// Page is an encoding of one byte.
type Page struct {
	name    string
	letters [256]rune
}

// Name returns what it is called, such as "Windows 1251" or "IBM Code Page 866".
func (p *Page) Name() string { return p.name }

// Letter returns what a byte stands for, U+FFFD for nothing.
func (p *Page) Letter(b byte) rune { return p.letters[b] }

// Decode returns text in UTF-8, with U+FFFD for each byte that stands for nothing.
func (p *Page) Decode(text string) string {
	var out strings.Builder
	out.Grow(2 * len(text))
	for i := range len(text) {
		out.WriteRune(p.letters[text[i]])
	}
	return out.String()
}

// All returns every page, ordered by name.
func All() []*Page { return slices.Clone(all()) }

// all unpacks what gen has written. As tables of golang.org/x/text the pages would take
// twenty times as much of the program.
var all = sync.OnceValue(func() (out []*Page) {
	text, err := io.ReadAll(flate.NewReader(strings.NewReader(packed)))
	if err != nil {
		panic(err) // a test has read it
	}
	for rest := []rune(string(text)); len(rest) > 0; {
		name := slices.Index(rest, '\t')
		p := &Page{name: string(rest[:name])}
		rest = rest[name+1+copy(p.letters[:], rest[name+1:]):]
		out = append(out, p)
	}
	return out
})

// Windows1251 is that of Cyrillic.
func Windows1251() *Page { return named("Windows 1251") }

// Windows1252 is that of Western Europe.
func Windows1252() *Page { return named("Windows 1252") }

// Macintosh is that of PDF's MacRomanEncoding.
func Macintosh() *Page { return named("Macintosh") }

func named(name string) *Page {
	i := slices.IndexFunc(all(), func(p *Page) bool { return p.name == name })
	return all()[i]
}
