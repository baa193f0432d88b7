package mapview

import (
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// notesRoom is what note, source and margins take of the height of a map, in
// layout pixels; mostColumns is how far a legend may spread.
const (
	notesRoom   = 66
	mostColumns = 3
)

// fitLegend takes the legend out of a map or spreads it over columns, so that
// it has room. Unasked for it stands only where it hides none of the states;
// all is the viewport that fits them.
func fitLegend(want state.Legend, m *maps.Map, region *scene.Region, all geo.Viewport) {
	lg := m.Furniture.Legend
	if lg == nil {
		return
	}
	for lg.Columns = 1; lg.Columns <= mostColumns; lg.Columns++ {
		w, h := maps.LegendRoom(m)
		if want == state.LegendAuto && region.Hides(all, draw.Box{X0: all.Width - w - 2*margin, Y0: all.Height - h - notesRoom, X1: all.Width, Y1: all.Height}) {
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
