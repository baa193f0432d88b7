package maps

import "math"

// rect is a box in layout pixels.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) pad(d float64) rect { return rect{r.x0 - d, r.y0 - d, r.x1 + d, r.y1 + d} }

func (r rect) overlaps(o rect) bool { return r.x0 < o.x1 && o.x0 < r.x1 && r.y0 < o.y1 && o.y0 < r.y1 }

func (r rect) within(o rect) bool {
	return r.x0 >= o.x0 && r.y0 >= o.y0 && r.x1 <= o.x1 && r.y1 <= o.y1
}

func (r rect) union(o rect) rect {
	return rect{math.Min(r.x0, o.x0), math.Min(r.y0, o.y0), math.Max(r.x1, o.x1), math.Max(r.y1, o.y1)}
}

func unionOf(rs []rect) rect {
	u := rs[0]
	for _, r := range rs[1:] {
		u = u.union(r)
	}
	return u
}

// body is what a thing covers at both ends of a bucket of scales: coarse[i] and
// fine[i] are the same box.
type body struct{ coarse, fine []rect }

// apart says that two boxes do not touch at any scale between: they lie on the
// same side of each other at both ends, and between them everything moves along
// straight lines.
func apart(ac, af, bc, bf rect) bool {
	return ac.x1 <= bc.x0 && af.x1 <= bf.x0 || bc.x1 <= ac.x0 && bf.x1 <= af.x0 ||
		ac.y1 <= bc.y0 && af.y1 <= bf.y0 || bc.y1 <= ac.y0 && bf.y1 <= af.y0
}

func (a *body) clear(b *body) bool {
	for i := range a.coarse {
		for k := range b.coarse {
			if !apart(a.coarse[i], a.fine[i], b.coarse[k], b.fine[k]) {
				return false
			}
		}
	}
	return true
}

// crowd is the bodies that hold their place, in a hashed grid over the plane at
// the coarse scale. A margin lets pairs be found that meet only at the fine one.
type crowd struct {
	bodies []body
	cells  map[[2]int32][]int32
	seen   []int32 // last query that looked at a body
	query  int32
}

const (
	crowdCell   = 128.0
	crowdMargin = 48.0
)

func newCrowd() *crowd { return &crowd{cells: map[[2]int32][]int32{}} }

func (c *crowd) each(r rect, do func([2]int32) bool) bool {
	for y := int32(math.Floor(r.y0 / crowdCell)); y <= int32(math.Floor(r.y1/crowdCell)); y++ {
		for x := int32(math.Floor(r.x0 / crowdCell)); x <= int32(math.Floor(r.x1/crowdCell)); x++ {
			if !do([2]int32{x, y}) {
				return false
			}
		}
	}
	return true
}

// free says whether a body touches none of the crowd.
func (c *crowd) free(b body) bool {
	c.query++
	return c.each(unionOf(b.coarse).pad(crowdMargin), func(cell [2]int32) bool {
		for _, i := range c.cells[cell] {
			if c.seen[i] == c.query {
				continue
			}
			c.seen[i] = c.query
			if !b.clear(&c.bodies[i]) {
				return false
			}
		}
		return true
	})
}

func (c *crowd) add(b body) {
	i := int32(len(c.bodies))
	c.bodies = append(c.bodies, b)
	c.seen = append(c.seen, 0)
	c.each(unionOf(b.coarse), func(cell [2]int32) bool {
		c.cells[cell] = append(c.cells[cell], i)
		return true
	})
}
