package maps

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
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
	r       float64   // layout pixels
	weight  float64
	count   int   // members
	members []int // indices of markers, in the order of the map
}

func (s *spot) first() int { return s.members[0] }

// radius gives area in proportion to weight: most is drawn at the full radius.
func radius(weight, most, limit float64) float64 {
	if !(weight > 0) || !(most > 0) {
		return minMarkerRadius
	}
	return math.Min(math.Max(maxMarkerRadius*math.Sqrt(weight/most), minMarkerRadius), limit)
}

// bucket is a range of scales within which nothing is decided anew, so that
// labels and clusters hold still while zooming. A scale lies in (fine, coarse].
type bucket struct{ fine, coarse float64 }

// bucketsPerOctave is how often per doubling of the scale decisions change.
const bucketsPerOctave = 3

func bucketOf(scale float64) bucket {
	k := math.Ceil(math.Log2(scale)*bucketsPerOctave - 1e-9)
	return bucket{math.Exp2((k - 1) / bucketsPerOctave), math.Exp2(k / bucketsPerOctave)}
}

// spots places the markers and, if the map asks for it, joins those that touch.
func spots(m *Map) []spot {
	most := 0.0
	for i := range m.Markers {
		most = math.Max(most, m.Markers[i].Weight)
	}
	all := make([]spot, 0, len(m.Markers))
	index := make([]int, len(m.Markers))
	for i := range m.Markers {
		k := &m.Markers[i]
		limit := most
		if k.MaxWeight > 0 {
			limit = k.MaxWeight
		}
		index[i] = i
		at := m.View.Projection.Project(k.LonLat)
		if math.IsNaN(at[0] + at[1]) {
			continue
		}
		all = append(all, spot{
			at: at, r: radius(k.Weight, limit, maxMarkerRadius),
			weight: math.Max(k.Weight, 0), count: max(k.Members, 1), members: index[i : i+1 : i+1],
		})
	}
	if !m.Cluster {
		return all
	}
	return cluster(all, bucketOf(m.View.Scale).coarse, most)
}

// cluster joins, heaviest first, every spot with those it touches at a scale,
// until none touch. Weights and counts add up; the place is the mean by weight.
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
	order := make([]int32, len(all))
	widest := 0.0
	for i := range all {
		order[i] = int32(i)
		widest = math.Max(widest, all[i].r)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		switch d := all[b].weight - all[a].weight; {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	const gap = 2.0
	cell := (2*widest + gap) * scale
	type key struct{ x, y int32 }
	at := func(p orb.Point) key { return key{int32(math.Floor(p[0] / cell)), int32(math.Floor(p[1] / cell))} }
	grid := make(map[key][]int32, len(all)/4+1)
	for _, i := range order {
		k := at(all[i].at)
		grid[k] = append(grid[k], i)
	}
	taken := make([]bool, len(all))
	out := make([]spot, 0, len(all))
	var group []int32
	for _, i := range order {
		if taken[i] {
			continue
		}
		taken[i] = true
		group = append(group[:0], i)
		a, k := &all[i], at(all[i].at)
		for y := k.y - 1; y <= k.y+1; y++ {
			for x := k.x - 1; x <= k.x+1; x++ {
				c := key{x, y}
				rest := grid[c][:0]
				for _, j := range grid[c] {
					if taken[j] {
						continue
					}
					b := &all[j]
					dx, dy := b.at[0]-a.at[0], b.at[1]-a.at[1]
					if d := (a.r + b.r + gap) * scale; dx*dx+dy*dy < d*d {
						taken[j] = true
						group = append(group, j)
						continue
					}
					rest = append(rest, j)
				}
				if len(rest) < len(grid[c]) {
					grid[c] = rest
				}
			}
		}
		out = append(out, join(all, group, most))
	}
	slices.SortStableFunc(out, func(a, b spot) int { return a.first() - b.first() })
	return out
}

func join(all []spot, group []int32, most float64) spot {
	if len(group) == 1 {
		return all[group[0]]
	}
	var s spot
	var mass float64
	for _, i := range group {
		o := &all[i]
		w := math.Max(o.weight, 1e-9)
		s.at[0] += o.at[0] * w
		s.at[1] += o.at[1] * w
		mass += w
		s.weight += o.weight
		s.count += o.count
		s.members = append(s.members, o.members...)
	}
	s.at[0] /= mass
	s.at[1] /= mass
	slices.Sort(s.members)
	s.r = math.Max(radius(s.weight, most, maxClusterRadius), 10)
	return s
}
