package draw

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// grid sweeps a raster into a table of coverage.
func (r *raster) grid() [][]int {
	g := make([][]int, r.height)
	for y := range g {
		g[y] = make([]int, r.width)
	}
	r.sweep(func(y, x0, x1 int, cover uint32) {
		for x := x0; x < x1; x++ {
			g[y][x] = int(cover)
		}
	})
	return g
}

func TestRasterBox(t *testing.T) {
	t.Parallel()
	var r raster
	r.reset(8, 6)
	r.ring([]point{{1.5, 1}, {4.25, 1}, {4.25, 3.5}, {1.5, 3.5}})
	want := [][]int{
		{0, 0, 0, 0, 0, 0, 0, 0},
		{0, 128, 255, 255, 64, 0, 0, 0},
		{0, 128, 255, 255, 64, 0, 0, 0},
		{0, 64, 128, 128, 32, 0, 0, 0},
		{0, 0, 0, 0, 0, 0, 0, 0},
		{0, 0, 0, 0, 0, 0, 0, 0},
	}
	got := r.grid()
	for y := range want {
		for x := range want[y] {
			if got[y][x] != want[y][x] {
				t.Errorf("pixel %d,%d is %d, want %d", x, y, got[y][x], want[y][x])
			}
		}
	}
	for _, v := range r.acc {
		if v != 0 {
			t.Fatal("the sweep left something behind")
		}
	}
}

// TestRasterArea: coverage adds up to the area inside the raster, also of
// shapes that hang over its sides.
func TestRasterArea(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(1, 1))
	var r raster
	for range 500 {
		const w, h = 40, 30
		r.reset(w, h)
		c := point{rnd.Float64() * w, rnd.Float64() * h}
		var ring []point
		var outline []orb.Point
		n := 3 + rnd.IntN(9)
		for i := range n { // star-shaped round c
			sin, cos := math.Sincos(float64(i) * 2 * math.Pi / float64(n))
			k := 2 + 40*rnd.Float64()
			p := point{c.x + k*cos, c.y + k*sin}
			ring = append(ring, p)
			outline = append(outline, orb.Point{p.x, p.y})
		}
		r.ring(ring)
		sum := 0.0
		for _, row := range r.grid() {
			for _, v := range row {
				sum += float64(v) / 255
			}
		}
		want := area(ClipRing(outline, orb.Bound{Max: orb.Point{w, h}}))
		if math.Abs(sum-want) > 0.02*w+0.01*want {
			t.Fatalf("covers %.2f, area is %.2f", sum, want)
		}
	}
}

func area(ring []orb.Point) float64 {
	a := 0.0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		a += p[0]*q[1] - q[0]*p[1]
	}
	return math.Abs(a / 2)
}

// TestRasterSeam: two halves that share a crooked edge cover as the whole does, in runs as
// long.
func TestRasterSeam(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(2, 2))
	for range 300 {
		var r raster
		r.reset(30, 30)
		var shared []point
		for i := range 8 {
			shared = append(shared, point{10 + 10*rnd.Float64(), float64(i)*4 + 1})
		}
		left := append([]point{{2, 29}, {2, 1}}, shared...)
		right := []point{{28, 1}, {28, 29}}
		for i := range shared {
			right = append(right, shared[len(shared)-1-i])
		}
		r.ring(left)
		r.ring(right)
		runs := 0
		r.sweep(func(int, int, int, uint32) { runs++ })
		if runs != 28 {
			t.Fatalf("28 rows are %d runs", runs)
		}
		r.ring(left)
		r.ring(right)
		for y, row := range r.grid() {
			for x, v := range row {
				want := 0
				if x >= 2 && x < 28 && y >= 1 && y < 29 {
					want = 255
				}
				if v != want {
					t.Fatalf("pixel %d,%d is %d, want %d", x, y, v, want)
				}
			}
		}
	}
}

// roam is a line in and about a tile from 40, 30 to 70, 50, long enough for several
// runs half of the time.
func roam(r *rand.Rand) *Path {
	n, step := 3+r.IntN(30), 60.0
	if r.IntN(2) == 0 {
		n, step = 3+r.IntN(300), 20
	}
	line := make([]orb.Point, n)
	x, y := 120*r.Float64(), 90*r.Float64()
	for i := range line {
		x, y = x+step*(r.Float64()-0.5), y+step*(r.Float64()-0.5)
		line[i] = orb.Point{x, y}
	}
	p := &Path{}
	p.Add(line)
	return p
}

// covers is how much the raster covers of each pixel.
func covers(k *raster) []uint32 {
	cover := make([]uint32, k.width*k.height)
	k.sweep(func(y, x0, x1 int, c uint32) {
		for x := x0; x < x1; x++ {
			cover[y*k.width+x] = c
		}
	})
	return cover
}

// TestPointsOutOfSightDoNotShow: leaving out what lies beyond a tile changes
// nothing in it.
func TestPointsOutOfSightDoNotShow(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 4))
	fewer := 0
	for range 800 {
		tile := &band{left: 40, top: 30, width: 30, height: 20}
		line := roam(r)
		closed, hw := r.IntN(2) == 0, 0.3+4*r.Float64()
		draw := func(reach orb.Bound) (cover []uint32, n int) {
			var k raster
			k.reset(tile.width, tile.height)
			tile.points(line, 0, Identity, 0.5, reach)
			k.stroke(tile.pts, closed, hw)
			return covers(&k), len(tile.pts)
		}
		all, n := draw(line.Bound)
		some, m := draw(tile.window(2*hw + 2))
		fewer += n - m
		for i := range all {
			if d := int(all[i]) - int(some[i]); d > 2 || d < -2 {
				t.Fatalf("%v, closed %v, half width %.2f: pixel %d is %d, want %d", line.Parts, closed, hw, i, some[i], all[i])
			}
		}
	}
	if fewer < 10000 {
		t.Errorf("only %d points were left out", fewer)
	}
}

// TestFillPassesOverWhatIsFar from a tile and covers the same.
func TestFillPassesOverWhatIsFar(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(12, 4))
	passed := 0
	for range 800 {
		tile := &band{left: 40, top: 30, width: 30, height: 20}
		ring := roam(r)
		draw := func(win orb.Bound) []uint32 {
			tile.raster.reset(tile.width, tile.height)
			tile.fill(ring, 0, Identity, &win)
			return covers(&tile.raster)
		}
		win := tile.window(1)
		for k := range ring.runs(0) {
			if len(ring.run(0, k, &win)) == 1 {
				passed++
			}
		}
		if !slices.Equal(draw(win), draw(ring.Bound)) {
			t.Fatalf("%v covers something else", ring.Parts)
		}
	}
	if passed < 1000 {
		t.Errorf("only %d runs were passed over", passed)
	}
}
