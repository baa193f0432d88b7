package names

import (
	"math"

	"c5atlas.org/c5atlas/internal/draw"
)

// body is what a thing covers at both ends of a bucket of scales: coarse[i] and
// fine[i] are the same box.
type body struct{ coarse, fine []draw.Box }

// apart says that two boxes do not touch at any scale between: they lie on the
// same side of each other at both ends, and between them everything moves along
// straight lines.
func apart(ac, af, bc, bf draw.Box) bool {
	return ac.X1 <= bc.X0 && af.X1 <= bf.X0 || bc.X1 <= ac.X0 && bf.X1 <= af.X0 ||
		ac.Y1 <= bc.Y0 && af.Y1 <= bf.Y0 || bc.Y1 <= ac.Y0 && bf.Y1 <= af.Y0
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

func (c *crowd) each(r draw.Box, do func([2]int32) bool) bool {
	for y := int32(math.Floor(r.Y0 / crowdCell)); y <= int32(math.Floor(r.Y1/crowdCell)); y++ {
		for x := int32(math.Floor(r.X0 / crowdCell)); x <= int32(math.Floor(r.X1/crowdCell)); x++ {
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
	return c.each(draw.UnionOf(b.coarse).Pad(crowdMargin), func(cell [2]int32) bool {
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

// covers says whether any of the crowd touches a box at the coarse scale, where a
// body with that box cannot be free. It asks less than free does.
func (c *crowd) covers(b draw.Box) bool {
	return !c.each(b, func(cell [2]int32) bool {
		for _, i := range c.cells[cell] {
			for _, x := range c.bodies[i].coarse {
				if touch(x, b) {
					return false
				}
			}
		}
		return true
	})
}

// cross says whether any of the crowd lies on a line at the coarse scale, where its
// boxes cannot be free. Most lines end here.
func (c *crowd) cross(line *line) bool {
	all := line.bound()
	return !c.each(all, func(cell [2]int32) bool {
		for _, i := range c.cells[cell] {
			for _, x := range c.bodies[i].coarse {
				if !touch(x, all) {
					continue
				}
				for part := range line.free + 1 {
					if touch(x, line.box(part)) {
						return false
					}
				}
			}
		}
		return true
	})
}

// without takes a body out until what it gives is called.
func (c *crowd) without(i int) (back func()) {
	was := c.bodies[i]
	c.bodies[i] = body{}
	return func() { c.bodies[i] = was }
}

func touch(a, b draw.Box) bool { return a.X1 > b.X0 && b.X1 > a.X0 && a.Y1 > b.Y0 && b.Y1 > a.Y0 }

func (c *crowd) add(b body) {
	i := int32(len(c.bodies))
	c.bodies = append(c.bodies, b)
	c.seen = append(c.seen, 0)
	c.each(draw.UnionOf(b.coarse), func(cell [2]int32) bool {
		c.cells[cell] = append(c.cells[cell], i)
		return true
	})
}
