package scene

import (
	"slices"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/maps/names"
)

// unions writes the name of each union of the package in the land of the first of its
// members, in place of that member's: a union has no land of its own on the base map,
// and its package says by the order of its members where its name belongs.
func unions(labels []names.Label, d *dataset.Dataset, lang string) {
	for i := range d.Countries {
		c := &d.Countries[i]
		if len(c.Members) == 0 || slices.ContainsFunc(labels, func(l names.Label) bool { return l.Kind == names.Country && l.ISO == c.ISO2 }) {
			continue
		}
		for k := range labels {
			if l := &labels[k]; l.Kind == names.Country && l.ID == c.Members[0] {
				l.Text, l.ISO = c.Name.In(lang), c.ISO2
			}
		}
	}
}

// union is the union of the package with that code; nil if there is none.
func union(d *dataset.Dataset, iso string) *dataset.Country {
	for i := range d.Countries {
		if c := &d.Countries[i]; c.ISO2 == iso && len(c.Members) > 0 {
			return c
		}
	}
	return nil
}
