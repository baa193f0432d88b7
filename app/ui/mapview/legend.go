package mapview

import (
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// eastern is points along the end of the six states in the east, degrees.
var eastern = []orb.Point{{134.8, 48.4}, {131.2, 43}, {122.7, 37.3}, {122.5, 30}, {119.8, 25.4}, {111, 19.5}}

// notesRoom is what note, source and margins take of the height of a map, in
// layout pixels; mostColumns is how far a legend may spread.
const (
	notesRoom   = 66
	mostColumns = 3
)

// fitLegend takes the legend out of a map or spreads it over columns, so that
// it has room. Unasked for it stands only where it hides none of the states;
// all is the viewport that fits them.
func fitLegend(want state.Legend, m *maps.Map, all geo.Viewport) {
	lg := m.Furniture.Legend
	if lg == nil {
		return
	}
	for lg.Columns = 1; lg.Columns <= mostColumns; lg.Columns++ {
		w, h := maps.LegendRoom(m)
		if want == state.LegendAuto && hides(all, w+2*margin, h+notesRoom) {
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
func hides(v geo.Viewport, width, height float64) bool {
	for _, p := range eastern {
		if x, y := v.ToScreen(p); x > v.Width-width && y > v.Height-height {
			return true
		}
	}
	return false
}

// ToggleLegend shows the legend or takes it away.
func (v *View) ToggleLegend() {
	want := state.LegendOn
	if v.pic != nil && !v.pic.where.Legend.Empty() {
		want = state.LegendOff
	}
	v.host.Dispatch(state.Func(func(s state.State) state.State { s.Legend = want; return s }))
}

// ToggleLinks ties bilateral meetings to the visitors' capitals, or no longer.
func (v *View) ToggleLinks() {
	v.host.Dispatch(state.Func(func(s state.State) state.State { s.CapitalLinks = !s.CapitalLinks; return s }))
}
