package charts

import (
	"image"
	"image/color"
	"testing"

	"c5atlas.org/c5atlas/internal/backrow"
	"c5atlas.org/c5atlas/internal/draw"
)

// painted is a box filled with a pattern on white, in device pixels.
func painted(t *testing.T, b rect, f Fill, density float64) *image.RGBA {
	t.Helper()
	pic := &draw.Picture{Width: int(200 * density), Height: int(80 * density), Density: density}
	p := newPen(pic, &Chart{Style: light}, 200, 80, density)
	p.fill(rect{0, 0, 200, 80}, white)
	p.paint(b, f)
	img := image.NewRGBA(image.Rect(0, 0, pic.Width, pic.Height))
	if err := paint(img, pic); err != nil {
		t.Fatal(err)
	}
	return img
}

func at(img *image.RGBA, x, y int) color.NRGBA {
	return color.NRGBA(img.RGBAAt(x, y)) // all is opaque
}

// No pattern leaves its box, at any density, and each shows something of its own.
func TestPatternsStayInside(t *testing.T) {
	t.Parallel()
	for _, f := range statuses {
		for _, d := range []float64{1, 1.25, 2, 3} {
			r := rect{20, 16, 120, 40}
			img := painted(t, r, f.Fill, d)
			inks := map[color.NRGBA]int{}
			for y := range img.Rect.Dy() {
				for x := range img.Rect.Dx() {
					in := x >= int(20*d) && x < int(140*d) && y >= int(16*d) && y < int(56*d)
					if c := at(img, x, y); !in && c != white {
						t.Fatalf("%s at density %v: %v at %d,%d", f.Label, d, c, x, y)
					} else if in {
						inks[c]++
					}
				}
			}
			if base := inks[f.Fill.Color]; base < int(120*40*d*d/2) {
				t.Errorf("%s at density %v: %d pixels of its own colour", f.Label, d, base)
			}
			if (len(inks) == 1) != (f.Fill.Pattern == Solid) {
				t.Errorf("%s at density %v: %d colours", f.Label, d, len(inks))
			}
		}
	}
}

// Diagonals run on from one box into its neighbour: two boxes side by side look
// like one.
func TestDiagonalsMeet(t *testing.T) {
	t.Parallel()
	f := statuses[2].Fill
	whole := painted(t, rect{20, 16, 120, 40}, f, 1)
	left, right := painted(t, rect{20, 16, 57, 40}, f, 1), painted(t, rect{77, 16, 63, 40}, f, 1)
	for y := 16; y < 56; y++ {
		for x := 20; x < 140; x++ {
			part := left
			if x >= 77 {
				part = right
			}
			if got, want := at(part, x, y), at(whole, x, y); got != want {
				t.Fatalf("%d,%d is %v, want %v", x, y, got, want)
			}
		}
	}
}

// A value shows, however small: at least a pixel of its colour.
func TestSmallValuesShow(t *testing.T) {
	t.Parallel()
	for _, r := range []rect{{20.2, 16, 0.1, 40}, {20, 16.2, 40, 0.1}} {
		img, n := painted(t, r, statuses[0].Fill, 1), 0
		for y := range 80 {
			for x := range 200 {
				if at(img, x, y) != white {
					n++
				}
			}
		}
		if n != 40 {
			t.Errorf("%v: %d pixels, want 40", r, n)
		}
	}
	pic := &draw.Picture{Width: 200, Height: 80, Density: 1}
	p := newPen(pic, &Chart{Style: light}, 200, 80, 1)
	p.dry = true
	p.paint(rect{0, 0, 50, 50}, statuses[2].Fill)
	p.disc(9, 9, 5, black)
	p.ring(9, 9, 5, 1, black)
	p.line(0, 0, 9, 9, 1, black)
	p.text("text", 9, 9, start, p.plain(12))
	p.onPaper("text", 9, 9, end, p.plain(12))
	if len(pic.Steps) != 0 {
		t.Errorf("a dry pen drew %d steps", len(pic.Steps))
	}
}

// The rule of a fill too light for white is seen on it all the same.
func TestRuleIsSeen(t *testing.T) {
	t.Parallel()
	for _, c := range []color.NRGBA{rgb(0x3B7DB8), rgb(0xE6E6E6), white, black, rgb(0xFFEE00)} {
		img, best := painted(t, rect{20, 16, 120, 40}, Fill{Color: c, Pattern: WhiteRule}, 1), 1.0
		for y := 16; y < 56; y++ {
			best = max(best, backrow.Contrast(at(img, 80, y), c))
		}
		if best < markContrast {
			t.Errorf("the rule on %v has a contrast of %.2f", c, best)
		}
	}
}

// A frame has its thickness on every side, and a box too small for it is full.
func TestFrameBox(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		b    box
		want int
	}{
		{box{10, 10, 60, 40}, 50*30 - 46*26},
		{box{10, 10, 13, 40}, 3 * 30},
		{box{10, 10, 10, 40}, 0},
	} {
		pic := &draw.Picture{Width: 100, Height: 60, Density: 1}
		p := newPen(pic, &Chart{Style: light}, 100, 60, 1)
		p.frameBox(c.b, 2, black)
		img, n := image.NewRGBA(image.Rect(0, 0, 100, 60)), 0
		if err := paint(img, pic); err != nil {
			t.Fatal(err)
		}
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] > 0 {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%v: %d pixels, want %d", c.b, n, c.want)
		}
	}
}
