package scene

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
)

// The matrices are those of Machado, Oliveira and Fernandes 2009, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency",
// severity 1.0, on linear RGB.
var visions = map[string][9]float64{
	"normal": {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protan": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deutan": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritan": {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

func linear(c uint8) float64 {
	v := float64(c) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// lab sees a colour through a vision, in CIELAB under D65.
func lab(c color.NRGBA, m [9]float64) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i := range rgb {
		rgb[i] = min(max(m[3*i]*in[0]+m[3*i+1]*in[1]+m[3*i+2]*in[2], 0), 1)
	}
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047)
	y := f(0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2])
	z := f((0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// States that share a border must look different to every kind of eye. Of the
// first six tints only some states of the shipped package do; any of the other
// six may lie beside any, and beside land without a tint and the sea.
func TestTintsDiffer(t *testing.T) {
	t.Parallel()
	neighbours := map[[2]int]bool{
		{1, 2}: true, {1, 3}: true, {1, 4}: true, {2, 3}: true, {2, 5}: true, {2, 6}: true, {3, 4}: true, {3, 6}: true, {4, 6}: true, {5, 6}: true,
	}
	for theme, pal := range palettes {
		for vision, m := range visions {
			apart := func(a, b color.NRGBA, what string) {
				if d := distance(lab(a, m), lab(b, m)); d < 6 {
					t.Errorf("%s: %s are %.1f apart for %s eyes, want 6", theme, what, d, vision)
				}
			}
			for j := 1; j <= len(pal.Tints); j++ {
				for i := 1; i < j; i++ {
					if j > 6 || neighbours[[2]int{i, j}] {
						apart(pal.Tints[i-1], pal.Tints[j-1], fmt.Sprintf("tints %d and %d", i, j))
					}
				}
				apart(pal.Tints[j-1], pal.mapStyle.Land, fmt.Sprintf("tint %d and land", j))
				apart(pal.Tints[j-1], pal.mapStyle.Background, fmt.Sprintf("tint %d and the sea", j))
			}
		}
	}
}

// Neighbouring statuses differ in lightness, too, so that grey print keeps
// their order; each has a pattern of its own besides.
func TestStatusOrderSurvivesGrey(t *testing.T) {
	t.Parallel()
	for theme, pal := range palettes {
		last, patterns := math.NaN(), map[any]bool{}
		for _, c := range room(t).Data.Codes(dataset.StatusList) {
			f, code := pal.StatusFill(c), c.Code
			l := lab(f.Color, visions["normal"])[0]
			if up := l > last; !math.IsNaN(last) && (math.Abs(l-last) < 2.5 || up == pal.Dark) {
				t.Errorf("%s: lightness of %s is %.0f after %.0f", theme, code, l, last)
			}
			last = l
			if patterns[f.Pattern] {
				t.Errorf("%s: the pattern of %s is not its own", theme, code)
			}
			patterns[f.Pattern] = true
		}
	}
}

func TestTextContrast(t *testing.T) {
	t.Parallel()
	for theme, pal := range palettes {
		m := pal.mapStyle
		for _, pair := range []struct {
			name  string
			a, b  color.NRGBA
			least float64
		}{
			{"ink on panel", pal.Ink, pal.Panel, 7},
			{"ink on paper", pal.Ink, pal.Paper, 7},
			{"muted on panel", pal.InkMuted, pal.Panel, 4.5},
			{"muted on paper", pal.InkMuted, pal.Paper, 4.5},
			{"accent on panel", pal.Accent, pal.Panel, 4.5},
			{"on accent", pal.OnAccent, pal.Accent, 4.5},
			{"warning on panel", pal.Warning, pal.Panel, 4.5},
			{"map ink on land", m.Ink, m.Land, 4.5},
			{"map water on sea", m.InkWater, m.Background, 3.5},
			{"marker on land", m.Marker, m.Land, 3},
		} {
			if got := contrast(pair.a, pair.b); got < pair.least {
				t.Errorf("%s: %s has %.2f:1, want %.1f:1", theme, pair.name, got, pair.least)
			}
		}
		// A figure in a mark, in the light of the mark before it: white beside white, where both read.
		for i, f := range pal.shades {
			got := contrast(f.Ink(), f.Color)
			if got < 4.5 {
				t.Errorf("%s: a figure on shade %d has %.2f:1, want 4.5:1", theme, i, got)
			}
		}
		if a, b := pal.shades[1].Ink(), pal.shades[2].Ink(); a != b {
			t.Errorf("%s: figures on the two firmest shades are %v and %v, side by side", theme, a, b)
		}
		for i, tint := range pal.Tints {
			if got := contrast(m.Ink, tint); got < 4.5 {
				t.Errorf("%s: names on tint %d have %.2f:1, want 4.5:1", theme, i+1, got)
			}
		}
	}
}
