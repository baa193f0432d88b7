package charts

import "math"

// MarkKey names a mark. An empty Series means the whole row, an empty Row the
// whole column or series; both empty selects nothing.
type MarkKey struct {
	Panel  string // Multiples only
	Row    string
	Series string // or column
}

// Mark is a place in the picture that stands for a number. Lengths are layout
// pixels; width or height may be 0 where the value is.
type Mark struct {
	Panel       string
	Row, Series string // keys; Series is a column's key in a Grid
	Value       float64
	X, Y, W, H  float64
	Name        string // "row, series: value", ready to be shown

	// Total marks stand for sums of others: a row (Series empty), a column
	// (Row empty) or all. The marks that are not totals sum to the chart's total.
	Total bool
	// Folded is the number of rows this mark stands for, if they found no room.
	Folded int
}

// Key returns the mark's key.
func (m Mark) Key() MarkKey { return MarkKey{m.Panel, m.Row, m.Series} }

// Layout says where Draw put what.
type Layout struct {
	Marks []Mark // in reading order
}

// reach is how far, in layout pixels, a pointer may miss a mark.
const reach = 6

// At returns the mark at a point in layout pixels: the smallest that holds it,
// else the nearest within a few pixels that is no total, so that a sliver and
// a zero can be hit too.
func (l *Layout) At(x, y float64) (Mark, bool) {
	best, area := -1, math.Inf(1)
	near, distance := -1, float64(reach)
	for i, m := range l.Marks {
		dx := max(m.X-x, 0, x-m.X-m.W)
		dy := max(m.Y-y, 0, y-m.Y-m.H)
		if dx == 0 && dy == 0 && m.W*m.H < area {
			best, area = i, m.W*m.H
		}
		if d := math.Hypot(dx, dy); !m.Total && min(m.W, m.H) < 2*reach && d < distance {
			near, distance = i, d
		}
	}
	if best >= 0 && !(l.Marks[best].Total && near >= 0) {
		return l.Marks[best], true
	}
	if near >= 0 {
		return l.Marks[near], true
	}
	return Mark{}, false
}
