package maps

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"runtime"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/pairs"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// TestDrawInBothProjections looks at the colour of known places.
func TestDrawInBothProjections(t *testing.T) {
	t.Parallel()
	for _, p := range []geo.Projection{asia, geo.EqualEarth(0)} {
		m := &Map{Atlas: testAtlas(t), View: geo.Fit(p, focusExtent, 700, 500, 1, 10), Style: testStyle(t, false)}
		m.Style.ReliefStrength = 0
		dst := image.NewRGBA(image.Rect(0, 0, 700, 500))
		if _, err := Draw(t.Context(), dst, m); err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			at   orb.Point
			want color.NRGBA
		}{
			{orb.Point{65.2, 41.2}, m.Style.CountryFill["UZ"]},
			{orb.Point{68, 49.5}, m.Style.CountryFill["KZ"]},
			{orb.Point{108, 33}, m.Style.CountryFill["CN"]},
			{orb.Point{104, 47}, m.Style.Land},
			{orb.Point{50.8, 41.5}, m.Style.Background},
			{orb.Point{121, 23.7}, m.Style.Land}, // Taiwan
		} {
			x, y := m.View.ToScreen(c.at)
			if got := dst.RGBAAt(int(x), int(y)); got != (color.RGBA{c.want.R, c.want.G, c.want.B, 255}) {
				t.Errorf("%T: %v is %v, want %v", p, c.at, got, c.want)
			}
		}
		m.Style.ReliefStrength = 1
		if _, err := Draw(t.Context(), dst, m); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAtlasLoads: level 0 comes by itself, the finest that is loaded is used,
// and the narrow one only where it fills the window.
func TestAtlasLoads(t *testing.T) {
	t.Parallel()
	a := NewAtlas(baseFiles(t), geo.Relief{})
	wide, near := goldenView(90, 36, 5000, 1000, 600), goldenView(75, 42, 500, 1000, 600)
	rim := goldenView(145, 42, 500, 1000, 600)
	if _, err := a.Level(near); err != nil || !a.Loaded(0) || a.Loaded(1) {
		t.Fatalf("level 0 loaded %v, 1 %v, error %v", a.Loaded(0), a.Loaded(1), err)
	}
	for _, level := range []int{1, 2, 2} {
		if err := a.Load(level, asia); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		v    geo.Viewport
		want int
	}{{wide, 1}, {near, 2}, {rim, 1}} {
		got, err := a.Level(c.v)
		if err != nil || got != a.Projected(c.want, c.v.Projection) {
			t.Errorf("at %v not level %d, %v", c.v.Center, c.want, err)
		}
	}
	for _, level := range []int{-2, 3, geo.ReliefLevel} {
		if a.Load(level, asia) == nil {
			t.Errorf("level %d loaded", level)
		}
	}
	bad := NewAtlas([]geo.Level{{Data: []byte("x")}, {Data: []byte("y")}, {}}, geo.Relief{JPEG: []byte("z")})
	for level := -1; level < 3; level++ {
		if bad.Load(level, asia) == nil || bad.Loaded(level) {
			t.Errorf("bad level %d loaded", level)
		}
	}
}

// TestDrawAnywhere: at the poles, far off the earth, at any scale.
func TestDrawAnywhere(t *testing.T) {
	t.Parallel()
	dst := image.NewRGBA(image.Rect(0, 0, 200, 120))
	var canvas Canvas
	for a, p := range []geo.Projection{asia, geo.EqualEarth(0)} {
		for b, lat := range []float64{-89.9, -88, -85, 0, 84, 85, 86, 88, 89.9} {
			for c, scale := range []float64{1e-9, 0.5, 50, 5000, 1e6, 1e9} {
				for k, off := range []float64{0, 1e7, 1e12, 1e300} {
					if !pairs.Turn(k, 4, a, b, c) {
						continue
					}
					m := fullMap(t, 200, 120, 1)
					m.Style.ReliefStrength = 0
					m.View.Projection, m.View.Scale, m.View.Center = p, scale, p.Project(orb.Point{90, lat})
					m.View.Center[0] += off
					if _, err := Draw(t.Context(), dst, m); err != nil {
						t.Fatal(err)
					}
					if _, err := canvas.Draw(t.Context(), dst, m); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

// From as far as the coarsest level is drawn, half of the relief gives the same
// picture as the whole.
func TestFarReliefDrawsTheSame(t *testing.T) {
	t.Parallel()
	a := NewAtlas(baseFiles(t), reliefFile(t))
	if err := errors.Join(a.Load(0, asia), a.Load(geo.FarRelief, asia)); err != nil {
		t.Fatal(err)
	}
	far := fullMap(t, 400, 300, 1)
	far.Atlas, far.Style.ReliefStrength = a, 1
	far.View.Scale = 9001
	whole := *far
	whole.Atlas = testAtlas(t)
	var pix [2][]byte
	for i, m := range []*Map{far, &whole} {
		img := image.NewRGBA(image.Rect(0, 0, 400, 300))
		if _, err := Draw(t.Context(), img, m); err != nil {
			t.Fatal(err)
		}
		pix[i] = img.Pix
	}
	if !bytes.Equal(pix[0], pix[1]) {
		t.Error("the relief from afar is another")
	}
}

func fullMap(t *testing.T, w, h, density float64) *Map {
	t.Helper()
	return &Map{
		Atlas: testAtlas(t), View: testView(w, h, density), Style: testStyle(t, false),
		Labels: names.Labels(testNames(t), "en", ""), Markers: testMarkers(), Furniture: testFurniture(), Cluster: true,
		Links: []Link{{From: orb.Point{116.4, 39.9}, To: orb.Point{69.2, 41.3}}, {From: orb.Point{116.4, 39.9}, To: orb.Point{71.4, 51.2}, Selected: true}},
	}
}

// TestDrawStaysInside draws into the middle of a larger image.
func TestDrawStaysInside(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 500, 301, 1)
	big := image.NewRGBA(image.Rect(0, 0, 540, 341))
	for i := range big.Pix {
		big.Pix[i] = 0x5a
	}
	if _, err := Draw(t.Context(), big.SubImage(image.Rect(20, 20, 540, 341)).(*image.RGBA), m); err != nil {
		t.Fatal(err)
	}
	inside := image.Rect(20, 20, 520, 321)
	for y := range 341 {
		for x := range 540 {
			c := big.RGBAAt(x, y)
			if image.Pt(x, y).In(inside) {
				if c.A != 255 {
					t.Fatalf("pixel %d,%d is not opaque", x, y)
				}
			} else if c != (color.RGBA{0x5a, 0x5a, 0x5a, 0x5a}) {
				t.Fatalf("pixel %d,%d outside was drawn on", x, y)
			}
		}
	}
	// A picture smaller than the map is filled and no more.
	if _, err := Draw(t.Context(), image.NewRGBA(image.Rect(0, 0, 33, 200)), m); err != nil {
		t.Fatal(err)
	}
}

// TestDrawIsTheSameOnOneCore cannot run beside others: it sets GOMAXPROCS.
func TestDrawIsTheSameOnOneCore(t *testing.T) {
	m := fullMap(t, 640, 400, 1.5)
	draw := func(procs int) []byte {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
		dst := image.NewRGBA(image.Rect(0, 0, 960, 600))
		if _, err := Draw(context.Background(), dst, m); err != nil {
			t.Fatal(err)
		}
		return dst.Pix
	}
	if !bytes.Equal(draw(1), draw(4)) {
		t.Error("one core and four differ")
	}
}

func TestDrawStops(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Draw(ctx, image.NewRGBA(image.Rect(0, 0, 500, 300)), fullMap(t, 500, 300, 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := Draw(t.Context(), image.NewRGBA(image.Rect(0, 0, 5, 3)), &Map{}); err != nil {
		t.Errorf("the empty map: %v", err)
	}
}
