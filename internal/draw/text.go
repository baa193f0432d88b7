package draw

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// Text is a line, or a label, letter by letter.
type Text struct {
	String    string
	Face      *text.Face
	Size      float64 // device pixels per em
	Slant     float64 // horizontal shift per height; 0.2 for italics
	Halo      color.NRGBA
	HaloWidth float64
	Letters   []Letter
	Anchor    Anchor // where a program without the face holds the lines

	box orb.Bound // of the letters, set when the step is added
}

// Anchor says which part of a line stands at its place.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Letter is a letter with what cannot be taken from it, the left end of its base
// line in device pixels, and the direction of the base line. X of the cluster
// does not count.
type Letter struct {
	text.Cluster
	X, Y     float64
	Cos, Sin float64
}

// Line is a straight text that x, y on its base line holds, in device pixels, and
// that is turned by an angle, in radians clockwise. size is device pixels per em.
func Line(f *text.Face, words string, size, x, y float64, a Anchor, angle float64) *Text {
	sin, cos := math.Sincos(angle)
	run := f.Shape(words)
	t := &Text{String: words, Face: f, Size: size, Anchor: a, Letters: make([]Letter, len(run.Clusters))}
	back := run.Width * size * [...]float64{Start: 0, Middle: 0.5, End: 1}[a]
	for i, c := range run.Clusters {
		along := c.X*size - back
		t.Letters[i] = Letter{Cluster: c, X: x + along*cos, Y: y + along*sin, Cos: cos, Sin: sin}
	}
	return t
}

// advance is how far a letter moves the pen, in device pixels.
func (t *Text) advance(l Letter) float64 { return l.Advance * t.Size }

// bound is a box round the letters, an em high.
func (t *Text) bound() orb.Bound {
	if len(t.Letters) == 0 {
		return orb.Bound{}
	}
	b := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	add := func(x, y float64) {
		b.Min = orb.Point{min(b.Min[0], x), min(b.Min[1], y)}
		b.Max = orb.Point{max(b.Max[0], x), max(b.Max[1], y)}
	}
	for i := range t.Letters {
		l := &t.Letters[i]
		adv := l.Advance * t.Size
		up, down := t.Size*0.8, t.Size*0.25
		add(l.X+up*l.Sin, l.Y-up*l.Cos)
		add(l.X-down*l.Sin, l.Y+down*l.Cos)
		add(l.X+adv*l.Cos+up*l.Sin, l.Y+adv*l.Sin-up*l.Cos)
		add(l.X+adv*l.Cos-down*l.Sin, l.Y+adv*l.Sin+down*l.Cos)
	}
	return b
}
