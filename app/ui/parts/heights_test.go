package parts

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Against plain sums.
func TestHeights(t *testing.T) {
	t.Parallel()
	var x Heights // over and over again
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := r.IntN(300)
		x.Reset(n, 40)
		plain := make([]float64, n)
		for i := range plain {
			plain[i] = 40
		}
		for range 400 {
			if n > 0 {
				i, h := r.IntN(n), float32(r.IntN(200))
				if more := x.Set(i, h); float64(more) != float64(h)-plain[i] {
					t.Fatalf("set(%d, %v) = %v from %v", i, h, more, plain[i])
				}
				plain[i] = float64(h)
			}
			y, sum, want := float64(r.IntN(20_000)-500), 0.0, n-1
			for i, h := range plain {
				if got := x.Top(i); math.Abs(float64(got)-sum) > 0.01 {
					t.Fatalf("top(%d) = %v, want %v", i, got, sum)
				}
				if sum += h; sum > y {
					want = min(want, i)
				}
			}
			if got := x.Top(n); math.Abs(float64(got)-sum) > 0.01 {
				t.Fatalf("all %v, want %v", got, sum)
			}
			if got := x.At(float32(y)); got != want && (y >= 0 || got != 0) {
				t.Fatalf("at(%v) = %d, want %d of %v", y, got, want, plain)
			}
		}
	}
}
