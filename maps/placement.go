package maps

import (
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Placement is where the things of a map ended up, for pointing at them and for
// putting others beside them.
type Placement struct {
	View geo.Viewport
	// Notes, ScaleBar, Legend and Inset are where the furniture stands. What a
	// picture does not have, or has no room for, is empty.
	Notes, ScaleBar, Legend, Inset draw.Box

	rows    []placedRow
	within  geo.Viewport // of the inset
	markers []PlacedMarker
	grid    hitGrid
	beside  hitGrid // their numbers and further shapes
	layers  *geo.Projected
	named   map[string]bool
}

// Named reports whether the picture writes the name of a label in full.
func (p *Placement) Named(id string) bool { return p.named[id] }

// OnFurniture reports whether a point lies on a sheet that covers the map: notes,
// legend or inset.
func (p *Placement) OnFurniture(x, y float64) bool {
	return p.Notes.Contains(x, y) || p.Legend.Contains(x, y) || p.Inset.Contains(x, y)
}

// LegendRow is the id of the row of the legend at a point of the screen, and where
// it stands.
func (p *Placement) LegendRow(x, y float64) (id string, box draw.Box, ok bool) {
	for _, r := range p.rows {
		if r.id != "" && r.box.Contains(x, y) {
			return r.id, r.box, true
		}
	}
	return "", draw.Box{}, false
}

// LegendRows is the ids of the rows of the legend that have one, in the order in
// which they are read.
func (p *Placement) LegendRows() (ids []string) {
	for _, r := range p.rows {
		if r.id != "" {
			ids = append(ids, r.id)
		}
	}
	return ids
}

// LegendBox is where a row of the legend stands; ok is false if the picture has none
// of that id.
func (p *Placement) LegendBox(id string) (box draw.Box, ok bool) {
	for _, r := range p.rows {
		if r.id == id && id != "" {
			return r.box, true
		}
	}
	return draw.Box{}, false
}

// InInset is the place on the plane, in projected metres, that a point of the
// screen shows in the inset, if it is on that.
func (p *Placement) InInset(x, y float64) (at orb.Point, ok bool) {
	if p.Inset.Empty() || !p.Inset.Contains(x, y) {
		return orb.Point{}, false
	}
	return p.within.ScreenToPlane(x-p.Inset.X0, y-p.Inset.Y0), true
}

// PlacedMarker is a marker on the screen: one or, when clustered, several of the
// map's markers. X, Y and R are layout pixels.
type PlacedMarker struct {
	IDs     []string
	X, Y, R float64
}

// Markers is every marker inside the window or near it, in the order drawn.
func (p *Placement) Markers() []PlacedMarker { return p.markers }
