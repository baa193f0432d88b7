package sorts

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// The order is that of package slices, also of those that compare as equal.
func TestAsSlices(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	type pair struct{ key, at int }
	byKey := func(a, b pair) int { return a.key - b.key }
	for _, n := range []int{0, 1, 2, 11, 12, 13, 50, 500, 5000} {
		for _, keys := range []int{1, 3, 1 << 30} {
			list := make([]pair, n)
			for i := range list {
				list[i] = pair{random.IntN(keys), i}
			}
			for name, sorts := range map[string][2]func([]pair, func(a, b pair) int){
				"Func":   {Func[pair], slices.SortFunc[[]pair]},
				"Stable": {Stable[pair], slices.SortStableFunc[[]pair]},
			} {
				got, want := slices.Clone(list), slices.Clone(list)
				sorts[0](got, byKey)
				sorts[1](want, byKey)
				if !slices.Equal(got, want) {
					t.Errorf("%s, %d of %d keys: another order", name, n, keys)
				}
			}
		}
	}
}
