package charts

import (
	"math"
	"testing"
)

// Dots lie where their values say; equal ones share their middle, the second
// inside the first.
func TestDotsAreProportional(t *testing.T) {
	t.Parallel()
	c := compareChart()
	c.Values[0] = []float64{4, 4}
	for _, s := range []Size{{960, 600, 1}, {800, 520, 1}, {794, 232, 1}, {480, 300, 1}} {
		_, l := record(c, s)
		dots := map[MarkKey]Mark{}
		for _, m := range l.Marks {
			if !m.Total && m.Folded == 0 {
				dots[m.Key()] = m
			}
		}
		mid := func(m Mark) float64 { return m.X + m.W/2 }
		var zero, unit float64
		a, b := dots[MarkKey{Row: "SEC", Series: "a"}], dots[MarkKey{Row: "SEC", Series: "b"}]
		unit = (mid(b) - mid(a)) / (b.Value - a.Value)
		zero = mid(a) - unit*a.Value
		for _, m := range dots {
			if math.Abs(mid(m)-zero-unit*m.Value) > 1e-6 {
				t.Errorf("%v: %s at %.2f, want %.2f", s, m.Name, mid(m), zero+unit*m.Value)
			}
		}
		a, b = dots[MarkKey{Row: "POL", Series: "a"}], dots[MarkKey{Row: "POL", Series: "b"}]
		if mid(a) != mid(b) || a.Y+a.H > b.Y+1e-6 {
			t.Errorf("%v: equal values at %.1f, %.1f to %.1f, and %.1f from %.1f", s, mid(a), a.Y, a.Y+a.H, mid(b), b.Y)
		}
	}
}

// Both numbers of a row are written, one if they are equal.
func TestComparedNumbersAreWritten(t *testing.T) {
	t.Parallel()
	c := compareChart()
	c.Rows, c.Values = c.Rows[:2], [][]float64{{123, 77}, {55, 55}}
	r, _ := record(c, Size{800, 300, 1})
	for text, want := range map[string]int{"123": 1, "77": 1, "55": 1} {
		n := 0
		for _, s := range r.texts {
			if s.text == text {
				n++
			}
		}
		if n != want {
			t.Errorf("%s is written %d times", text, n)
		}
	}
}
