package charts

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A crowd answers as a look at every single rectangle does.
func TestCrowd(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 9))
	for range 200 {
		var c crowd
		var all []rect
		for range 60 {
			r := rect{random.Float64()*900 - 100, random.Float64() * 500, random.Float64() * 90, random.Float64()*40 - 2}
			switch random.IntN(20) {
			case 0:
				r.w = 1e5
			case 1:
				r.x = math.NaN()
			case 2:
				r.w = 0
			}
			want := true
			for _, o := range all {
				if o.h > 0 && r.x < o.right() && o.x < r.right() && r.y < o.bottom() && o.y < r.bottom() {
					want = false
				}
			}
			if got := c.free(r); got != want {
				t.Fatalf("%+v is free: %t, want %t", r, got, want)
			}
			c.take(r)
			all = append(all, r)
		}
	}
}
