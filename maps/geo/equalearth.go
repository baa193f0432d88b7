package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// equalEarth is the pseudocylindrical equal-area projection of Šavrič, Patterson
// and Jenny, "The Equal Earth map projection", International Journal of
// Geographical Information Science 33 (2018), on the sphere.
type equalEarth struct{ lon0 float64 }

// EqualEarth is the equal-area projection of the whole world about a central
// meridian, in degrees, on the sphere of [EarthRadius].
func EqualEarth(lon0 float64) Projection { return equalEarth{lon0} }

const (
	earth1 = 1.340264
	earth2 = -0.081106
	earth3 = 0.000893
	earth4 = 0.003796
)

// The parametric latitude has sin(theta) = earthM sin(latitude).
var (
	earthM   = math.Sqrt(3) / 2
	earthTop = earthHeight(math.Pi / 3) // of the pole
)

// earthHeight is the distance from the equator on a globe of radius 1.
func earthHeight(theta float64) float64 {
	t2 := theta * theta
	t6 := t2 * t2 * t2
	return theta * (earth1 + earth2*t2 + t6*(earth3+earth4*t2))
}

// earthSlope is the derivative of earthHeight.
func earthSlope(theta float64) float64 {
	t2 := theta * theta
	t6 := t2 * t2 * t2
	return earth1 + 3*earth2*t2 + t6*(7*earth3+9*earth4*t2)
}

// Project implements [Projection].
func (e equalEarth) Project(p orb.Point) orb.Point {
	theta := math.Asin(earthM * math.Sin(radians(min(max(p[1], -90), 90))))
	x := radians(WrapLon(p[0]-e.lon0)) * math.Cos(theta) / (earthM * earthSlope(theta))
	return orb.Point{EarthRadius * x, EarthRadius * earthHeight(theta)}
}

// Inverse implements [Projection]. Newton's method ends when a step is below
// what a float64 can tell.
func (e equalEarth) Inverse(p orb.Point) orb.Point {
	y := min(max(p[1]/EarthRadius, -earthTop), earthTop)
	theta := y / earth1
	for range 12 {
		d := (earthHeight(theta) - y) / earthSlope(theta)
		theta -= d
		if math.Abs(d) < 1e-15 {
			break
		}
	}
	lat := math.Asin(min(max(math.Sin(theta)/earthM, -1), 1))
	lon := p[0] / EarthRadius * earthM * earthSlope(theta) / math.Cos(theta)
	return orb.Point{e.lon0 + within180(degrees(lon)), degrees(lat)}
}

// Meridian implements [Projection].
func (e equalEarth) Meridian() float64 { return e.lon0 }
