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
	count := func(free func(*state.State), key func(*dataset.Statement) []string) map[string]int {
		v := s
		free(&v)
		n := map[string]int{}
		for _, i := range Select(d, v).Statements {
			for _, k := range key(&d.Statements[i]) {
				n[k]++
			}
		}
		return n
	}
	n := count(func(v *state.State) { v.Status = state.AllStatuses }, func(x *dataset.Statement) []string { return []string{x.Status} })
	for _, c := range state.Statuses() {
		f.Status = append(f.Status, Option{Code: c, Label: StatusLabel(c, p), Tip: p.T(statusTipKeys[c]), Count: n[c], On: s.Status.Has(c)})
	}
	n = count(func(v *state.State) { v.Domains = "" }, func(x *dataset.Statement) []string { return []string{x.Domain} })
	for i := range d.Domains {
		x := &d.Domains[i]
		f.Domains = append(f.Domains, Option{Code: x.Code, Label: x.Name.In(lang), Tip: x.Text.In(lang), Count: n[x.Code], On: s.Domains.Has(x.Code)})
	}
	n = count(func(v *state.State) { v.States = "" }, func(x *dataset.Statement) []string { return x.States })
	for i := range d.Countries {
		x := &d.Countries[i]
		f.States = append(f.States, Option{Code: x.Code, Label: x.Name.In(lang), Count: n[x.Code], On: s.States.Has(x.Code)})
	}
	n = count(func(v *state.State) { v.Levels = "" }, func(x *dataset.Statement) []string { return []string{d.Meeting(x.Meeting).Level} })
	for _, c := range d.Order(dataset.LevelList) {
		f.Levels = append(f.Levels, Option{Code: c, Label: LevelLabel(c, p), Count: n[c], On: s.Levels.Has(c)})
	}
	return f
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
