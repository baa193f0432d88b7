package maps

import (
	"math"
	"strings"

	"github.com/paulmach/orb"
)

const (
	repeatFrom  = 420.0 // layout pixels that a country's axis is long when its name is repeated
	repeatEvery = 560.0
)

// repeat writes copies of a country's name for windows in which the name itself
// does not show. They stand on a lattice of the plane, where they are wholly
// inside the country, so that they too hold still.
func (l *placer) repeat(label *Label) {
	p := l.p
	if label.Kind != NameCountry || len(label.Line) < 2 || p.base == nil {
		return
	}
	axis := newCourse(p.view.Projection, label.Line)
	if axis.length()/l.bucket.coarse < repeatFrom {
		return
	}
	country := p.country(label)
	if country == nil {
		return
	}
	t := p.lettering(label)
	t.size = math.Max(smallest*p.typeScale(), t.size*0.8)
	w := written{label: label, look: t, lines: []string{strings.ToUpper(label.Text)}, copy: true}
	width := w.width(w.lines[0])
	w.dx, w.dy = -width/2, 0.36*t.size
	step := repeatEvery * l.bucket.coarse
	win := p.win.Pad(width * p.view.Scale)
	for y := math.Floor(win.Min[1] / step); y*step <= win.Max[1]; y++ {
		for x := math.Floor(win.Min[0] / step); x*step <= win.Max[0]; x++ {
			for _, d := range repeatSpots {
				c := w
				c.anchor = orb.Point{(x + d[0]) * step, (y + d[1]) * step}
				if country.holds(c.anchor, (width/2+8)*l.bucket.coarse, t.size*1.2*l.bucket.coarse) && l.try(&c) {
					break
				}
			}
		}
	}
}

// repeatSpots are the places in a cell of the lattice, in the order tried.
var repeatSpots = [][2]float64{{0.5, 0.5}, {0.35, 0.65}, {0.65, 0.35}, {0.3, 0.3}, {0.7, 0.7}, {0.5, 0.2}, {0.5, 0.8}, {0.2, 0.5}, {0.8, 0.5}}

// country is the shape whose code is the label's id.
func (p *painter) country(label *Label) *shape {
	for _, s := range p.base.countries {
		if s.props["iso"] == label.ID && s.bound.Intersects(p.win) {
			return s
		}
	}
	return nil
}

// holds says that a shape contains a point and the points dx and dy from it.
func (s *shape) holds(at orb.Point, dx, dy float64) bool {
	for _, d := range [5][2]float64{{0, 0}, {-dx, -dy}, {dx, dy}, {-dx, dy}, {dx, -dy}} {
		if !s.contains(orb.Point{at[0] + d[0], at[1] + d[1]}) {
			return false
		}
	}
	return true
}
