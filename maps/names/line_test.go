package names

import (
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// The box round a line is, to the last bit, the box round all its parts.
func TestBoundOfALine(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	for range 2000 {
		at := func() orb.Point { return orb.Point{3000*r.Float64() - 500, 2000*r.Float64() - 500} }
		l := newLine(at(), at())
		var parts []draw.Box
		for i := range lineParts + 1 {
			parts = append(parts, l.box(i))
		}
		if got, want := l.bound(), draw.UnionOf(parts); got != want {
			t.Fatalf("from %v to %v: %v, want %v", l.from, l.at, got, want)
		}
	}
}
