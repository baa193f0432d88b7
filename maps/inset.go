package maps

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// inset is a small map of the whole in the upper right corner with the window
// as a frame.
func (p *painter) inset(f *furnished) {
	if p.m.Atlas == nil {
		return
	}
	// A low map has a smaller one, down to where it tells nothing.
	k := math.Min(math.Min(p.view.Width/(4*insetWidth), p.view.Height/(3*insetHeight)), 1)
	if k < 0.75 {
		return
	}
	v := insetView(p.view.Projection, p.m.Furniture.Inset, k, p.view.Density)
	top := margin
	if lg := p.m.Furniture.Legend; lg != nil && lg.Strip > 0 {
		top += f.legend.Y1
	}
	r := draw.Box{X0: p.view.Width - margin - v.Width, Y0: top, X1: p.view.Width - margin, Y1: top + v.Height}
	if r.Pad(4).Overlaps(f.legend) {
		return // who asks for a large legend on a low map wants that
	}
	if part := v.Bound(); !part.Intersects(p.win) || (p.win.Contains(part.Min) && p.win.Contains(part.Max)) {
		return // the window shows nothing of it, or more
	}
	if err := p.m.Atlas.Load(0, v.Projection); err != nil {
		return
	}
	l := p.m.Atlas.Projected(0, v.Projection)
	px := p.px
	to := v.Device()
	to.TX += r.X0 * px
	to.TY += r.Y0 * px
	frame := orb.Bound{Min: orb.Point{r.X0 * px, r.Y0 * px}, Max: orb.Point{r.X1 * px, r.Y1 * px}}
	sea := p.style.Background
	sea.A = 255
	p.pic.Fill("inset sea", sea, draw.Rectangle(frame.Min[0], frame.Min[1], frame.Max[0], frame.Max[1]))
	land := l.Inset(v.Bound())
	var focus []*geo.Shape
	for _, s := range land {
		if _, tinted := p.style.CountryFill[s.Props["iso"]]; tinted {
			focus = append(focus, s)
		}
	}
	for _, g := range []struct {
		shapes []*geo.Shape
		k      float64
	}{{land, 0}, {focus, 0.18}} {
		if len(g.shapes) > 0 {
			p.pic.Add(draw.Step{Kind: draw.StepFill, Layer: "inset land", Color: mix(p.style.Land, p.style.InkMuted, g.k), Paths: geo.Paths(g.shapes), To: to})
		}
	}
	// The window, kept inside the inset.
	win := to.Bound(p.win)
	win.Min = orb.Point{math.Max(win.Min[0], frame.Min[0]+px), math.Max(win.Min[1], frame.Min[1]+px)}
	win.Max = orb.Point{math.Min(win.Max[0], frame.Max[0]-px), math.Min(win.Max[1], frame.Max[1]-px)}
	for i := range win.Min { // at least a few pixels large
		if win.Max[i]-win.Min[i] < 4*px {
			c := (win.Max[i] + win.Min[i]) / 2
			win.Min[i], win.Max[i] = c-2*px, c+2*px
		}
	}
	p.pic.Fill("inset window", faded(p.style.Accent, 0.12), draw.Rectangle(win.Min[0], win.Min[1], win.Max[0], win.Max[1]))
	p.pic.Stroke("inset window", p.style.Accent, 1.5*px, draw.Rectangle(win.Min[0], win.Min[1], win.Max[0], win.Max[1]))
	p.pic.Stroke("inset frame", faded(p.style.InkMuted, 0.5), 0.8*px, draw.Rectangle(frame.Min[0], frame.Min[1], frame.Max[0], frame.Max[1]))
	f.inset, f.within = r, v
	f.taken = append(f.taken, r.Pad(4))
}

const insetWidth, insetHeight = 148.0, 96.0 // layout pixels

// insetView is what an inset k times the usual size shows: places with some room
// round them, the same part of the plane in every picture of a projection.
func insetView(p geo.Projection, places []orb.Point, k, density float64) geo.Viewport {
	v := geo.Fit(p, places, k*insetWidth, k*insetHeight, density, 0)
	v.Scale *= 1.4
	return v
}
