package geo

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/paulmach/orb"
)

// windows are views of all kinds.
func windows() []Viewport {
	var all []Viewport
	for _, p := range []Projection{asia, webMercator{}, EqualEarth(90)} {
		for _, at := range []orb.Point{{75, 42}, {100, 20}, {120, 55}} {
			for _, scale := range []float64{150, 900, 4000, 9000} {
				all = append(all, Viewport{Projection: p, Center: p.Project(at), Scale: scale, Width: 900, Height: 600, Density: 1})
			}
		}
	}
	return all
}

// TestGraticuleIsAllThatCross: every multiple of the step that some pixel of the
// window lies on has its line, and lines stand about as far apart as is promised.
func TestGraticuleIsAllThatCross(t *testing.T) {
	t.Parallel()
	for _, v := range windows() {
		lons, lats := v.Graticule()
		step := v.GraticuleStep()
		seen := [2]map[int]bool{{}, {}}
		for y := 0.0; y <= v.Height; y += 20 {
			for x := 0.0; x < v.Width; x += 20 {
				a, b := v.fromScreen(x, y), v.fromScreen(x+20, y)
				c := v.fromScreen(x, min(y+20, v.Height))
				for axis, pair := range [2][2]float64{{a[0], b[0]}, {a[1], c[1]}} {
					lo, hi := min(pair[0], pair[1]), max(pair[0], pair[1])
					for k := math.Ceil(lo / step); k*step <= hi; k++ {
						if axis == 0 || math.Abs(k*step) <= 80 {
							seen[axis][int(k)] = true
						}
					}
				}
			}
		}
		for axis, lines := range [2][]float64{lons, lats} {
			for k := range seen[axis] {
				if !slices.ContainsFunc(lines, func(l float64) bool { return math.Abs(l-float64(k)*step) < 1e-9 }) {
					t.Errorf("%T, %.0f m/px at %v: %g of axis %d is missing in %v", v.Projection, v.Scale, v.Center, float64(k)*step, axis, lines)
				}
			}
		}
		if apart := step * EarthRadius * math.Pi / 180 / v.Scale; apart < 100 && step < 20 || apart > 420 {
			t.Errorf("%.0f m/px: parallels are %.0f px apart", v.Scale, apart)
		}
	}
}

// TestGraticuleLinesAreOnTheirDegree: each point of a line is a crossing or lies
// between two on the same meridian or parallel.
func TestGraticuleLinesAreOnTheirDegree(t *testing.T) {
	t.Parallel()
	for _, v := range windows() {
		lines := v.GraticuleLines()
		step := v.GraticuleStep()
		for _, line := range lines.Parts {
			first := v.Projection.Inverse(line[0])
			for _, p := range line {
				ll := v.Projection.Inverse(p)
				off := [2]float64{math.Abs(math.Remainder(ll[0]-first[0], 360)), math.Abs(ll[1] - first[1])}
				onGrid := min(math.Abs(math.Remainder(ll[0], step)), math.Abs(math.Remainder(ll[1], step)))
				if min(off[0], off[1]) > 1e-6 || onGrid > 1e-6 && math.Abs(ll[1]) < 84 {
					t.Fatalf("%T: %v is not on the line through %v, step %g", v.Projection, ll, first, step)
				}
			}
		}
		if len(lines.Parts) == 0 {
			t.Errorf("%T, %.0f m/px: no lines", v.Projection, v.Scale)
		}
	}
}

// TestCrossingsAreOnTheEdge: where a side is said to have a degree, it has, and
// what lies beyond the sheet is none.
func TestCrossingsAreOnTheEdge(t *testing.T) {
	t.Parallel()
	found := 0
	for _, v := range windows() {
		upper := v.Edge(func(s float64) (x, y float64) { return s * v.Width, 0 })
		lons, _ := v.Graticule()
		for _, lon := range lons {
			s, ok := upper.Crossing(0, lon, nil)
			if !ok {
				continue
			}
			found++
			if got := v.fromScreen(s*v.Width, 0)[0]; math.Abs(got-lon) > 0.01 {
				t.Errorf("%T: longitude %g crosses at %.4f, where it is %.4f", v.Projection, lon, s, got)
			}
			far := orb.Bound{Min: orb.Point{-10, -89}, Max: orb.Point{-5, -88}}
			if _, ok := upper.Crossing(0, lon, &far); ok {
				t.Errorf("%g crosses beyond the sheet", lon)
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d crossings", found)
	}
}

// slope is a relief of 160 by 80 pixels, darker from west to east.
func slope(tb testing.TB, bound orb.Bound) Relief {
	tb.Helper()
	img := image.NewGray(image.Rect(0, 0, 160, 80))
	for y := range 80 {
		for x := range 160 {
			img.SetGray(x, y, color.Gray{Y: uint8(220 - x)})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		tb.Fatal(err)
	}
	return Relief{JPEG: b.Bytes(), Bound: bound}
}

// TestReliefLiesWhereItSays: its value at a place is that of the picture there, in
// any projection, and outside it is level.
func TestReliefLiesWhereItSays(t *testing.T) {
	t.Parallel()
	bound := orb.Bound{Min: orb.Point{50, 10}, Max: orb.Point{130, 50}}
	for _, p := range []Projection{asia, webMercator{}} {
		a := NewAtlas(nil, slope(t, bound))
		if a.Shading(p) != nil {
			t.Error("a relief that is not loaded shades")
		}
		if err := a.Load(ReliefLevel, p); err != nil {
			t.Fatal(err)
		}
		g := a.Shading(p)
		if g == nil || a.Shading(p) != g {
			t.Fatal("the relief is not kept")
		}
		for lon := 52.0; lon < 129; lon += 7 {
			for lat := 12.0; lat < 49; lat += 5 {
				at := p.Project(orb.Point{lon, lat})
				x, y := int(math.Round((at[0]-g.Origin[0])/g.Step)), int(math.Round((g.Origin[1]-at[1])/g.Step))
				want := 220 - ((lon-50)/80*160 - 0.5)
				if got := float64(g.Pix[y*g.Width+x]); math.Abs(got-want) > 3 {
					t.Errorf("%T: at %g, %g the relief is %g, want %.0f", p, lon, lat, got, want)
				}
			}
		}
		if got := g.Pix[0]; p == asia && got != 128 {
			t.Errorf("the corner of the plane is %d", got)
		}
	}
	var coloured, thin bytes.Buffer
	if err := errors.Join(jpeg.Encode(&coloured, image.NewRGBA(image.Rect(0, 0, 16, 16)), nil), jpeg.Encode(&thin, image.NewGray(image.Rect(0, 0, 1, 16)), nil)); err != nil {
		t.Fatal(err)
	}
	whole := slope(t, bound).JPEG
	for name, data := range map[string][]byte{
		"nothing": nil, "no picture": []byte("x"), "a picture in colour": coloured.Bytes(), "a picture one pixel wide": thin.Bytes(), "half of a picture": whole[:len(whole)/2],
	} {
		if NewAtlas(nil, Relief{JPEG: data, Bound: bound}).Load(ReliefLevel, asia) == nil {
			t.Errorf("%s was loaded", name)
		}
	}
}

// A relief is warped again for a projection that comes later, and the pictures of
// four projections are not all kept: it is the same one when it is made again.
func TestShadingOfManyProjections(t *testing.T) {
	t.Parallel()
	a := NewAtlas(nil, slope(t, orb.Bound{Min: orb.Point{50, 10}, Max: orb.Point{130, 50}}))
	if err := a.Load(ReliefLevel, asia); err != nil {
		t.Fatal(err)
	}
	first := a.Shading(asia)
	for _, meridian := range []float64{60, 70, 80, 100, 110} {
		p := Albers(25, 47, 36, meridian)
		g := a.Shading(p)
		if g == nil || g == first {
			t.Fatalf("there is no relief round %g degrees", meridian)
		}
		at := p.Project(orb.Point{90, 30})
		x, y := int(math.Round((at[0]-g.Origin[0])/g.Step)), int(math.Round((g.Origin[1]-at[1])/g.Step))
		if got := float64(g.Pix[y*g.Width+x]); math.Abs(got-140.5) > 3 {
			t.Errorf("round %g degrees the relief at 90 E, 30 N is %g, want 140", meridian, got)
		}
	}
	again := a.Shading(asia)
	if again == first || again.Width != first.Width || !bytes.Equal(again.Pix, first.Pix) {
		t.Error("made again, the relief is another, or it was kept all the time")
	}
}

// The relief for a map from afar is the whole one halved, and gives way to the whole
// one when that is asked for, not the other way round.
func TestFarReliefIsTheWholeHalved(t *testing.T) {
	t.Parallel()
	of := slope(t, orb.Bound{Min: orb.Point{50, 10}, Max: orb.Point{130, 50}})
	a, b := NewAtlas(nil, of), NewAtlas(nil, of)
	if err := errors.Join(a.Load(FarRelief, asia), b.Load(ReliefLevel, asia)); err != nil {
		t.Fatal(err)
	}
	far, whole := a.Shading(asia), b.Shading(asia)
	half := whole.Half
	if far.Step != 2*whole.Step || far.Origin != half.Origin || far.Width != half.Width || !bytes.Equal(far.Pix, half.Pix) {
		t.Error("from afar the relief is another")
	}
	if !a.Loaded(FarRelief) || a.Loaded(ReliefLevel) || !b.Loaded(FarRelief) || !b.Loaded(ReliefLevel) {
		t.Error("what is loaded is not what was asked for")
	}
	if err := errors.Join(a.Load(ReliefLevel, asia), a.Load(FarRelief, asia)); err != nil {
		t.Fatal(err)
	}
	if got := a.Shading(asia); !bytes.Equal(got.Pix, whole.Pix) {
		t.Error("the whole relief is not there when it was asked for")
	}
}

// Whatever its longitudes, a box keeps its width and its places, and lies within half
// a turn of the meridian in one of its ends at least; the world is the world.
func TestOnMapKeepsThePlaces(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		p := Albers(25, 47, 36, -180+360*r.Float64())
		west := p.Meridian() - 180
		lon, wide := -180+float64(r.IntN(360*64))/64, float64(r.IntN(359*64))/64 // exact in binary
		got := onMap(orb.Bound{Min: orb.Point{lon, -10}, Max: orb.Point{lon + wide, 10}}, p)
		turns := (got.Min[0] - lon) / 360
		switch {
		case math.Abs(got.Max[0]-got.Min[0]-wide) > 1e-9 || math.Abs(turns-math.Round(turns)) > 1e-9:
			t.Fatalf("%g to %g became %v", lon, lon+wide, got)
		case got.Max[0] <= west || got.Min[0] >= west+360:
			t.Fatalf("%g to %g lies at %v, beside the map from %g", lon, lon+wide, got, west)
		case got.Min[1] != -10 || got.Max[1] != 10:
			t.Fatalf("latitudes became %v", got)
		}
		if world := onMap(orb.Bound{Min: orb.Point{lon, -90}, Max: orb.Point{lon + 360, 90}}, p); world.Min[0] != west || world.Max[0] != west+360 {
			t.Fatalf("the world lies at %v, on the map from %g", world, west)
		}
	}
}

// TestAtlasForMany: asked by several goroutines at once, a level is decoded once,
// and all have the same.
func TestAtlasForMany(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	var wg sync.WaitGroup
	got := make([]*Projected, 8)
	for i := range got {
		wg.Go(func() {
			if err := a.Load(0, asia); err != nil {
				t.Error(err)
				return
			}
			got[i] = a.Projected(0, asia)
		})
	}
	wg.Wait()
	for _, p := range got {
		if p == nil || p != got[0] {
			t.Fatalf("layers %p and %p", p, got[0])
		}
	}
	if !a.Loaded(0) || a.Loaded(1) || a.Loaded(99) || a.Loaded(ReliefLevel) {
		t.Error("other levels are loaded than were asked for")
	}
}

// TestInsetIsCut to its window, and made once.
func TestInsetIsCut(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	if err := a.Load(0, asia); err != nil {
		t.Fatal(err)
	}
	l := a.Projected(0, asia)
	v := Fit(asia, region, 200, 120, 1, 0)
	win := v.Bound()
	inset := l.Inset(win)
	if len(inset) < 20 {
		t.Fatalf("%d countries", len(inset))
	}
	for _, s := range inset {
		if b := s.Bound; b.Min[0] < win.Min[0]-1 || b.Max[1] > win.Max[1]+1 {
			t.Errorf("%s reaches %v beyond %v", s.Props["iso"], b, win)
		}
	}
	if again := l.Inset(win); &again[0] != &inset[0] {
		t.Error("the inset was made twice")
	}
}
