package original

import (
	"slices"
	"strconv"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/internal/pattern"
	"c5atlas.org/c5atlas/internal/sorts"
)

// Fate is what became of a paragraph that a package names in a text.
type Fate string

// The fates. Only a paragraph that is exact or moved is shown as the one that
// statements were coded from.
const (
	Exact     Fate = "exact"     // it stands where the package says
	Moved     Fate = "moved"     // it stands elsewhere, once
	Ambiguous Fate = "ambiguous" // it stands in several places
	Lost      Fate = "lost"      // it stands nowhere
)

// Reason says why a paragraph is not exact.
type Reason string

// The reasons.
const (
	NoReason   Reason = ""
	Elsewhere  Reason = "elsewhere"  // the same text under another number
	Repeated   Reason = "repeated"   // the same text several times
	Unprinted  Reason = "unprinted"  // the package has nothing to compare it by, and the file is another one
	Unnumbered Reason = "unnumbered" // the package does not number it
	Beyond     Reason = "beyond"     // the text ends before it
	Merged     Reason = "merged"     // it is a part of a longer paragraph
	Split      Reason = "split"      // several paragraphs make it up
	Changed    Reason = "changed"    // another text stands in its place
	Gone       Reason = "gone"       // nothing stands in its place that could be it
)

// Link is a paragraph that a package names, and where it stands in a text.
type Link struct {
	Paragraph  string   // as the package names it: "P3"
	Statements []string // ids of what is coded there
	Fate       Fate
	Reason     Reason
	At         int // in Text.Paragraphs; -1 unless Exact or Moved. Of Merged, Split and Changed see Near
	Near       int // the paragraph that is, or begins, what stands there instead; -1 if there is none
}

// Lit reports whether the paragraph may be shown as that of its statements.
func (l *Link) Lit() bool { return l.Fate == Exact || l.Fate == Moved }

// Report is how far a text agrees with what a package says of it.
type Report struct {
	Verified bool   // the file is the one that was coded, byte by byte
	Links    []Link // in the order of the package's numbers
}

// Count is how many paragraphs have the fate.
func (r *Report) Count(f Fate) int {
	n := 0
	for i := range r.Links {
		if r.Links[i].Fate == f {
			n++
		}
	}
	return n
}

// Of is the link of a statement, nil if its paragraph is not named.
func (r *Report) Of(statement string) *Link {
	for i := range r.Links {
		if slices.Contains(r.Links[i].Statements, statement) {
			return &r.Links[i]
		}
	}
	return nil
}

// Compare finds the paragraphs of a document in a text. They are compared by
// what the package holds, fingerprints; where it has none, their numbers hold in
// the very file that was coded and nowhere else.
func Compare(d *dataset.Dataset, x *dataset.Document, t *Text) Report {
	r := Report{Verified: x.SHA256 != "" && x.SHA256 == t.SHA256, Links: named(d, x)}
	at := map[string][]int{} // by fingerprint
	for i, text := range t.Paragraphs {
		print, _ := dataset.Fingerprint(text)
		at[print] = append(at[print], i)
	}
	for i := range r.Links {
		l := &r.Links[i]
		n := number(l.Paragraph)
		want, known := x.TextParagraph(l.Paragraph)
		found := at[want.Fingerprint]
		switch {
		case n == 0:
			l.Fate, l.Reason = Lost, Unnumbered
		case !known && !r.Verified:
			l.Fate, l.Reason = Lost, Unprinted
		case !known && n > len(t.Paragraphs):
			l.Fate, l.Reason = Lost, Beyond
		case !known, r.Verified && slices.Contains(found, n-1), len(found) == 1 && found[0] == n-1:
			l.Fate, l.At = Exact, n-1
		case len(found) == 1:
			l.Fate, l.Reason, l.At = Moved, Elsewhere, found[0]
		case len(found) > 1:
			l.Fate, l.Reason = Ambiguous, Repeated
		default:
			l.Fate, l.Reason = Lost, Gone
		}
	}
	r.explain(x, t)
	return r
}

// named lists the paragraphs that statements and comments of a document name, but
// for those that only say the same again.
func named(d *dataset.Dataset, x *dataset.Document) []Link {
	var list []Link
	at := func(paragraph string) *Link {
		p := dataset.Passage(paragraph)
		if p == "" {
			return &Link{}
		}
		i := slices.IndexFunc(list, func(l Link) bool { return l.Paragraph == p })
		if i < 0 {
			i = len(list)
			list = append(list, Link{Paragraph: p, At: -1, Near: -1})
		}
		return &list[i]
	}
	if k, ok := d.Index.Document.Number(x.ID); ok {
		for _, i := range d.Index.Document.Statements(k) {
			s := &d.Statements[i]
			l := at(s.Paragraph)
			l.Statements = append(l.Statements, s.ID)
		}
	}
	for i := range x.Commentary { // where nothing may be coded
		at(x.Commentary[i].Paragraph)
	}
	sorts.Stable(list, func(a, b Link) int { return number(a.Paragraph) - number(b.Paragraph) })
	return list
}

var paragraphPattern = pattern.Late(`^P([1-9]\d{0,6})$`)

// number is the n of "Pn", 0 if a paragraph is named otherwise.
func number(paragraph string) int {
	m := paragraphPattern().FindStringSubmatch(paragraph)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}
