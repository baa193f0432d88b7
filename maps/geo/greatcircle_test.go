package geo

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

func TestGreatCircle(t *testing.T) {
	t.Parallel()
	// Half way from Beijing to Tashkent, by the spherical midpoint formula.
	line := GreatCircle(orb.Point{116.4, 39.9}, orb.Point{69.2, 41.3})
	if line[0] != (orb.Point{116.4, 39.9}) && distance(line[0], orb.Point{116.4, 39.9}) > 1e-9 {
		t.Errorf("begins at %v", line[0])
	}
	a, b := unit(orb.Point{116.4, 39.9}), unit(orb.Point{69.2, 41.3})
	for _, q := range line {
		u := unit(q)
		// on the plane of the two ends
		n := a[0]*(b[1]*u[2]-b[2]*u[1]) + a[1]*(b[2]*u[0]-b[0]*u[2]) + a[2]*(b[0]*u[1]-b[1]*u[0])
		if math.Abs(n) > 1e-9 {
			t.Errorf("%v is off the great circle", q)
		}
	}
	for _, pair := range [][2]orb.Point{{{10, 10}, {10, 10}}, {{0, 0}, {180, 0}}, {{0, 90}, {0, -90}}} {
		for _, q := range GreatCircle(pair[0], pair[1]) {
			if math.IsNaN(q[0] + q[1]) {
				t.Errorf("%v gives NaN", pair)
			}
		}
	}
}

// TestGreatCircleIsCut: over the date line, on a map about any meridian, it makes
// no leap across the page, and is as long in all as in one piece.
func TestGreatCircleIsCut(t *testing.T) {
	t.Parallel()
	line := GreatCircle(orb.Point{139.7, 35.7}, orb.Point{-74, 40.7})
	for lon0 := -180.0; lon0 <= 180; lon0 += 15 {
		p := EqualEarth(lon0)
		path := &draw.Path{}
		ProjectPath(path, p, line, false, 10e3)
		if len(path.Parts) > 2 {
			t.Errorf("about %g: %d parts", lon0, len(path.Parts))
		}
		for _, part := range path.Parts {
			for i := 1; i < len(part); i++ {
				if d := distance(part[i-1], part[i]); d > 1e6 {
					t.Errorf("about %g: a leap of %.0f km", lon0, d/1000)
				}
			}
		}
	}
}

// TestScaleBarIsTrue measures the bar on the ground at the centre.
func TestScaleBarIsTrue(t *testing.T) {
	t.Parallel()
	for _, at := range []orb.Point{{70, 42}, {100, 25}, {120, 50}} {
		for _, p := range []Projection{asia, webMercator{}} {
			v := Viewport{Projection: p, Center: p.Project(at), Scale: 900, Width: 900, Height: 600, Density: 1}
			metres := v.MetresPerPixel()
			a, b := v.FromScreen(450, 300), v.FromScreen(451, 300)
			ua, ub := unit(a), unit(b)
			chord := distance3(ua, ub) * EarthRadius
			if r := metres / chord; r < 0.999 || r > 1.001 {
				t.Errorf("%v: %.1f m per pixel, measured %.1f", at, metres, chord)
			}
		}
	}
}

func distance3(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// Where the middle of a window lies beyond the southern end of the map or the pole, a pixel
// is as long as on the map, which is no longer than its plane says: equal areas are drawn.
func TestMetresPerPixelOffTheMap(t *testing.T) {
	t.Parallel()
	p := Albers(25, 47, 36, 90)
	for _, lat := range []float64{-60, 90} {
		for _, off := range []float64{-200, 200} {
			v := Viewport{Projection: p, Center: p.Project(orb.Point{90, lat}), Scale: 30000, Width: 300, Height: 900, Density: 1}
			v.Center[1] += off * v.Scale
			if got := v.MetresPerPixel(); got < 10000 || got > 60000 {
				t.Errorf("%g pixels off %g°: a pixel is %.0f m, on the plane %.0f", off, lat, got, v.Scale)
			}
		}
	}
}
