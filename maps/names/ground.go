package names

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// ground says of the cells of a lattice over a part of the plane whose land they
// are in. Its coordinates are pixels of the coarse plane, in which the lattice is
// the same for every part.
type ground struct {
	bound orb.Bound // on the plane, metres
	x, y  int       // of the first cell, in cells
	w, h  int
	of    []uint16 // number of a country in the layers, from 1; 0 is none whose names heed others
	land  *land    // of the country that was asked about last, nil before
}

const (
	cell     = 4.0    // layout pixels
	disputed = 0x8000 // a cell that lies in an area that others claim
)

// groundOf looks at a part of the plane, for a name of one country.
func (l *Layout) groundOf(bound orb.Bound, own string) *ground {
	at := l.coarse.Bound(bound)
	g := &ground{bound: bound, x: int(math.Floor(at.Min[0] / cell)), y: int(math.Floor(at.Min[1] / cell))}
	g.w, g.h = int(math.Ceil(at.Max[0]/cell))-g.x, int(math.Ceil(at.Max[1]/cell))-g.y
	g.of = make([]uint16, g.w*g.h)
	parties := map[string]bool{}
	for _, a := range l.Base.Areas {
		for _, iso := range Parties(a) {
			parties[iso] = true
		}
	}
	for i, s := range l.Base.Countries {
		if iso := s.Props["iso"]; iso == own || l.Focus[iso] || parties[iso] {
			g.fill(&s.Path, l.coarse, func(c *uint16) { *c = uint16(i + 1) })
		}
	}
	for _, s := range l.Base.Areas {
		g.fill(&s.Path, l.coarse, func(c *uint16) { *c |= disputed })
	}
	return g
}

// heeds says that no other name of a state or party stands in a country: it is in
// focus or party to a disputed area.
func (l *Layout) heeds(iso string) bool { return l.Focus[iso] || l.partyTo(iso) }

// fill marks the cells whose middles lie in a path, in metres.
func (g *ground) fill(s *draw.Path, to draw.Affine, mark func(*uint16)) {
	if !s.Bound.Intersects(g.bound) {
		return
	}
	cross := make([][]float64, g.h)
	for i, ring := range s.Parts {
		if !s.Bounds[i].Intersects(g.bound) {
			continue
		}
		a := to.Apply(ring[len(ring)-1])
		for _, q := range ring {
			b := to.Apply(q)
			low, high := a, b
			if low[1] > high[1] {
				low, high = high, low
			}
			// Rows whose middle lies between them.
			first := max(int(math.Ceil(low[1]/cell-0.5))-g.y, 0)
			for row := first; row < g.h; row++ {
				y := (float64(g.y+row) + 0.5) * cell
				if y >= high[1] {
					break
				}
				cross[row] = append(cross[row], low[0]+(high[0]-low[0])*(y-low[1])/(high[1]-low[1]))
			}
			a = b
		}
	}
	for row, xs := range cross {
		slices.Sort(xs)
		for k := 0; k+1 < len(xs); k += 2 {
			from := max(int(math.Ceil(xs[k]/cell-0.5))-g.x, 0)
			to := min(int(math.Ceil(xs[k+1]/cell-0.5))-g.x, g.w)
			for x := from; x < to; x++ {
				mark(&g.of[row*g.w+x])
			}
		}
	}
}

// at is what cell a point of the coarse plane is in; 0 beyond the part looked at.
func (g *ground) at(x, y float64) uint16 {
	i, k := int(math.Floor(x/cell))-g.x, int(math.Floor(y/cell))-g.y
	if i < 0 || k < 0 || i >= g.w || k >= g.h {
		return 0
	}
	return g.of[k*g.w+i]
}

// number is that of a country in the layers, 0 if they have it not.
func (l *Layout) number(iso string) uint16 {
	return uint16(1 + slices.IndexFunc(l.Base.Countries, func(s *geo.Shape) bool { return s.Props["iso"] == iso }))
}

// partyTo says that a state administers or claims an area of the layers.
func (l *Layout) partyTo(iso string) bool {
	return l.Base != nil && slices.ContainsFunc(l.Base.Areas, func(a *geo.Shape) bool { return slices.Contains(Parties(a), iso) })
}
