package geo

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/project"
)

// webMercator is the projection of web maps, which ends short of the poles and keeps no
// areas: what holds for every projection holds for it, too.
type webMercator struct{}

// maxMercatorLat is where its square ends.
const maxMercatorLat = 85.0511287798066

func (webMercator) Project(p orb.Point) orb.Point {
	p[1] = min(max(p[1], -maxMercatorLat), maxMercatorLat)
	return project.WGS84.ToMercator(p)
}

func (webMercator) Inverse(p orb.Point) orb.Point {
	p = project.Mercator.ToWGS84(p)
	return orb.Point{within180(p[0]), min(max(p[1], -maxMercatorLat), maxMercatorLat)}
}

func (webMercator) Meridian() float64 { return 0 }
