package scene

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
)

// meetings lists the meetings shown that pairs of a dimension and its codes leave.
func (f *filling) meetings(sel *Selection, pairs []string) ([]string, error) {
	left := slices.Clone(sel.Meetings)
	for ; len(pairs) > 0; pairs = pairs[2:] {
		if pairs[0] == "place" {
			at := strings.Split(pairs[1], ",")
			for _, id := range at {
				if f.r.Data.Place(id) == nil {
					return nil, fmt.Errorf("there is no place %q", id)
				}
			}
			left = slices.DeleteFunc(left, func(id string) bool { return !slices.Contains(at, f.r.Data.Meeting(id).Place) })
			continue
		}
		c, on, err := f.codes(sel, pairs[0], pairs[1])
		if err != nil {
			return nil, err
		}
		has := map[string]func(*dataset.Meeting) []string{
			byLevel.Name: func(m *dataset.Meeting) []string { return []string{m.Level} },
			byState.Name: func(m *dataset.Meeting) []string { return m.Parties },
			byTime.Name:  func(m *dataset.Meeting) []string { return []string{m.ID} },
		}[pairs[0]]
		if has == nil {
			return nil, fmt.Errorf("meetings have no %s: level, state, place and meeting they have, and coded meetings the others", pairs[0])
		}
		left = slices.DeleteFunc(left, func(id string) bool {
			return !slices.ContainsFunc(has(f.r.Data.Meeting(id)), func(code string) bool { k, ok := c.Number(code); return ok && on[k] })
		})
	}
	return left, nil
}

// places counts the places of meetings that the map has a mark for.
func (f *filling) places(meetings []string) int {
	at := map[string]bool{}
	for _, id := range meetings {
		if x := f.r.Spot(f.r.Data.Meeting(id)); x != nil {
			at[x.ID] = true
		}
	}
	return len(at)
}

// comments counts the remarks on documents, of all or of those that a pair names.
func (f *filling) comments(pairs []string) (int, error) {
	n := 0
	for i := range f.r.Data.Documents {
		x := &f.r.Data.Documents[i]
		if len(pairs) == 2 && pairs[0] == byDocument.Name && slices.Contains(strings.Split(pairs[1], ","), x.ID) || len(pairs) == 0 {
			n += len(x.Commentary)
		}
	}
	if len(pairs) > 2 || len(pairs) == 2 && pairs[0] != byDocument.Name {
		return 0, errors.New("comments are of documents alone")
	}
	return n, nil
}
