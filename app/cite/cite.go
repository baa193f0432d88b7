// Package cite writes what a work is cited by in the formats that programs for
// references read: BibTeX, RIS and CSL-JSON. It knows no language; the sentences
// of notes come from the caller.
package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/edtf"
)

// Kind says what a work is, as far as the formats tell works apart.
type Kind int

// The kinds of work.
const (
	Report  Kind = iota // a text of which no more is known
	News                // a report in the news
	Adopted             // a text that states adopted together
	Data                // a data set, or an entry of one
)

// Item is a work. All but Key and Title may be empty.
type Item struct {
	Key       string // unique among the works of a package; letters and digits of ASCII, "-" for what is not
	Kind      Kind
	Authors   []string // bodies and states, as they are written; never split into given and family names
	Title     string   // as published
	Gloss     string   // the title translated
	Language  string   // of the title, BCP 47
	Publisher string
	Within    string // the work that this is an entry of
	Version   string // of a data set
	Issued    string // EDTF
	URL       string
	Accessed  string   // the day on which the address was known to be right, YYYY-MM-DD
	Locator   string   // a place in the work, in words: "paragraph 6"
	Notes     []string // whole sentences
}

// Format is a way to write an item.
type Format int

// The formats.
const (
	BibTeX Format = iota
	RIS
	CSL
)

// Formats lists all formats.
func Formats() []Format { return []Format{BibTeX, RIS, CSL} }

// String is the format's own name.
func (f Format) String() string { return [...]string{"BibTeX", "RIS", "CSL-JSON"}[f] }

// Write writes an item so that a file or a clipboard with nothing but it can be
// read.
func (f Format) Write(x Item) string {
	x.Key = key(x.Key)
	return [...]func(Item) string{bibTeX, ris, csl}[f](x)
}

// key is a key that all formats take.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '-'
	}, s)
}

// line is a text without line breaks and controls.
func line(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == ' ' }), " ")
}

// day is a date of three parts, of which the last may be 0.
type day struct{ year, month, day int }

// days are the first and the last date that an EDTF text states, each as exactly
// as it does; nothing if it states none in years.
func days(s string) (list []day, about bool) {
	whole, err := edtf.Parse(s)
	if err != nil {
		return nil, false
	}
	for part := range strings.SplitSeq(s, "/") {
		d, err := edtf.Parse(part)
		if err != nil || d.Precision == edtf.Decade {
			continue
		}
		x := day{d.First.Year(), int(d.First.Month()), d.First.Day()}
		if d.Precision >= edtf.Month {
			x.day = 0
		}
		if d.Precision >= edtf.Year {
			x.month = 0
		}
		list = append(list, x)
	}
	return list, whole.Approximate || whole.Uncertain
}

// upperFirst begins a text with a capital letter.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
