package draw

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// painted is a picture in pixels.
func painted(tb testing.TB, pic *Picture) *image.RGBA {
	tb.Helper()
	img := image.NewRGBA(image.Rect(0, 0, pic.Width, pic.Height))
	if err := Paint(tb.Context(), img, pic); err != nil {
		tb.Fatal(err)
	}
	return img
}

// TestPaintIsTheSameInAnyTiles: where a picture is cut for drawing does not show,
// but by a few of 255 where dashes or text meet the cut.
func TestPaintIsTheSameInAnyTiles(t *testing.T) {
	t.Parallel()
	pic := everything(t, 1)
	want := painted(t, pic)
	r := rand.New(rand.NewPCG(1, 4))
	for range 20 {
		got := image.NewRGBA(want.Rect)
		x, y := 1+r.IntN(499), 1+r.IntN(319)
		var tiles []tile
		for _, part := range []image.Rectangle{image.Rect(0, 0, x, y), image.Rect(x, 0, 500, y), image.Rect(0, y, x, 320), image.Rect(x, y, 500, 320)} {
			tiles = append(tiles, tilesOf(part, got.Pix[got.PixOffset(part.Min.X, part.Min.Y):], got.Stride)...)
		}
		if err := drawTiles(t.Context(), pic, tiles, got.Stride); err != nil {
			t.Fatal(err)
		}
		for i := range got.Pix {
			if d := int(got.Pix[i]) - int(want.Pix[i]); d > 6 || d < -6 {
				t.Fatalf("cut at %d, %d: value %d of pixel %d, %d is %d, want %d", x, y, i%4, i/4%500, i/4/500, got.Pix[i], want.Pix[i])
			}
		}
	}
}

// Parts painted one by one, each over what was painted in its memory before, are the
// picture to the bit.
func TestPartsAreThePicture(t *testing.T) {
	t.Parallel()
	pic := everything(t, 1)
	pic.Steps = slices.Insert(pic.Steps, 0, Step{Kind: StepFill, Color: color.NRGBA{R: 9, A: 255}, Paths: []*Path{Rectangle(0, 0, 500, 320)}, To: Identity})
	want, rows := painted(t, pic), TileRows(pic.Width)
	if rows >= pic.Height {
		t.Fatalf("there is one part, of %d rows", rows)
	}
	room := make([]byte, 4*pic.Width*rows)
	for y := 0; y < pic.Height; y += rows {
		at := image.Rect(0, y, pic.Width, min(y+rows, pic.Height))
		part := &image.RGBA{Pix: room[:4*pic.Width*at.Dy()], Stride: 4 * pic.Width, Rect: at}
		if err := PaintPart(t.Context(), part, pic); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(part.Pix, want.SubImage(at).(*image.RGBA).Pix[:len(part.Pix)]) {
			t.Errorf("rows %d to %d differ", at.Min.Y, at.Max.Y)
		}
	}
}

// TestTilesCoverAllOnce.
func TestTilesCoverAllOnce(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{1, 1}, {3000, 2000}, {7, 5000}, {40, 3}, {0, 9}} {
		pix := make([]byte, size[0]*size[1]*4)
		covered := 0
		end := 0
		for _, p := range tilesOf(image.Rect(0, 0, size[0], size[1]), pix, size[0]*4) {
			if p.at.Min.X != 0 || p.at.Max.X != size[0] || p.at.Min.Y != end {
				t.Fatalf("%v: tile %v after row %d", size, p.at, end)
			}
			end = p.at.Max.Y
			covered += p.at.Dx() * p.at.Dy()
		}
		if covered != size[0]*size[1] {
			t.Errorf("%v: %d pixels are covered", size, covered)
		}
	}
}

// TestHatchIsLinesInThePath: as much ink as the lines are wide, none outside, and
// the same moved along by a phase.
func TestHatchIsLinesInThePath(t *testing.T) {
	t.Parallel()
	for _, period := range []int{4, 6, 9, 15} {
		for _, width := range []float64{0.9, 1.5, 2.2} {
			draw := func(phase float64) *image.RGBA {
				pic := &Picture{Width: 120, Height: 90, Density: 1}
				pic.Fill("", color.NRGBA{255, 255, 255, 255}, Rectangle(0, 0, 120, 90))
				pic.Add(Step{Kind: StepHatch, Color: color.NRGBA{A: 255}, Width: width, Paths: []*Path{Rectangle(10, 10, 110, 80)}, To: Identity, Period: period, Phase: phase})
				return painted(t, pic)
			}
			img := draw(0)
			ink := 0.0
			for y := range 90 {
				for x := range 120 {
					v := img.RGBAAt(x, y).R
					if inside := x >= 10 && x < 110 && y >= 10 && y < 80; !inside && v != 255 {
						t.Fatalf("ink outside, at %d, %d", x, y)
					}
					ink += 1 - float64(v)/255
				}
			}
			share, want := ink/7000, width*math.Sqrt2/float64(period)
			if math.Abs(share-want) > 0.01 {
				t.Errorf("period %d, width %g: %.3f of the area is ink, want %.3f", period, width, share, want)
			}
			moved := draw(1)
			for y := 10; y < 80; y++ {
				for x := 10; x < 109; x++ {
					if moved.RGBAAt(x, y) != img.RGBAAt(x+1, y) {
						t.Fatalf("period %d, width %g: a phase of 1 does not move by a pixel at %d, %d", period, width, x, y)
					}
				}
			}
		}
	}
}

// TestFillIsItsShareOfEachPixel: against 256 points in each pixel.
func TestFillIsItsShareOfEachPixel(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 3))
	for range 60 {
		n := 3 + r.IntN(8)
		ring := make([]orb.Point, n)
		for i := range ring { // star-shaped, in part beyond the picture
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
			k := 2 + 14*r.Float64()
			ring[i] = orb.Point{12 + k*cos, 10 + k*sin}
		}
		p := &Path{Closed: true}
		p.Add(ring)
		pic := &Picture{Width: 24, Height: 20, Density: 1}
		pic.Fill("", color.NRGBA{255, 255, 255, 255}, Rectangle(0, 0, 24, 20))
		pic.Fill("", color.NRGBA{A: 255}, p)
		img := painted(t, pic)
		for y := range 20 {
			for x := range 24 {
				in := 0
				for k := range 256 {
					if p.Contains(orb.Point{float64(x) + (float64(k%16)+0.5)/16, float64(y) + (float64(k/16)+0.5)/16}) {
						in++
					}
				}
				if got, want := 1-float64(img.RGBAAt(x, y).R)/255, float64(in)/256; math.Abs(got-want) > 0.07 {
					t.Fatalf("pixel %d, %d of %v is %.2f covered, want %.2f", x, y, ring, got, want)
				}
			}
		}
	}
}

// TestStrokeHasItsArea: length times width, in any direction and either way round.
func TestStrokeHasItsArea(t *testing.T) {
	t.Parallel()
	ink := func(p *Path, width float64, dash []float64) float64 {
		pic := &Picture{Width: 100, Height: 100, Density: 1}
		pic.Fill("", color.NRGBA{255, 255, 255, 255}, Rectangle(0, 0, 100, 100))
		pic.Add(Step{Kind: StepStroke, Color: color.NRGBA{A: 255}, Width: width, Dash: dash, Paths: []*Path{p}, To: Identity})
		sum := 0.0
		for i, v := range painted(t, pic).Pix {
			if i%4 == 0 {
				sum += 1 - float64(v)/255
			}
		}
		return sum
	}
	r := rand.New(rand.NewPCG(9, 1))
	for range 60 {
		width := 0.6 + 4*r.Float64()
		sin, cos := math.Sincos(2 * math.Pi * r.Float64())
		a, b := orb.Point{50 - 30*cos, 50 - 30*sin}, orb.Point{50 + 30*cos, 50 + 30*sin}
		there, back := &Path{}, &Path{}
		there.Add([]orb.Point{a, {50, 50}, b})
		back.Add([]orb.Point{b, {50, 50}, a})
		want := 60 * width
		if got := ink(there, width, nil); math.Abs(got-want) > 0.04*want || math.Abs(got-ink(back, width, nil)) > 0.02*want {
			t.Errorf("width %.2f, direction %.2f %.2f: ink %.1f, and %.1f the other way, want %.1f", width, cos, sin, got, ink(back, width, nil), want)
		}
		if got := ink(there, width, []float64{4, 2}); math.Abs(got-want*2/3) > 0.05*want {
			t.Errorf("width %.2f: dashes have ink %.1f, want %.1f", width, got, want*2/3)
		}
		ring := Circle(50, 50, 30)
		if got, want := ink(ring, width, nil), 2*math.Pi*30*width; math.Abs(got-want) > 0.03*want {
			t.Errorf("width %.2f: a ring has ink %.1f, want %.1f", width, got, want)
		}
	}
}

// TestShadeLiesOnWhatIsKept alone.
func TestShadeLiesOnWhatIsKept(t *testing.T) {
	t.Parallel()
	land := color.NRGBA{200, 200, 200, 255}
	pic := &Picture{Width: 300, Height: 200, Density: 1}
	pic.Fill("", land, Rectangle(0, 0, 300, 200))
	pic.Add(Step{Kind: StepFill, Color: land, Paths: []*Path{Rectangle(100, 50, 200, 150)}, To: Identity, Keep: true})
	pic.Add(Step{Kind: StepShade, Color: color.NRGBA{A: 255}, Width: 1, Texture: hills(), To: Affine{SX: 1, SY: -1, TY: 400}})
	img := painted(t, pic)
	shaded := 0
	for y := range 200 {
		for x := range 300 {
			c := img.RGBAAt(x, y)
			if x >= 100 && x < 200 && y >= 50 && y < 150 {
				if c.R != 200 {
					shaded++
				}
			} else if c.R != 200 {
				t.Fatalf("%d, %d is shaded", x, y)
			}
		}
	}
	if shaded < 8000 {
		t.Errorf("%d pixels are shaded", shaded)
	}
}

// TestShadeOfIslands in one row is that of each alone, and of the last step that keeps.
func TestShadeOfIslands(t *testing.T) {
	t.Parallel()
	land := color.NRGBA{200, 200, 200, 255}
	islands := []*Path{Circle(60, 90, 40), Circle(150, 110, 30), Circle(250, 80, 45)}
	shaded := func(kept ...*Path) *image.RGBA {
		pic := &Picture{Width: 300, Height: 200, Density: 1}
		pic.Fill("", land, Rectangle(0, 0, 300, 200))
		pic.Add(Step{Kind: StepFill, Color: land, Paths: []*Path{Rectangle(0, 0, 300, 200)}, To: Identity, Keep: true})
		pic.Add(Step{Kind: StepFill, Color: land, Paths: kept, To: Identity, Keep: true})
		pic.Add(Step{Kind: StepShade, Color: color.NRGBA{A: 255}, Width: 1, Texture: hills(), To: Affine{SX: 0.9, SY: -0.9, TY: 400}})
		return painted(t, pic)
	}
	all, alone := shaded(islands...), [3]*image.RGBA{shaded(islands[0]), shaded(islands[1]), shaded(islands[2])}
	for y := range 200 {
		for x := range 300 {
			if got, want := all.RGBAAt(x, y), alone[x/100].RGBAAt(x, y); got != want {
				t.Fatalf("%d, %d is %v, alone %v", x, y, got, want)
			}
		}
	}
	if c := all.RGBAAt(105, 20); c.R != 200 {
		t.Errorf("what the first step kept is shaded: %v", c)
	}
}

// TestClearStepsAreNone, and bounds are of what a step has.
func TestPictureAdds(t *testing.T) {
	t.Parallel()
	pic := &Picture{Width: 10, Height: 10, Density: 1}
	pic.Fill("clear", color.NRGBA{1, 2, 3, 0}, Rectangle(0, 0, 1, 1))
	pic.Fill("two", color.NRGBA{A: 1}, Rectangle(0, 0, 1, 1), Rectangle(5, 6, 7, 8))
	pic.Stroke("line", color.NRGBA{A: 1}, 2, Rectangle(3, 3, 4, 4))
	if len(pic.Steps) != 2 {
		t.Fatalf("%d steps", len(pic.Steps))
	}
	if b := pic.Steps[0].Bound(); b != (orb.Bound{Max: orb.Point{7, 8}}) {
		t.Errorf("bound %v", b)
	}
	s := Step{Paths: []*Path{Rectangle(1, 1, 2, 3)}, To: Affine{SX: 10, SY: -10}}
	if b := s.Bound(); b != (orb.Bound{Min: orb.Point{10, -30}, Max: orb.Point{20, -10}}) {
		t.Errorf("bound %v", b)
	}
	if b := (&Step{}).Bound(); b != (orb.Bound{}) {
		t.Errorf("nothing has the bound %v", b)
	}
}

func TestPaintStops(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := Paint(ctx, image.NewRGBA(image.Rect(0, 0, 500, 320)), everything(t, 1)); !errors.Is(err, context.Canceled) {
		t.Errorf("Paint = %v", err)
	}
}

// TestTorusShowsTheWindow: after any walk it holds what is painted anew, but for
// what a cut through an edge rounds.
func TestTorusShowsTheWindow(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 2))
	var all []*Path
	for range 200 {
		all = append(all, Circle(float64(r.IntN(900)-300), float64(r.IntN(900)-300), 3+20*r.Float64()))
	}
	scene := func(at image.Point, size image.Point) *Picture {
		pic := &Picture{Width: size.X, Height: size.Y, Density: 1}
		pic.Fill("sea", color.NRGBA{10, 20, 30, 255}, Rectangle(0, 0, float64(size.X), float64(size.Y)))
		pic.Add(Step{Kind: StepFill, Color: color.NRGBA{200, 100, 50, 255}, Paths: all, To: Affine{SX: 1, SY: 1, TX: float64(at.X), TY: float64(at.Y)}})
		return pic
	}
	var torus Torus
	var at, last image.Point
	size := image.Pt(90, 70)
	for i := range 120 {
		switch {
		case i == 40:
			size = image.Pt(64, 80)
		case i == 80:
			torus.Forget()
			all[0] = Rectangle(-400, -400, 30, 30)
		case i%7 == 6:
			at = at.Add(image.Pt(r.IntN(400)-200, r.IntN(400)-200))
		default:
			at = at.Add(image.Pt(r.IntN(21)-10, r.IntN(21)-10))
		}
		pic := scene(at, size)
		if i%11 == 5 { // one that is given up
			stopped, stop := context.WithCancel(t.Context())
			stop()
			if err := torus.Draw(stopped, pic, at.X-last.X, at.Y-last.Y); err == nil {
				t.Fatal("a stopped picture is drawn")
			}
			last = at
		}
		if err := torus.Draw(t.Context(), pic, at.X-last.X, at.Y-last.Y); err != nil {
			t.Fatal(err)
		}
		last = at
		got := image.NewRGBA(image.Rect(0, 0, size.X+3, size.Y+2))
		torus.CopyTo(got)
		want := image.NewRGBA(got.Rect)
		if err := Paint(t.Context(), want, pic); err != nil {
			t.Fatal(err)
		}
		for k := range got.Pix {
			if d := int(got.Pix[k]) - int(want.Pix[k]); d > 3 || d < -3 {
				t.Fatalf("step %d, window at %v: value %d is %d, painted anew it is %d", i, at, k, got.Pix[k], want.Pix[k])
			}
		}
	}
}

// A rectangle on whole pixels has the pixels that a ring round it has, wherever it
// lies, however clear it is, and in whatever tiles.
func TestWholeRectangleIsItsRing(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(9, 1))
	const w, h = 90, 300 // more than a tile high
	quick, slow := &Picture{Width: w, Height: h, Density: 1}, &Picture{Width: w, Height: h, Density: 1}
	quick.Fill("", color.NRGBA{R: 240, G: 240, B: 230, A: 255}, Rectangle(0, 0, w, h))
	slow.Steps = append(slow.Steps, quick.Steps...)
	for range 400 {
		x0, y0, x1, y1 := float64(rnd.IntN(120)-20), float64(rnd.IntN(340)-20), float64(rnd.IntN(120)-20), float64(rnd.IntN(340)-20)
		c := color.NRGBA{R: uint8(rnd.IntN(256)), G: uint8(rnd.IntN(256)), B: uint8(rnd.IntN(256)), A: uint8(1 + rnd.IntN(255))}
		if rnd.IntN(2) == 0 {
			c.A = 255
		}
		if rnd.IntN(4) == 0 {
			x0 += 0.5 // no whole one
		}
		quick.Fill("", c, Rectangle(x0, y0, x1, y1))
		ring := &Path{Closed: true}
		ring.Add([]orb.Point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}})
		slow.Fill("", c, ring)
	}
	if !bytes.Equal(painted(t, quick).Pix, painted(t, slow).Pix) {
		t.Error("the pixels differ")
	}
}
