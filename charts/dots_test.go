package charts

import (
	"math"
	"testing"
)

// bars of one series with these values.
func barsOf(values ...float64) *Chart {
	c := domainsChart()
	c.Series = c.Series[:1]
	c.Rows, c.Values = c.Rows[:len(values)], nil
	for _, v := range values {
		c.Values = append(c.Values, []float64{v})
	}
	return c
}

// Bars become dots when there are three of nearly one length and of one series;
// two, unlike ones, shares, and those of several series stay bars.
func TestAlike(t *testing.T) {
	t.Parallel()
	two := barsOf(4, 4, 4)
	two.Series = statuses[:2]
	two.Values = [][]float64{{2, 2}, {2, 2}, {2, 2}}
	share := barsOf(4, 4, 4)
	share.Share = true
	zero := barsOf(4, 4, 4)
	zero.Series = statuses[:2] // the second of which has no number
	for _, x := range []struct {
		name string
		c    *Chart
		want bool
	}{
		{"equal", barsOf(28, 28, 28, 28, 28, 28), true},
		{"nearly", barsOf(10, 9, 8), true},
		{"a fifth less and a little", barsOf(100, 90, 79), false},
		{"two", barsOf(4, 4), false},
		{"one of nothing", barsOf(4, 4, 0), false},
		{"nothing", barsOf(0, 0, 0), false},
		{"two series", two, false},
		{"a series without a number", zero, true},
		{"shares", share, false},
		{"not bars", matrixChart(), false},
	} {
		if got := x.c.alike(); got != x.want {
			t.Errorf("%s: alike is %t", x.name, got)
		}
	}
	// Of a part of time the whole decides, or marks would change while it plays.
	part := barsOf(1, 7, 3)
	part.Whole = barsOf(9, 9, 9)
	if !part.alike() {
		t.Error("a part of a whole that is alike has bars")
	}
}

// A dot stands where its bar would end, on the same scale, and can be hit where
// the bar could.
func TestDotsStandAtTheEnds(t *testing.T) {
	t.Parallel()
	for _, s := range []Size{{1280, 720, 1}, {900, 400, 2}, {420, 300, 1}} {
		c := barsOf(10, 9, 8, 10, 9, 8)
		r, l := record(c, s)
		unit := 0.0
		for _, m := range l.Marks {
			if m.Total || m.Value == 0 {
				continue
			}
			if unit == 0 {
				unit = m.W / m.Value
			}
			if math.Abs(m.W/m.Value-unit) > 1e-6 {
				t.Errorf("%v: %s is %.2f long, want %.2f", s, m.Name, m.W, unit*m.Value)
			}
			found := false
			for _, f := range r.fills {
				round := math.Abs(f.w-f.h) < 0.5 && f.w > 4
				if round && math.Abs(f.x+f.w/2-(m.X+m.W)) < 0.6 && math.Abs(f.y+f.h/2-(m.Y+m.H/2)) < 0.6 {
					found = true
				}
			}
			if !found {
				t.Errorf("%v: no dot at the end of %s", s, m.Name)
			}
		}
	}
}
