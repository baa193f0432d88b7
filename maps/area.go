package maps

import (
	"slices"

	"c5atlas.org/c5atlas/maps/geo"
)

// Areas are countries that are lit: outlined, while those that have a tint and
// are not lit fade.
type Areas struct {
	Lit      []string // two-letter codes
	Strength float64  // of the outline: 1 for what was chosen, less for what the pointer is on
	Dim      float64  // how far the others fade: 0 not at all, 1 as far as what is out of focus
}

// areas dims and outlines, above the base map and below everything else.
func (p *painter) areas() {
	a := &p.m.Areas
	if p.base == nil || len(a.Lit) == 0 {
		return
	}
	var lit, others []*geo.Shape
	for _, s := range p.visible(p.base.Countries, 4, nil) {
		iso := s.Props["iso"]
		if slices.Contains(a.Lit, iso) {
			lit = append(lit, s)
		} else if _, tinted := p.style.CountryFill[iso]; tinted {
			others = append(others, s)
		}
	}
	if a.Dim > 0 {
		p.fill("area dim", faded(p.style.Land, a.Dim*(1-unlit)), geo.Paths(others))
	}
	p.stroke("area case", faded(p.style.Halo, 0.8*a.Strength), 4.4, nil, geo.Paths(lit))
	p.stroke("area", faded(p.style.Accent, a.Strength), 2, nil, geo.Paths(lit))
}
