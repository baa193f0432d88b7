package scene

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
)

// Stroke is a line that a hand has drawn over a scene. It is no part of a view, and
// what it lies on does not know of it.
type Stroke struct {
	Pane   int          // that it lies on, as of [Spot]
	Pen    int          // its colour, 0 to [Pens]-1
	Hidden state.Hidden // what of the scene was hidden when it was drawn
	Points []orb.Point  // shares of the pane's width and height, at least one; some may lie beside it
}

// Pens is how many colours pens have.
const Pens = 4

// Limits of what is drawn over one scene.
const (
	MaxStrokes = 300
	MaxPoints  = 20_000 // of all strokes together
)

// Shown reports whether the stroke is to be seen while this is hidden: not before what
// was in sight when it was drawn, which it may give away.
func (s *Stroke) Shown(hidden state.Hidden) bool {
	for _, part := range hidden.Parts() {
		if !s.Hidden.Has(part) {
			return false
		}
	}
	return true
}

// pens are the colours of pens on light and on dark grounds.
var pens = [2][Pens]color.NRGBA{
	{rgb(0xC4161C), rgb(0x0B4FC4), rgb(0x7A1FA2), rgb(0x1B1B1B)},
	{rgb(0xFF7A6E), rgb(0x74B6FF), rgb(0xFFD84D), rgb(0xFFFFFF)},
}

// Pen is the colour of a pen.
func (pal *Palette) Pen(i int) color.NRGBA {
	ground := 0
	if pal.Dark {
		ground = 1
	}
	return pens[ground][min(max(i, 0), Pens-1)]
}

// penShare is the width of a stroke, in shares of the height of the scene.
const penShare = 1.0 / 150

// PenWidth is the width of a stroke in a scene of the height.
func PenWidth(height float64) float64 { return max(height*penShare, 1.5) }

// Ink draws strokes over a picture in which the scene lies so. Each has an edge of the
// paper's colour, so that it is seen on any ground.
func Ink(pic *draw.Picture, pal *Palette, plan Plan, strokes []Stroke) {
	wide := PenWidth(plan.Whole.Height())
	for i := range strokes {
		s := &strokes[i]
		b, ok := plan.Box(s.Pane)
		if !ok || len(s.Points) == 0 {
			continue
		}
		line := make([]orb.Point, len(s.Points))
		for k, at := range s.Points {
			line[k] = orb.Point{b.X0 + at[0]*b.Width(), b.Y0 + at[1]*b.Height()}
		}
		line = smooth(line)
		ink(pic, pal.Paper, wide*1.8, line)
		ink(pic, pal.Pen(s.Pen), wide, line)
	}
}

// ink draws a line with round ends.
func ink(pic *draw.Picture, c color.NRGBA, wide float64, line []orb.Point) {
	from, to := line[0], line[len(line)-1]
	ends := draw.Circle(from[0], from[1], wide/2)
	if to != from {
		ends.AddCircle(to[0], to[1], wide/2)
	}
	if len(line) > 1 {
		path := &draw.Path{}
		path.Add(line)
		pic.Stroke("handwritten", c, wide, path)
	}
	pic.Fill("handwritten", c, ends)
}

// bend is how many pixels lie between the points of a bend.
const bend = 4

// smooth rounds the corners of a line that was drawn point by point: it runs through
// the middles between them, bent towards them, from the first to the last.
func smooth(line []orb.Point) []orb.Point {
	if len(line) < 3 {
		return line
	}
	mid := func(a, b orb.Point) orb.Point { return orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2} }
	out := []orb.Point{line[0]}
	from := mid(line[0], line[1])
	out = append(out, from)
	for i := 1; i+1 < len(line); i++ {
		to, by := mid(line[i], line[i+1]), line[i]
		n := min(max(int(math.Hypot(to[0]-from[0], to[1]-from[1])/bend), 2), 12)
		for k := 1; k <= n; k++ {
			t := float64(k) / float64(n)
			u, v, w := (1-t)*(1-t), 2*t*(1-t), t*t
			out = append(out, orb.Point{u*from[0] + v*by[0] + w*to[0], u*from[1] + v*by[1] + w*to[1]})
		}
		from = to
	}
	return append(out, line[len(line)-1])
}
