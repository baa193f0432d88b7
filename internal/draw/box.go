package draw

// Box is an upright rectangle, in whatever unit its owner counts; Y is down.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Width is the box from left to right.
func (r Box) Width() float64 { return r.X1 - r.X0 }

// Height is the box from top to bottom.
func (r Box) Height() float64 { return r.Y1 - r.Y0 }

// Pad is the box d wider on every side.
func (r Box) Pad(d float64) Box { return Box{r.X0 - d, r.Y0 - d, r.X1 + d, r.Y1 + d} }

// Overlaps reports whether two boxes share more than an edge.
func (r Box) Overlaps(o Box) bool { return r.X0 < o.X1 && o.X0 < r.X1 && r.Y0 < o.Y1 && o.Y0 < r.Y1 }

// Within reports whether the box lies in another.
func (r Box) Within(o Box) bool {
	return r.X0 >= o.X0 && r.Y0 >= o.Y0 && r.X1 <= o.X1 && r.Y1 <= o.Y1
}

// Union is the smallest box round two.
func (r Box) Union(o Box) Box {
	return Box{min(r.X0, o.X0), min(r.Y0, o.Y0), max(r.X1, o.X1), max(r.Y1, o.Y1)}
}

// UnionOf is the smallest box round at least one.
func UnionOf(rs []Box) Box {
	u := rs[0]
	for _, r := range rs[1:] {
		u = u.Union(r)
	}
	return u
}

// Empty reports whether the box holds nothing.
func (r Box) Empty() bool { return r.X1 <= r.X0 || r.Y1 <= r.Y0 }

// Contains reports whether a point lies in the box, to which its left and upper edge
// belong and the others do not.
func (r Box) Contains(x, y float64) bool { return x >= r.X0 && x < r.X1 && y >= r.Y0 && y < r.Y1 }
