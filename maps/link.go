package maps

import (
	"math"

	"github.com/paulmach/orb"
)

// greatCircle is points along the shortest way between two places, at most two
// degrees apart. Opposite places have no shortest way; then it is one of them.
func greatCircle(from, to orb.Point) []orb.Point {
	a, b := unit(from), unit(to)
	dot := min(max(a[0]*b[0]+a[1]*b[1]+a[2]*b[2], -1), 1)
	angle := math.Acos(dot)
	n := int(math.Ceil(degrees(angle)/2)) + 1
	sin := math.Sin(angle)
	line := make([]orb.Point, 0, n+1)
	for i := range n + 1 {
		t := float64(i) / float64(n)
		u, v := 1-t, t
		if sin > 1e-9 {
			u, v = math.Sin((1-t)*angle)/sin, math.Sin(t*angle)/sin
		}
		x, y, z := u*a[0]+v*b[0], u*a[1]+v*b[1], u*a[2]+v*b[2]
		line = append(line, orb.Point{degrees(math.Atan2(y, x)), degrees(math.Atan2(z, math.Hypot(x, y)))})
	}
	return line
}

func unit(p orb.Point) [3]float64 {
	sinLon, cosLon := math.Sincos(radians(p[0]))
	sinLat, cosLat := math.Sincos(radians(p[1]))
	return [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (p *painter) links() {
	for _, selected := range []bool{false, true} {
		all := &shape{}
		for _, l := range p.m.Links {
			if l.Selected == selected && l.From != l.To {
				all.add(projectLine(p.view.Projection, greatCircle(l.From, l.To), false, p.view.Scale/4))
			}
		}
		if len(all.parts) == 0 {
			continue
		}
		width, c := 1.4, faded(p.style.Accent, 0.75)
		if selected {
			width, c = 2.4, p.style.Accent
		}
		p.stroke("link case", faded(p.style.Halo, 0.7), width+2.2, nil, []*shape{all})
		p.stroke("link", c, width, nil, []*shape{all})
	}
}
