package charts

import "math"

// ticks returns round values from 0 to at most high, at most limit steps
// apart: steps of 1, 2 or 5 times a power of ten, whole numbers for counts.
func ticks(high float64, limit int, whole bool) []float64 {
	if !(high > 0) || limit < 1 {
		return []float64{0}
	}
	raw := high / float64(limit)
	step := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, f := range []float64{1, 2, 5, 10} {
		if step*f >= raw*(1-1e-9) {
			step *= f
			break
		}
	}
	if whole {
		step = math.Max(step, 1)
	}
	var out []float64
	for i := 0; float64(i)*step <= high*(1+1e-9); i++ {
		out = append(out, float64(i)*step)
	}
	return out
}
