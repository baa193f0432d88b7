package scene

import (
	"math/rand/v2"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
)

// What filters leave is, statement by statement, what none of them misses.
func TestLeft(t *testing.T) {
	t.Parallel()
	d := room(t).Data
	r := rand.New(rand.NewPCG(7, 8))
	some := func(codes []string) state.Set {
		var out []string
		for _, c := range codes {
			if r.IntN(3) == 0 {
				out = append(out, c)
			}
		}
		return state.NewSet(out...)
	}
	one := func(list ...string) string { return list[r.IntN(len(list))] }
	full := 0
	for range 2000 {
		s := state.Default()
		s.Status, s.Domains, s.States, s.Levels = some(d.Index.Status.Codes), some(d.Index.Domain.Codes), some(d.Index.State.Codes), some(d.Order(dataset.LevelList))
		s.OnlyNaming, s.Query, s.From, s.To = r.IntN(4) == 0, one("", "", "railway"), one("", "2022"), one("", "2023-06")
		f := newFilter(d, s)
		left := f.left()
		n := 0
		for i := range d.Statements {
			if f.misses(i) != 0 {
				continue
			}
			if n == len(left) || left[n] != i {
				t.Fatalf("%+v: statement %d is missing among %v", s.Subject, i, left)
			}
			n++
		}
		if n != len(left) {
			t.Fatalf("%+v: %d left, not %d", s.Subject, len(left), n)
		}
		full += min(n, 1)
	}
	if full < 200 {
		t.Errorf("only %d views had a statement", full)
	}
}
