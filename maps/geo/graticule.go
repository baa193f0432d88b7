package geo

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// GraticuleStep is the distance of meridians and parallels in degrees, so that
// they are about 150 layout pixels apart.
func (v Viewport) GraticuleStep() float64 {
	deg := 150 * v.Scale / (EarthRadius * math.Pi / 180)
	for _, s := range []float64{0.25, 0.5, 1, 2, 5, 10, 15} {
		if s >= deg*0.75 {
			return s
		}
	}
	return 20
}

// Extent is a box in degrees round all that the window shows, with longitudes
// within 180 degrees of the projection's meridian.
func (v Viewport) Extent() orb.Bound {
	const n = 24
	b := orb.Bound{Min: v.fromScreen(0, 0), Max: v.fromScreen(0, 0)}
	for i := range n + 1 {
		t := float64(i) / n
		for _, q := range []orb.Point{
			v.fromScreen(t*v.Width, 0), v.fromScreen(t*v.Width, v.Height),
			v.fromScreen(0, t*v.Height), v.fromScreen(v.Width, t*v.Height),
		} {
			b = b.Extend(q)
		}
	}
	return b
}

// Graticule is the meridians and parallels that cross the window, in degrees.
func (v Viewport) Graticule() (lons, lats []float64) {
	step := v.GraticuleStep()
	// With what half a line's width reaches into the window.
	v.Width, v.Height = v.Width+2, v.Height+2
	b := v.Extent()
	for x := math.Ceil(b.Min[0]/step) * step; x <= b.Max[0]; x += step {
		lons = append(lons, x)
	}
	for y := math.Ceil(math.Max(b.Min[1], -80)/step) * step; y <= math.Min(b.Max[1], 84); y += step {
		lats = append(lats, y)
	}
	return lons, lats
}

// GraticuleLines is the meridians and parallels of the window, in projected metres.
func (v Viewport) GraticuleLines() *draw.Path {
	lons, lats := v.Graticule()
	b, step := v.Extent(), v.GraticuleStep()
	lines := &draw.Path{}
	add := func(from, to float64, at func(deg float64) orb.Point) {
		// From crossing to crossing, so that a line bends alike in every window.
		var line []orb.Point
		for k := math.Floor(from / step); (k-1)*step < to; k++ {
			line = append(line, at(k*step))
		}
		if len(line) > 0 { // none beyond the last parallel
			lines.Add(ProjectLine(v.Projection, line, false, v.Scale/4))
		}
	}
	east := v.Projection.Meridian() + 180
	for _, lon := range lons {
		add(math.Max(b.Min[1], -84), math.Min(b.Max[1], 84), func(deg float64) orb.Point { return orb.Point{lon, math.Min(math.Max(deg, -85), 85)} })
	}
	for _, lat := range lats {
		add(b.Min[0], b.Max[0], func(deg float64) orb.Point { return orb.Point{min(max(deg, east-360), east), lat} })
	}
	return lines
}

// Edge is a side of the window, t from 0 to 1, in degrees.
type Edge struct {
	v      Viewport
	at     func(t float64) (x, y float64)
	places [33]orb.Point
}

// Edge is the side that at draws, in layout pixels.
func (v Viewport) Edge(at func(t float64) (x, y float64)) *Edge {
	e := &Edge{v: v, at: at}
	for i := range e.places {
		e.places[i] = e.place(float64(i) / float64(len(e.places)-1))
	}
	return e
}

func (e *Edge) place(t float64) orb.Point { return e.v.fromScreen(e.at(t)) }

// Crossing finds where the side has a longitude (axis 0) or latitude (axis 1)
// within the sheet that the layers fill; nil is everywhere. t is 0 to 1.
func (e *Edge) Crossing(axis int, want float64, sheet *orb.Bound) (t float64, ok bool) {
	steps := len(e.places) - 1
	for i := range steps {
		a, b := e.places[i][axis]-want, e.places[i+1][axis]-want
		// The other side of the earth, where longitudes jump, is no crossing.
		if (a < 0) == (b < 0) || math.Abs(a-b) > 90 {
			continue
		}
		lo, hi := float64(i)/float64(steps), float64(i+1)/float64(steps)
		for range 20 {
			mid := (lo + hi) / 2
			if (e.place(mid)[axis] < want) == (a < 0) {
				lo = mid
			} else {
				hi = mid
			}
		}
		p := e.place(lo)
		x, y := e.at(lo)
		if e.v.shows(p, x, y) && (sheet == nil || sheet.Contains(p)) {
			return lo, true
		}
	}
	return 0, false
}
