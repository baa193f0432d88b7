package maps

// Placement is where the things of a map ended up, for pointing at them and for
// putting others beside them.
type Placement struct {
	View Viewport
	// Notes, ScaleBar, Legend and Inset are where the furniture stands. What a
	// picture does not have, or has no room for, is empty.
	Notes, ScaleBar, Legend, Inset Box

	markers []PlacedMarker
	grid    hitGrid
	layers  *projected
	named   map[string]bool
}

// Named reports whether the picture writes the name of a label in full.
func (p *Placement) Named(id string) bool { return p.named[id] }

// Box is a rectangle of the picture in layout pixels.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Empty reports whether the box holds nothing.
func (b Box) Empty() bool { return b.X1 <= b.X0 || b.Y1 <= b.Y0 }

// Contains reports whether a point, in layout pixels, lies in the box.
func (b Box) Contains(x, y float64) bool { return x >= b.X0 && x < b.X1 && y >= b.Y0 && y < b.Y1 }

// OnFurniture reports whether a point lies on a sheet that covers the map: notes,
// legend or inset.
func (p *Placement) OnFurniture(x, y float64) bool {
	return p.Notes.Contains(x, y) || p.Legend.Contains(x, y) || p.Inset.Contains(x, y)
}

func (r rect) box() Box { return Box{r.x0, r.y0, r.x1, r.y1} }

// PlacedMarker is a marker on the screen: one or, when clustered, several of the
// map's markers. X, Y and R are layout pixels.
type PlacedMarker struct {
	IDs     []string
	X, Y, R float64
}

// Markers is every marker inside the window or near it, in the order drawn.
func (p *Placement) Markers() []PlacedMarker { return p.markers }
