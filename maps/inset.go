package maps

import (
	"math"

	"github.com/paulmach/orb"
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
	v := insetView(p.view.Projection, k, p.view.Density)
	r := rect{p.view.Width - margin - v.Width, margin, p.view.Width - margin, margin + v.Height}
	if r.pad(4).overlaps(f.legend) {
		return // who asks for a large legend on a low map wants that
	}
	if err := p.m.Atlas.Load(0); err != nil {
		return
	}
	l := p.m.Atlas.projected(0, v.Projection)
	px := p.px
	to := v.device()
	to.tx += r.x0 * px
	to.ty += r.y0 * px
	frame := orb.Bound{Min: orb.Point{r.x0 * px, r.y0 * px}, Max: orb.Point{r.x1 * px, r.y1 * px}}
	sea := p.style.Background
	sea.A = 255
	p.step(Step{Kind: StepFill, Layer: "inset sea", Color: sea, shapes: []*shape{box(frame.Min[0], frame.Min[1], frame.Max[0], frame.Max[1])}, to: identity})
	land := l.inset(v.Bound())
	var focus []*shape
	for _, s := range land {
		if _, tinted := p.style.CountryFill[s.props["iso"]]; tinted {
			focus = append(focus, s)
		}
	}
	for _, g := range []struct {
		shapes []*shape
		k      float64
	}{{land, 0}, {focus, 0.18}} {
		if len(g.shapes) > 0 {
			p.step(Step{Kind: StepFill, Layer: "inset land", Color: mix(p.style.Land, p.style.InkMuted, g.k), shapes: g.shapes, to: to})
		}
	}
	// The window, kept inside the inset.
	win := to.bound(p.win)
	win.Min = orb.Point{math.Max(win.Min[0], frame.Min[0]+px), math.Max(win.Min[1], frame.Min[1]+px)}
	win.Max = orb.Point{math.Min(win.Max[0], frame.Max[0]-px), math.Min(win.Max[1], frame.Max[1]-px)}
	for i := range win.Min { // at least a few pixels large
		if win.Max[i]-win.Min[i] < 4*px {
			c := (win.Max[i] + win.Min[i]) / 2
			win.Min[i], win.Max[i] = c-2*px, c+2*px
		}
	}
	p.step(Step{Kind: StepFill, Layer: "inset window", Color: faded(p.style.Accent, 0.12), shapes: []*shape{box(win.Min[0], win.Min[1], win.Max[0], win.Max[1])}, to: identity})
	p.step(Step{Kind: StepStroke, Layer: "inset window", Color: p.style.Accent, Width: 1.5 * px, shapes: []*shape{box(win.Min[0], win.Min[1], win.Max[0], win.Max[1])}, to: identity})
	p.step(Step{Kind: StepStroke, Layer: "inset frame", Color: faded(p.style.InkMuted, 0.5), Width: 0.8 * px, shapes: []*shape{box(frame.Min[0], frame.Min[1], frame.Max[0], frame.Max[1])}, to: identity})
	f.inset = r
	f.taken = append(f.taken, r.pad(4))
}

const insetWidth, insetHeight = 148.0, 96.0 // layout pixels

// insetView is what an inset k times the usual size shows: the same part of the
// plane in every picture of a projection.
func insetView(p Projection, k, density float64) Viewport {
	v := Fit(p, insetExtent, k*insetWidth, k*insetHeight, density, 0)
	v.Scale *= 0.92
	return v
}

// inset is the countries cut to the window of an inset. It is made once.
func (l *projected) inset(window orb.Bound) []*shape {
	l.once.Do(func() {
		for _, s := range l.countries {
			cut := &shape{closed: true, props: s.props}
			for _, part := range s.parts {
				if ring := clipRing(part, window); ring != nil {
					cut.add(ring)
				}
			}
			if len(cut.parts) > 0 {
				l.small = append(l.small, cut)
			}
		}
	})
	return l.small
}

// insetExtent is what the inset shows, in degrees.
var insetExtent = []orb.Point{{36, 30}, {60, 8}, {118, 8}, {144, 30}, {55, 60}, {90, 62}, {125, 60}}
