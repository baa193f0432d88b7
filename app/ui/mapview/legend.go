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

// easternmost is the end of the six states in the east, degrees.
var easternmost = orb.Point{134.8, 48.4}

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
	east, _ := all.ToScreen(easternmost)
	for lg.Columns = 1; l != legendOff && lg.Columns <= mostColumns; lg.Columns++ {
		w, h := maps.LegendRoom(m)
		if l == legendAuto && w+2*margin > m.View.Width-east {
			break
		}
		if h+notesRoom <= m.View.Height && w+2*margin <= m.View.Width {
			return
		}
	}
	m.Furniture.Legend = nil
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
