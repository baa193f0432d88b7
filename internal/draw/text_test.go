package draw

import (
	"fmt"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/paulmach/orb"
)

// darkness is how dark each pixel is of a text on white, 0 to 1.
func darkness(tb testing.TB, t *Text, w, h int) [][]float64 {
	tb.Helper()
	pic := &Picture{Width: w, Height: h, Density: 1}
	pic.Fill("", color.NRGBA{255, 255, 255, 255}, Rectangle(0, 0, float64(w), float64(h)))
	pic.Write("", color.NRGBA{A: 255}, t)
	img := painted(tb, pic)
	out := make([][]float64, h)
	for y := range out {
		out[y] = make([]float64, w)
		for x := range out[y] {
			out[y][x] = 1 - float64(img.RGBAAt(x, y).R)/255
		}
	}
	return out
}

// centre is the middle of the ink, and how much there is.
func centre(dark [][]float64) (x, y, ink float64) {
	for r, row := range dark {
		for c, v := range row {
			x, y, ink = x+v*(float64(c)+0.5), y+v*(float64(r)+0.5), ink+v
		}
	}
	return x / ink, y / ink, ink
}

// TestLineStandsAtItsAnchor: a word that reads the same from both ends has its ink
// right of the place, round it or left of it, whichever way it is turned.
func TestLineStandsAtItsAnchor(t *testing.T) {
	t.Parallel()
	f := shipped(t)
	half := f.Width("OHHO") * 20 / 2
	for _, angle := range []float64{0, 0.3, -math.Pi / 2, math.Pi} {
		sin, cos := math.Sincos(angle)
		for a, along := range map[Anchor]float64{Start: half, Middle: 0, End: -half} {
			x, y, ink := centre(darkness(t, Line(f, "OHHO", 20, 100, 100, a, angle), 200, 200))
			up := f.CapHeight * 20 / 2
			wx, wy := 100+along*cos+up*sin, 100+along*sin-up*cos
			if math.Hypot(x-wx, y-wy) > 0.6 || ink < 150 {
				t.Errorf("angle %g, anchor %d: ink %.0f round %.1f, %.1f, want %.1f, %.1f", angle, a, ink, x, y, wx, wy)
			}
		}
	}
}

// TestLettersMoveByQuarters of a pixel along the line, and by whole ones across.
func TestLettersMoveByQuarters(t *testing.T) {
	t.Parallel()
	f := shipped(t)
	x0, y0, _ := centre(darkness(t, Line(f, "nine", 14, 20, 30, Start, 0), 80, 50))
	for k := range 9 {
		x, y, _ := centre(darkness(t, Line(f, "nine", 14, 20+float64(k)/4, 30.2, Start, 0), 80, 50))
		if math.Abs(x-x0-float64(k)/4) > 0.06 || math.Abs(y-y0) > 0.01 {
			t.Errorf("moved by %d quarters the ink moves by %.3f, %.3f", k, x-x0, y-y0)
		}
	}
	for v := -3.0; v < 3; v += 0.01 {
		if p, s := quarters(v); s > 3 || math.Abs(float64(p)+float64(s)/4-v) > 0.1251 {
			t.Errorf("%g is %d and %d quarters", v, p, s)
		}
	}
}

// TestBoundHoldsTheInk, of lines of any size and direction.
func TestBoundHoldsTheInk(t *testing.T) {
	t.Parallel()
	f := shipped(t)
	r := rand.New(rand.NewPCG(4, 2))
	for _, words := range []string{"Agÿ", "Ташкент", "(QJ|", "i"} {
		for range 15 {
			size := 6 + 30*r.Float64()
			line := Line(f, words, size, 60+80*r.Float64(), 60+80*r.Float64(), Anchor(r.IntN(3)), 2*math.Pi*r.Float64())
			s := Step{Text: line}
			line.box = line.bound()
			b := s.Bound().Pad(0.25*size + 1) // it is an em high, letters may stand out a little
			for y, row := range darkness(t, line, 200, 200) {
				for x, v := range row {
					if v > 0 && !b.Contains(orb.Point{float64(x) + 0.5, float64(y) + 0.5}) {
						t.Fatalf("%q, %.1f px: ink at %d, %d, beyond %v", words, size, x, y, b)
					}
				}
			}
		}
	}
}

// TestHaloIsRoundTheInk, as wide as it says, and none without a colour.
func TestHaloIsRoundTheInk(t *testing.T) {
	t.Parallel()
	f := shipped(t)
	line := Line(f, "Oil", 30, 20, 50, Start, 0)
	ink := darkness(t, line, 90, 70)
	for _, width := range []float64{1.5, 3} {
		haloed := *line
		haloed.Halo, haloed.HaloWidth = color.NRGBA{255, 0, 0, 255}, width
		pic := &Picture{Width: 90, Height: 70, Density: 1}
		pic.Fill("", color.NRGBA{255, 255, 255, 255}, Rectangle(0, 0, 90, 70))
		pic.Write("", color.NRGBA{A: 255}, &haloed)
		img := painted(t, pic)
		for y := range 70 {
			for x := range 90 {
				nearest := math.Inf(1)
				for v := range 70 {
					for u := range 90 {
						if ink[v][u] > 0.5 {
							nearest = min(nearest, math.Hypot(float64(x-u), float64(y-v)))
						}
					}
				}
				c := img.RGBAAt(x, y)
				red, white := c.R > 200 && c.G < 60, c.G > 230
				switch {
				case nearest > width+1.6 && !white:
					t.Fatalf("width %g: %v at %d, %d, %.1f from the ink", width, c, x, y, nearest)
				case nearest > 1.5 && nearest < width-1 && !red:
					t.Fatalf("width %g: no halo but %v at %d, %d, %.1f from the ink", width, c, x, y, nearest)
				}
			}
		}
	}
	clear := *line
	clear.HaloWidth = 3
	if x, _, n := centre(darkness(t, &clear, 90, 70)); n < 50 || math.IsNaN(x) {
		t.Error("without a colour of its halo a text is gone")
	} else if _, _, want := centre(ink); math.Abs(n-want) > 1e-9 {
		t.Errorf("a clear halo has ink %.1f, want %.1f", n, want)
	}
}

// TestTextIsCutIntoLines for formats that write words.
func TestTextIsCutIntoLines(t *testing.T) {
	t.Parallel()
	f := shipped(t)
	two := Line(f, "first", 10, 5, 20, Start, 0)
	second := Line(f, "and second", 10, 8, 32, Start, 0)
	two.Letters = append(two.Letters, second.Letters...)
	lines := two.lines()
	if len(lines) != 2 || lines[0].words != "first" || lines[1].words != "and second" || lines[1].first.X != 8 || lines[0].gap != 0 {
		t.Errorf("lines %+v", lines)
	}
	if got, want := lines[1].width, f.Width("and second")*10; math.Abs(got-want) > 1e-9 {
		t.Errorf("the line is %.2f wide, want %.2f", got, want)
	}
	spaced := Line(f, "wide", 10, 5, 20, Start, 0)
	for i := range spaced.Letters {
		spaced.Letters[i].X += 3 * float64(i)
	}
	if l := spaced.lines(); len(l) != 1 || math.Abs(l[0].gap-3) > 1e-9 || math.Abs(l[0].width-f.Width("wide")*10-12) > 1e-9 {
		t.Errorf("spaced by 3: %+v", l)
	}
	turned := Line(f, "up", 10, 50, 60, End, -math.Pi/2)
	if l := turned.lines(); len(l) != 1 || l[0].words != "up" {
		t.Errorf("turned: %+v", l)
	} else if x, y := l[0].at(End); math.Hypot(x-50, y-60) > 1e-6 {
		t.Errorf("it is held at %g, %g", x, y)
	}
	curved := Line(f, "bend", 10, 5, 20, Start, 0)
	curved.Letters[2].Cos, curved.Letters[2].Sin = math.Cos(0.1), math.Sin(0.1)
	if l := curved.lines(); l != nil {
		t.Errorf("a curved text has the lines %+v", l)
	}
	if l := (&Text{Face: f}).lines(); len(l) != 0 {
		t.Errorf("nothing has the lines %+v", l)
	}
}

// TestMasksHaveAnEnd: texts of ever new sizes do not fill the memory.
func TestMasksHaveAnEnd(t *testing.T) {
	f := shipped(t)
	var tools glyphTools
	for i := range 40 {
		line := Line(f, fmt.Sprintf("ABCDEFGHIJ %d", i), 150+float64(i), 0, 200, Start, 0.01*float64(i+1))
		for k := range line.Letters {
			l := &line.Letters[k]
			for _, g := range l.Glyphs {
				line.mask(l, g, &tools)
			}
		}
		if masks.size > 2*maxMasks {
			t.Fatalf("%d bytes of masks after %d texts", masks.size, i)
		}
	}
}
