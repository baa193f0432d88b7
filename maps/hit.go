package maps

import (
	"math"
	"slices"
)

// hitRadius is half of the 24 layout pixels that every target has at least.
const hitRadius = 12.0

// hitGrid lists the markers, or what stands beside them, by the cell of the window that
// their middle is in, those of a cell side by side in memory. Middles outside the window
// are in the cell that is nearest. start has one entry more than there are cells.
type hitGrid struct {
	side       float64 // of a cell in layout pixels
	cols, rows int
	start      []int32
	items      []hitItem
	most       float64 // the longest reach
}

type hitItem struct {
	x, y, reach float64
	marker      int32
}

// A cell is as large as a target, but smaller where it would hold many markers.
const (
	mostCell, leastCell = 2 * hitRadius, 2.0
	markersInCell       = 2
)

func (m PlacedMarker) reach() float64 { return math.Max(m.R, hitRadius) }

// targets are the markers themselves.
func targets(markers []PlacedMarker) []hitItem {
	out := make([]hitItem, len(markers))
	for i := range markers {
		m := &markers[i]
		out[i] = hitItem{m.X, m.Y, m.reach(), int32(i)}
	}
	return out
}

func newHitGrid(items []hitItem, width, height float64) hitGrid {
	side := min(max(math.Sqrt(markersInCell*width*height/float64(max(len(items), 1))), leastCell), mostCell)
	g := hitGrid{side: side, cols: int(width/side) + 1, rows: int(height/side) + 1}
	g.start = make([]int32, g.cols*g.rows+1)
	for i := range items {
		g.start[g.cell(items[i].x, items[i].y)+1]++
	}
	for i := 1; i < len(g.start); i++ {
		g.start[i] += g.start[i-1]
	}
	g.items = make([]hitItem, len(items))
	next := slices.Clone(g.start)
	for i := range items {
		c := g.cell(items[i].x, items[i].y)
		g.items[next[c]] = items[i]
		g.most = max(g.most, items[i].reach)
		next[c]++
	}
	return g
}

func (g *hitGrid) cell(x, y float64) int {
	return clampCell(y/g.side, g.rows)*g.cols + clampCell(x/g.side, g.cols)
}

func clampCell(v float64, n int) int { return min(max(int(math.Floor(v)), 0), n-1) }

// hit is the marker that is nearest to a point and reaches it, of equally near ones
// the last; -1 if none does. It looks in ever wider rings of cells.
func (g *hitGrid) hit(x, y float64) int {
	col, row := clampCell(x/g.side, g.cols), clampCell(y/g.side, g.rows)
	best, at := math.Inf(1), -1
	look := func(row, first, last int) {
		if row < 0 || row >= g.rows {
			return
		}
		first, last = max(first, 0), min(last, g.cols-1)
		if first > last {
			return
		}
		items := g.items[g.start[row*g.cols+first]:g.start[row*g.cols+last+1]]
		for i := range items {
			m := &items[i]
			dx, dy := m.x-x, m.y-y
			d := dx*dx + dy*dy
			if d <= m.reach*m.reach && (d < best || d == best && int(m.marker) > at) {
				best, at = d, int(m.marker)
			}
		}
	}
	// A row beside it counts only if something nearer may lie there: most of what a
	// look costs is memory that no cache holds.
	look(row, col-1, col+1)
	if up := y - float64(row)*g.side; up*up <= best {
		look(row-1, col-1, col+1)
	}
	if down := float64(row+1)*g.side - y; down*down <= best {
		look(row+1, col-1, col+1)
	}
	// What is in ring k is at least k-1 cells away.
	for k := 2; ; k++ {
		if away := float64(k-1) * g.side; away > g.most || away*away > best {
			return at
		}
		look(row-k, col-k, col+k)
		for r := row - k + 1; r < row+k; r++ {
			look(r, col-k, col-k)
			look(r, col+k, col+k)
		}
		look(row+k, col-k, col+k)
	}
}

// Marker is the ids of the marker nearest to a point of the screen, if the point
// is on it or within 12 layout pixels of its centre. Of equally near ones it is
// the one drawn last. Where there is none it is the one whose number or further
// shapes are there. A cluster gives all its ids.
func (p *Placement) Marker(x, y float64) (ids []string, ok bool) {
	if len(p.markers) == 0 || x < 0 || y < 0 || x > p.View.Width || y > p.View.Height {
		return nil, false
	}
	at := p.grid.hit(x, y)
	if at < 0 {
		at = p.beside.hit(x, y)
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
