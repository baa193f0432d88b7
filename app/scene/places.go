package scene

import (
	"cmp"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

// Places names the three places of the map with the most statements, or meetings
// where there are only these, each with its number, as [Tally.Describe] names groups;
// "" if no place has any.
func Places(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	list := markers(r, sel, s, p)
	slices.SortStableFunc(list, func(a, b maps.Marker) int { return cmp.Compare(b.Weight, a.Weight) })
	var top []string
	for _, m := range list[:min(3, len(list))] {
		if m.Weight > 0 {
			top = append(top, m.Label+": "+p.Int(int(m.Weight)))
		}
	}
	if len(top) == 0 {
		return ""
	}
	return p.T("scene.largest", i18n.Args{"List": strings.Join(top, "; ")})
}
