package names

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// bodyAt is boxes that stand at fixed places of the plane: at a finer scale they
// lie further apart, but are no larger.
func bodyAt(r *rand.Rand, zoom float64) body {
	x, y := 900*r.Float64()-450, 700*r.Float64()-350
	var b body
	for range 1 + r.IntN(3) {
		dx, dy, w, h := 60*r.Float64(), 20*r.Float64(), 4+40*r.Float64(), 4+10*r.Float64()
		b.coarse = append(b.coarse, draw.Box{X0: x + dx, Y0: y + dy, X1: x + dx + w, Y1: y + dy + h})
		b.fine = append(b.fine, draw.Box{X0: x*zoom + dx, Y0: y*zoom + dy, X1: x*zoom + dx + w, Y1: y*zoom + dy + h})
	}
	return b
}

// TestCrowdFindsAllInTheWay: a body is free if and only if it is clear of each that
// is there.
func TestCrowdFindsAllInTheWay(t *testing.T) {
	t.Parallel()
	zoom := math.Exp2(1.0 / 3)
	r := rand.New(rand.NewPCG(7, 1))
	c := newCrowd()
	free, taken := 0, 0
	for range 3000 {
		b := bodyAt(r, zoom)
		want := true
		for i := range c.bodies {
			want = want && b.clear(&c.bodies[i])
		}
		if got := c.free(b); got != want {
			t.Fatalf("%v is free: %v, want %v", b, got, want)
		}
		if want {
			free++
			c.add(b)
		} else {
			taken++
		}
	}
	if free < 50 || taken < 500 {
		t.Errorf("%d were free and %d were not", free, taken)
	}
}

// TestClearAtEveryScaleBetween: bodies that are clear touch at no scale of the
// bucket.
func TestClearAtEveryScaleBetween(t *testing.T) {
	t.Parallel()
	zoom := math.Exp2(1.0 / 3)
	r := rand.New(rand.NewPCG(3, 7))
	pairs := 0
	for range 20000 {
		a, b := bodyAt(r, zoom), bodyAt(r, zoom)
		if !a.clear(&b) {
			continue
		}
		pairs++
		at := func(k body, i int, t float64) draw.Box {
			c, f := k.coarse[i], k.fine[i]
			return draw.Box{X0: c.X0 + t*(f.X0-c.X0), Y0: c.Y0 + t*(f.Y0-c.Y0), X1: c.X1 + t*(f.X1-c.X1), Y1: c.Y1 + t*(f.Y1-c.Y1)}
		}
		for _, s := range []float64{0, 0.2, 0.5, 0.8, 1} {
			for i := range a.coarse {
				for k := range b.coarse {
					if at(a, i, s).Overlaps(at(b, k, s)) {
						t.Fatalf("%v and %v are clear, but touch", a, b)
					}
				}
			}
		}
	}
	if pairs < 10000 {
		t.Errorf("only %d pairs were clear", pairs)
	}
}

// TestCourseIsItsLength: walked in small steps a course is as long as it says, and
// it passes through its points.
func TestCourseIsItsLength(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 2))
	for range 50 {
		var line []orb.Point
		lon, lat := 50.0, 40.0
		for range 2 + r.IntN(6) {
			line = append(line, orb.Point{lon, lat})
			lon, lat = lon+1+8*r.Float64(), lat+6*r.Float64()-3
		}
		c := newCourse(asia, line)
		const steps = 5000
		length := 0.0
		last, _, _ := c.at(0)
		nearest := make([]float64, len(line))
		for i := range nearest {
			nearest[i] = math.Inf(1)
		}
		for i := range steps + 1 {
			p, dx, dy := c.at(c.length() * float64(i) / steps)
			if math.Abs(math.Hypot(dx, dy)-1) > 1e-9 {
				t.Fatalf("the direction at %d is %g, %g", i, dx, dy)
			}
			length += math.Hypot(p[0]-last[0], p[1]-last[1])
			last = p
			for k, ll := range line {
				q := asia.Project(ll)
				nearest[k] = min(nearest[k], math.Hypot(p[0]-q[0], p[1]-q[1]))
			}
		}
		if math.Abs(length-c.length()) > 0.002*c.length() {
			t.Errorf("walked %.0f, length %.0f", length, c.length())
		}
		for k, d := range nearest {
			if d > c.length()/steps {
				t.Errorf("the course passes %.0f m from its point %d", d, k)
			}
		}
		if bend := c.bend(0, c.length()); bend < 0 || bend > 2*math.Pi {
			t.Errorf("bends by %g", bend)
		}
	}
	// Along the equator, which is straight there, a line does not bend, and goes on beyond
	// its ends, left to right whichever way it was given.
	flat := geo.EqualEarth(0)
	for _, line := range [][]orb.Point{{{10, 0}, {20, 0}, {30, 0}}, {{30, 0}, {20, 0}, {10, 0}}} {
		c := newCourse(flat, line)
		if bend := c.bend(0, c.length()); bend > 1e-9 {
			t.Errorf("a straight line bends by %g", bend)
		}
		before, dx, _ := c.at(-1000)
		after, _, _ := c.at(c.length() + 1000)
		if first := flat.Project(orb.Point{10, 0}); math.Abs(before[0]-first[0]+1000) > 1e-6 || dx < 0.999 || after[0] < flat.Project(orb.Point{30, 0})[0] {
			t.Errorf("goes from %v to %v", before, after)
		}
	}
}

// TestBreakLines cuts at the space nearest the middle, and only if asked to.
func TestBreakLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		long bool
		want []string
	}{
		{"Aral Sea", false, []string{"Aral Sea"}},
		{"Aral Sea", true, []string{"Aral", "Sea"}},
		{"Sea", true, []string{"Sea"}},
		{"a bb ccc dddd", true, []string{"a bb ccc", "dddd"}},
		{"", true, []string{""}},
	} {
		got := breakLines(c.text, c.long)
		if len(got) != len(c.want) || got[0] != c.want[0] || got[len(got)-1] != c.want[len(c.want)-1] {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}
