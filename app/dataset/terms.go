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

// acronyms tells what the acronyms of the glossary are short for: of each term that
// one stands for, all its other names and forms.
func (d *Dataset) acronyms() map[string][]string {
	out := map[string][]string{}
	for i := range d.Terms {
		t := &d.Terms[i]
		all := slices.Collect(maps.Values(t.Name))
		for _, forms := range t.Forms {
			all = append(all, forms...)
		}
		slices.Sort(all)
		all = slices.Compact(all)
		for _, short := range all {
			if !acronym(short) {
				continue
			}
			key := Fold(short)
			for _, long := range all {
				if !acronym(long) && len(out[key]) < mostWords { // a query has no room for more
					out[key] = append(out[key], long)
				}
			}
		}
	}
	return out
}
