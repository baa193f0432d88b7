package charts

import (
	"image/color"
	"math"

	"c5atlas.org/c5atlas/internal/backrow"
)

var (
	black = color.NRGBA{A: 255}
	white = color.NRGBA{255, 255, 255, 255}
)

// textContrast is what WCAG 2.2 AA asks of text, markContrast of marks.
const (
	textContrast = 4.5
	markContrast = 3
)

// textOn returns the first of the wishes that reads on fill, else black or
// white: one of these always does.
func textOn(fill color.NRGBA, wishes ...color.NRGBA) color.NRGBA {
	for _, c := range wishes {
		if c.A == 255 && backrow.Contrast(c, fill) >= textContrast {
			return c
		}
	}
	if backrow.Contrast(black, fill) >= backrow.Contrast(white, fill) {
		return black
	}
	return white
}

// shadeOf returns a darker, purer shade of fill that stands out from it, or a
// lighter one if fill is dark.
func shadeOf(fill color.NRGBA) color.NRGBA {
	end := textOn(fill)
	if end == black {
		top := float64(max(fill.R, fill.G, fill.B))
		pure := func(v uint8) uint8 { return uint8(max(0, 0.5*(top-2.4*(top-float64(v))))) }
		end = color.NRGBA{pure(fill.R), pure(fill.G), pure(fill.B), 255}
	}
	for t := 0.3; t < 1; t += 0.05 {
		if c := mix(fill, end, t); backrow.Contrast(c, fill) >= markContrast {
			return c
		}
	}
	return textOn(fill)
}

// mix returns the colour at t between a (0) and b (1).
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	m := func(a, b uint8) uint8 { return uint8(math.Round(float64(a) + float64(t*(float64(b)-float64(a))))) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}
