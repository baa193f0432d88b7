package scene

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// A menu lists no more than it has room for: those with the most statements, in the
// order of the data; what is compared now is always among them, however little it has.
func TestMostOfManyOptions(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(4, 2))
	for range 300 {
		all := make([]Option, r.IntN(30))
		for i := range all {
			all[i] = Option{Code: fmt.Sprintf("%02d", i), Count: r.IntN(5)}
		}
		for range min(2, len(all)) {
			all[r.IntN(len(all))].On = true
		}
		before := slices.Clone(all)
		n := 2 + r.IntN(12)
		got := Most(all, n)
		if !slices.Equal(all, before) {
			t.Fatal("the options themselves are changed")
		}
		if len(got) != min(n, len(all)) {
			t.Fatalf("%d of %d with room for %d", len(got), len(all), n)
		}
		if !slices.IsSortedFunc(got, compareCodes) {
			t.Fatalf("out of order: %+v", got)
		}
		least := 5
		for _, o := range got {
			if !o.On {
				least = min(least, o.Count)
			}
		}
		for _, o := range all {
			if !slices.Contains(got, o) && (o.On || o.Count > least) {
				t.Fatalf("%+v is left out of %+v", o, got)
			}
		}
	}
}

func compareCodes(a, b Option) int {
	switch {
	case a.Code < b.Code:
		return -1
	case a.Code > b.Code:
		return 1
	}
	return 0
}
