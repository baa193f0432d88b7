package scene

import (
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Option is one value of a filter.
type Option struct {
	Code, Label, Tip string
	Count            int  // statements it would leave, with the other filters as they are
	On               bool // in force; of a filter that is empty, none is
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
		f.Status = append(f.Status, Option{Code: c, Label: StatusLabel(c, p), Tip: p.T(statusTipKeys[c]), Count: n[ofStatus][k], On: s.Status.Has(c)})
	}
	for i := range d.Domains {
		x := &d.Domains[i]
		f.Domains = append(f.Domains, Option{Code: x.Code, Label: x.Name.In(lang), Tip: x.Text.In(lang), Count: n[ofDomain][i], On: s.Domains.Has(x.Code)})
	}
	for i := range d.Countries {
		x := &d.Countries[i]
		f.States = append(f.States, Option{Code: x.Code, Label: x.Name.In(lang), Count: n[ofState][i], On: s.States.Has(x.Code)})
	}
	for k, c := range d.Index.Level.Codes {
		f.Levels = append(f.Levels, Option{Code: c, Label: LevelLabel(c, p), Count: n[ofLevel][k], On: s.Levels.Has(c)})
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

// Status presets, by their code.
const (
	PresetAgreements  = "agreements"
	PresetCommitments = "commitments"
	PresetAll         = "all"
)

// StatusPresets lists the three usual choices of status. None is On if the
// view has another.
func StatusPresets(s state.State, p *i18n.Printer) []Option {
	return []Option{
		{Code: PresetAgreements, Label: p.T("scene.presetAgreements"), Tip: p.T("scene.presetAgreementsTip"), On: s.Status == state.Agreements},
		{Code: PresetCommitments, Label: p.T("scene.presetCommitments"), Tip: p.T("scene.presetCommitmentsTip"), On: s.Status == state.Commitments},
		{Code: PresetAll, Label: p.T("scene.presetAll"), Tip: p.T("scene.presetAllTip"), On: s.Status == state.AllStatuses},
	}
}

// Preset returns the statuses of a preset's code.
func Preset(code string) (state.Set, bool) {
	switch code {
	case PresetAgreements:
		return state.Agreements, true
	case PresetCommitments:
		return state.Commitments, true
	case PresetAll:
		return state.AllStatuses, true
	}
	return "", false
}
