package scene

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Option is one value of a filter.
type Option struct {
	Code, Label, Tip string
	Second           string // the label in the second language, "" if there is none
	Count            int    // statements it would leave, with the other filters as they are
	On               bool   // in force; of a filter that is empty, none is
}

// Filters is the choices of the filter bar.
type Filters struct {
	Status, Domains, States, Levels []Option
}

// Options lists the values of each filter with the number of statements that
// each would leave.
func Options(r *Room, s state.State, p *i18n.Printer) Filters {
	d, lang := r.Data, p.Lang()
	var f Filters
	n := counts(d, s)
	for k, c := range d.Index.Status.Codes {
		f.Status = append(f.Status, Option{Code: c, Label: label(d, dataset.StatusList, c, p), Second: second(d.Code(dataset.StatusList, c).Name, p), Tip: d.Code(dataset.StatusList, c).Definition.In(lang), Count: n[ofStatus][k], On: s.Status.Has(c)})
	}
	for i := range d.Domains {
		x := &d.Domains[i]
		f.Domains = append(f.Domains, Option{Code: x.Code, Label: x.Name.In(lang), Second: second(x.Name, p), Tip: x.Text.In(lang), Count: n[ofDomain][i], On: s.Domains.Has(x.Code)})
	}
	for i := range d.Countries {
		x := &d.Countries[i]
		f.States = append(f.States, Option{Code: x.Code, Label: x.Name.In(lang), Second: second(x.Name, p), Count: n[ofState][i], On: s.States.Has(x.Code)})
	}
	for k, c := range d.Index.Level.Codes {
		f.Levels = append(f.Levels, Option{Code: c, Label: label(d, dataset.LevelList, c, p), Second: second(d.Code(dataset.LevelList, c).Name, p), Count: n[ofLevel][k], On: s.Levels.Has(c)})
	}
	return f
}

// counts counts, for each filter and each of its codes, the statements that the
// code would leave with the other filters as they are: all in one pass, since a
// statement that one filter alone leaves out is one that this filter could let
// through.
func counts(d *dataset.Dataset, s state.State) (n [kinds][]int) {
	f, cols := newFilter(d, s), columns(d.Index)
	for k, c := range cols {
		n[k] = make([]int, len(c.Codes))
	}
	for i := range d.Statements {
		missed := f.misses(i)
		for k, c := range cols {
			if missed&^(1<<k) == 0 {
				for _, code := range c.Of(i) {
					n[k][code]++
				}
			}
		}
	}
	return n
}
