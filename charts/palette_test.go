package charts

import (
	"image/color"
	"math"
	"testing"

	"c5atlas.org/c5atlas/internal/backrow"
)

// Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", severity 1, on linear RGB.
var visions = map[string][9]float64{
	"full":   {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protan": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deutan": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritan": {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	"grey":   {0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722},
}

// lab returns CIE L*a*b* (D65) of a colour as this vision sees it.
func lab(c color.NRGBA, m [9]float64) [3]float64 {
	r, g, b := backrow.Linear(c.R), backrow.Linear(c.G), backrow.Linear(c.B)
	var v [3]float64
	for i := range v {
		v[i] = min(max(m[3*i]*r+m[3*i+1]*g+m[3*i+2]*b, 0), 1)
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*v[0] + 0.3576*v[1] + 0.1805*v[2]) / 0.9505)
	y := f(0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2])
	z := f((0.0193*v[0] + 0.1192*v[1] + 0.9505*v[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Fills that can touch differ in colour for every reader and in grey print: by
// 8 in CIE76, three to four times what is just seen, and by their pattern.
func TestFillsCanBeToldApart(t *testing.T) {
	t.Parallel()
	for name, vision := range visions {
		for i, a := range statuses {
			for _, b := range statuses[i+1:] {
				p, q := lab(a.Fill.Color, vision), lab(b.Fill.Color, vision)
				distance := math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
				if distance < 8 && a.Fill.Pattern == b.Fill.Pattern || distance < 3 {
					t.Errorf("%s vision: %s and %s differ by %.1f", name, a.Label, b.Label, distance)
				}
				if a.Fill.Pattern == b.Fill.Pattern {
					t.Errorf("%s and %s have the same pattern", a.Label, b.Label)
				}
			}
		}
	}
}

// Dimmed, as what is not lit, they are still told apart: neighbours in order of
// firmness differ in lightness, in the same order, for every reader and in grey,
// and none vanishes into the paper; where it would, its edge stands out.
func TestDimmedFillsCanBeToldApart(t *testing.T) {
	t.Parallel()
	for _, style := range []Style{light, dark} {
		for _, preview := range []bool{false, true} {
			c := domainsChart()
			c.Style, c.Preview = style, preview
			r, _ := record(c, Size{960, 600, 1})
			p := newPen(r.pic, c, 960, 600, 1)
			for name, vision := range visions {
				l := func(f Fill) float64 { return lab(p.dim(f.Color), vision)[0] }
				paper := lab(style.Background, vision)[0]
				for i, a := range statuses {
					if i > 0 && l(a.Fill)-l(statuses[i-1].Fill) < 1 { // besides, their patterns differ
						t.Errorf("%s vision, preview %v: %s is %.1f light, %s %.1f", name, preview, statuses[i-1].Label, l(statuses[i-1].Fill), a.Label, l(a.Fill))
					}
					edge := lab(p.inLight(a.Fill.outline(), edged), vision)[0]
					if math.Abs(l(a.Fill)-paper) < 5 && math.Abs(edge-paper) < 5 {
						t.Errorf("%s vision, preview %v: %s is lost on its paper", name, preview, a.Label)
					}
				}
			}
		}
	}
}

func TestFillInks(t *testing.T) {
	t.Parallel()
	for _, s := range statuses {
		if got := backrow.Contrast(s.Fill.Ink(), s.Fill.Color); got < textContrast {
			t.Errorf("text on %s has a contrast of %.2f", s.Label, got)
		}
		if got := backrow.Contrast(s.Fill.outline(), s.Fill.Color); got < markContrast {
			t.Errorf("outline of %s has a contrast of %.2f", s.Label, got)
		}
	}
	wish := Fill{Color: rgb(0x7FB2DA), Text: rgb(0x888888)}
	if got := backrow.Contrast(wish.Ink(), wish.Color); got < textContrast {
		t.Errorf("an unreadable wish is kept: contrast %.2f", got)
	}
}

// On any colour at all, black or white reads.
func TestTextOnAnyColour(t *testing.T) {
	t.Parallel()
	for v := uint32(0); v < 1<<24; v += 997 {
		c := rgb(v)
		if got := backrow.Contrast(textOn(c), c); got < textContrast {
			t.Fatalf("text on %v has a contrast of %.2f", c, got)
		}
		if got := backrow.Contrast(shadeOf(c), c); got < markContrast {
			t.Fatalf("the shade of %v has a contrast of %.2f", c, got)
		}
	}
}

// Published: WCAG's own extreme, and anchor values for Tol's palette on white.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		c    uint32
		want float64
	}{{0x000000, 21}, {0xFFFFFF, 1}, {0x004488, 9.6}, {0xDDAA33, 2.1}, {0x0072B2, 5.2}} {
		if got := backrow.Contrast(rgb(tt.c), white); math.Abs(got-tt.want) > 0.06 {
			t.Errorf("contrast(%06x, white) = %.2f, want %.1f", tt.c, got, tt.want)
		}
	}
}
