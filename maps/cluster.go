package maps

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/sorts"
	"c5atlas.org/c5atlas/maps/geo"
)

// Sizes of markers in layout pixels.
const (
	maxMarkerRadius  = 19.0
	minMarkerRadius  = 4.5
	maxClusterRadius = 30.0
)

// spot is a marker, or several as one, on the plane.
type spot struct {
	at      orb.Point // metres
	r       float64   // of the room it keeps, layout pixels
	room    float64   // the weight of that
	weight  float64
	before  float64 // what it grows from
	lit     float64 // of weight
	members []int   // indices of markers, in the order of the map
}

func (s *spot) first() int { return s.members[0] }

// radius gives area in proportion to weight: most is drawn at the full radius.
func radius(weight, most, limit float64) float64 {
	if !(weight > 0) || !(most > 0) {
		return minMarkerRadius
	}
	return math.Min(math.Max(maxMarkerRadius*math.Sqrt(weight/most), minMarkerRadius), limit)
}

// radius is that of what a spot stands for now, in layout pixels at size 1; one on
// its way has the area that it has come to.
func (s *spot) radius(most, rest float64) float64 {
	return radius(s.weight+rest*(s.before-s.weight), most, maxClusterRadius)
}

// mostWeight is the weight of the largest symbol.
func (m *Map) mostWeight() float64 {
	most := 0.0
	for i := range m.Markers {
		if k := &m.Markers[i]; k.MaxWeight > 0 {
			most = math.Max(most, k.MaxWeight)
		} else {
			most = math.Max(most, k.Weight)
		}
	}
	return most
}

// spots places the markers and, if the map asks for it, joins those that touch.
func spots(m *Map) []spot {
	most := m.mostWeight()
	all := make([]spot, 0, len(m.Markers))
	index := make([]int, len(m.Markers))
	for i := range m.Markers {
		k := &m.Markers[i]
		index[i] = i
		at := m.View.Projection.Project(k.LonLat)
		if math.IsNaN(at[0] + at[1]) {
			continue
		}
		room := math.Max(k.Room, k.Weight)
		all = append(all, spot{
			at: at, r: radius(room, most, maxMarkerRadius), room: math.Max(room, 0),
			weight: math.Max(k.Weight, 0), before: math.Max(k.Before, 0), lit: k.focused(), members: index[i : i+1 : i+1],
		})
	}
	grow := m.markerScale()
	if m.Cluster {
		// Larger symbols touch as they would on a coarser map.
		all = cluster(all, geo.BucketOf(m.View.Scale).Coarse*grow, most)
	}
	for i := range all {
		all[i].r *= grow
	}
	return all
}

// focused is what of the weight of a marker is in focus.
func (k *Marker) focused() float64 {
	switch {
	case k.Muted:
		return 0
	case k.Partly:
		return math.Max(k.Lit, 0)
	}
	return math.Max(k.Weight, 0)
}

// symbolsRoom is the height of a map, in layout pixels, that has room for symbols
// of normal size.
const symbolsRoom = 300

// markerScale is how much larger symbols are where type is: on a projector both are
// read from afar. In a low map they do not grow over the land that they stand on.
func (m *Map) markerScale() float64 {
	return min(max(m.TypeScale, 1), 2, max(m.View.Height/symbolsRoom, 1))
}

// cluster joins, heaviest first, every spot with those it touches at a scale,
// until none touch. Weights add up; the place is the mean by the room they keep.
func cluster(all []spot, scale, most float64) []spot {
	for {
		joined := clusterOnce(all, scale, most)
		if len(joined) == len(all) {
			return joined
		}
		all = joined
	}
}

func clusterOnce(all []spot, scale, most float64) []spot {
	const gap = 2.0
	widest := 0.0
	for i := range all {
		widest = math.Max(widest, all[i].r)
	}
	grid := newSpotGrid(all, (2*widest+gap)*scale)
	taken := make([]bool, len(all))
	out := make([]spot, 0, len(all))
	var group []int32
	for _, i := range byWeight(all) {
		if taken[i] {
			continue
		}
		taken[i] = true
		group = append(group[:0], i)
		a := &all[i]
		grid.around(a.at, func(j int32) (keep bool) {
			if taken[j] {
				return false
			}
			b := &all[j]
			dx, dy := b.at[0]-a.at[0], b.at[1]-a.at[1]
			if d := (a.r + b.r + gap) * scale; dx*dx+dy*dy < d*d {
				taken[j] = true
				group = append(group, j)
				return false
			}
			return true
		})
		out = append(out, join(all, group, most))
	}
	sorts.Func(out, func(a, b spot) int { return a.first() - b.first() })
	return out
}

// byWeight is the spots' indices, heaviest first, of equal ones the first.
func byWeight(all []spot) []int32 {
	type entry struct {
		weight float64
		i      int32
	}
	entries := make([]entry, len(all))
	for i := range all {
		entries[i] = entry{all[i].room, int32(i)}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return int(a.i - b.i)
	})
	order := make([]int32, len(all))
	for i, e := range entries {
		order[i] = e.i
	}
	return order
}

// spotGrid holds spots by cells of at least a given side.
type spotGrid struct {
	origin     orb.Point
	cell       float64
	cols, rows int
	start, end []int32 // of a cell in items
	items      []int32
}

// maxGridSide keeps a grid over a whole continent small at any zoom.
const maxGridSide = 512

func newSpotGrid(all []spot, cell float64) *spotGrid {
	g := &spotGrid{}
	if len(all) == 0 {
		return g
	}
	b := orb.Bound{Min: all[0].at, Max: all[0].at}
	for i := range all {
		b = b.Extend(all[i].at)
	}
	g.origin = b.Min
	g.cell = math.Max(cell, math.Max(b.Max[0]-b.Min[0], b.Max[1]-b.Min[1])/maxGridSide)
	g.cols, g.rows = int((b.Max[0]-b.Min[0])/g.cell)+1, int((b.Max[1]-b.Min[1])/g.cell)+1
	g.start = make([]int32, g.cols*g.rows+1)
	cells := make([]int32, len(all))
	for i := range all {
		x, y := g.at(all[i].at)
		cells[i] = int32(y*g.cols + x)
		g.start[cells[i]+1]++
	}
	for i := 1; i < len(g.start); i++ {
		g.start[i] += g.start[i-1]
	}
	g.end = slices.Clone(g.start[:len(g.start)-1])
	g.items = make([]int32, len(all))
	for i, c := range cells {
		g.items[g.end[c]] = int32(i)
		g.end[c]++
	}
	return g
}

func (g *spotGrid) at(p orb.Point) (x, y int) {
	return int((p[0] - g.origin[0]) / g.cell), int((p[1] - g.origin[1]) / g.cell)
}

// around calls visit for what lies in a cell and the eight round it, and drops
// what visit does not want to see again.
func (g *spotGrid) around(p orb.Point, visit func(i int32) (keep bool)) {
	cx, cy := g.at(p)
	for y := max(cy-1, 0); y <= min(cy+1, g.rows-1); y++ {
		for x := max(cx-1, 0); x <= min(cx+1, g.cols-1); x++ {
			c := y*g.cols + x
			kept := g.start[c]
			for k := g.start[c]; k < g.end[c]; k++ {
				if i := g.items[k]; visit(i) {
					g.items[kept] = i
					kept++
				}
			}
			g.end[c] = kept
		}
	}
}

func join(all []spot, group []int32, most float64) spot {
	if len(group) == 1 {
		return all[group[0]]
	}
	var s spot
	var mass float64
	for _, i := range group {
		o := &all[i]
		w := math.Max(o.room, 1e-9)
		s.at[0] += o.at[0] * w
		s.at[1] += o.at[1] * w
		mass += w
		s.room, s.weight, s.before, s.lit = s.room+o.room, s.weight+o.weight, s.before+o.before, s.lit+o.lit
		s.members = append(s.members, o.members...)
	}
	s.at[0] /= mass
	s.at[1] /= mass
	slices.Sort(s.members)
	s.r = radius(s.room, most, maxClusterRadius)
	return s
}
