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
	b := p.view.extent()
	lat0, lat1 := math.Max(b.Min[1]-1, -85), math.Min(b.Max[1]+1, 85)
	lines := &shape{}
	for _, lon := range lons {
		lines.add(projectLine(p.view.Projection, []orb.Point{{lon, lat0}, {lon, (lat0 + lat1) / 2}, {lon, lat1}}, false, p.view.Scale/4))
	}
	for _, lat := range lats {
		line := []orb.Point{{b.Min[0] - 1, lat}}
		for k := 1; k <= 8; k++ {
			line = append(line, orb.Point{b.Min[0] - 1 + (b.Max[0]-b.Min[0]+2)*float64(k)/8, lat})
		}
		lines.add(projectLine(p.view.Projection, line, false, p.view.Scale/4))
	}
	if len(lines.parts) > 0 {
		p.stroke("graticule", p.style.Graticule, 0.6, nil, []*shape{lines})
	}
}
