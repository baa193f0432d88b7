package draw

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Path is rings, which are closed, or lines, with their bounds.
type Path struct {
	Closed bool
	Parts  [][]orb.Point
	Bounds []orb.Bound // of the parts
	Bound  orb.Bound   // of all of them

	boxes [][]orb.Bound // of the runs of the parts, up to the last part of several
	discs []disc        // those of the parts that stand for circles, in their order
}

// disc is a part that stands for a circle.
type disc struct {
	part    int
	x, y, r float64
}

// Add appends a ring or a line of at least one point, which the path then owns.
func (p *Path) Add(pts []orb.Point) {
	b := boundOf(pts)
	if len(p.Parts) == 0 {
		p.Bound = b
	}
	p.Bound = p.Bound.Union(b)
	if len(pts) > runLength {
		p.boxes = append(p.boxes, make([][]orb.Bound, len(p.Parts)-len(p.boxes))...)
		p.boxes = append(p.boxes, runBoxes(pts))
	}
	p.Parts = append(p.Parts, pts)
	p.Bounds = append(p.Bounds, b)
}

// runLength is how many points of a part make a run: a coast is drawn in bands, and
// what is far from a band is passed over a run at a time.
const runLength = 32

// runBoxes is the boxes round the runs of a part, each with the point before it, which
// is the last one before the first.
func runBoxes(pts []orb.Point) []orb.Bound {
	boxes := make([]orb.Bound, 0, (len(pts)+runLength-1)/runLength)
	before := pts[len(pts)-1]
	for run := range slices.Chunk(pts, runLength) {
		boxes = append(boxes, boundOf(run).Extend(before))
		before = run[len(run)-1]
	}
	return boxes
}

// runs is how many runs a part has.
func (p *Path) runs(part int) int { return (len(p.Parts[part]) + runLength - 1) / runLength }

// run is the points of a run, or the last of them alone if all that leads there lies
// beyond one side of a window.
func (p *Path) run(part, k int, win *orb.Bound) []orb.Point {
	pts := p.Parts[part]
	pts = pts[k*runLength : min((k+1)*runLength, len(pts))]
	if part < len(p.boxes) && p.boxes[part] != nil && apart(&p.boxes[part][k], win) {
		return pts[len(pts)-1:]
	}
	return pts
}

// apart says that two boxes share nothing.
func apart(a, b *orb.Bound) bool {
	return a.Max[1] < b.Min[1] || a.Min[1] > b.Max[1] || a.Max[0] < b.Min[0] || a.Min[0] > b.Max[0]
}

// boundOf is the box round at least one point.
func boundOf(pts []orb.Point) orb.Bound {
	b := orb.Bound{Min: pts[0], Max: pts[0]}
	for _, p := range pts[1:] {
		b.Min = orb.Point{min(b.Min[0], p[0]), min(b.Min[1], p[1])}
		b.Max = orb.Point{max(b.Max[0], p[0]), max(b.Max[1], p[1])}
	}
	return b
}

// Contains is true inside an odd number of rings. A place on an edge counts to one of its
// sides.
func (p *Path) Contains(at orb.Point) bool {
	if !p.Bound.Contains(at) {
		return false
	}
	in := false
	for i, ring := range p.Parts {
		if at[1] < p.Bounds[i].Min[1] || at[1] > p.Bounds[i].Max[1] || at[0] > p.Bounds[i].Max[0] {
			continue
		}
		last := ring[len(ring)-1]
		for _, q := range ring {
			if (q[1] > at[1]) != (last[1] > at[1]) && at[0] < (last[0]-q[0])*(at[1]-q[1])/(last[1]-q[1])+q[0] {
				in = !in
			}
			last = q
		}
	}
	return in
}

// Crossings appends where a level line crosses the rings: who asks about many points
// on it asks [Inside] of each.
func (p *Path) Crossings(y float64, xs []float64) []float64 {
	for i, ring := range p.Parts {
		if y < p.Bounds[i].Min[1] || y > p.Bounds[i].Max[1] {
			continue
		}
		last := ring[len(ring)-1]
		for _, q := range ring {
			if (q[1] > y) != (last[1] > y) {
				xs = append(xs, (last[0]-q[0])*(y-q[1])/(last[1]-q[1])+q[0])
			}
			last = q
		}
	}
	return xs
}

// Inside is whether a place on a line, of which these are the crossings, lies inside.
func Inside(crossings []float64, x float64) bool {
	in := false
	for _, at := range crossings {
		if x < at {
			in = !in
		}
	}
	return in
}

// Rectangle is a rectangle as a ring.
func Rectangle(x0, y0, x1, y1 float64) *Path {
	s := &rectangle{ring: [4]orb.Point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}}
	s.path = Path{Closed: true, Parts: s.parts[:0], Bounds: s.bounds[:0]}
	s.path.Add(s.ring[:])
	return &s.path
}

// rectangle is a path with all that it is made of in one piece: a chart has
// thousands of them.
type rectangle struct {
	path   Path
	ring   [4]orb.Point
	parts  [1][]orb.Point
	bounds [1]orb.Bound
}

// Circle is a ring round a point.
func Circle(x, y, r float64) *Path {
	p := &Path{Closed: true}
	p.AddCircle(x, y, r)
	return p
}

// AddCircle appends a ring round a point, which formats with circles draw as one.
func (p *Path) AddCircle(x, y, r float64) {
	n := min(max(int(r*4), 12), 96)
	ring := make([]orb.Point, n)
	for i := range ring {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		ring[i] = orb.Point{x + r*cos, y + r*sin}
	}
	p.discs = append(p.discs, disc{len(p.Parts), x, y, r})
	p.Add(ring)
}

// RoundRectangle is a rectangle with corners of radius r, as a ring.
func RoundRectangle(x0, y0, x1, y1, r float64) *Path {
	r = min(r, (x1-x0)/2, (y1-y0)/2)
	var ring []orb.Point
	for i, c := range [4]orb.Point{{x1 - r, y0 + r}, {x1 - r, y1 - r}, {x0 + r, y1 - r}, {x0 + r, y0 + r}} {
		for k := range 7 {
			sin, cos := math.Sincos((float64(i)-1)*math.Pi/2 + float64(k)*math.Pi/12)
			ring = append(ring, orb.Point{c[0] + r*cos, c[1] + r*sin})
		}
	}
	s := &Path{Closed: true}
	s.Add(ring)
	return s
}

// Holds says that a path contains a point and the points dx and dy from it.
func (p *Path) Holds(at orb.Point, dx, dy float64) bool {
	if !p.Bound.Contains(at) {
		return false
	}
	for _, d := range [5][2]float64{{0, 0}, {-dx, -dy}, {dx, dy}, {-dx, dy}, {dx, -dy}} {
		if !p.Contains(orb.Point{at[0] + d[0], at[1] + d[1]}) {
			return false
		}
	}
	return true
}
