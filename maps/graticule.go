package maps

import (
	"math"

	"github.com/paulmach/orb"
)

// graticuleStep is the distance of meridians and parallels in degrees, so that
// they are about 150 layout pixels apart.
func (v Viewport) graticuleStep() float64 {
	deg := 150 * v.Scale / (EarthRadius * math.Pi / 180)
	for _, s := range []float64{0.25, 0.5, 1, 2, 5, 10, 15} {
		if s >= deg*0.75 {
			return s
		}
	}
	return 20
}

// extent is a box in degrees round all that the window shows.
func (v Viewport) extent() orb.Bound {
	const n = 24
	b := orb.Bound{Min: v.FromScreen(0, 0), Max: v.FromScreen(0, 0)}
	for i := range n + 1 {
		t := float64(i) / n
		for _, q := range []orb.Point{
			v.FromScreen(t*v.Width, 0), v.FromScreen(t*v.Width, v.Height),
			v.FromScreen(0, t*v.Height), v.FromScreen(v.Width, t*v.Height),
		} {
			b = b.Extend(q)
		}
	}
	return b
}

// grid is the meridians and parallels that cross the window.
func (p *painter) grid() (lons, lats []float64) {
	step := p.view.graticuleStep()
	b := p.view.extent()
	for x := math.Ceil(b.Min[0]/step) * step; x <= b.Max[0]; x += step {
		lons = append(lons, x)
	}
	for y := math.Ceil(math.Max(b.Min[1], -80)/step) * step; y <= math.Min(b.Max[1], 84); y += step {
		lats = append(lats, y)
	}
	return lons, lats
}

func (p *painter) graticule() {
	lons, lats := p.grid()
	b, step := p.view.extent(), p.view.graticuleStep()
	lines := &shape{}
	add := func(from, to float64, at func(v float64) orb.Point) {
		// From crossing to crossing, so that a line bends alike in every window.
		var line []orb.Point
		for k := math.Floor(from / step); (k-1)*step < to; k++ {
			line = append(line, at(k*step))
		}
		lines.add(projectLine(p.view.Projection, line, false, p.view.Scale/4))
	}
	for _, lon := range lons {
		add(math.Max(b.Min[1], -84), math.Min(b.Max[1], 84), func(v float64) orb.Point { return orb.Point{lon, math.Min(math.Max(v, -85), 85)} })
	}
	for _, lat := range lats {
		add(b.Min[0], b.Max[0], func(v float64) orb.Point { return orb.Point{v, lat} })
	}
	if len(lines.parts) > 0 {
		p.stroke("graticule", p.style.Graticule, 0.6, nil, []*shape{lines})
	}
}
