package charts

import "testing"

// Whether bars have a scale depends on the picture, not on how many rows a filter
// leaves.
func TestNoFilterBringsAScale(t *testing.T) {
	t.Parallel()
	with := 0
	for h := 200.0; h <= 460; h += 10 {
		scales := map[bool][]int{}
		for _, rows := range []int{12, 8, 4, 2} {
			c := domainsChart()
			c.Rows, c.Values = c.Rows[:rows], c.Values[:rows]
			r, _ := record(c, Size{794, h, 1})
			scaled := r.has(c.AxisLabel)
			scales[scaled] = append(scales[scaled], rows)
		}
		if len(scales) > 1 {
			t.Errorf("%v high: a scale with %v rows, none with %v", h, scales[true], scales[false])
		}
		with += min(1, len(scales[true]))
	}
	if with == 0 {
		t.Error("no picture has a scale")
	}
}
