package draw

import (
	"math"
	"math/rand/v2"
	"testing"
	"testing/quick"

	"github.com/paulmach/orb"
)

// turns is how often rings go round a point, by the angles under which it sees
// their edges.
func turns(p *Path, at orb.Point) int {
	sum := 0.0
	for _, ring := range p.Parts {
		for i, a := range ring {
			b := ring[(i+1)%len(ring)]
			ax, ay, bx, by := a[0]-at[0], a[1]-at[1], b[0]-at[0], b[1]-at[1]
			sum += math.Atan2(ax*by-ay*bx, ax*bx+ay*by)
		}
	}
	return int(math.Round(sum / (2 * math.Pi)))
}

// TestContainsGoesByTurns: a simple ring with a hole holds what it goes round.
func TestContainsGoesByTurns(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(6, 6))
	inside := 0
	for range 300 {
		p := &Path{Closed: true}
		star := func(size float64, way float64) {
			n := 3 + r.IntN(30)
			ring := make([]orb.Point, n)
			for i := range ring {
				sin, cos := math.Sincos(way * 2 * math.Pi * float64(i) / float64(n))
				k := size * (0.6 + 0.4*r.Float64())
				ring[i] = orb.Point{50 + k*cos, 50 + k*sin}
			}
			p.Add(ring)
		}
		star(50, 1)
		star(15, -1) // a hole in it, if it lies in it
		for range 100 {
			at := orb.Point{100 * r.Float64(), 100 * r.Float64()}
			want := turns(p, at)%2 != 0
			if want {
				inside++
			}
			if Inside(p.Crossings(at[1], nil), at[0]) != want {
				t.Fatalf("the crossings of the line through %v say that it lies %t inside", at, !want)
			}
			if got := p.Contains(at); got != want {
				t.Fatalf("%v in %v: %v, want %v", at, p.Parts, got, want)
			}
		}
	}
	if inside < 5000 {
		t.Errorf("only %d points were inside", inside)
	}
	if (&Path{Closed: true}).Contains(orb.Point{}) {
		t.Error("nothing contains a point")
	}
}

// TestHoldsNeedsAllFive places.
func TestHoldsNeedsAllFive(t *testing.T) {
	t.Parallel()
	p := Rectangle(0, 0, 10, 6)
	for _, c := range []struct {
		at     orb.Point
		dx, dy float64
		want   bool
	}{
		{orb.Point{5, 3}, 4, 2, true},
		{orb.Point{5, 3}, 6, 2, false},
		{orb.Point{5, 3}, 4, 4, false},
		{orb.Point{2, 3}, 4, 2, false},
		{orb.Point{20, 3}, 1, 1, false},
	} {
		if got := p.Holds(c.at, c.dx, c.dy); got != c.want {
			t.Errorf("%v, %g, %g: %v", c.at, c.dx, c.dy, got)
		}
	}
}

// TestShapesHaveTheirArea and their bounds.
func TestShapesHaveTheirArea(t *testing.T) {
	t.Parallel()
	for _, r := range []float64{0.5, 3, 10, 40, 200} {
		c := Circle(7, -3, r)
		if got, want := area(c.Parts[0]), math.Pi*r*r; math.Abs(got/want-1) > 0.05 || r > 9 && math.Abs(got/want-1) > 0.005 {
			t.Errorf("a circle of radius %g has area %g, want %g", r, got, want)
		}
		if d := c.discs[0]; d != (disc{0, 7, -3, r}) {
			t.Errorf("the circle is %v", d)
		}
	}
	for _, r := range []float64{0, 2, 5, 50} {
		p := RoundRectangle(10, 20, 40, 30, r)
		k := min(r, 5) // half of its lesser side
		if got, want := area(p.Parts[0]), 300-(4-math.Pi)*k*k; math.Abs(got-want) > 0.04*k*k+1e-9 {
			t.Errorf("radius %g: area %g, want %g", r, got, want)
		}
		if b := (orb.Bound{Min: orb.Point{10, 20}, Max: orb.Point{40, 30}}); math.Abs(p.Bound.Min[0]-b.Min[0])+math.Abs(p.Bound.Max[1]-b.Max[1]) > 1e-9 {
			t.Errorf("radius %g: bound %v", r, p.Bound)
		}
	}
}

// TestAddKeepsBounds of each part and of all.
func TestAddKeepsBounds(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(8, 2))
	p := &Path{}
	var all []orb.Point
	for range 40 {
		line := make([]orb.Point, 1+r.IntN(9))
		for i := range line {
			line[i] = orb.Point{r.NormFloat64(), r.NormFloat64()}
		}
		all = append(all, line...)
		p.Add(line)
		if got := p.Bounds[len(p.Bounds)-1]; got != orb.MultiPoint(line).Bound() {
			t.Fatalf("bound of %v is %v", line, got)
		}
		if got := p.Bound; got != orb.MultiPoint(all).Bound() {
			t.Fatalf("bound of all is %v, want %v", got, orb.MultiPoint(all).Bound())
		}
	}
}

func TestAffine(t *testing.T) {
	t.Parallel()
	err := quick.Check(func(sx, sy, tx, ty, x, y, u, v int16) bool {
		to := Affine{SX: float64(sx), SY: float64(sy), TX: float64(tx), TY: float64(ty)}
		p, q := orb.Point{float64(x), float64(y)}, orb.Point{float64(u), float64(v)}
		b := to.Bound(orb.MultiPoint{p, q}.Bound())
		return Identity.Apply(p) == p && b.Contains(to.Apply(p)) && b.Contains(to.Apply(q)) &&
			to.Apply(p) == orb.Point{float64(sx)*float64(x) + float64(tx), float64(sy)*float64(y) + float64(ty)}
	}, nil)
	if err != nil {
		t.Error(err)
	}
	b := orb.Bound{Min: orb.Point{1, 2}, Max: orb.Point{3, 6}}
	if to := (Affine{SX: 2, SY: -4, TX: 1, TY: 8}); to.Origin(to.Bound(b)) != b {
		t.Errorf("%v is the image of %v", b, to.Origin(to.Bound(b)))
	}
	c := disc{2, 3, 4, 5}
	if d := (Affine{SX: 2, SY: -2, TX: 1, TY: 1}).disc(c); d == nil || *d != (disc{2, 7, -7, 10}) {
		t.Errorf("twice as large the circle is %v", d)
	}
	if d := (Affine{SX: 2, SY: 3}).disc(c); d != nil {
		t.Errorf("stretched the circle is the circle %v", *d)
	}
}

// TestBoxes compares with the whole numbers that boxes hold.
func TestBoxes(t *testing.T) {
	t.Parallel()
	const side = 6
	holds := func(b Box) (set [side][side]bool, n int) {
		for y := range side {
			for x := range side {
				if set[y][x] = b.Contains(float64(x)+0.5, float64(y)+0.5); set[y][x] {
					n++
				}
			}
		}
		return set, n
	}
	r := rand.New(rand.NewPCG(4, 4))
	box := func() Box {
		k := func() float64 { return float64(r.IntN(side + 1)) }
		return Box{X0: k(), Y0: k(), X1: k(), Y1: k()}
	}
	for range 20000 {
		a, b := box(), box()
		as, an := holds(a)
		bs, bn := holds(b)
		if a.Empty() != (an == 0) {
			t.Fatalf("%v holds %d places, empty %v", a, an, a.Empty())
		}
		if an == 0 || bn == 0 {
			continue
		}
		shared := 0
		for y := range side {
			for x := range side {
				if as[y][x] && bs[y][x] {
					shared++
				}
			}
		}
		if a.Overlaps(b) != (shared > 0) || a.Within(b) != (shared == an) {
			t.Fatalf("%v and %v share %d places: overlaps %v, within %v", a, b, shared, a.Overlaps(b), a.Within(b))
		}
		u := a.Union(b)
		if !a.Within(u) || !b.Within(u) || u != UnionOf([]Box{b, a}) || u.X0 != min(a.X0, b.X0) || u.Y1 != max(a.Y1, b.Y1) {
			t.Fatalf("the union of %v and %v is %v", a, b, u)
		}
		if p := a.Pad(1); p.X1-p.X0 != a.X1-a.X0+2 || !a.Within(p) {
			t.Fatalf("%v padded is %v", a, p)
		}
	}
}
