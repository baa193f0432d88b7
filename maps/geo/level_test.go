package geo

import (
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// central is the projection of the shipped region.
var central = Albers(27, 48, 38, 90)

// over is a window of 800 by 500 with a place in its middle.
func over(lonLat orb.Point, scale, density float64) Viewport {
	return Viewport{Projection: central, Center: central.Project(lonLat), Scale: scale, Width: 800, Height: 500, Density: density}
}

// The level follows the metres of a device pixel: the coarsest above 9,000, the
// middle above 1,300, the finest below.
func TestLevelFor(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	for _, x := range []struct {
		scale, density float64
		want           int
	}{
		{20000, 1, 0}, {9001, 1, 0}, {9000, 1, 1}, {9001, 2, 1}, {18002, 2, 0}, {1301, 1, 1}, {1300, 1, 2}, {2600, 2, 2}, {50, 1, 2},
	} {
		if got := a.LevelFor(over(orb.Point{90, 40}, x.scale, x.density)); got != x.want {
			t.Errorf("%v metres, density %v: level %d, want %d", x.scale, x.density, got, x.want)
		}
	}
	if got := NewAtlas(nil, Relief{}).LevelFor(over(orb.Point{90, 40}, 50, 1)); got != 0 {
		t.Errorf("an atlas without levels asks for %d", got)
	}
}

// What is drawn is the level asked for if it is loaded and goes as far as the
// window; else the next coarser; the coarsest is loaded if none is.
func TestLevelTakesWhatIsThere(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	same := func(v Viewport, want int, when string) {
		t.Helper()
		got, err := a.Level(v)
		if err != nil {
			t.Fatal(err)
		}
		if got != a.Projected(want, v.Projection) {
			t.Errorf("%s: another level than %d", when, want)
		}
	}
	fine, middle := over(orb.Point{75, 42}, 400, 1), over(orb.Point{75, 42}, 3000, 1)
	same(fine, 0, "nothing is loaded")
	if !a.Loaded(0) || a.Loaded(1) || a.Loaded(2) {
		t.Error("more was loaded than the coarsest")
	}
	if err := a.Load(1, central); err != nil {
		t.Fatal(err)
	}
	same(middle, 1, "the middle is loaded")
	same(fine, 1, "the finest is not")
	if err := a.Load(2, central); err != nil {
		t.Fatal(err)
	}
	same(fine, 2, "all are")
	same(middle, 1, "the middle is enough")
	same(over(orb.Point{75, 42}, 20000, 1), 0, "the coarsest is enough")
	// South America lies beyond the finest level, which is cut round Asia.
	atlantic := Albers(-30, 0, -15, -60)
	there := Viewport{Projection: atlantic, Center: atlantic.Project(orb.Point{-60, -15}), Scale: 400, Width: 800, Height: 500, Density: 1}
	got, err := a.Level(there)
	if err != nil {
		t.Fatal(err)
	}
	if got == a.Projected(2, atlantic) {
		t.Error("a level that ends before the window is drawn in it")
	}
}

// A window lies within a box if no place that it shows lies without: compared with
// a dense look at the places under its pixels.
func TestWithinAgainstEveryPlace(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(4, 9))
	inside, outside := 0, 0
	for range 400 {
		v := over(orb.Point{60 + 60*random.Float64(), 25 + 30*random.Float64()}, 300+8000*random.Float64()*random.Float64(), 1)
		w, s := 30+60*random.Float64(), 5+30*random.Float64()
		box := orb.Bound{Min: orb.Point{w, s}, Max: orb.Point{w + 20 + 80*random.Float64(), s + 10 + 45*random.Float64()}}
		all, far := true, false // far: by more than the steps of a look could miss
		for i := range 41 {
			for k := range 41 {
				p := v.FromScreen(v.Width*float64(i)/40, v.Height*float64(k)/40)
				all = all && box.Contains(p)
				far = far || !box.Pad(3).Contains(p)
			}
		}
		got := v.Within(box)
		switch {
		case got && far:
			t.Fatalf("%+v: is within %v, but shows places 3 degrees out", v, box)
		case !got && all:
			t.Fatalf("%+v: is not within %v, but shows nothing else", v, box)
		case got:
			inside++
		default:
			outside++
		}
	}
	if inside < 40 || outside < 40 {
		t.Errorf("%d within, %d not: too few to show much", inside, outside)
	}
}

// Where the earth ends on the screen, a window is within nothing.
func TestWithinBeyondTheEarth(t *testing.T) {
	t.Parallel()
	world := orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}}
	p := EqualEarth(0)
	v := Viewport{Projection: p, Scale: 20000, Width: 800, Height: 500, Density: 1}
	if !v.Within(world) {
		t.Error("the middle of the world is not within it")
	}
	v.Scale = 80000
	if v.Within(world) {
		t.Error("a window that shows more than the earth is within it")
	}
}

// The outline of a state is its own: every point lies on its land, and the places
// that Extent gives lie among them.
func TestOutlineIsOfTheState(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	for _, iso := range []string{"KZ", "KG", "UZ", "CN", "FR"} {
		outline, err := a.Outline([]string{iso}, central)
		if err != nil || len(outline) < 10 {
			t.Fatalf("%s: %d points, %v", iso, len(outline), err)
		}
		var bound orb.Bound
		for i, p := range outline {
			if i == 0 {
				bound = orb.Bound{Min: p, Max: p}
			}
			bound = bound.Extend(p)
			km, err := a.Away(iso, central.Inverse(p))
			if err != nil || km > 1 {
				t.Fatalf("%s: a point of its outline lies %.0f km away, %v", iso, km, err)
			}
		}
		corners, err := a.Extent([]string{iso})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range corners {
			if !bound.Pad(1).Contains(central.Project(c)) {
				t.Errorf("%s: the corner %v lies beyond its outline", iso, c)
			}
		}
	}
	both, err := a.Outline([]string{"KG", "UZ"}, central)
	if err != nil {
		t.Fatal(err)
	}
	one, _ := a.Outline([]string{"KG"}, central)
	other, _ := a.Outline([]string{"UZ"}, central)
	if len(both) != len(one)+len(other) {
		t.Errorf("two states have %d points, each %d and %d", len(both), len(one), len(other))
	}
	if none, err := a.Outline([]string{"ZZ"}, central); err != nil || len(none) > 0 {
		t.Errorf("a state that is not there has %d points, %v", len(none), err)
	}
}
