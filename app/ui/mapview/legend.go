package mapview

import (
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/maps"
)

// legend says whether the legend is drawn.
type legend uint8

const (
	legendAuto legend = iota // where it stands beside the six states and hides no meeting
	legendOn
	legendOff
)

// eastern is points along the end of the six states in the east, degrees.
var eastern = []orb.Point{{134.8, 48.4}, {131.2, 43}, {122.7, 37.3}, {122.5, 30}, {119.8, 25.4}, {111, 19.5}}

// notesRoom is what note, source and margins take of the height of a map, in
// layout pixels; mostColumns is how far a legend may spread.
const (
	notesRoom   = 66
	mostColumns = 3
)

// fit takes the legend out of a map or spreads it over columns, so that it has
// room. all is the viewport that fits all states.
func (l legend) fit(m *maps.Map, all maps.Viewport) {
	lg := m.Furniture.Legend
	if lg == nil {
		return
	}
	for lg.Columns = 1; l != legendOff && lg.Columns <= mostColumns; lg.Columns++ {
		w, h := maps.LegendRoom(m)
		if l == legendAuto && hides(all, w+2*margin, h+notesRoom) {
			break
		}
		if h+notesRoom <= m.View.Height && w+2*margin <= m.View.Width {
			return
		}
	}
	m.Furniture.Legend = nil
}

// hides reports whether a sheet of that size in the lower right corner would
// lie on one of the six states.
func hides(v maps.Viewport, width, height float64) bool {
	for _, p := range eastern {
		if x, y := v.ToScreen(p); x > v.Width-width && y > v.Height-height {
			return true
		}
	}
	return false
}

// ToggleLegend shows the legend or takes it away.
func (v *View) ToggleLegend() {
	if v.pic != nil && v.pic.legend {
		v.legend = legendOff
	} else {
		v.legend = legendOn
	}
	v.ask()
}
