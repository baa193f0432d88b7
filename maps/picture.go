package maps

import (
	"image/color"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// Picture is a map as a list of drawing steps in device pixels, first to last.
// It is what the back ends draw and what tests read.
type Picture struct {
	Width, Height int // device pixels
	Density       float64
	Steps         []Step
}

// StepKind says what a step draws.
type StepKind uint8

// The kinds of steps.
const (
	StepFill   StepKind = iota // areas in one colour
	StepHatch                  // areas under diagonal lines
	StepStroke                 // lines
	StepShade                  // relief
	StepText                   // one label
)

// Step is one thing to draw.
type Step struct {
	Kind  StepKind
	Layer string // "land", "border disputed", "label city", ...
	Color color.NRGBA
	Width float64   // of a stroke in device pixels; of relief its strength
	Dash  []float64 // lengths of ink and gap, nil for a line without gaps
	Text  *Text

	shapes []*draw.Path
	to     draw.Affine // from the shapes' coordinates to device pixels
	phase  int         // where hatching begins, so that it moves with the map
	period int         // of hatching
	shade  *draw.Texture
}

// Text is a label, letter by letter.
type Text struct {
	String    string
	Face      *Face
	Bold      bool
	Size      float64 // device pixels per em
	Slant     float64 // horizontal shift per height; 0.2 for italics
	Halo      color.NRGBA
	HaloWidth float64
	Letters   []draw.Letter

	box orb.Bound // of the letters, set when the step is written
}

// Bound is the box round the steps' shapes in device pixels; for text round its
// letters, an em high.
func (s *Step) Bound() orb.Bound {
	var b orb.Bound
	first := true
	add := func(o orb.Bound) {
		if first {
			b, first = o, false
			return
		}
		b = b.Union(o)
	}
	for _, g := range s.shapes {
		add(s.to.Bound(g.Bound))
	}
	if s.Text != nil {
		add(s.Text.box)
	}
	return b
}

func (t *Text) bound() orb.Bound {
	var b orb.Bound
	for i, l := range t.Letters {
		adv := t.Face.glyph(l.Rune).advance * t.Size
		up, down := t.Size*0.8, t.Size*0.25
		corners := orb.MultiPoint{
			{l.X + up*l.Sin, l.Y - up*l.Cos},
			{l.X - down*l.Sin, l.Y + down*l.Cos},
			{l.X + adv*l.Cos + up*l.Sin, l.Y + adv*l.Sin - up*l.Cos},
			{l.X + adv*l.Cos - down*l.Sin, l.Y + adv*l.Sin + down*l.Cos},
		}
		if i == 0 {
			b = corners.Bound()
		} else {
			b = b.Union(corners.Bound())
		}
	}
	return b
}
