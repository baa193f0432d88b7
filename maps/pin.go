package maps

import (
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Pin is a place that somebody pointed at, above all else: a disc with a sign in
// it and words beside it.
type Pin struct {
	LonLat orb.Point
	Sign   string     // of one or two letters; may be empty
	Label  string     // may be empty
	Found  bool       // it is the place that was looked for
	To     *orb.Point // the other end of a dashed great circle from it; nil for none
}

// pins draws the lines of all pins, then the pins.
func (p *painter) pins() {
	s, px := p.style, p.px
	for i := range p.m.Pins {
		if k := &p.m.Pins[i]; k.To != nil && *k.To != k.LonLat {
			way := &draw.Path{}
			geo.ProjectPath(way, p.view.Projection, geo.GreatCircle(k.LonLat, *k.To), false, p.view.Scale/4)
			p.stroke("pin case", faded(s.Halo, 0.9), 4.5, nil, []*draw.Path{way})
			p.stroke("pin way", s.Ink, 2, []float64{6, 4}, []*draw.Path{way})
		}
	}
	size := 13 * p.typeScale() * px
	for i := range p.m.Pins {
		k := &p.m.Pins[i]
		x, y := p.view.ToScreen(k.LonLat)
		x, y = x*px, y*px
		r := size * 0.8
		p.disc("pin", s.Paper, x, y, r+2*px)
		if k.Found {
			p.hoop("pin", s.Accent, x, y, r, 3*px)
			p.disc("pin", s.Accent, x, y, r*0.45)
		} else {
			p.disc("pin", s.Ink, x, y, r)
			p.line("pin sign", k.Sign, s.Bold, size, opaque(s.Paper), x, y+size*0.36, draw.Middle)
		}
		if k.Label == "" || s.Bold == nil {
			continue
		}
		w := s.Bold.Width(k.Label) * size
		left := x + r + 5*px
		if left+w+6*px > p.view.Width*px { // no room at its right
			left = x - r - 5*px - w
		}
		p.pic.Fill("pin words", s.Paper, draw.RoundRectangle(left-4*px, y-size*0.8, left+w+4*px, y+size*0.8, 4*px))
		p.line("pin words", k.Label, s.Bold, size, s.Ink, left, y+size*0.36, draw.Start)
	}
}
