package draft

import (
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/internal/pattern"
)

// Places is what a package calls the paragraphs of a text, and what it has coded
// there already.
type Places struct {
	text   *original.Text
	x      *dataset.Document // nil: the package has none yet
	names  []string          // by paragraph: "P3"
	coded  map[int][]string  // ids of statements, by paragraph
	astray int
}

var namePattern = pattern.Late(`P(\d{1,7})`)

// NewPlaces compares a text with what the package says of a document; nil is one
// that it does not have. A paragraph that the package knows, by its fingerprint,
// has the name that it has there. Any other is called by its number in the text,
// unless the package has that name for another one: then by a number beyond all.
func NewPlaces(d *dataset.Dataset, x *dataset.Document, t *original.Text) *Places {
	p := &Places{text: t, x: x, names: make([]string, len(t.Paragraphs)), coded: map[int][]string{}}
	used, most := map[string]bool{}, len(t.Paragraphs)
	use := func(names string) {
		for _, m := range namePattern().FindAllStringSubmatch(names, -1) {
			used[m[0]] = true
			n, _ := strconv.Atoi(m[1])
			most = max(most, n)
		}
	}
	same := true // numbers are those of this very text
	if x != nil {
		report := original.Compare(d, x, t)
		same = report.Verified || x.SHA256 == "" && len(x.Paragraphs) == 0
		for i := range report.Links {
			l := &report.Links[i]
			use(l.Paragraph)
			switch n, err := strconv.Atoi(strings.TrimPrefix(l.Paragraph, "P")); {
			case l.Lit():
				p.names[l.At] = l.Paragraph
				p.coded[l.At] = append(p.coded[l.At], l.Statements...)
			case same && err == nil && n > 0 && n <= len(p.names):
				p.coded[n-1] = append(p.coded[n-1], l.Statements...)
			default:
				p.astray += len(l.Statements)
			}
		}
		for i := range x.Paragraphs {
			use(x.Paragraphs[i].Paragraph)
		}
		if k, ok := d.Index.Document.Number(x.ID); ok {
			for _, i := range d.Index.Document.Statements(k) {
				use(d.Statements[i].Paragraph)
			}
		}
	}
	for i := range p.names {
		if p.names[i] != "" {
			continue
		}
		name := "P" + strconv.Itoa(i+1)
		if !same && used[name] {
			most++
			name = "P" + strconv.Itoa(most)
		}
		p.names[i] = name
	}
	return p
}

// Name is what the package calls a paragraph, counted from 0.
func (p *Places) Name(paragraph int) string { return p.names[paragraph] }

// Coded is the ids of the statements that the package has at a paragraph.
func (p *Places) Coded(paragraph int) []string { return p.coded[paragraph] }

// Astray is how many statements of the document stand at paragraphs that are not
// found in the text.
func (p *Places) Astray() int { return p.astray }

// Passage names the paragraphs from first to last as a statement does: "P3", or
// "P3 (P4, P5)".
func (p *Places) Passage(first, last int) string {
	if last <= first {
		return p.names[first]
	}
	return p.names[first] + " (" + strings.Join(p.names[first+1:last+1], ", ") + ")"
}

// known reports whether the package says already where the paragraph stands.
func (p *Places) known(i int) bool {
	if p.x == nil {
		return false
	}
	_, ok := p.x.TextParagraph(p.names[i])
	return ok
}

// paragraph is the row that says where a paragraph stands, and what a copy of the
// text is compared by. No word can be had back from it.
func (p *Places) paragraph(document string, i int) dataset.Cells {
	print, letters := dataset.Fingerprint(p.text.Paragraphs[i])
	section, number := p.Place(i)
	return dataset.Cells{
		"document": document, "paragraph": p.names[i], "section": section, "number": strconv.Itoa(number), "fingerprint": print, "letters": strconv.Itoa(letters),
	}
}

// Place is the section of a paragraph and its number there: as the package has
// it; where it does not say, as its neighbours have it, if those before and after
// agree, or the text has no sections; else its number in the text.
func (p *Places) Place(i int) (section string, number int) {
	if p.x == nil {
		return "", i + 1
	}
	if at, ok := p.x.TextParagraph(p.names[i]); ok {
		return at.Section, at.Number
	}
	type guess struct {
		section string
		number  int
	}
	var found []guess
	for _, by := range []int{-1, 1} {
		for k := i + by; k >= 0 && k < len(p.names); k += by {
			if at, ok := p.x.TextParagraph(p.names[k]); ok && at.Number > 0 {
				found = append(found, guess{at.Section, at.Number + i - k})
				break
			}
		}
	}
	if len(found) == 0 || len(found) == 2 && found[0] != found[1] || len(found) == 1 && found[0].section != "" || found[0].number < 1 {
		return "", i + 1
	}
	return found[0].section, found[0].number
}
