package maps

import (
	"image/color"
	"math"
	"strings"

	"github.com/paulmach/orb"
)

// lettering is how a kind of name is written. Sizes are layout pixels.
type lettering struct {
	face    *Face
	bold    bool
	size    float64
	spacing float64 // between letters, in em
	slant   float64
	upper   bool
	color   color.NRGBA
}

const (
	italic   = 0.21
	smallest = 12.0 // no type is smaller
)

// lettering picks type for a name.
func (s *setting) lettering(l *Label) lettering {
	hand := &s.style
	rank := float64(min(max(l.Rank, 0), 7))
	t := lettering{face: hand.Regular, size: smallest, color: hand.Ink}
	switch l.Kind {
	case NameCountry:
		t.upper, t.spacing, t.color = true, 0.14, hand.InkMuted
		t.size = 15 - rank
		if _, focus := hand.CountryFill[l.ID]; focus {
			t.bold, t.size, t.color = true, 19, mix(hand.Ink, hand.InkMuted, 0.35)
		}
	case NameCapital:
		t.bold, t.size = true, 14-rank/3
	case NameCity:
		t.size = 13.5 - rank/3
	case NameSea:
		t.slant, t.color, t.size, t.spacing = italic, hand.InkWater, 18-1.5*rank, 0.14
	case NameLake:
		t.slant, t.color, t.size = italic, hand.InkWater, 13-rank/4
	case NameRiver:
		t.slant, t.color, t.spacing = italic, hand.InkWater, 0.05
	case NameRegion:
		t.slant, t.color, t.spacing = italic, hand.InkMuted, 0.16
		t.size = 14 - rank/2
	case NameDisputed:
		t.slant, t.color = italic, hand.InkMuted
	}
	t.size = math.Max(t.size, smallest) * s.typeScale
	if t.bold && hand.Bold != nil {
		t.face = hand.Bold
	}
	return t
}

// mix is a with a share of b.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*share)) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), m(a.A, b.A)}
}

// written is a name in its place on the plane: along a course or at an anchor.
type written struct {
	label  *Label
	look   lettering
	lines  []string
	course *course
	along  float64   // metres along the course of the middle of the text
	lift   float64   // layout pixels from the course to the base line, up
	anchor orb.Point // metres
	dx, dy float64   // layout pixels from the anchor to the left end of the first base line
	dot    float64   // radius of the town symbol in layout pixels, 0 for none
	copy   bool      // drawn only where the name itself is not
	body   body
	bound  orb.Bound // on the plane, metres; see placer.ground
}

const lineHeight = 1.18

// letters places every letter; to turns metres to pixels and px is the size of
// a layout pixel in them.
func (w *written) letters(to affine, px float64) []Letter {
	if w.course != nil {
		return w.curved(to, px)
	}
	var out []Letter
	a := to.apply(w.anchor)
	widest := 0.0
	for _, line := range w.lines {
		widest = math.Max(widest, w.width(line))
	}
	for i, line := range w.lines {
		x := a[0] + (w.dx+(widest-w.width(line))/2)*px
		y := a[1] + (w.dy+float64(i)*w.look.size*lineHeight)*px
		for _, r := range line {
			out = append(out, Letter{Rune: r, X: x, Y: y, Cos: 1})
			x += (w.look.face.glyph(r).advance + w.look.spacing) * w.look.size * px
		}
	}
	return out
}

func (w *written) width(line string) float64 {
	return w.look.face.width(line, w.look.size, w.look.spacing*w.look.size)
}

func (w *written) curved(to affine, px float64) []Letter {
	metre := to.sx // pixels per metre
	size := w.look.size * px
	out := make([]Letter, 0, len(w.lines[0]))
	s := w.along - w.width(w.lines[0])*px/2/metre
	for _, r := range w.lines[0] {
		adv := w.look.face.glyph(r).advance * size
		p, dx, dy := w.course.smooth(s+adv/2/metre, size/metre)
		q := to.apply(p)
		cos, sin := dx, -dy
		lift := w.lift * px
		out = append(out, Letter{
			Rune: r, Cos: cos, Sin: sin,
			X: q[0] - adv/2*cos + lift*sin, Y: q[1] - adv/2*sin - lift*cos,
		})
		s += (adv + w.look.spacing*size) / metre
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

// boxes is what the text covers when drawn with to and layout pixels of 1.
func (w *written) boxes(to affine) []rect {
	size := w.look.size
	if w.course == nil {
		out := make([]rect, 0, len(w.lines))
		a := to.apply(w.anchor)
		widest := 0.0
		for _, line := range w.lines {
			widest = math.Max(widest, w.width(line))
		}
		for i, line := range w.lines {
			x := a[0] + w.dx + (widest-w.width(line))/2
			y := a[1] + w.dy + float64(i)*size*lineHeight
			out = append(out, rect{x, y - 0.76*size, x + w.width(line) + w.look.slant*size/2, y + 0.24*size})
		}
		return out
	}
	letters := w.curved(to, 1)
	out := make([]rect, 0, len(letters))
	for _, l := range letters {
		if l.Rune == ' ' {
			continue
		}
		adv := w.look.face.glyph(l.Rune).advance * size
		up, down := 0.76*size, 0.24*size
		r := rect{l.X, l.Y, l.X, l.Y}
		for _, c := range [4][2]float64{{0, -up}, {adv, -up}, {0, down}, {adv, down}} {
			x, y := l.X+c[0]*l.Cos-c[1]*l.Sin, l.Y+c[0]*l.Sin+c[1]*l.Cos
			r = r.union(rect{x, y, x, y})
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
