package draw

import (
	"image/color"
	"slices"

	"github.com/paulmach/orb"
)

// Picture is a canvas: a list of steps in device pixels, first to last. The back
// ends draw it, as pixels, SVG or PDF, and tests read it.
type Picture struct {
	Width, Height int     // device pixels
	Density       float64 // device pixels per layout pixel
	Steps         []Step
}

// Add draws a step. One that is clear draws nothing.
func (p *Picture) Add(s Step) {
	if s.Text != nil {
		s.Text.box = s.Text.bound()
	}
	if s.Color.A > 0 {
		if len(p.Steps) == cap(p.Steps) { // a step is long: growing by a quarter would copy each many times
			p.Steps = slices.Grow(p.Steps, len(p.Steps)+1)
		}
		p.Steps = append(p.Steps, s)
	}
}

// Fill fills paths in device pixels.
func (p *Picture) Fill(layer string, c color.NRGBA, paths ...*Path) {
	p.Add(Step{Kind: StepFill, Layer: layer, Color: c, Paths: paths, To: Identity})
}

// Stroke draws lines of this width along paths, all in device pixels.
func (p *Picture) Stroke(layer string, c color.NRGBA, width float64, paths ...*Path) {
	p.Add(Step{Kind: StepStroke, Layer: layer, Color: c, Width: width, Paths: paths, To: Identity})
}

// Write writes a text.
func (p *Picture) Write(layer string, c color.NRGBA, t *Text) {
	p.Add(Step{Kind: StepText, Layer: layer, Color: c, Text: t})
}

// StepKind says what a step draws.
type StepKind uint8

// The kinds of steps.
const (
	StepFill   StepKind = iota // areas in one colour
	StepHatch                  // areas under diagonal lines
	StepStroke                 // lines
	StepShade                  // a texture over what the last step with Keep covers
	StepText                   // a line or a label
)

// Step is one thing to draw. Which fields count depends on its kind.
type Step struct {
	Kind  StepKind
	Layer string // what it is of: "land", "border disputed", "label city"; the class of an SVG element
	Title string // of a fill: what a pointer that rests on it is told, in formats that can; may be empty
	Color color.NRGBA
	Width float64 // of a stroke or of hatching, in device pixels; of a shade its strength, 0 to 1

	Paths   []*Path
	To      Affine    // from the paths' coordinates to device pixels
	Dash    []float64 // of a stroke: lengths of ink and gap, nil for a line without gaps
	Keep    bool      // of a fill: the next StepShade lies on what it covers
	Phase   float64   // of hatching: by how much it is moved against the direction of a row
	Period  int       // of hatching: from line to line along a row
	Texture *Texture
	Text    *Text
}

// Bound is the box round the step's paths in device pixels; for text round its
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
	for _, g := range s.Paths {
		add(s.To.Bound(g.Bound))
	}
	if s.Text != nil {
		add(s.Text.box)
	}
	return b
}
