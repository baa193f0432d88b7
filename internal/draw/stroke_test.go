package draw

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestStrokeIsRoundTheLine compares with the distance from the line.
func TestStrokeIsRoundTheLine(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(4, 5))
	for range 200 {
		var r raster
		r.reset(60, 60)
		pts := []point{{10 + 40*rnd.Float64(), 10 + 40*rnd.Float64()}}
		for range 5 {
			last := pts[len(pts)-1]
			pts = append(pts, point{min(max(last.x+20*rnd.Float64()-10, 8), 52), min(max(last.y+20*rnd.Float64()-10, 8), 52)})
		}
		hw := 0.5 + 2*rnd.Float64()
		r.stroke(pts, false, hw)
		for y, row := range r.grid() {
			for x, v := range row {
				d := math.Inf(1)
				for i := 1; i < len(pts); i++ {
					d = min(d, segmentDistance(point{float64(x) + 0.5, float64(y) + 0.5}, pts[i-1], pts[i]))
				}
				if v > 0 && d > 1.6*hw+1 {
					t.Fatalf("ink %.2f from a line of half width %.2f", d, hw)
				}
				end := min(math.Hypot(float64(x)+0.5-pts[0].x, float64(y)+0.5-pts[0].y), math.Hypot(float64(x)+0.5-pts[5].x, float64(y)+0.5-pts[5].y))
				if hw > 1 && d < hw-0.9 && end > hw+1 && v < 200 {
					t.Fatalf("gap %.2f from a line of half width %.2f", d, hw)
				}
			}
		}
	}
}

func segmentDistance(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(max(((p.x-a.x)*dx+(p.y-a.y)*dy)/l, 0), 1)
	}
	return math.Hypot(p.x-a.x-t*dx, p.y-a.y-t*dy)
}

func TestDashesKeepLength(t *testing.T) {
	t.Parallel()
	pts := []point{{0, 0}, {7, 0}, {7, 5}, {20, 5}}
	var ink float64
	n := 0
	dashes(pts, []float64{3, 2}, nil, func(d []point) {
		before := ink
		for i := 1; i < len(d); i++ {
			ink += math.Hypot(d[i].x-d[i-1].x, d[i].y-d[i-1].y)
		}
		if ink > before {
			n++
		}
	})
	if math.Abs(ink-15) > 1e-9 || n != 5 {
		t.Errorf("%d dashes of %g in all on a line of 25", n, ink)
	}
}

// TestDashesLieOnTheLine, in turn as long as the pattern says, whatever it is.
func TestDashesLieOnTheLine(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 3))
	for range 300 {
		pts := []point{{0, 0}}
		length := 0.0
		for range 1 + r.IntN(8) {
			last := pts[len(pts)-1]
			p := point{last.x + 30*r.Float64() - 10, last.y + 20*r.Float64() - 10}
			length += math.Hypot(p.x-last.x, p.y-last.y)
			pts = append(pts, p)
		}
		pattern := make([]float64, 2*(1+r.IntN(3)))
		period, inked := 0.0, 0.0
		for i := range pattern {
			pattern[i] = 0.5 + 6*r.Float64()
			period += pattern[i]
			if i%2 == 0 {
				inked += pattern[i]
			}
		}
		var ink float64
		n := 0
		dashes(pts, pattern, nil, func(d []point) {
			n++
			for i, p := range d {
				nearest := math.Inf(1)
				for k := 1; k < len(pts); k++ {
					nearest = min(nearest, segmentDistance(p, pts[k-1], pts[k]))
				}
				if nearest > 1e-6 {
					t.Fatalf("a dash leaves the line by %g", nearest)
				}
				if i > 0 {
					ink += math.Hypot(p.x-d[i-1].x, p.y-d[i-1].y)
				}
			}
		})
		// Whole periods, and what is left of the last.
		whole := math.Floor(length / period)
		want, rest := whole*inked, length-whole*period
		for i, d := range pattern {
			if i%2 == 0 {
				want += min(d, max(rest, 0))
			}
			rest -= d
		}
		if math.Abs(ink-want) > 1e-6 || n < int(whole)*len(pattern)/2 {
			t.Fatalf("pattern %v on a line of %.3f: %d dashes of %.3f in all, want %.3f", pattern, length, n, ink, want)
		}
	}
}

// TestCornersAreWhole: a bend of any angle has no notch on its outer side and no
// hole at its middle, in an open line and in a ring.
func TestCornersAreWhole(t *testing.T) {
	t.Parallel()
	for angle := 5.0; angle < 180; angle += 5 {
		for _, hw := range []float64{1.5, 4, 7} {
			sin, cos := math.Sincos(angle * math.Pi / 180)
			corner := point{50.3, 49.7}
			pts := []point{{corner.x - 35, corner.y}, corner, {corner.x + 35*cos, corner.y + 35*sin}}
			for _, closed := range []bool{false, true} {
				var r raster
				r.reset(100, 100)
				r.stroke(pts, closed, hw)
				g := r.grid()
				for y, row := range g {
					for x, v := range row {
						if d := math.Hypot(float64(x)+0.5-corner.x, float64(y)+0.5-corner.y); d < 0.6*hw-0.8 && v < 250 {
							t.Fatalf("a bend of %g degrees, half width %g: pixel %d, %d, %.1f from it, is %d", angle, hw, x, y, d, v)
						}
					}
				}
			}
		}
	}
}

// TestStrokeOfNothing draws nothing, and of one place twice, too.
func TestStrokeOfNothing(t *testing.T) {
	t.Parallel()
	for _, pts := range [][]point{nil, {{5, 5}}, {{5, 5}, {5, 5}}, {{5, 5}, {5, 5}, {5, 5}}} {
		for _, closed := range []bool{false, true} {
			var r raster
			r.reset(10, 10)
			r.stroke(pts, closed, 2)
			for _, row := range r.grid() {
				for _, v := range row {
					if v != 0 {
						t.Fatalf("%v, closed %v: there is ink", pts, closed)
					}
				}
			}
		}
	}
}

// TestRingsTurnEitherWay: a ring drawn backwards covers the same.
func TestRingsTurnEitherWay(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(7, 7))
	for range 100 {
		n := 3 + rnd.IntN(9)
		ring, back := make([]point, n), make([]point, n)
		for i := range ring {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
			k := 5 + 12*rnd.Float64()
			ring[i] = point{20 + k*cos, 20 + k*sin}
			back[n-1-i] = ring[i]
		}
		var r raster
		r.reset(40, 40)
		r.ring(ring)
		there := r.grid()
		r.ring(back)
		again := r.grid()
		for y := range there {
			for x := range there[y] {
				if there[y][x] != again[y][x] {
					t.Fatalf("pixel %d, %d is %d, backwards %d", x, y, there[y][x], again[y][x])
				}
			}
		}
	}
}
