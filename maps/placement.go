package maps

// Placement is where the things of a map ended up, for pointing at them.
type Placement struct {
	View    Viewport
	markers []PlacedMarker
	grid    hitGrid
	layers  *projected
}

// PlacedMarker is a marker on the screen: one or, when clustered, several of the
// map's markers. X, Y and R are layout pixels.
type PlacedMarker struct {
	IDs     []string
	X, Y, R float64
}

// Markers is every marker inside the window or near it, in the order drawn.
func (p *Placement) Markers() []PlacedMarker { return p.markers }
