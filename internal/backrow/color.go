package backrow

import (
	"image/color"
	"math"
)

// Vision is how an eye sees colours: a matrix on linear RGB, row by row.
type Vision struct {
	Name string
	m    [9]float64
}

// Visions are the usual eye and the three kinds of colour blindness. The matrices are
// those of Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", table 1, severity 1.0.
func Visions() []Vision {
	return []Vision{
		{"normal", [9]float64{1, 0, 0, 0, 1, 0, 0, 0, 1}},
		{"protan", [9]float64{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998}},
		{"deutan", [9]float64{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}},
		{"tritan", [9]float64{1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}},
	}
}

// Grey is what a printer without colours makes of them: their luminance.
func Grey() Vision {
	return Vision{"grey", [9]float64{0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722}}
}

// Linear undoes the transfer curve of sRGB: the light of a value, 0 to 1.
func Linear(v uint8) float64 { return linears[v] }

// linears is the light of each value: pages are judged letter by letter.
var linears = func() (out [256]float64) {
	for v := range out {
		f := float64(v) / 255
		if out[v] = f / 12.92; f > 0.04045 {
			out[v] = math.Pow((f+0.055)/1.055, 2.4)
		}
	}
	return out
}()

// Luminance is the relative luminance of WCAG 2.2, 0 to 1.
func Luminance(c color.NRGBA) float64 {
	return 0.2126*Linear(c.R) + 0.7152*Linear(c.G) + 0.0722*Linear(c.B)
}

// Contrast is the contrast ratio of WCAG 2.2, 1 to 21, of opaque colours.
func Contrast(a, b color.NRGBA) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Over is a colour laid on an opaque ground.
func Over(c, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8(math.Round((float64(a)*float64(c.A) + float64(b)*float64(255-c.A)) / 255))
	}
	return color.NRGBA{mix(c.R, ground.R), mix(c.G, ground.G), mix(c.B, ground.B), 255}
}

// See is what an eye makes of a colour, in sRGB.
func (v Vision) See(c color.NRGBA) color.NRGBA {
	in := v.linear(c)
	out := [3]uint8{}
	for i, x := range in {
		if x = min(max(x, 0), 1); x <= 0.0031308 {
			x *= 12.92
		} else {
			x = 1.055*math.Pow(x, 1/2.4) - 0.055
		}
		out[i] = uint8(math.Round(x * 255))
	}
	return color.NRGBA{out[0], out[1], out[2], 255}
}

func (v Vision) linear(c color.NRGBA) (out [3]float64) {
	in := [3]float64{Linear(c.R), Linear(c.G), Linear(c.B)}
	for i := range out {
		out[i] = v.m[3*i]*in[0] + v.m[3*i+1]*in[1] + v.m[3*i+2]*in[2]
	}
	return out
}

// Apart is how far two colours are for an eye, in CIELAB under D65 (CIE 1976).
func (v Vision) Apart(a, b color.NRGBA) float64 {
	x, y := v.lab(a), v.lab(b)
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

// InGrey is how far two colours are in lightness alone, as a grey print has them.
func InGrey(a, b color.NRGBA) float64 {
	return math.Abs(116*cube(Luminance(a)) - 116*cube(Luminance(b)))
}

func (v Vision) lab(c color.NRGBA) [3]float64 {
	rgb := v.linear(c)
	for i := range rgb {
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	x := cube((0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047)
	y := cube(0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2])
	z := cube((0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// cube is the function f of CIELAB.
func cube(t float64) float64 {
	if t > 216.0/24389 {
		return math.Cbrt(t)
	}
	return (24389.0/27*t + 16) / 116
}
