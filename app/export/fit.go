package export

import (
	"cmp"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// noteHeight is about what the lines at the foot of a map take, in layout
// pixels.
const noteHeight = 40

// legendAir is the layout pixels that a legend keeps from the states beside it,
// if it costs no size: room for the name of the first.
const legendAir = 60

// mostShrink is how much smaller a map may get so that its legend hides none of
// the states; worthChanging is by how much larger it has to be with the legend
// in the other corner.
const (
	mostShrink    = 1.35
	worthChanging = 1.15
)

// mostLegend is the share of a map that a legend takes in its corner, with what is below it,
// unless the map gets larger by worthRaising with the legend above the states.
const (
	mostLegend   = 0.2
	worthRaising = 1.02
)

// fit chooses the lower corner of the legend and where the map looks: the left
// one, unless the legend hides less of the states in the right one or leaves
// them larger there. If it hides one in both, or has no room there, it stands in lines
// above them, as many of its rows as leave them their size.
func (j *job) fit(m *maps.Map) {
	m.Furniture.LegendLeft = true
	if !j.s.Camera.Fits() {
		m.Furniture.LegendLeft = covers(m, true) <= covers(m, false)
		return
	}
	if !maps.LegendStands(m) {
		j.covered = !j.squeeze(m)
		return
	}
	left, leftFree := j.beside(m, false)
	right, rightFree := j.beside(m, true)
	if j.covered = !leftFree && !rightFree && m.Furniture.Legend != nil; j.covered {
		j.covered = !j.above(m)
	}
	if m.Furniture.Legend != nil && m.Furniture.Legend.Strip > 0 {
		return
	}
	m.View = left
	if rightFree && (!leftFree || right.Scale*worthChanging < left.Scale) {
		m.View, m.Furniture.LegendLeft = right, false
	}
	if w, h := maps.LegendRoom(m); w*h > mostLegend*m.View.Width*m.View.Height {
		lg, other := *m.Furniture.Legend, *m
		if other.Furniture.Legend = &lg; j.above(&other) && other.View.Scale*worthRaising < m.View.Scale {
			*m, j.covered = other, false
		}
	}
}

// squeeze puts the legend of a map that has no corner for it into lines along the upper
// edge: as many of its rows, the first ones, as leave the region most of its size, or none
// where that is too few to explain much. It reports whether all have room.
func (j *job) squeeze(m *maps.Map) bool {
	const (
		head, foot = 42, 44 // what a viewport of its own keeps free
		leastMap   = 90     // between legend and note
		air        = 6      // between legend and states
	)
	w, h, d := m.View.Width, m.View.Height, m.View.Density
	notes := maps.NotesRoom(m)
	below := func(top float64) geo.Viewport {
		v := scene.Viewport(j.room, j.s, w, max(h-top-notes, 1)+head+foot, d)
		v.Height = h
		v.Center[1] += (top - head - notes + foot) / 2 * v.Scale
		return v
	}
	lg, plain, all := m.Furniture.Legend, below(head/2), maps.StripLines(m)
	for lg.Strip = cmp.Or(all, 3); lg.Strip > 0; lg.Strip-- { // where a row is wider than the map, those before it
		_, top := maps.LegendRoom(m)
		if v := below(top + air); h-top-notes >= leastMap && 3*lg.Strip >= all && v.Scale <= plain.Scale*mostShrink {
			m.View, m.Furniture.LegendLeft = v, false
			return lg.Strip == all
		}
	}
	m.View, m.Furniture.Legend = plain, nil
	return false
}

// above puts the legend into lines along the upper edge, and the region below them;
// false if it has no room there either.
func (j *job) above(m *maps.Map) bool {
	lines := maps.StripLines(m)
	if lines == 0 {
		return false
	}
	m.Furniture.Legend.Strip = lines
	_, top := maps.LegendRoom(m)
	w, h := m.View.Width, m.View.Height
	if top > h/3 {
		m.Furniture.Legend.Strip = 0
		return false
	}
	v := scene.Viewport(j.room, j.s, w, h-top-noteHeight, m.View.Density)
	v.Height = h
	v.Center[1] += (top - noteHeight) / 2 * v.Scale
	m.View, m.Furniture.LegendLeft = v, false
	return !j.room.Region().Hides(v, draw.Box{X1: w, Y1: top})
}

// covers counts the markers that a legend in a lower corner lies on.
func covers(m *maps.Map, left bool) (n int) {
	w, h := maps.LegendRoom(m)
	for i := range m.Markers {
		x, y := m.View.ToScreen(m.Markers[i].LonLat)
		if !left {
			x = m.View.Width - x
		}
		if k := &m.Markers[i]; !k.Absent && x >= 0 && x < w+gap && y > m.View.Height-h-gap && y <= m.View.Height {
			n++
		}
	}
	return n
}

// beside is the view that fits all, moved away from the legend in a lower corner
// as far as that costs no size; if the legend still hides a state, as far as
// costs least. free says that it hides none.
func (j *job) beside(m *maps.Map, right bool) (v geo.Viewport, free bool) {
	w, h, d := m.View.Width, m.View.Height, m.View.Density
	legendWidth, legendHeight := maps.LegendRoom(m)
	sheet, away := draw.Box{X0: -1, Y0: h - legendHeight - gap/2, X1: legendWidth + gap, Y1: h}, -0.5
	if right {
		sheet.X0, sheet.X1, away = w-legendWidth-gap, w+1, 0.5
	}
	const step = 8
	side, low := 0.0, float64(noteHeight)
	look := func(side, low float64) geo.Viewport {
		v := scene.Viewport(j.room, j.s, w-side, h-low, d)
		v.Width, v.Height = w, h
		v.Center[0] += away * side * v.Scale
		v.Center[1] -= low / 2 * v.Scale
		return v
	}
	plain := scene.Viewport(j.room, j.s, w, h-low, d)
	most := plain.Scale * 1.001
	room := j.room.Region().RoomBeside(plain, h-legendHeight-low, right)
	for side < 2*(legendWidth+legendAir-room) && look(side+step, low).Scale <= most {
		side += step
	}
	for low < legendHeight && look(side, low+step).Scale <= most {
		low += step
	}
	hidden := func(v geo.Viewport) bool { return j.room.Region().Hides(v, sheet) }
	best := look(side, low)
	if !hidden(best) {
		return best, true
	}
	for side := 0.0; side < legendWidth+noteHeight; side += 3 * step {
		for low := float64(noteHeight); low < legendHeight+noteHeight; low += 3 * step {
			v := look(side, low)
			if v.Scale <= plain.Scale*mostShrink && !hidden(v) && (hidden(best) || v.Scale < best.Scale) {
				best = v
			}
		}
	}
	return best, !hidden(best)
}
