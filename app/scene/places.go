package scene

import (
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
)

// Places names the three places of the map with the most statements, or meetings
// where there are only these, each with its number, as [Tally.Describe] names groups;
// "" if no place has any.
func Places(r *Room, sel *Selection, s state.State, p *i18n.Printer) string {
	list := markers(r, sel, s, p)
	sums := make([]int, len(list))
	for i := range list {
		sums[i] = int(list[i].Weight)
	}
	return largest(sums, func(i int) string { return list[i].Label }, p)
}
