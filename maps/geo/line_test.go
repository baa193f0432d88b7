package geo

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/quick"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// projections are all there are.
func projections() []Projection {
	return []Projection{asia, Albers(-20, -45, -30, 20), webMercator{}, EqualEarth(0), EqualEarth(100)}
}

// wander is a line of n places, with edges of all lengths.
func wander(r *rand.Rand, n int) []orb.Point {
	line := make([]orb.Point, n)
	lon, lat := 60+60*r.Float64(), 10+40*r.Float64()
	for i := range line {
		line[i] = orb.Point{lon, lat}
		step := math.Exp(6*r.Float64() - 4)
		lon, lat = min(max(lon+step*(2*r.Float64()-1), 25), 170), min(max(lat+step*(2*r.Float64()-1), -30), 70)
	}
	return line
}

// TestProjectLineKeepsToItsTolerance: any place of an edge, projected, lies no
// further from the drawn line than it says, and the corners are on it.
func TestProjectLineKeepsToItsTolerance(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 9))
	for _, p := range projections() {
		for range 40 {
			line := wander(r, 2+r.IntN(8))
			tolerance := 100 + 5000*r.Float64()
			closed := r.IntN(2) == 0
			out := ProjectLine(p, line, closed, tolerance)
			path := slices.Clone(out)
			edges := slices.Clone(line)
			if closed {
				path, edges = append(path, out[0]), append(edges, line[0])
			}
			for i := 1; i < len(edges); i++ {
				a, b := edges[i-1], edges[i]
				for k := range 9 {
					s := float64(k) / 8
					at := p.Project(orb.Point{a[0] + s*(b[0]-a[0]), a[1] + s*(b[1]-a[1])})
					nearest := math.Inf(1)
					for j := 1; j < len(path); j++ {
						nearest = min(nearest, fromSegment(at, path[j-1], path[j]))
					}
					// Half way between two halvings an edge may bend a little more than there,
					// and one of a tenth of a degree is not looked at.
					if nearest > 1.5*tolerance+30 {
						t.Fatalf("%T: %v of the edge %v-%v lies %.0f m off the line, tolerance %.0f", p, s, a, b, nearest, tolerance)
					}
				}
			}
		}
	}
}

func fromSegment(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	s := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		s = min(max(((p[0]-a[0])*dx+(p[1]-a[1])*dy)/l, 0), 1)
	}
	return math.Hypot(p[0]-a[0]-s*dx, p[1]-a[1]-s*dy)
}

// TestSharedBordersStayShared: walked the other way, a line has the same points.
func TestSharedBordersStayShared(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 5))
	for _, p := range projections() {
		for range 100 {
			line := wander(r, 2+r.IntN(9))
			back := slices.Clone(line)
			slices.Reverse(back)
			there, again := ProjectLine(p, line, false, 500), ProjectLine(p, back, false, 500)
			slices.Reverse(again)
			if !slices.Equal(there, again) {
				t.Fatalf("%T: %v has other points backwards", p, line)
			}
		}
	}
}

// TestEqualAreas: the projections that promise it keep the share of the sphere, by
// the area of a box of degrees.
func TestEqualAreas(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 8))
	for _, p := range []Projection{asia, EqualEarth(0), EqualEarth(100)} {
		for range 100 {
			west, south := 30+100*r.Float64(), -40+90*r.Float64()
			w, h := 0.5+3*r.Float64(), 0.5+3*r.Float64()
			ring := []orb.Point{{west, south}, {west + w, south}, {west + w, south + h}, {west, south + h}}
			got := flatArea(ProjectLine(p, ring, true, 5))
			want := EarthRadius * EarthRadius * radians(w) * (math.Sin(radians(south+h)) - math.Sin(radians(south)))
			if math.Abs(math.Abs(got)/want-1) > 0.002 {
				t.Errorf("%T: %.2f by %.2f degrees at %.1f, %.1f have %.0f km², want %.0f", p, w, h, west, south, got/1e6, want/1e6)
			}
		}
	}
}

// TestClampKeepsWithin its box and its scales, and leaves alone what is there.
func TestClampKeepsWithin(t *testing.T) {
	t.Parallel()
	box := orb.Bound{Min: orb.Point{-1e6, -2e6}, Max: orb.Point{3e6, 1e6}}
	err := quick.Check(func(x, y int32, scale uint16) bool {
		v := Viewport{Projection: asia, Center: orb.Point{float64(x) / 300, float64(y) / 300}, Scale: float64(scale), Width: 100, Height: 50, Density: 1}
		c := v.Clamp(box, 100, 9000)
		inside := box.Contains(v.Center) && v.Scale >= 100 && v.Scale <= 9000
		return box.Contains(c.Center) && c.Scale >= 100 && c.Scale <= 9000 && (!inside || c == v) && c.Clamp(box, 100, 9000) == c
	}, nil)
	if err != nil {
		t.Error(err)
	}
}

// TestSnapMovesLessThanAPixel, and puts the plane on whole ones.
func TestSnapMovesLessThanAPixel(t *testing.T) {
	t.Parallel()
	err := quick.Check(func(x, y int32, scale, density uint8) bool {
		v := Viewport{
			Projection: asia, Center: orb.Point{float64(x) / 700, float64(y) / 700}, Scale: 50 + 20*float64(scale),
			Width: 801, Height: 533, Density: 0.5 + float64(density)/100,
		}
		s := v.Snapped()
		to := s.Device()
		pixel := v.Scale / v.Density
		return math.Abs(s.Center[0]-v.Center[0]) <= pixel/2*1.0001 && math.Abs(s.Center[1]-v.Center[1]) <= pixel/2*1.0001 &&
			math.Abs(to.TX-math.Round(to.TX)) < 1e-6 && math.Abs(to.TY-math.Round(to.TY)) < 1e-6
	}, nil)
	if err != nil {
		t.Error(err)
	}
}

// TestDeviceIsScreenTimesDensity.
func TestDeviceIsScreenTimesDensity(t *testing.T) {
	t.Parallel()
	v := fitted(640, 480, 1.75)
	to := v.Device()
	for _, ll := range region {
		x, y := v.ToScreen(ll)
		q := to.Apply(v.Projection.Project(ll))
		if math.Abs(q[0]-x*1.75) > 1e-6 || math.Abs(q[1]-y*1.75) > 1e-6 {
			t.Errorf("%v is at %v, on the screen at %g, %g", ll, q, x, y)
		}
	}
	if w, h := v.Pixels(); w != 1120 || h != 840 {
		t.Errorf("%d by %d pixels", w, h)
	}
}

// TestInHoldsTheMiddle: another projection has the same place in its middle.
func TestInHoldsTheMiddle(t *testing.T) {
	t.Parallel()
	v := fitted(640, 480, 1)
	at := v.FromScreen(320, 240)
	for _, p := range projections() {
		got := v.In(p).FromScreen(320, 240)
		if math.Abs(got[0]-at[0]) > 1e-6 || math.Abs(got[1]-at[1]) > 1e-6 {
			t.Errorf("%T: %v in the middle, want %v", p, got, at)
		}
		b := Earth(p)
		for range 10 {
			if !b.Contains(p.Project(orb.Point{WrapLon(p.Meridian() + 100), 40})) {
				t.Errorf("%T: the earth %v lacks a place of it", p, b)
			}
		}
	}
}

// TestBucketsMeet: every scale is in one bucket, and the next begins where it ends.
func TestBucketsMeet(t *testing.T) {
	t.Parallel()
	last := BucketOf(100)
	for s := 100.0; s < 20000; s *= 1.001 {
		b := BucketOf(s)
		if b == last {
			continue
		}
		if math.Abs(b.Fine/last.Coarse-1) > 1e-9 || math.Abs(b.Coarse/b.Fine-math.Exp2(1.0/3)) > 1e-9 {
			t.Fatalf("after %v comes %v", last, b)
		}
		last = b
	}
}

// TestProjectPathIsInPieces that lie on their side of the cut.
func TestProjectPathIsInPieces(t *testing.T) {
	t.Parallel()
	for _, p := range []Projection{EqualEarth(90), EqualEarth(-100), webMercator{}} {
		m := p.Meridian()
		var path draw.Path
		// A ring across the cut, with longitudes that count on.
		ProjectPath(&path, p, []orb.Point{{m + 170, -10}, {m + 190, -10}, {m + 190, 20}, {m + 170, 20}}, true, 1000)
		if len(path.Parts) != 2 {
			t.Fatalf("%T: %d pieces", p, len(path.Parts))
		}
		edge := p.Project(orb.Point{m + 179.999, 0})[0]
		for i, part := range path.Parts {
			if b := path.Bounds[i]; b.Max[0]-b.Min[0] > edge/5 {
				t.Errorf("%T: a piece of %d points reaches across the map: %v", p, len(part), b)
			}
		}
		var none draw.Path
		if ProjectPath(&none, p, nil, true, 1); len(none.Parts) != 0 {
			t.Error("nothing has parts")
		}
	}
}
