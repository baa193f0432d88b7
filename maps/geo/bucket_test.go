package geo

import "testing"

func TestBucketHoldsItsScale(t *testing.T) {
	t.Parallel()
	for s := 0.5; s < 1e5; s *= 1.01 {
		if b := BucketOf(s); s <= b.Fine*(1-1e-6) || s > b.Coarse*(1+1e-6) {
			t.Fatalf("%g is not in %v", s, b)
		}
	}
}
