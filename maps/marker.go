package maps

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strconv"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// markers draws every spot in or near the window, large ones first, selected
// ones last, and says where they are.
func (p *painter) markers(all []spot) []PlacedMarker {
	type shown struct {
		s    *spot
		x, y float64 // layout pixels
		look look
	}
	var list []shown
	const margin = 80
	for i := range all {
		s := &all[i]
		x, y := p.view.PlaneToScreen(s.at)
		if x < -margin || y < -margin || x > p.view.Width+margin || y > p.view.Height+margin {
			continue
		}
		k := p.look(s)
		k.selected = slices.ContainsFunc(s.members, func(i int) bool { return p.m.Markers[i].Selected })
		list = append(list, shown{s, x, y, k})
	}
	slices.SortStableFunc(list, func(a, b shown) int {
		if a.look.selected != b.look.selected {
			if a.look.selected {
				return 1
			}
			return -1
		}
		return cmp.Compare(b.s.r, a.s.r)
	})
	placed := make([]PlacedMarker, len(list))
	for i, k := range list {
		ids := make([]string, len(k.s.members))
		for n, at := range k.s.members {
			ids[n] = p.m.Markers[at].ID
		}
		placed[i] = PlacedMarker{IDs: ids, X: k.x, Y: k.y, R: k.s.r}
		p.symbol(k.look, k.x*p.px, k.y*p.px, k.s.r*p.px)
	}
	for _, k := range list { // no symbol hides the number of another
		if k.look.count > 1 {
			p.badge(k.look, k.x*p.px, k.y*p.px, k.s.r*p.px)
		}
	}
	return placed
}

// look is how a marker is drawn.
type look struct {
	spread           float64 // width of the soft area of a country, layout pixels; 0 is the usual
	shape            Shape
	precision        Precision
	hollow, selected bool
	muted            bool
	count            int
}

// look is what the markers of a spot have in common.
func (p *painter) look(s *spot) look {
	k := look{count: s.count, hollow: true, muted: true}
	for n, i := range s.members {
		m := &p.m.Markers[i]
		if n == 0 {
			k.shape, k.precision = m.Shape, m.Precision
		} else if k.shape != m.Shape {
			k.shape = Disc
		}
		k.precision = min(k.precision, m.Precision)
		k.hollow = k.hollow && m.Hollow
		k.muted = k.muted && m.Muted
	}
	return k
}

// disc fills a circle in device pixels.
func (p *painter) disc(layer string, c color.NRGBA, x, y, r float64) {
	p.pic.Fill(layer, c, draw.Circle(x, y, r))
}

// hoop strokes a circle; width in device pixels.
func (p *painter) hoop(layer string, c color.NRGBA, x, y, r, width float64) {
	p.pic.Stroke(layer, c, width, draw.Circle(x, y, r))
}

// outline is a shape of the area of a circle of radius r, or half of it.
func outline(k Shape, x, y, r float64) *draw.Path {
	switch k {
	case Square:
		h := r * math.Sqrt(math.Pi) / 2
		return draw.Rectangle(x-h, y-h, x+h, y+h)
	case HalfDisc:
		c := draw.Circle(x, y, r).Parts[0]
		s := &draw.Path{Closed: true}
		var half []orb.Point
		for _, q := range c {
			if q[0] <= x+1e-6 {
				half = append(half, q)
			}
		}
		s.Add(half)
		return s
	default:
		return draw.Circle(x, y, r)
	}
}

// symbol draws a marker of radius r at x, y, in device pixels, without its
// number.
func (p *painter) symbol(k look, x, y, r float64) {
	s, px := p.style, p.px
	body := s.Marker
	if k.muted {
		body = faded(body, unlit)
	}
	switch k.precision {
	case Country:
		// Discs of one faint colour add up to a soft edge.
		spread := k.spread
		if spread == 0 {
			spread = 26
		}
		for i := range 13 {
			p.disc("marker area", faded(body, 0.028), x, y, r+spread*(1-float64(i)/13)*px)
		}
	case City:
		p.disc("marker rim", faded(body, 0.10), x, y, r+6*px)
		p.disc("marker rim", faded(body, 0.12), x, y, r+3*px)
	}
	if k.selected {
		p.hoop("marker halo", s.Halo, x, y, r+4*px, 5.5*px)
		p.hoop("marker selected", s.Accent, x, y, r+4*px, 2.6*px)
	}
	whole := k.shape
	if whole == HalfDisc {
		whole = Disc
	}
	edge := outline(whole, x, y, r)
	full := func(layer string, c color.NRGBA) {
		p.pic.Fill(layer, c, edge)
	}
	rim := func(layer string, c color.NRGBA, width float64) {
		p.pic.Stroke(layer, c, width, edge)
	}
	if !k.muted && !k.selected {
		rim("marker halo", s.Halo, 4*px)
	}
	line := math.Min(math.Max(r*0.14, 1.6*px), 2.6*px)
	switch {
	case k.hollow:
		full("marker paper", s.Halo)
		rim("marker", body, line)
	case k.shape == Ring:
		full("marker paper", s.Halo)
		rim("marker", body, line)
		p.disc("marker", body, x, y, math.Max(r*0.52, 2*px))
	case k.shape == HalfDisc:
		full("marker paper", s.Halo)
		p.pic.Fill("marker", body, outline(HalfDisc, x, y, r))
		rim("marker", body, line)
	default:
		full("marker", body)
	}
}

// unlit is how much of its colour a marker keeps that is out of focus.
const unlit = 0.35

// badge writes how many a marker stands for: on it if it is large, else beside.
func (p *painter) badge(k look, x, y, r float64) {
	text := strconv.Itoa(k.count)
	size := 12 * p.typeScale() * p.px
	if p.style.Bold == nil {
		return
	}
	w := p.style.Bold.Width(text) * size
	if k.roomFor(w, size, r, p.px) {
		p.line("marker count", text, p.style.Bold, size, p.style.OnMarker, x, y+size*0.36, draw.Middle)
		return
	}
	br := math.Max(size*0.62, w/2+3*p.px)
	off := badgeOff(r, br)
	bx, by := x+off, y-off
	rim, ink := p.style.Marker, p.style.Ink
	if k.muted {
		rim, ink = faded(rim, unlit), p.style.InkMuted
	}
	p.disc("badge", p.style.Paper, bx, by, br+p.px)
	p.hoop("badge", rim, bx, by, br, 1*p.px)
	p.line("marker count", text, p.style.Bold, size, ink, bx, by+size*0.36, draw.Middle)
}

// badgeOff is how far right and up of a marker of radius r the middle of a badge
// of radius br stands: over its edge, but not over the marker.
func badgeOff(r, br float64) float64 { return (r + 0.8*br) * math.Sqrt2 / 2 }

// roomFor says whether a figure w wide fits on a marker of radius r.
func (k look) roomFor(w, size, r, px float64) bool {
	return (k.shape == Disc || k.shape == Square) && !k.hollow && !k.muted && w/2+2*px < r && size*0.45 < r
}

// shoulder is how far, in layout pixels, the figure beside a spot stands out.
func (p *painter) shoulder(s *spot) float64 {
	if s.count < 2 || p.style.Bold == nil {
		return 0
	}
	size := 12 * p.typeScale()
	w := p.style.Bold.Width(strconv.Itoa(s.count)) * size
	if p.look(s).roomFor(w, size, s.r, 1) {
		return 0
	}
	br := math.Max(size*0.62, w/2+3)
	return math.Max(badgeOff(s.r, br)+br+1-s.r, 0)
}

// line writes a straight text without halo that x, y on its base line holds, in
// device pixels.
func (p *painter) line(layer, words string, f *text.Face, size float64, c color.NRGBA, x, y float64, a draw.Anchor) {
	if f == nil || words == "" {
		return
	}
	p.pic.Write(layer, c, draw.Line(f, words, size, x, y, a, 0))
}

func (p *painter) typeScale() float64 {
	if p.m.TypeScale > 0 {
		return p.m.TypeScale
	}
	return 1
}
