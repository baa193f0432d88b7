package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// Away is how far a point in degrees lies from the land of a state, given by
// its two-letter code, at the coarsest level: kilometres, 0 inside. It is
// negative if that level has not the state.
func (a *Atlas) Away(iso string, p orb.Point) (float64, error) {
	b, err := a.coarsest()
	if err != nil {
		return 0, err
	}
	nearest := -1.0
	for _, f := range b.Layer("countries").Features {
		if f.Props["iso"] != iso {
			continue
		}
		inside := false
		for _, ring := range f.Parts {
			for i := range ring {
				from, to := ring[i], ring[(i+1)%len(ring)]
				if (from[1] > p[1]) != (to[1] > p[1]) && p[0] < from[0]+(p[1]-from[1])/(to[1]-from[1])*(to[0]-from[0]) {
					inside = !inside
				}
				if km := kmToSegment(p, from, to); nearest < 0 || km < nearest {
					nearest = km
				}
			}
		}
		if inside {
			return 0, nil
		}
	}
	return nearest, nil
}

// kmPerDegree is a degree of latitude.
const kmPerDegree = 111.2

// kmToSegment is the kilometres from a point to a segment, all in degrees, on a
// plane that touches the globe at the point: right nearby, and far away far.
func kmToSegment(p, from, to orb.Point) float64 {
	across := math.Cos(radians(p[1])) * kmPerDegree
	x0, y0 := WrapLon(from[0]-p[0])*across, (from[1]-p[1])*kmPerDegree
	x1, y1 := WrapLon(to[0]-p[0])*across, (to[1]-p[1])*kmPerDegree
	dx, dy := x1-x0, y1-y0
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(max(-(x0*dx+y0*dy)/l, 0), 1)
	}
	return math.Hypot(x0+t*dx, y0+t*dy)
}
