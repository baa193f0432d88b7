package maps

import (
	"context"
	"image"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/cputime"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// TestCanvasDrawsTheSame: after any walk of the window a canvas shows what Draw
// does.
func TestCanvasDrawsTheSame(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 1))
	for _, c := range []struct {
		name    string
		view    geo.Viewport
		density float64
	}{
		{"wide", testView(500, 320, 1), 1},
		{"kashmir", goldenView(77.3, 34.8, 1300, 500, 320), 1.25},
		{"edge of the sheet", goldenView(10, 40, 5000, 500, 320), 1},
		{"fergana", goldenView(71.6, 40.4, 620, 500, 320), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := roamingMap(t, 100, 100, 1)
			m.View = c.view
			m.View.Density = c.density
			w, h := m.View.Pixels()
			var canvas Canvas
			for i := range 24 {
				if n, most := asDraw(t, &canvas, m, w, h); most > 6 || n > 4*w*h/500 {
					t.Fatalf("step %d: %d values differ, by up to %d", i, n, most)
				}
				switch {
				case i == 8:
					m.View = m.View.ZoomAt(100, 50, 1.3)
				case i == 16:
					m.Style.Land = rgb(0x808080)
				case i%5 == 4: // far away, or farther than the window is wide
					m.View = m.View.Pan((r.Float64()-0.5)*1300, (r.Float64()-0.5)*800)
				default:
					m.View = m.View.Pan((r.Float64()-0.5)*60, (r.Float64()-0.5)*60)
				}
			}
		})
	}
}

// roamingMap is a full map that remembers its names alone: where in a window a name stands
// may depend on where the window was before, and other tests make an atlas forget that.
func roamingMap(t *testing.T, w, h, density float64) *Map {
	t.Helper()
	m := fullMap(t, w, h, density)
	m.Atlas = &Atlas{Atlas: m.Atlas.Atlas}
	return m
}

// asDraw draws m on a canvas and by Draw into pictures of w by h pixels, and says in how
// many values the pictures differ, and by how much.
func asDraw(t *testing.T, c *Canvas, m *Map, w, h int) (n, most int) {
	t.Helper()
	got, want := image.NewRGBA(image.Rect(0, 0, w, h)), image.NewRGBA(image.Rect(0, 0, w, h))
	place, err := c.Draw(t.Context(), got, m)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := Draw(t.Context(), want, m)
	if err != nil {
		t.Fatal(err)
	}
	if place.View != alone.View {
		t.Fatalf("%+v, want %+v", place.View, alone.View)
	}
	for i := range got.Pix {
		if d := max(int(got.Pix[i])-int(want.Pix[i]), int(want.Pix[i])-int(got.Pix[i])); d > 0 {
			n, most = n+1, max(most, d)
		}
	}
	return n, most
}

// TestCanvasAfterAStop: a picture that was given up leaves nothing behind.
func TestCanvasAfterAStop(t *testing.T) {
	t.Parallel()
	m := roamingMap(t, 400, 300, 1)
	var canvas Canvas
	asDraw(t, &canvas, m, 400, 300)
	m.View = m.View.Pan(40, 30)
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := canvas.Draw(stopped, image.NewRGBA(image.Rect(0, 0, 400, 300)), m); err == nil {
		t.Error("a stopped picture is finished")
	}
	m.View = m.View.Pan(5, 5)
	if n, most := asDraw(t, &canvas, m, 400, 300); most > 6 || n > 4*400*300/500 {
		t.Errorf("%d values differ, by up to %d", n, most)
	}
}

// TestCanvasOfAnySize: a window that changes its size, and a picture with less
// room than it needs.
func TestCanvasOfAnySize(t *testing.T) {
	t.Parallel()
	var canvas Canvas
	for _, size := range [][2]float64{{300, 200}, {301, 200}, {120, 400}, {1, 1}, {300, 200}} {
		m := roamingMap(t, size[0], size[1], 1)
		for _, room := range []int{0, 7, -5} {
			w, h := max(int(size[0])+room, 0), max(int(size[1])+room, 0)
			if n, most := asDraw(t, &canvas, m, w, h); most > 6 {
				t.Errorf("%v in %d by %d: %d values differ, by up to %d", size, w, h, n, most)
			}
		}
	}
}

// BenchmarkDrag is a picture of a map that moves by a few pixels at a time.
func BenchmarkDrag(b *testing.B) {
	for _, size := range [][2]float64{{1280, 800}, {1920, 1080}} {
		b.Run(sizeName(size), func(b *testing.B) {
			m := benchMap(b, size, 1, true)
			w, h := m.View.Pixels()
			dst := image.NewRGBA(image.Rect(0, 0, w, h))
			var canvas Canvas
			path := []orb.Point{{12, 7}, {-9, 10}, {-12, -7}, {9, -10}}
			b.ReportAllocs()
			done := cputime.PerOp(b)
			for i := 0; b.Loop(); i++ {
				m.View = m.View.Pan(path[i%4][0], path[i%4][1])
				if _, err := canvas.Draw(b.Context(), dst, m); err != nil {
					b.Fatal(err)
				}
			}
			done()
		})
	}
}

// TestCanvasHearsOfTheRelief that is loaded while a picture is drawn without it.
func TestCanvasHearsOfTheRelief(t *testing.T) {
	t.Parallel()
	a := NewAtlas(baseFiles(t), reliefFile(t))
	if err := a.Load(0, asia); err != nil {
		t.Fatal(err)
	}
	m := roamingMap(t, 400, 300, 1)
	m.Atlas, m.Style.ReliefStrength = a, 1
	var canvas Canvas
	if _, err := drawMap(t.Context(), image.NewRGBA(image.Rect(0, 0, 400, 300)), m, func(ctx context.Context, dst *image.RGBA, p *painter, pic *draw.Picture) error {
		if err := a.Load(geo.ReliefLevel, asia); err != nil {
			return err
		}
		return canvas.below(ctx, dst, p, pic)
	}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if n, most := asDraw(t, &canvas, m, 400, 300); most > 6 || n > 4*400*300/500 {
			t.Errorf("%d values differ, by up to %d", n, most)
		}
		m.View = m.View.Pan(30, 20)
	}
}

// TestCanvasKeepsThinLines that come into sight by less than a pixel.
func TestCanvasKeepsThinLines(t *testing.T) {
	t.Parallel()
	for _, density := range []float64{1.5, 4} {
		m := roamingMap(t, 120, 100, density)
		m.View.Center = m.View.Projection.Project(orb.Point{90, 42})
		m.View = m.View.Pan(-60.5, 0)
		w, h := m.View.Pixels()
		var canvas Canvas
		for range 24 {
			m.View = m.View.Pan(1/density, 0)
			if n, most := asDraw(t, &canvas, m, w, h); most > 6 {
				t.Fatalf("density %g: %d values differ, by up to %d", density, n, most)
			}
		}
	}
}
