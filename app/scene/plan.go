package scene

import (
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Spot is a place in a scene, the same in every window and on every page: shares of
// the width and height of a pane, counted from 1, or with Pane 0 of the whole scene.
type Spot struct {
	Pane int
	X, Y float64
}

// Plan is where a window or a page has a scene and its panes, of which those that
// are not seen are empty.
type Plan struct {
	Whole draw.Box
	Panes []draw.Box
	Maps  []geo.Viewport // what the panes that are maps show, empty of others; may be nil
}

// Box is where a pane is, or with 0 the scene, and whether it is seen.
func (p Plan) Box(pane int) (draw.Box, bool) {
	b := p.Whole
	if pane > 0 && pane <= len(p.Panes) {
		b = p.Panes[pane-1]
	}
	return b, pane >= 0 && pane <= len(p.Panes) && !b.Empty()
}

// Find is the spot at a point: of the pane that it is in, else of the scene.
func (p Plan) Find(x, y float64) Spot {
	for i, b := range p.Panes {
		if b.Contains(x, y) {
			return p.In(i+1, x, y)
		}
	}
	return p.In(0, x, y)
}

// In is the spot at a point, which may lie beside it, of a pane that is seen, or
// with 0 of the scene.
func (p Plan) In(pane int, x, y float64) Spot {
	b, ok := p.Box(pane)
	if !ok {
		return Spot{Pane: pane}
	}
	return Spot{pane, (x - b.X0) / b.Width(), (y - b.Y0) / b.Height()}
}

// At is the point of a spot, if its pane is seen.
func (p Plan) At(s Spot) (x, y float64, ok bool) {
	b, ok := p.Box(s.Pane)
	return b.X0 + s.X*b.Width(), b.Y0 + s.Y*b.Height(), ok
}

// Scaled is the plan in pixels of another size, the first of which lies at dx, dy.
func (p Plan) Scaled(k, dx, dy float64) Plan {
	scale := func(b draw.Box) draw.Box {
		return draw.Box{X0: dx + b.X0*k, Y0: dy + b.Y0*k, X1: dx + b.X1*k, Y1: dy + b.Y1*k}
	}
	out := Plan{Whole: scale(p.Whole), Maps: p.Maps}
	for _, b := range p.Panes {
		if b.Empty() {
			out.Panes = append(out.Panes, draw.Box{})
			continue
		}
		out.Panes = append(out.Panes, scale(b))
	}
	return out
}
