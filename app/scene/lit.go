package scene

import (
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// lightable are the dimensions that a person can light, in the order in which a
// focus is put into words.
var lightable = []*Dimension{byDomain, byStatus, byState, byPair, byDocument}

// lit returns the lit codes of a dimension; the empty set lights all.
func (d *Dimension) lit(f state.Focus) state.Set { return f.Lit(state.Dimension(d.Name)) }

// light says which statements a focus lights: as filters do, dimensions narrow
// together and codes of one widen.
type light struct {
	columns []*dataset.Column
	allows  [][]bool // by number of code
}

func newLight(x *dataset.Index, f state.Focus) *light {
	l := &light{}
	for _, d := range lightable {
		if set := d.lit(f); set != "" {
			c := d.column(x)
			l.columns, l.allows = append(l.columns, c), append(l.allows, allowed(c, set))
		}
	}
	return l
}

// allowed marks the numbers of a set's codes.
func allowed(c *dataset.Column, set state.Set) []bool {
	out := make([]bool, len(c.Codes))
	for _, code := range set.Codes() {
		if k, ok := c.Number(code); ok {
			out[k] = true
		}
	}
	return out
}

func (l *light) on(i int) bool {
	for k, c := range l.columns {
		if !anyOf(l.allows[k], c.Of(i)) {
			return false
		}
	}
	return true
}

func anyOf(allows []bool, numbers []int32) bool {
	for _, k := range numbers {
		if allows[k] {
			return true
		}
	}
	return false
}

// focusWords names what is lit.
func focusWords(r *Room, f state.Focus, p *i18n.Printer) string {
	var parts []string
	for _, d := range lightable {
		var names []string
		for _, code := range d.lit(f).Codes() {
			if _, ok := d.column(r.Data.Index).Number(code); ok {
				code = d.words(r, code, p)
			}
			names = append(names, code)
		}
		if len(names) > 0 {
			parts = append(parts, strings.Join(names, ", "))
		}
	}
	return strings.Join(parts, " · ")
}
