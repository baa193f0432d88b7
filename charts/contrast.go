package charts

import (
	"image/color"
	"math"
	"sync"
)

var (
	black = color.NRGBA{A: 255}
	white = color.NRGBA{255, 255, 255, 255}
)

// luminance is the relative luminance of WCAG 2.2, 0 to 1.
func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear undoes the sRGB transfer curve.
func linear(v uint8) float64 { return linears()[v] }

// linears is the curve at each of its values: colours are compared for every cell.
var linears = sync.OnceValue(func() *[256]float64 {
	var at [256]float64
	for v := range at {
		f := float64(v) / 255
		if at[v] = f / 12.92; f > 0.04045 {
			at[v] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return &at
})

// contrast is the contrast ratio of WCAG 2.2, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// textContrast is what WCAG 2.2 AA asks of text, markContrast of marks.
const (
	textContrast = 4.5
	markContrast = 3
)

// textOn returns the first of the wishes that reads on fill, else black or
// white: one of these always does.
func textOn(fill color.NRGBA, wishes ...color.NRGBA) color.NRGBA {
	for _, c := range wishes {
		if c.A == 255 && contrast(c, fill) >= textContrast {
			return c
		}
	}
	if contrast(black, fill) >= contrast(white, fill) {
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
		if c := mix(fill, end, t); contrast(c, fill) >= markContrast {
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
