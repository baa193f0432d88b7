package text

import (
	"math"
	"slices"
	"testing"
)

// bezier is the point of a curve by de Casteljau's construction.
func bezier(points []Point, t float64) Point {
	if len(points) == 1 {
		return points[0]
	}
	next := make([]Point, len(points)-1)
	for i := range next {
		next[i] = Point{points[i].X + t*(points[i+1].X-points[i].X), points[i].Y + t*(points[i+1].Y-points[i].Y)}
	}
	return bezier(next, t)
}

// rings are those of an outline, each in its own memory.
func rings(o Outline, tolerance float64) (all [][]Point) {
	for ring := range o.Rings(tolerance, new([]Point)) {
		all = append(all, slices.Clone(ring))
	}
	return all
}

// Polygons leave their curves by no more than they may, and a coarse one has
// fewer points.
func TestRings(t *testing.T) {
	t.Parallel()
	for _, o := range []Outline{
		regular(t).Outline(regular(t).Shape("S").Clusters[0].Glyphs[0].ID),
		{{Start: Point{}, Segments: []Segment{{{0, 1}, {1, 1}, {1, 0}}, {{0.5, -2}, {0, 0}}}}},
		{{Start: Point{}, Segments: []Segment{{{1, 0}}, {{1, 1}}, {{0, 0}}}}},
	} {
		last := math.MaxInt
		for _, tolerance := range []float64{0.0005, 0.005, 0.05} {
			found, n := rings(o, tolerance), 0
			for i, ring := range found {
				n += len(ring)
				from := o[i].Start
				for _, s := range o[i].Segments {
					for k := range 101 {
						p := bezier(append([]Point{from}, s...), float64(k)/100)
						if d := distance(p, ring); d > tolerance*1.001 {
							t.Fatalf("%v is %v from the polygon, want %v", p, d, tolerance)
						}
					}
					from = s[len(s)-1]
				}
			}
			if n > last {
				t.Errorf("%d points at %v, %d where it is finer", n, tolerance, last)
			}
			last = n
		}
	}
	if found := rings(Outline{{Start: Point{1, 1}}, {Start: Point{}, Segments: []Segment{{{1, 0}}, {{0, 0}}}}}, 0.01); len(found) != 0 {
		t.Errorf("a point and a line are %v", found)
	}
}

// distance is how far a point is from the edge of a polygon.
func distance(p Point, ring []Point) float64 {
	best := math.Inf(1)
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		dx, dy := b.X-a.X, b.Y-a.Y
		k := 0.0
		if l := dx*dx + dy*dy; l > 0 {
			k = min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/l, 0), 1)
		}
		best = min(best, math.Hypot(p.X-a.X-k*dx, p.Y-a.Y-k*dy))
	}
	return best
}
