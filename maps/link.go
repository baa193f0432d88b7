package maps

import (
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

func (p *painter) links() {
	for _, selected := range []bool{false, true} {
		all := &draw.Path{}
		for _, l := range p.m.Links {
			if l.Selected == selected && l.From != l.To {
				geo.ProjectPath(all, p.view.Projection, geo.GreatCircle(l.From, l.To), false, p.view.Scale/4)
			}
		}
		if len(all.Parts) == 0 {
			continue
		}
		width, c := 1.4, faded(p.style.Accent, 0.75)
		if selected {
			width, c = 2.4, p.style.Accent
		}
		p.stroke("link case", faded(p.style.Halo, 0.7), width+2.2, nil, []*draw.Path{all})
		p.stroke("link", c, width, nil, []*draw.Path{all})
	}
}
