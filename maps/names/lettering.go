package names

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// Type is how a kind of name is written. Sizes are layout pixels.
type Type struct {
	Face    *text.Face
	Size    float64
	spacing float64 // between letters, in em
	Slant   float64
	upper   bool
}

// Smallest is the size that no type falls below, in layout pixels.
const Smallest = 12.0

const italic = 0.21

// lettering picks type for a name.
func (s *Setting) lettering(l *Label) Type {
	rank := float64(min(max(l.Rank, 0), 7))
	t, bold := Type{Face: s.Regular, Size: Smallest}, false
	switch l.Kind {
	case Country:
		t.upper, t.spacing = true, 0.14
		t.Size = 15 - rank
		if s.Focus[l.ID] && l.Rank <= 0 { // not a member of a union that is a party
			bold, t.Size = true, 19
		}
	case Capital:
		bold, t.Size = true, 14-rank/3
	case City:
		t.Size = 13.5 - rank/3
	case Sea:
		t.Slant, t.Size, t.spacing = italic, 18-1.5*rank, 0.14
	case Lake:
		t.Slant, t.Size = italic, 13-rank/4
	case River:
		t.Slant, t.spacing = italic, 0.05
	case Region:
		t.Slant, t.spacing = italic, 0.16
		t.Size = 14 - rank/2
	case Disputed:
		t.Slant = italic
	}
	t.Size = math.Max(t.Size, Smallest) * s.TypeScale
	if bold && s.Bold != nil {
		t.Face = s.Bold
	}
	return t
}

// Placed is a name in its place on the plane: along a course or at an anchor.
type Placed struct {
	Label  *Label
	Type   Type
	Lines  []string
	course *course
	along  float64   // metres along the course of the middle of the text
	lift   float64   // layout pixels from the course to the base line, up
	Anchor orb.Point // metres
	dx, dy float64   // layout pixels from the anchor to the left end of the first base line
	Dot    float64   // radius of the town symbol in layout pixels, 0 for none
	Second *Placed   // the second name, below this one; nil without or where there is no room
	led    bool      // from its place a line leads to the anchor
	below  bool      // this line runs under markers and names
	own    float64   // layout pixels round the anchor where the line lies under the marker that it leads to
	copy   bool      // drawn only where the name itself is not
	body   body
	Bound  orb.Bound   // on the plane, metres; see Layout.extent
	Held   draw.Anchor // the part of its lines that stands at its place
}

const lineHeight = 1.18

// IsShort says that w is the short name of its label.
func (w *Placed) IsShort() bool {
	return w.Label.Short != "" && w.Lines[0] == strings.ToUpper(w.Label.Short)
}

// Letters places every letter; to turns metres to pixels and px is the size of
// a layout pixel in them.
func (w *Placed) Letters(to draw.Affine, px float64) []draw.Letter {
	if w.course != nil {
		return w.curved(to, px)
	}
	a := to.Apply(w.Anchor)
	widest, n := 0.0, 0
	for _, line := range w.Lines {
		widest = math.Max(widest, w.width(line))
		n += len(w.Type.Face.Shape(line).Clusters)
	}
	out := make([]draw.Letter, 0, n)
	for i, line := range w.Lines {
		x := a[0] + (w.dx+(widest-w.width(line))/2)*px
		y := a[1] + (w.dy+float64(i)*w.Type.Size*lineHeight)*px
		for _, c := range w.Type.Face.Shape(line).Clusters {
			out = append(out, draw.Letter{Cluster: c, X: x, Y: y, Cos: 1})
			x += (c.Advance + w.Type.spacing) * w.Type.Size * px
		}
	}
	return out
}

func (w *Placed) width(line string) float64 { return w.Type.width(line) }

// width is how long a line is, with its letters spaced.
func (t Type) width(line string) float64 {
	run := t.Face.Shape(line)
	return (run.Width + t.spacing*float64(max(len(run.Clusters)-1, 0))) * t.Size
}

func (w *Placed) curved(to draw.Affine, px float64) []draw.Letter {
	metre := to.SX // pixels per metre
	size := w.Type.Size * px
	run := w.Type.Face.Shape(w.Lines[0])
	out := make([]draw.Letter, 0, len(run.Clusters))
	s := w.along - w.width(w.Lines[0])*px/2/metre
	for _, c := range run.Clusters {
		adv := c.Advance * size
		p, dx, dy := w.course.smooth(s+adv/2/metre, size/metre)
		q := to.Apply(p)
		cos, sin := dx, -dy
		lift := w.lift * px
		out = append(out, draw.Letter{
			Cluster: c, Cos: cos, Sin: sin,
			X: q[0] - adv/2*cos + lift*sin, Y: q[1] - adv/2*sin - lift*cos,
		})
		s += (adv + w.Type.spacing*size) / metre
	}
	return out
}

// smooth is the course at s with the direction of a stretch of length w around.
func (c *course) smooth(s, w float64) (p orb.Point, dx, dy float64) {
	a, _, _ := c.at(s - w)
	b, _, _ := c.at(s + w)
	p, dx, dy = c.at(s)
	if l := math.Hypot(b[0]-a[0], b[1]-a[1]); l > 0 {
		dx, dy = (b[0]-a[0])/l, (b[1]-a[1])/l
	}
	return p, dx, dy
}

// ends is how much room a name keeps free before and behind it: one that is spread
// along relief reads on in a name that is no farther than its own letters.
func (w *Placed) ends() float64 {
	if w.Label.Kind != Region {
		return 0
	}
	return (w.Type.spacing + 0.25) * w.Type.Size
}

// Boxes is what the text covers when drawn with to and layout pixels of 1, with the
// room at its ends.
func (w *Placed) Boxes(to draw.Affine) []draw.Box {
	size, ends := w.Type.Size, w.ends()
	if w.course == nil {
		out := make([]draw.Box, 0, len(w.Lines))
		a := to.Apply(w.Anchor)
		var few [4]float64
		widths, widest := few[:0], 0.0
		for _, line := range w.Lines {
			widths = append(widths, w.width(line))
			widest = max(widest, widths[len(widths)-1])
		}
		for i, width := range widths {
			x := a[0] + w.dx + (widest-width)/2
			y := a[1] + w.dy + float64(i)*size*lineHeight
			out = append(out, draw.Box{X0: x - ends, Y0: y - 0.76*size, X1: x + width + w.Type.Slant*size/2 + ends, Y1: y + 0.24*size})
		}
		return out
	}
	letters := w.curved(to, 1)
	out := make([]draw.Box, 0, len(letters))
	for i, l := range letters {
		if l.Text == " " {
			continue
		}
		from, adv := 0.0, l.Advance*size
		if i == 0 {
			from = -ends
		}
		if i == len(letters)-1 {
			adv += ends
		}
		up, down := 0.76*size, 0.24*size
		r := draw.Box{X0: l.X, Y0: l.Y, X1: l.X, Y1: l.Y}
		for _, c := range [4][2]float64{{from, -up}, {adv, -up}, {from, down}, {adv, down}} {
			x, y := l.X+c[0]*l.Cos-c[1]*l.Sin, l.Y+c[0]*l.Sin+c[1]*l.Cos
			r = r.Union(draw.Box{X0: x, Y0: y, X1: x, Y1: y})
		}
		out = append(out, r)
	}
	return out
}

// breakLines cuts a long name at the space nearest its middle.
func breakLines(text string, long bool) []string {
	if !long {
		return []string{text}
	}
	best, at := math.Inf(1), -1
	for i, r := range text {
		if r == ' ' {
			if d := math.Abs(float64(i) - float64(len(text))/2); d < best {
				best, at = d, i
			}
		}
	}
	if at < 0 {
		return []string{text}
	}
	return []string{text[:at], strings.TrimSpace(text[at:])}
}
