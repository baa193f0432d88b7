package names

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/maps/geo"
)

// course is a smooth line on the plane, with its length up to each point.
type course struct {
	pts []orb.Point
	sum []float64
}

// newCourse smooths a line by a Catmull-Rom spline through its points, left to
// right on the page.
func newCourse(p geo.Projection, line []orb.Point) *course {
	ctl := make([]orb.Point, len(line))
	for i, q := range line {
		ctl[i] = p.Project(q)
	}
	if n := len(ctl); ctl[0][0] > ctl[n-1][0] {
		for i := range n / 2 {
			ctl[i], ctl[n-1-i] = ctl[n-1-i], ctl[i]
		}
	}
	c := &course{pts: []orb.Point{ctl[0]}, sum: []float64{0}}
	at := func(i int) orb.Point {
		// Beyond the ends the line goes straight on.
		switch n := len(ctl); {
		case i < 0:
			return orb.Point{2*ctl[0][0] - ctl[1][0], 2*ctl[0][1] - ctl[1][1]}
		case i >= n:
			return orb.Point{2*ctl[n-1][0] - ctl[n-2][0], 2*ctl[n-1][1] - ctl[n-2][1]}
		}
		return ctl[i]
	}
	const steps = 10
	for i := range len(ctl) - 1 {
		a, b, d, e := at(i-1), at(i), at(i+1), at(i+2)
		for k := 1; k <= steps; k++ {
			t := float64(k) / steps
			var q orb.Point
			for x := range q {
				q[x] = 0.5 * (2*b[x] + (d[x]-a[x])*t + (2*a[x]-5*b[x]+4*d[x]-e[x])*t*t + (3*b[x]-a[x]-3*d[x]+e[x])*t*t*t)
			}
			last := c.pts[len(c.pts)-1]
			c.sum = append(c.sum, c.sum[len(c.sum)-1]+math.Hypot(q[0]-last[0], q[1]-last[1]))
			c.pts = append(c.pts, q)
		}
	}
	return c
}

// whole says that a line has a course: the projection does not cut it in two.
func (s *Setting) whole(line []orb.Point) bool {
	m := s.Projection.Meridian()
	for i := 1; i < len(line); i++ {
		if math.Abs(geo.WrapLon(line[i][0]-m)-geo.WrapLon(line[i-1][0]-m)) > 180 {
			return false
		}
	}
	return len(line) > 1
}

func (c *course) length() float64 { return c.sum[len(c.sum)-1] }

// at is the point s metres along, and its direction; beyond the ends the course
// goes straight on.
func (c *course) at(s float64) (p orb.Point, dx, dy float64) {
	n := len(c.sum)
	lo, hi := 0, n-2
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if c.sum[mid] <= s {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	a, b := c.pts[lo], c.pts[lo+1]
	l := c.sum[lo+1] - c.sum[lo]
	if l == 0 {
		return a, 1, 0
	}
	dx, dy = (b[0]-a[0])/l, (b[1]-a[1])/l
	t := s - c.sum[lo]
	return orb.Point{a[0] + dx*t, a[1] + dy*t}, dx, dy
}
