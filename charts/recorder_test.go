package charts

import (
	"image/color"
	"math"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
)

// recorded is what a picture holds, in layout pixels.
type recorded struct {
	texts []recordedText
	fills []recordedFill
	pic   *draw.Picture
}

type recordedText struct {
	text string
	rect // of the letters' ink
	size float64
	ink  color.NRGBA
	step int
}

type recordedFill struct {
	rect
	ink  color.NRGBA
	name string
	step int
}

// record draws c and returns what was drawn.
func record(c *Chart, s Size) (*recorded, *Layout) {
	s = s.normal()
	pic := &draw.Picture{Width: int(math.Ceil(s.Width * s.Density)), Height: int(math.Ceil(s.Height * s.Density)), Density: s.Density}
	l := Draw(pic, c, s.Width, s.Height)
	return read(pic), l
}

// read reads a picture.
func read(pic *draw.Picture) *recorded {
	r, d := &recorded{pic: pic}, pic.Density
	for i := range pic.Steps {
		step := &pic.Steps[i]
		switch step.Kind {
		case draw.StepText:
			t := step.Text
			run := t.Face.Shape(t.String)
			x, y := t.Letters[0].X, t.Letters[0].Y
			box := rect{x, y - run.Rise*t.Size, run.Width * t.Size, (run.Rise + run.Fall) * t.Size}
			if math.Abs(t.Letters[0].Sin) > 0.5 {
				box = rect{x - run.Rise*t.Size, y - run.Width*t.Size, (run.Rise + run.Fall) * t.Size, run.Width * t.Size}
			}
			r.texts = append(r.texts, recordedText{t.String, box.over(d), t.Size / d, step.Color, i})
		case draw.StepFill:
			b := step.Bound()
			r.fills = append(r.fills, recordedFill{rect{b.Min[0], b.Min[1], b.Max[0] - b.Min[0], b.Max[1] - b.Min[1]}.over(d), step.Color, step.Title, i})
		}
	}
	return r
}

func (r rect) over(d float64) rect { return rect{r.x / d, r.y / d, r.w / d, r.h / d} }

// has reports whether a text was written.
func (r *recorded) has(text string) bool {
	for _, s := range r.texts {
		if s.text == text {
			return true
		}
	}
	return false
}

func mustImage(t testing.TB, c *Chart, s Size) {
	t.Helper()
	if _, _, err := Image(c, s); err != nil {
		t.Fatal(err)
	}
}
