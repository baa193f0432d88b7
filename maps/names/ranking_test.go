package names

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

// However far it is asked, and in whatever steps, a ranking gives what a stable sort
// of all gives.
func TestRankingIsAStableSort(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 1))
	for range 400 {
		all := make([]choice, r.IntN(300))
		for i := range all {
			all[i] = choice{x: float64(i), cost: float64(r.IntN(1 + r.IntN(200)))}
		}
		want := slices.Clone(all)
		slices.SortStableFunc(want, func(a, b choice) int { return cmp.Compare(a.cost, b.cost) })
		got := rank(all)
		for i := 0; i < len(want); i += 1 + r.IntN(20) {
			if *got.at(i) != want[i] {
				t.Fatalf("of %d: choice %d is %v, want %v", len(all), i, *got.at(i), want[i])
			}
			if k := r.IntN(i + 1); *got.at(k) != want[k] {
				t.Fatalf("of %d: choice %d, asked after %d, is %v, want %v", len(all), k, i, *got.at(k), want[k])
			}
		}
	}
}

// A ranking of which little is asked does not sort the rest.
func TestRankingIsLazy(t *testing.T) {
	t.Parallel()
	all := make([]choice, 10_000)
	r := rand.New(rand.NewPCG(8, 2))
	for i := range all {
		all[i].cost = r.Float64()
	}
	x := rank(all)
	x.at(3)
	if x.done > 50 {
		t.Errorf("%d are in their places", x.done)
	}
}
