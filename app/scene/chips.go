package scene

import (
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Chip is one thing that narrows a view, or that lights a part of it, by its name.
type Chip struct {
	Text string
	Drop state.Action // takes it away, and nothing else
	Lit  bool         // it lights and hides nothing
}

// chipsEach is how many codes of one filter have a chip of their own; of more,
// one chip names the first.
const chipsEach = 4

// Chips names the filters in which a view differs from the opening one, and last
// what is lit.
func Chips(r *Room, s state.State, p *i18n.Printer) []Chip {
	var out []Chip
	set := func(codes state.Set, name func(string) string, drop func(state.Set) state.Action) {
		if codes.Len() > chipsEach {
			out = append(out, Chip{Text: few(codes, name, p), Drop: drop("")})
			return
		}
		for _, c := range codes.Codes() {
			out = append(out, Chip{Text: name(c), Drop: drop(codes.Without(state.NewSet(c)))})
		}
	}
	if usual := r.Opening().Status; s.Status != usual {
		text := few(s.Status, func(c string) string { return label(r.Data, dataset.StatusList, c, p) }, p)
		if preset, ok := PresetOf(r.Data, s.Status); ok {
			text = preset.Label(p.Lang())
		}
		out = append(out, Chip{Text: text, Drop: state.SetStatus(usual)})
	}
	set(s.Domains, func(c string) string { return domainName(r.Data, c, p) }, func(c state.Set) state.Action { return state.SetDomains(c) })
	set(s.States, func(c string) string { return countryName(r.Data, c, p) }, func(c state.Set) state.Action { return state.SetStates(c) })
	set(s.Levels, func(c string) string { return label(r.Data, dataset.LevelList, c, p) }, func(c state.Set) state.Action { return state.SetLevels(c) })
	if s.OnlyNaming {
		out = append(out, Chip{Text: onlyNaming(r, p), Drop: state.SetOnlyNaming(false)})
	}
	if s.From != "" || s.To != "" {
		out = append(out, Chip{Text: p.DateRange(s.From, s.To), Drop: state.SetTime{}})
	}
	if s.Query != "" {
		out = append(out, Chip{Text: p.T("scene.query", i18n.Args{"Query": s.Query}), Drop: state.Search("")})
	}
	if s.Lights() {
		out = append(out, Chip{Text: p.T("scene.litChip", i18n.Args{"List": focusWords(r, s.Focus, p)}), Drop: state.LetGo{}, Lit: true})
	}
	return out
}

// few names the first codes of a set, and says how many more there are.
func few(codes state.Set, name func(string) string, p *i18n.Printer) string {
	var names []string
	for _, c := range codes.Codes() {
		names = append(names, name(c))
	}
	if more := len(names) - focusNames; more > 1 {
		names = append(names[:focusNames], "+ "+p.Int(more))
	}
	return strings.Join(names, ", ")
}

// unhide drops the filters that hide any of some statements, and no other.
func unhide(r *Room, statements []int32) state.Action {
	drop := []func(*state.State){ // one filter each
		func(s *state.State) { s.Status = "" },
		func(s *state.State) { s.Domains = "" },
		func(s *state.State) { s.States = "" },
		func(s *state.State) { s.Levels = "" },
		func(s *state.State) { s.OnlyNaming = false },
		func(s *state.State) { *s = state.SetTime{}.Apply(*s) },
		func(s *state.State) { s.Query = "" },
	}
	return state.Func(func(s state.State) state.State {
		for k := range drop {
			alone := s
			for j, other := range drop {
				if j != k {
					other(&alone)
				}
			}
			f := newFilter(r.Data, alone)
			if slices.ContainsFunc(statements, func(i int32) bool { return f.misses(int(i)) != 0 }) {
				drop[k](&s)
			}
		}
		return s
	})
}
