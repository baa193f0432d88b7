package mapview

import (
	"cmp"
	"math"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// notesRoom is what note, source and margins take of the height of a map, in
// layout pixels; mostColumns is how far a legend may spread, fullLines how many
// lines of it run along the upper edge where they hide nothing, or more if it has more rows.
const (
	notesRoom   = 66
	mostColumns = 3
	fullLines   = 2
	// nameSize is the type of a marker's name, besideMarker how far from the middle of
	// the largest marker it begins, in layout pixels.
	nameSize     = 14
	besideMarker = 34
)

// fitLegend gives the legend a corner where it hides none of the states, spread
// over columns if need be, else as many lines along the upper edge as hide none,
// at least one. all is the viewport that fits the states: a legend that stands
// aside of them there stays as it is wherever the map goes.
func fitLegend(m *maps.Map, region *scene.Region, all geo.Viewport) {
	lg := m.Furniture.Legend
	if lg == nil {
		return
	}
	for lg.Columns = 1; lg.Columns <= mostColumns; lg.Columns++ {
		w, h := maps.LegendRoom(m)
		corner := draw.Box{X0: all.Width - w - 2*margin, Y0: all.Height - h - notesRoom, X1: all.Width, Y1: all.Height}
		if region.Hides(all, corner) || hidesName(m, all, corner) {
			break
		}
		if h+notesRoom <= m.View.Height && w+2*margin <= m.View.Width {
			return
		}
	}
	for lg.Strip = max(fullLines, maps.StripLines(m)); lg.Strip > 1; lg.Strip-- {
		w, h := maps.LegendRoom(m)
		if !region.Hides(all, draw.Box{X1: w, Y1: h}) {
			return
		}
	}
}

// hidesName says that a box hides the name that stands at the right of a marker
// that ever has a weight: it has no other place while names stand where they are.
func hidesName(m *maps.Map, all geo.Viewport, box draw.Box) bool {
	if m.Style.Bold == nil {
		return false
	}
	for i := range m.Markers {
		mark := &m.Markers[i]
		if mark.Label == "" || max(mark.Room, mark.Weight) == 0 {
			continue
		}
		x, y := all.ToScreen(mark.LonLat)
		half := nameSize * cmp.Or(m.TypeScale, 1) / 2
		width := 0.0
		for k := range m.Markers { // those that it may be one symbol with are named together
			if u, v := all.ToScreen(m.Markers[k].LonLat); m.Markers[k].Label != "" && math.Hypot(u-x, v-y) < besideMarker {
				width += m.Style.Bold.Width(", " + m.Markers[k].Label)
			}
		}
		end := x + besideMarker + 2*half*width
		if box.Overlaps(draw.Box{X0: x, Y0: y - half, X1: end, Y1: y + half}) {
			return true
		}
	}
	return false
}

// hoverLegend previews what the row of the legend under the pointer names, and
// reports whether there is one.
func (v *View) hoverLegend(x, y float64) bool {
	id, _, ok := v.pic.where.LegendRow(x, y)
	if ok && id != v.marks.row {
		v.unhover()
		v.marks.row = id
		v.host.SetPreview(scene.LegendFocus(v.host.Room, v.host.Selection(), id))
	}
	return ok
}

// pickLegend lights what the row of the legend at a point of the pane names, and
// reports whether there is one.
func (v *View) pickLegend(x, y float64) bool {
	id := v.legendAt(x, y)
	if id != "" {
		v.lightRow(id)
	}
	return id != ""
}

// legendAt is the row of the legend at a point of the pane, "" for none.
func (v *View) legendAt(x, y float64) string {
	if v.pic == nil {
		return ""
	}
	id, _, _ := v.pic.where.LegendRow(v.onPicture(x, y))
	return id
}

// lightRow lights what a row of the legend names.
func (v *View) lightRow(id string) {
	if codes := scene.LegendFocus(v.host.Room, v.host.Selection(), id); codes.Lights() {
		v.host.Store.Break()
		v.host.Dispatch(state.FocusOn{Codes: codes, Add: v.mods()&fyne.KeyModifierShift != 0})
	}
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
