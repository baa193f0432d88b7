package maps

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/pairs"
	"c5atlas.org/c5atlas/maps/names"
)

// letterBoxes are the boxes of the letters of a text, in device pixels.
func letterBoxes(t *draw.Text) (out []draw.Box) {
	for _, l := range t.Letters {
		b := draw.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}
		for _, at := range [][2]float64{{0, 0}, {l.Advance * t.Size, 0}, {0, -0.7 * t.Size}, {l.Advance * t.Size, -0.7 * t.Size}} {
			x, y := l.X+at[0]*l.Cos-at[1]*l.Sin, l.Y+at[0]*l.Sin+at[1]*l.Cos
			b = draw.Box{X0: min(b.X0, x), Y0: min(b.Y0, y), X1: max(b.X1, x), Y1: max(b.Y1, y)}
		}
		out = append(out, b)
	}
	return out
}

// Names of relief are spread along it: between one and whatever other name there is
// more than between two of its letters, or it reads on, also where the other has
// another place in this window.
func TestNamesOfReliefStandApart(t *testing.T) {
	t.Parallel()
	reliefs := 0
	for k, lang := range []string{"en", "uk", "ru"} {
		labels := names.Labels(testNames(t), lang, "")
		for a, letters := range []float64{1, 1.3, 2} {
			for b, at := range []orb.Point{{90, 38}, {86, 31}} {
				for c, span := range []float64{2000, 2700, 3400, 4100, 4800, 5600} {
					if !pairs.Turn(k, 3, a, b, c) {
						continue
					}
					m := fullMap(t, 874, 690, 1)
					m.Labels, m.TypeScale = labels, letters
					m.Furniture = Furniture{}
					m.View.Scale, m.View.Center = span*1000/m.View.Height, asia.Project(at)
					pic, _, err := Record(t.Context(), m)
					if err != nil {
						t.Fatal(err)
					}
					var all, relief []*draw.Text
					for i := range pic.Steps {
						if s := &pic.Steps[i]; s.Kind == draw.StepText && strings.HasPrefix(s.Layer, "label ") {
							all = append(all, s.Text)
							if s.Layer == "label region" {
								relief = append(relief, s.Text)
							}
						}
					}
					reliefs += len(relief)
					for _, name := range relief {
						for _, other := range all {
							if other != name && readsOn(name, other) {
								t.Errorf("%s ×%v %v %.0f km: %q and %q", lang, letters, at, span, name.String, other.String)
							}
						}
					}
				}
			}
		}
	}
	if reliefs < 35 {
		t.Errorf("%d names of relief", reliefs)
	}
}

// readsOn reports whether a letter of another name is no farther from the first or
// last of a, along its line, than the letters of a are from each other.
func readsOn(a, b *draw.Text) bool {
	gap := 0.0
	for i := 1; i < len(a.Letters); i++ {
		x, y := &a.Letters[i-1], &a.Letters[i]
		gap = max(gap, math.Hypot(y.X-x.X, y.Y-x.Y)-x.Advance*a.Size)
	}
	ends := *a
	first, last := a.Letters[0], a.Letters[len(a.Letters)-1]
	first.X, first.Y = first.X-gap*first.Cos, first.Y-gap*first.Sin
	last.X, last.Y = last.X+gap*last.Cos, last.Y+gap*last.Sin
	ends.Letters = append([]draw.Letter{first, last}, a.Letters...)
	for _, x := range letterBoxes(&ends) {
		if slices.ContainsFunc(letterBoxes(b), x.Overlaps) {
			return true
		}
	}
	return false
}
