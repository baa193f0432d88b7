package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/sorts"
)

// widestConic is the degrees of longitude, as wide as at the equator, beyond
// which a region is shown in a projection of the world; flattest is the least
// constant of a cone, below which its parallels are as good as straight.
const (
	widestConic = 100.0
	flattest    = 0.05
)

// ProjectionFor is an equal-area projection that suits a region, given by points
// in degrees. While it is less wide than 100 degrees of longitude are at the
// equator, it is Albers' conic with the central meridian in its middle and the
// standard parallels a sixth of its height inside: up to Russia from west to
// east. Beyond that, and about the equator, it is Equal Earth. Parameters are whole
// degrees. No points give a map of the world.
func ProjectionFor(extent []orb.Point) Projection {
	if len(extent) == 0 {
		return EqualEarth(0)
	}
	south, north := extent[0][1], extent[0][1]
	for _, p := range extent {
		south, north = min(south, p[1]), max(north, p[1])
	}
	west, width := lonArc(extent)
	lon0 := math.Round(WrapLon(west + width/2))
	if width < 180 && width*math.Cos(radians((south+north)/2)) < widestConic {
		sixth := (north - south) / 6
		lat1, lat2 := math.Round(south+sixth), math.Round(north-sixth)
		if math.Abs(math.Sin(radians(lat1))+math.Sin(radians(lat2)))/2 >= flattest {
			return Albers(lat1, lat2, math.Round((south+north)/2), lon0)
		}
	}
	return EqualEarth(lon0)
}

// lonArc is the shortest arc of longitudes, in degrees eastward from west, that
// holds all points.
func lonArc(points []orb.Point) (west, width float64) {
	lons := make([]float64, len(points))
	for i, p := range points {
		lons[i] = WrapLon(p[0])
	}
	slices.Sort(lons)
	// What is left of the circle is its widest gap.
	west, gap := lons[0], lons[0]+360-lons[len(lons)-1]
	for i := 1; i < len(lons); i++ {
		if d := lons[i] - lons[i-1]; d > gap {
			west, gap = lons[i], d
		}
	}
	return west, 360 - gap
}

// What belongs to the body of a state, for the frame of a map: its largest part;
// parts of at least ownShare of the state, wherever they lie; and those of at
// least nearShare that are no more than nearGap metres from one that belongs.
// So Hainan, Sicily and Hokkaido count, and both halves of Malaysia, but not
// Hawaii, Alaska, French Guiana or Svalbard.
const (
	ownShare  = 0.2
	nearShare = 0.002
	nearGap   = 400e3
)

// Extent is corner points, in degrees, round the states of a list of two-letter
// codes: what a window has to hold so that it shows them. Parts far from the
// body of a state are left out. States that the coarsest level does not have
// are passed over; the result is empty if it has none of them.
func (a *Atlas) Extent(isos []string) ([]orb.Point, error) {
	all, err := a.bodies(isos)
	return corners(all), err
}

// Outline is the points of the outlines of states, in projected metres, parts
// far from the body of a state left out.
func (a *Atlas) Outline(isos []string, p Projection) ([]orb.Point, error) {
	all, err := a.bodies(isos)
	for i := range all {
		all[i] = p.Project(all[i])
	}
	return all, err
}

// bodies is the points of the outlines of the bodies of states, in degrees.
func (a *Atlas) bodies(isos []string) ([]orb.Point, error) {
	b, err := a.coarsest()
	if err != nil {
		return nil, err
	}
	var all []orb.Point
	for _, f := range b.Layer("countries").Features {
		if slices.Contains(isos, f.Props["iso"]) {
			for _, part := range body(f.Parts) {
				all = append(all, part...)
			}
		}
	}
	return all, nil
}

// body is the rings that belong to the body of a state. Holes are left out: they
// lie within a ring.
func body(rings [][]orb.Point) [][]orb.Point {
	type part struct {
		ring  []orb.Point
		bound orb.Bound
		area  float64
	}
	var out []part
	total := 0.0
	for _, r := range rings {
		if s := sphericalArea(r); s > 0 { // a hole turns the other way
			out = append(out, part{r, orb.MultiPoint(r).Bound(), s})
			total += s
		}
	}
	var in []part
	take := func(belongs func(p *part) bool) (some bool) {
		var left []part
		for _, p := range out {
			if belongs(&p) {
				in, some = append(in, p), true
			} else {
				left = append(left, p)
			}
		}
		out = left
		return some
	}
	largest := 0.0
	for _, p := range out {
		largest = max(largest, p.area)
	}
	take(func(p *part) bool { return p.area == largest || p.area >= ownShare*total })
	near := func(p *part) bool {
		return p.area >= nearShare*total && slices.ContainsFunc(in, func(q part) bool { return boundGap(p.bound, q.bound) <= nearGap })
	}
	for more := len(in) > 0; more; {
		more = take(near)
	}
	keep := make([][]orb.Point, len(in))
	for i := range in {
		keep[i] = in[i].ring
	}
	return keep
}

// sphericalArea is the area of a ring in square metres on the sphere, positive
// if it turns counter-clockwise.
func sphericalArea(ring []orb.Point) float64 {
	sum := 0.0
	last := ring[len(ring)-1]
	for _, p := range ring {
		sum += radians(p[0]-last[0]) * (2 + math.Sin(radians(last[1])) + math.Sin(radians(p[1])))
		last = p
	}
	return -sum * EarthRadius * EarthRadius / 2
}

// boundGap is about the metres between two boxes in degrees.
func boundGap(a, b orb.Bound) float64 {
	gap := func(axis int) float64 { return max(0, a.Min[axis]-b.Max[axis], b.Min[axis]-a.Max[axis]) }
	lat := math.Min(math.Abs(a.Center()[1]), math.Abs(b.Center()[1]))
	return EarthRadius * math.Hypot(radians(gap(0))*math.Cos(radians(lat)), radians(gap(1)))
}

// corners is the points of a set that its picture, in the projection that suits
// it, stretches furthest to, after those furthest to each side of the world.
func corners(all []orb.Point) []orb.Point {
	if len(all) == 0 {
		return nil
	}
	west, _ := lonArc(all)
	east := func(q orb.Point) float64 { return math.Mod(WrapLon(q[0])-west+360, 360) }
	lat := func(q orb.Point) float64 { return q[1] }
	var out []orb.Point
	for _, far := range []func(orb.Point) float64{east, lat} {
		by := func(a, b orb.Point) int { return cmp.Compare(far(a), far(b)) }
		out = append(out, slices.MinFunc(all, by), slices.MaxFunc(all, by))
	}
	// One in each 30 degrees tells on which side of the earth the region lies.
	var bins [12]bool
	for _, q := range all {
		if k := min(int(east(q)/30), 11); !bins[k] {
			bins[k] = true
			out = append(out, q)
		}
	}
	p := ProjectionFor(all)
	type place struct{ at, lonLat orb.Point }
	places := make([]place, len(all))
	for i, q := range all {
		places[i] = place{p.Project(q), q}
	}
	sorts.Func(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.at[0], b.at[0]), cmp.Compare(a.at[1], b.at[1]))
	})
	// The convex hull, by Andrew's monotone chain: below, then above.
	for range 2 {
		var hull []place
		for _, q := range places {
			for n := len(hull); n >= 2; n-- {
				a, b := hull[n-2].at, hull[n-1].at
				if (b[0]-a[0])*(q.at[1]-a[1])-(b[1]-a[1])*(q.at[0]-a[0]) > 0 {
					break
				}
				hull = hull[:n-1]
			}
			hull = append(hull, q)
		}
		for _, q := range hull {
			out = append(out, q.lonLat)
		}
		slices.Reverse(places)
	}
	return out
}
