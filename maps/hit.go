package maps

import (
	"math"
)

// hitRadius is half of the 24 layout pixels that every target has at least.
const hitRadius = 12.0

// hitCell is the side of a cell of the grid in layout pixels.
const hitCell = 24.0

// hitGrid lists, for each cell of the window, the markers that can be hit there,
// side by side in memory. start has one entry more than there are cells.
type hitGrid struct {
	cols, rows int
	start      []int32
	items      []hitItem
}

type hitItem struct {
	x, y, reach float64
	marker      int32
}

func (m PlacedMarker) reach() float64 { return math.Max(m.R, hitRadius) }

func newHitGrid(markers []PlacedMarker, width, height float64) hitGrid {
	g := hitGrid{cols: int(width/hitCell) + 1, rows: int(height/hitCell) + 1}
	g.start = make([]int32, g.cols*g.rows+1)
	each := func(do func(cell int, i int32)) {
		for i, m := range markers {
			r := m.reach()
			x0, x1 := clampCell(m.X-r, g.cols), clampCell(m.X+r, g.cols)
			y0, y1 := clampCell(m.Y-r, g.rows), clampCell(m.Y+r, g.rows)
			for y := y0; y <= y1; y++ {
				for x := x0; x <= x1; x++ {
					do(y*g.cols+x, int32(i))
				}
			}
		}
	}
	each(func(cell int, _ int32) { g.start[cell+1]++ })
	for i := 1; i < len(g.start); i++ {
		g.start[i] += g.start[i-1]
	}
	g.items = make([]hitItem, g.start[len(g.start)-1])
	next := append([]int32(nil), g.start[:len(g.start)-1]...)
	each(func(cell int, i int32) {
		m := &markers[i]
		g.items[next[cell]] = hitItem{m.X, m.Y, m.reach(), i}
		next[cell]++
	})
	return g
}

func clampCell(v float64, n int) int { return min(max(int(math.Floor(v/hitCell)), 0), n-1) }

// Marker is the ids of the marker nearest to a point of the screen, if the point
// is on it or within 12 layout pixels of its centre. Of equally near ones it is
// the one drawn last. A cluster gives all its ids.
func (p *Placement) Marker(x, y float64) (ids []string, ok bool) {
	if len(p.markers) == 0 || x < 0 || y < 0 || x > p.View.Width || y > p.View.Height {
		return nil, false
	}
	cell := clampCell(y, p.grid.rows)*p.grid.cols + clampCell(x, p.grid.cols)
	best, at := math.Inf(1), -1
	items := p.grid.items[p.grid.start[cell]:p.grid.start[cell+1]]
	for i := range items {
		m := &items[i]
		dx, dy := m.x-x, m.y-y
		if d := dx*dx + dy*dy; d <= best && d <= m.reach*m.reach {
			best, at = d, int(m.marker)
		}
	}
	if at < 0 {
		return nil, false
	}
	return p.markers[at].IDs, true
}

// Area is the id of the disputed area under a point of the screen or, if there
// is none, the two-letter code of the country.
func (p *Placement) Area(x, y float64) (id string, ok bool) {
	if p.View.Empty() || p.layers == nil {
		return "", false
	}
	at := p.View.ScreenToPlane(x, y)
	for _, s := range p.layers.Areas {
		if s.Contains(at) {
			return s.Props["id"], true
		}
	}
	for _, s := range p.layers.Countries {
		if s.Contains(at) {
			return s.Props["iso"], true
		}
	}
	return "", false
}
