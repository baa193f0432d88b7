package dataset

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// searchEntry is the folded text of one statement: its own words in every
// language.
type searchEntry struct{ text string }

// alike maps letters that look alike between scripts, so that "С+С5" in
// Cyrillic and "C+C5" in Latin are one. Only whole tokens of lookalikes and
// digits, such as "с+с5", are mapped; ordinary words keep their script.
var alike = strings.NewReplacer("с", "c", "а", "a", "е", "e", "о", "o", "р", "p", "х", "x", "у", "y", "к", "k", "м", "m", "т", "t", "н", "h", "в", "b")

// Fold prepares a text for search: lower case, without accents, Cyrillic
// lookalikes in names such as "С+С5" made Latin, runs of space made one.
func Fold(s string) string {
	var b strings.Builder
	space := false
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, c):
			continue
		case c == '’' || c == 'ʼ' || c == 'ʻ' || c == '‘' || c == '\'' || c == '`':
			continue
		case unicode.IsSpace(c) || c == '\u00a0':
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(c)
	}
	words := strings.Split(b.String(), " ")
	for i, w := range words {
		if strings.ContainsAny(w, "+0123456789") {
			words[i] = alike.Replace(w)
		}
	}
	// "с + с5" and "с+с5" are one name.
	return strings.ReplaceAll(alike5.Replace(strings.Join(words, " ")), "c + c5", "c+c5")
}

var alike5 = strings.NewReplacer("с + c5", "c+c5", "c + с5", "c+c5", "с +c5", "c+c5", "с+ c5", "c+c5")

func (d *Dataset) indexSearch() {
	for i := range d.Documents {
		x := &d.Documents[i]
		x.folded = Fold(x.Title) + "\n" + foldAll(x.Lead) + "\n" + foldAll(x.Publisher)
		x.foldedSummary = foldAll(x.Summary)
	}
	d.search = make([]searchEntry, len(d.Statements))
	for i := range d.Statements {
		s := &d.Statements[i]
		d.search[i].text = foldAll(s.Text) + "\n" + foldAll(s.Speaker) + "\n" + foldAll(s.Note) + "\n" + strings.ToLower(s.ID)
	}
}

func foldAll(t Text) string {
	parts := make([]string, 0, len(t))
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		parts = append(parts, Fold(t[lang]))
	}
	return strings.Join(parts, "\n")
}

// Query is a search prepared once and asked of many records.
type Query struct{ words []string }

// NewQuery splits text at spaces; every word must be found. A quoted phrase is
// one word.
func NewQuery(text string) Query {
	var q Query
	for i, part := range strings.Split(Fold(text), `"`) {
		if i%2 == 1 {
			if part = strings.TrimSpace(part); part != "" {
				q.words = append(q.words, part)
			}
			continue
		}
		q.words = append(q.words, strings.Fields(part)...)
	}
	return q
}

// Empty reports whether q asks for nothing.
func (q Query) Empty() bool { return len(q.words) == 0 }

// Search says for each statement (by its index in Statements) whether q finds
// it; nil means that q asks for nothing and all are found. A statement is found
// by its own words together with the title, label and publisher of its
// document. A document of which no statement is found that way, but whose
// summary has every word, is found whole.
func (d *Dataset) Search(q Query) []bool {
	if q.Empty() {
		return nil
	}
	d.indexed.Do(d.indexSearch) // the first search pays, not the start of the program
	hits := make([]bool, len(d.Statements))
	direct := make(map[*Document]bool, len(d.Documents))
	for i := range d.Statements {
		doc := d.document[d.Statements[i].Document]
		if hits[i] = q.in(d.search[i].text, doc.folded); hits[i] {
			direct[doc] = true
		}
	}
	summary := make(map[*Document]bool, len(d.Documents))
	for i := range d.Documents {
		doc := &d.Documents[i]
		summary[doc] = !direct[doc] && q.in(doc.folded, doc.foldedSummary)
	}
	for i := range d.Statements {
		hits[i] = hits[i] || summary[d.document[d.Statements[i].Document]]
	}
	return hits
}

func (q Query) in(a, b string) bool {
	for _, w := range q.words {
		if !strings.Contains(a, w) && !strings.Contains(b, w) {
			return false
		}
	}
	return true
}
