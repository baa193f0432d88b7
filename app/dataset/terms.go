package dataset

import (
	"maps"
	"slices"
)

// Term is an entry of the glossary. It must not be modified.
type Term struct {
	ID         string
	Name       Text
	Forms      map[string][]string // by language: how words begin that stand for it in texts
	Definition Text
	Source     string // documents and paragraphs, addresses; apart by spaces
}

// readTerms reads the glossary, if the package has one.
func (d *Dataset) readTerms(in *reader) {
	used := map[string]bool{}
	in.tables["terms"].each(&in.found, func(r row) bool {
		id, ok := r.id("id", used)
		if !ok {
			return false
		}
		t := Term{ID: id, Name: r.txt("term"), Forms: map[string][]string{}, Definition: r.txt("definition"), Source: r.str("source")}
		forms := r.txt("forms")
		for _, lang := range slices.Sorted(maps.Keys(forms)) {
			t.Forms[lang] = splitList(forms[lang], ";")
		}
		d.Terms = append(d.Terms, t)
		return true
	})
}
