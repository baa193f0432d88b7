package maps

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
)

// The inset shows all of the region that it is given, and a point of it is the
// place that it shows there: where the frame of the window is drawn in it lies
// what the window has in its middle.
func TestInsetAnswers(t *testing.T) {
	t.Parallel()
	region := []orb.Point{{46.5, 41}, {87, 49}, {135, 48}, {110, 18.2}, {74, 37}, {60, 55}}
	for _, at := range []orb.Point{{71.4, 51.1}, {116.4, 39.9}, {69.2, 41.3}} {
		m := fullMap(t, 1000, 700, 2)
		m.View.Center, m.View.Scale = m.View.Projection.Project(at), 900
		m.Furniture.Inset = region
		_, place, err := Record(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		if place.Inset.Empty() {
			t.Fatalf("%v: no inset", at)
		}
		for _, corner := range region {
			x, y := place.within.PlaneToScreen(m.View.Projection.Project(corner))
			if x < -0.5 || y < -0.5 || x > place.Inset.Width()+0.5 || y > place.Inset.Height()+0.5 {
				t.Errorf("%v: the corner %v lies beyond the inset, at %.0f, %.0f", at, corner, x, y)
			}
		}
		x, y := place.within.PlaneToScreen(m.View.Center)
		got, ok := place.InInset(place.Inset.X0+x, place.Inset.Y0+y)
		if !ok || math.Hypot(got[0]-m.View.Center[0], got[1]-m.View.Center[1]) > 1 {
			t.Errorf("%v: the middle of the frame is %v, %t", at, got, ok)
		}
		// A pixel to the right is as many metres as the inset has to a pixel.
		next, ok := place.InInset(place.Inset.X0+x+1, place.Inset.Y0+y)
		if !ok || math.Abs(next[0]-got[0]-place.within.Scale) > 1e-6 || next[1] != got[1] {
			t.Errorf("%v: a pixel on is %v", at, next)
		}
		for _, p := range [][2]float64{{place.Inset.X0 - 2, place.Inset.Y0}, {place.Inset.X1 + 2, place.Inset.Y1}, {500, 350}} {
			if at, ok := place.InInset(p[0], p[1]); ok {
				t.Errorf("%v lies in the inset, at %v", p, at)
			}
		}
	}
	m := fullMap(t, 1000, 700, 1)
	m.Furniture.Inset = nil
	_, place, err := Record(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := place.InInset(50, 50); ok || !place.Inset.Empty() {
		t.Error("a map without an inset answers as if it had one")
	}
}
