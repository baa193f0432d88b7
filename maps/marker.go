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
	"c5atlas.org/c5atlas/internal/sorts"
)

// markers draws every spot in or near the window, large ones first, selected
// ones last, and says where they are, and where what stands beside them and is
// pressed as they are: their numbers and further shapes.
func (p *painter) markers(all []spot) (placed []PlacedMarker, beside []hitItem) {
	type shown struct {
		s       *spot
		x, y, r float64 // layout pixels
		look    look
	}
	var list []shown
	most := p.m.mostWeight()
	const margin = 80
	for i := range all {
		s := &all[i]
		x, y := p.view.PlaneToScreen(s.at)
		if x < -margin || y < -margin || x > p.view.Width+margin || y > p.view.Height+margin {
			continue
		}
		list = append(list, shown{s, x, y, s.radius(most, p.m.Rest) * p.m.markerScale(), p.look(s, most)})
	}
	sorts.Stable(list, func(a, b shown) int {
		if a.look.selected != b.look.selected {
			if a.look.selected {
				return 1
			}
			return -1
		}
		return cmp.Compare(b.r, a.r)
	})
	placed = make([]PlacedMarker, 0, len(list))
	for _, k := range list {
		if k.look.absent {
			p.town("dot city", k.x*p.px, k.y*p.px, 2.4*p.px)
			continue
		}
		ids := make([]string, 0, len(k.s.members))
		for _, at := range k.s.members {
			if m := &p.m.Markers[at]; !m.Absent {
				ids = append(ids, m.ID)
			}
		}
		pip := pipRadius * p.m.markerScale()
		for i := range k.look.also {
			beside = append(beside, hitItem{k.x + k.look.pipAt(i, pip), k.y + k.r + pipOff, pip + pipMargin, int32(len(placed))})
		}
		placed = append(placed, PlacedMarker{IDs: ids, X: k.x, Y: k.y, R: k.r})
		p.symbol(k.look, k.x*p.px, k.y*p.px, k.r*p.px)
	}
	n := int32(0)
	for _, k := range list { // no symbol hides the number of another
		if k.look.absent {
			continue
		}
		if k.look.figure > 0 && !p.m.Figureless && p.style.Bold != nil {
			bx, by, br := p.badge(k.look, k.x*p.px, k.y*p.px, k.r*p.px)
			beside = append(beside, hitItem{bx / p.px, by / p.px, br/p.px + 1, n})
		}
		n++
	}
	return placed, beside
}

// look is how a marker is drawn.
type look struct {
	shape                     Shape
	also                      []Shape
	hollow, planned, selected bool
	muted, absent, hinted     bool
	inner                     float64 // share of the area that alone is in focus; 0 is all
	figure                    int     // written beside it; 0 for none
}

// look is what the markers of a spot have in common.
func (p *painter) look(s *spot, most float64) look {
	k := look{hollow: true, planned: true, muted: true, absent: true}
	heaviest := 0.0
	for _, i := range s.members {
		m := &p.m.Markers[i]
		if m.Absent {
			continue
		}
		if k.absent || m.Weight > heaviest {
			k.shape, heaviest = m.Shape, m.Weight
		}
		k.absent = false
		k.selected = k.selected || m.Selected
		k.hinted = k.hinted || m.Hinted
		k.hollow = k.hollow && m.Hollow
		k.planned = k.planned && m.Planned
		k.muted = k.muted && m.Muted
	}
	for _, i := range s.members {
		if m := &p.m.Markers[i]; !m.Absent && !k.hollow {
			for _, x := range append([]Shape{m.Shape}, m.Also...) {
				if x != k.shape && !m.Hollow && !slices.Contains(k.also, x) {
					k.also = append(k.also, x)
				}
			}
		}
	}
	k.figure = int(math.Round(s.weight))
	if !k.muted && s.lit > 0 && s.lit < s.weight {
		k.figure = int(math.Round(s.lit))
		k.inner = min(radius(s.lit, most, maxClusterRadius)/radius(s.weight, most, maxClusterRadius), 1)
		k.inner *= k.inner
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
		s := &draw.Path{Closed: true}
		var half []orb.Point
		for _, q := range draw.Circle(x, y, r).Parts[0] {
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
	if k.selected {
		p.hoop("marker halo", s.Halo, x, y, r+4*px, 5.5*px)
		p.hoop("marker selected", s.Accent, x, y, r+4*px, 2.6*px)
	} else if k.hinted {
		p.hoop("marker halo", s.Halo, x, y, r+4*px, 4.5*px)
		p.hoop("marker hinted", faded(s.Accent, halfLit), x, y, r+4*px, 2.6*px)
	}
	if !k.muted && !k.selected && !k.hinted {
		p.pic.Stroke("marker halo", s.Halo, 4*px, outline(k.whole(), x, y, r))
	}
	p.body(k, k.muted || k.inner > 0, x, y, r)
	if k.inner > 0 {
		p.body(k, false, x, y, r*math.Sqrt(k.inner))
	}
	p.pips(k, k.muted, x, y+r+pipOff*px, pipRadius*px*p.m.markerScale())
}

// The row of small shapes under a marker, in layout pixels: their radius, how far
// below its edge they stand, clear of the rings round it, half of the room
// that names leave them, and how far from one a press still means it, so that there
// is no gap between two. They are pipPitch radii apart.
const (
	pipRadius = 2.9
	pipOff    = 9.0
	pipRoom   = 7.0
	pipMargin = 4.0
	pipPitch  = 2.7
)

// pipAt is how far right of a marker's middle the i-th of its further shapes, of
// radius r, stands.
func (k look) pipAt(i int, r float64) float64 {
	return (float64(i) - float64(len(k.also)-1)/2) * pipPitch * r
}

// pips draws the further shapes of a marker in a row round x, y, in device pixels.
func (p *painter) pips(k look, muted bool, x, y, r float64) {
	for i, shape := range k.also {
		at := x + k.pipAt(i, r)
		small := look{shape: shape, hinted: k.hinted, selected: k.selected}
		p.pic.Stroke("marker halo", p.style.Halo, 2.4*p.px, outline(small.whole(), at, y, r))
		p.body(small, muted, at, y, r)
	}
}

// whole is the shape round what is filled of a marker.
func (k look) whole() Shape {
	if k.shape == Square {
		return Square
	}
	return Disc
}

// body draws a marker without what surrounds it.
func (p *painter) body(k look, muted bool, x, y, r float64) {
	s, px := p.style, p.px
	ink := s.Marker
	switch {
	case muted:
		ink = faded(ink, unlit)
	case p.m.Preview && !k.hinted && !k.selected:
		ink = faded(ink, (1+unlit)/2)
	}
	edge := outline(k.whole(), x, y, r)
	line := math.Min(math.Max(r*0.14, 1.6*px), 2.6*px)
	if r < minMarkerRadius*px {
		line = 1.1 * px
	}
	rim := func(dash []float64) {
		p.pic.Add(draw.Step{Kind: draw.StepStroke, Layer: "marker", Color: ink, Width: line, Dash: dash, Paths: []*draw.Path{edge}, To: draw.Identity})
	}
	switch {
	case k.planned:
		p.pic.Fill("marker paper", s.Halo, edge)
		rim([]float64{3 * px, 2.2 * px})
	case k.hollow:
		p.pic.Fill("marker paper", s.Halo, edge)
		rim(nil)
	case k.shape == Ring:
		p.pic.Fill("marker paper", s.Halo, edge)
		rim(nil)
		p.disc("marker", ink, x, y, math.Max(r*0.52, math.Min(r*0.45, 2*px)))
	case k.shape == HalfDisc:
		p.pic.Fill("marker paper", s.Halo, edge)
		p.pic.Fill("marker", ink, outline(k.shape, x, y, r))
		rim(nil)
	default:
		p.pic.Fill("marker", ink, edge)
	}
}

// unlit is how much of its colour a marker keeps that is out of focus; halfLit is
// how strong it shows what the pointer is on.
const (
	unlit   = 0.35
	halfLit = 0.5
)

// badge writes the number of a marker beside it, in bold type, in a disc whose middle
// and radius it gives, in device pixels.
func (p *painter) badge(k look, x, y, r float64) (bx, by, br float64) {
	text := strconv.Itoa(k.figure)
	size := 12 * p.typeScale() * p.px
	w := p.style.Bold.Width(text) * size
	br = math.Max(size*0.62, w/2+3*p.px)
	off := badgeOff(r, br)
	bx, by = x+off, y-off
	rim, ink := p.style.Marker, p.style.Ink
	if k.muted {
		rim, ink = faded(rim, unlit), p.style.InkMuted
	}
	p.disc("badge", p.style.Paper, bx, by, br+p.px)
	p.hoop("badge", rim, bx, by, br, 1*p.px)
	p.line("marker count", text, p.style.Bold, size, ink, bx, by+size*0.36, draw.Middle)
	return bx, by, br
}

// badgeOff is how far right and up of a marker of radius r the middle of a badge
// of radius br stands: over its edge, but not over the marker.
func badgeOff(r, br float64) float64 { return (r + 0.8*br) * math.Sqrt2 / 2 }

// shoulder is how far, in layout pixels, the number beside a spot can stand out, and
// how wide it is.
func (p *painter) shoulder(s *spot) (out, figure float64) {
	if s.room < 0.5 || p.style.Bold == nil {
		return 0, 0
	}
	size := 12 * p.typeScale()
	w := p.style.Bold.Width(strconv.Itoa(int(math.Round(s.room)))) * size
	br := math.Max(size*0.62, w/2+3)
	return math.Max(badgeOff(s.r, br)+br+1-s.r, 0), 2*br + 6
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
