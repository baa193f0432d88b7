package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// GreatCircle is points along the shortest way between two places, at most two
// degrees of arc apart. Longitudes count on beyond 180 rather than jump.
// Opposite places have no shortest way; then it is one of them.
func GreatCircle(from, to orb.Point) []orb.Point {
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
		lon := degrees(math.Atan2(y, x))
		if i > 0 {
			last := line[i-1][0]
			lon = last + WrapLon(lon-last)
		}
		line = append(line, orb.Point{lon, degrees(math.Atan2(z, math.Hypot(x, y)))})
	}
	return line
}

func unit(p orb.Point) [3]float64 {
	sinLon, cosLon := math.Sincos(radians(p[0]))
	sinLat, cosLat := math.Sincos(radians(p[1]))
	return [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// Arc is the angle in radians, 0 to π, between two places in degrees, seen from the
// middle of the earth: times its radius, how far they are from each other.
func Arc(from, to orb.Point) float64 {
	a, b := unit(from), unit(to)
	dx, dy, dz := a[0]-b[0], a[1]-b[1], a[2]-b[2]
	return 2 * math.Asin(min(math.Sqrt(dx*dx+dy*dy+dz*dz)/2, 1))
}

// MetresPerPixel is how far on the ground, along the parallel, a layout pixel
// at the centre reaches, or, where that is off the map, in the middle of what shows of it.
func (v Viewport) MetresPerPixel() float64 {
	const d = 20.0
	y := v.Height / 2
	_, north := v.ToScreen(orb.Point{v.Projection.Meridian(), 90})
	_, south := v.ToScreen(orb.Point{v.Projection.Meridian(), SouthernEnd})
	if north, south = max(north, 0), min(south, v.Height); north < south && (y < north || y > south) {
		y = (north + south) / 2
	}
	a := v.FromScreen(v.Width/2-d, y)
	b := v.FromScreen(v.Width/2+d, y)
	return Arc(a, b) * EarthRadius / (2 * d)
}
