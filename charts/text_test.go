package charts

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// The faces' ink is as the layout takes it: figures and capitals are as high as
// twice the middle, ascenders and descenders fit a line, and marks on capitals do
// not touch the line above.
func TestInkFitsLines(t *testing.T) {
	t.Parallel()
	for _, f := range []font{{regular, 1, black}, {bold, 1, black}} {
		for _, s := range []string{"H", "Н", "7", "П"} {
			if rise := f.face.Shape(s).Rise; math.Abs(rise-2*f.middle()) > 0.01 {
				t.Errorf("%s is %v high, capitals %v", s, rise, 2*f.middle())
			}
		}
		if rise := f.face.Shape("bdfhklіїй").Rise; rise > ascent {
			t.Errorf("ascenders reach %v, a line %v", rise, ascent)
		}
		if fall := f.face.Shape("gjpqyуцщ").Fall; fall > descent+0.03 {
			t.Errorf("descenders reach %v, a line %v", fall, descent)
		}
		if both := f.face.Shape("ЙЇЎÅÉ").Rise + f.face.Shape("gjpqyуцщ()").Fall; both > leading {
			t.Errorf("two lines need %v, they are %v apart", both, leading)
		}
	}
}

func TestTicks(t *testing.T) {
	t.Parallel()
	tests := []struct {
		high  float64
		limit int
		whole bool
		want  []float64
	}{
		{9, 5, true, []float64{0, 2, 4, 6, 8}},
		{1, 8, true, []float64{0, 1}},
		{75, 8, true, []float64{0, 10, 20, 30, 40, 50, 60, 70}},
		{100, 4, true, []float64{0, 50, 100}},
		{1, 5, false, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{0, 5, true, []float64{0}},
		{math.NaN(), 5, true, []float64{0}},
	}
	for _, tt := range tests {
		got := ticks(tt.high, tt.limit, tt.whole)
		if !slices.EqualFunc(got, tt.want, func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }) {
			t.Errorf("ticks(%v, %d) = %v, want %v", tt.high, tt.limit, got, tt.want)
		}
	}
}

// Spread spots keep their order and distance, and no other arrangement of the
// same kind is nearer to the dates: shifting any run of spots makes it worse.
func TestSpread(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 4))
	cost := func(a, b []float64) (sum float64) {
		for i := range a {
			sum += (a[i] - b[i]) * (a[i] - b[i])
		}
		return sum
	}
	for range 500 {
		dates := make([]float64, 1+random.IntN(20))
		for i := range dates {
			dates[i] = random.Float64() * 300
		}
		slices.Sort(dates)
		const gap, low, high = 10, 0, 300
		spots := slices.Clone(dates)
		spread(spots, gap, low, high)
		valid := func(s []float64) bool {
			for i := range s {
				if s[i] < low-1e-9 || s[i] > high+1e-9 || i > 0 && s[i]-s[i-1] < gap-1e-9 {
					return false
				}
			}
			return true
		}
		if !valid(spots) {
			t.Fatalf("spread(%v) = %v", dates, spots)
		}
		for i := range spots {
			for j := i; j < len(spots); j++ {
				for _, d := range []float64{-0.01, 0.01} {
					moved := slices.Clone(spots)
					for k := i; k <= j; k++ {
						moved[k] += d
					}
					if valid(moved) && cost(moved, dates) < cost(spots, dates)-1e-6 {
						t.Fatalf("spread(%v) = %v, but %v is nearer", dates, spots, moved)
					}
				}
			}
		}
	}
}
