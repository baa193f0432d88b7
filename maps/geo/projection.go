package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// EarthRadius is the mean radius of the earth in metres, that of the sphere that [Albers]
// and [EqualEarth] use.
const EarthRadius = 6371000.0

// Projection turns longitude and latitude in degrees into metres on a plane,
// Y up, and back. Implementations are comparable values: two equal projections
// share one cache of projected layers.
type Projection interface {
	// Project returns metres for degrees. Latitudes beyond what the projection
	// can show are moved to its edge.
	Project(lonLat orb.Point) orb.Point
	// Inverse returns degrees for metres, the longitude within 180 degrees of
	// the central meridian. A point that is on no place of the earth gives one
	// at its edge.
	Inverse(pt orb.Point) orb.Point
	// Meridian is the central meridian in degrees. The earth is cut opposite to
	// it.
	Meridian() float64
}

// albers is Albers' equal-area conic on the sphere, Snyder 1987, chapter 14.
type albers struct {
	n, c, rho0 float64
	lon0       float64 // degrees
}

// Albers is the equal-area conic with standard parallels lat1 and lat2 and
// origin lat0, lon0, in degrees, on the sphere of [EarthRadius]. The parallels
// must not lie symmetrically to the equator.
func Albers(lat1, lat2, lat0, lon0 float64) Projection {
	s1, s2 := math.Sin(radians(lat1)), math.Sin(radians(lat2))
	n := (s1 + s2) / 2
	cos1 := math.Cos(radians(lat1))
	c := cos1*cos1 + 2*n*s1
	a := albers{n: n, c: c, lon0: lon0}
	a.rho0 = a.rho(lat0)
	return a
}

func (a albers) rho(lat float64) float64 {
	return EarthRadius * math.Sqrt(math.Max(0, a.c-2*a.n*math.Sin(radians(lat)))) / a.n
}

// Project implements [Projection].
func (a albers) Project(p orb.Point) orb.Point {
	lat := min(max(p[1], -90), 90)
	rho := a.rho(lat)
	sin, cos := math.Sincos(a.n * radians(WrapLon(p[0]-a.lon0)))
	return orb.Point{rho * sin, a.rho0 - rho*cos}
}

// Inverse implements [Projection].
func (a albers) Inverse(p orb.Point) orb.Point {
	x, y := p[0], a.rho0-p[1]
	if a.n < 0 {
		x, y = -x, -y
	}
	rho := math.Hypot(x, y) * a.n / EarthRadius
	s := (a.c - rho*rho) / (2 * a.n)
	lat := math.Asin(min(max(s, -1), 1))
	return orb.Point{a.lon0 + within180(degrees(math.Atan2(x, y)/a.n)), degrees(lat)}
}

// Meridian implements [Projection].
func (a albers) Meridian() float64 { return a.lon0 }

func radians(d float64) float64 { return d * (math.Pi / 180) }
func degrees(r float64) float64 { return r * (180 / math.Pi) }

// within180 keeps degrees from the central meridian on the map.
func within180(d float64) float64 { return min(max(d, -180), 180) }

// WrapLon moves a longitude, in degrees, into [-180, 180].
func WrapLon(d float64) float64 {
	if d >= -180 && d <= 180 {
		return d
	}
	return math.Mod(math.Mod(d+180, 360)+360, 360) - 180
}

// ProjectLine projects a line and adds points where the straight line between
// two projected neighbours would leave the projected edge by more than
// tolerance metres. An edge is straight in longitude and latitude. A closed
// line gets its last edge too. The added points are the same in whichever
// direction an edge is walked, so that shared borders stay shared.
func ProjectLine(p Projection, line []orb.Point, closed bool, tolerance float64) []orb.Point {
	if len(line) == 0 {
		return nil
	}
	out := make([]orb.Point, 0, len(line)+1)
	prev, prevPt := line[0], p.Project(line[0])
	out = append(out, prevPt)
	for _, ll := range line[1:] {
		pt := p.Project(ll)
		out = resample(out, p, prev, ll, prevPt, pt, tolerance, 10)
		out = append(out, pt)
		prev, prevPt = ll, pt
	}
	if closed {
		out = resample(out, p, prev, line[0], prevPt, out[0], tolerance, 10)
	}
	return out
}

// straight reports whether an edge is too short to bend by more than about the tolerance,
// or by some metres, without a look at its middle. An arc of length d bends by d*d/8r from
// its chord; what a projection adds to that is about fourfold at most, but near a pole.
func straight(a, b, pa, pb orb.Point, tolerance float64) bool {
	const pole = 84
	near := 2 * EarthRadius * max(tolerance, 20)
	lon, lat := EarthRadius*radians(a[0]-b[0]), EarthRadius*radians(a[1]-b[1])
	x, y := pa[0]-pb[0], pa[1]-pb[1]
	return lon*lon+lat*lat < near && x*x+y*y < near && math.Abs(a[1]) < pole && math.Abs(b[1]) < pole
}

func resample(out []orb.Point, p Projection, a, b, pa, pb orb.Point, tolerance float64, depth int) []orb.Point {
	if depth == 0 || straight(a, b, pa, pb, tolerance) {
		return out
	}
	mid := orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2}
	pm := p.Project(mid)
	dx, dy := pm[0]-(pa[0]+pb[0])/2, pm[1]-(pa[1]+pb[1])/2
	if dx*dx+dy*dy <= tolerance*tolerance {
		return out
	}
	out = resample(out, p, a, mid, pa, pm, tolerance, depth-1)
	out = append(out, pm)
	return resample(out, p, mid, b, pm, pb, tolerance, depth-1)
}
