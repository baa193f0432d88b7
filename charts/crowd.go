package charts

import (
	"math"
	"slices"
)

// crowd is what is taken of a plot, kept so that a place among thousands is
// found free or taken at once.
type crowd struct {
	strips map[int][]rect // by upright strips of the plot; a rectangle is in every one that it touches
	wide   []rect         // those in more strips than are worth keeping
}

const (
	stripWidth = 64.0
	mostStrips = 64
)

// strips a rectangle touches; false if they are too many, or no numbers.
func strips(r rect) (from, to int, ok bool) {
	a, b := math.Floor(r.x/stripWidth), math.Floor(r.right()/stripWidth)
	if !(b-a < mostStrips) || math.Abs(a) > 1e6 {
		return 0, 0, false
	}
	return int(a), int(b), true
}

// take adds a rectangle; one without height takes nothing.
func (c *crowd) take(r rect) {
	if !(r.h > 0) {
		return
	}
	from, to, ok := strips(r)
	if !ok {
		c.wide = append(c.wide, r)
		return
	}
	if c.strips == nil {
		c.strips = map[int][]rect{}
	}
	for k := from; k <= to; k++ {
		c.strips[k] = append(c.strips[k], r)
	}
}

// free reports whether a rectangle touches nothing that is taken.
func (c *crowd) free(r rect) bool {
	clear := func(list []rect) bool { return !slices.ContainsFunc(list, r.touches) }
	if !clear(c.wide) {
		return false
	}
	from, to, ok := strips(r)
	if !ok {
		for _, list := range c.strips {
			if !clear(list) {
				return false
			}
		}
		return true
	}
	for k := from; k <= to; k++ {
		if !clear(c.strips[k]) {
			return false
		}
	}
	return true
}
