package charts

import (
	"cmp"
	"math"
	"slices"

	"c5atlas.org/c5atlas/internal/sorts"
)

// spot is a disc and the foot of its stem in layout pixels.
type spot struct{ x, y, radius, date float64 }

func (s spot) box() rect { return rect{s.x - s.radius, s.y - s.radius, 2 * s.radius, 2 * s.radius} }

// widen gives discs in which a figure has no room the size that it needs, those of the
// largest numbers first, until one has other discs or the edges of its lane in the way:
// so no disc is larger than that of a larger number.
func (p *pen) widen(lanes []lane) {
	f, whole := p.strong(p.sizes.small), p.chart.frame()
	type place struct{ lane, k int }
	var order []place
	value := func(x place) float64 { return whole.value(lanes[x.lane].columns[x.k]) }
	for i, l := range lanes {
		for k := range l.columns {
			if x := (place{i, k}); value(x) > 0 {
				order = append(order, x)
			}
		}
	}
	sorts.Stable(order, func(a, b place) int { return cmp.Compare(value(b), value(a)) })
	for _, x := range order {
		row, spots := lanes[x.lane].row, lanes[x.lane].spots
		s, need := &spots[x.k], figureRadius(f, p.format(value(x)))
		if need <= s.radius {
			continue
		}
		room := min(s.y-row.y, row.bottom()-s.y, s.x-row.x, row.right()-s.x)
		if x.k > 0 {
			room = min(room, s.x-spots[x.k-1].x-spots[x.k-1].radius)
		}
		if x.k+1 < len(spots) {
			room = min(room, spots[x.k+1].x-spots[x.k+1].radius-s.x)
		}
		if room < need {
			return
		}
		s.radius = min(need+1, room) // with a little air
	}
}

// figureRadius is that of the least disc which has room for a figure.
func figureRadius(f font, text string) float64 {
	return (math.Hypot(f.width(text), f.size*0.75) + 1) / 2
}

// stand puts the discs of a lane into its row.
func (p *pen) stand(l *lane, row rect, at timeAxis, radius float64) {
	l.row, l.stem, l.line = row, min(p.sizes.small*0.9, row.h*0.18), row.bottom()-row.h*0.08
	y := l.line - l.stem - radius
	if row.h < 2*radius+l.stem*2 {
		y = row.y + row.h/2
		l.stem, l.line = 0, y
	}
	dates, centers := p.chart.places(*l, at, radius)
	for k := range centers {
		l.spots = append(l.spots, spot{centers[k], y, radius, dates[k]})
	}
}

// places is where discs of this radius stand in a lane: at their dates, or as
// near to them as they keep apart. Where many crowd they rather lie over each other than
// far from their dates, but none over the middle of another.
func (c *Chart) places(l lane, at timeAxis, radius float64) (dates, centers []float64) {
	for _, j := range l.columns {
		dates = append(dates, at.at(c.Columns[j].Time))
	}
	for gap := min(2*radius+2, at.length/float64(len(dates))); ; gap *= 0.85 {
		centers = slices.Clone(dates)
		spread(centers, gap, at.x0+radius, at.x0+at.length-radius)
		if gap*0.85 < radius*1.05 || furthest(dates, centers) <= at.length*maxMoved {
			return dates, centers
		}
	}
}

// maxMoved is how far a disc may stand from its date, as a share of the axis.
const maxMoved = 1.0 / 16

// crowded reports whether discs of this radius that keep apart stand too far from their
// dates.
func (c *Chart) crowded(l lane, at timeAxis, radius float64) bool {
	_, centers := c.places(l, at, radius)
	for k := 1; k < len(centers); k++ {
		if centers[k]-centers[k-1] < 2*radius+2-1e-6 {
			return true
		}
	}
	return false
}

// furthest is how far the furthest of these stands from its date.
func furthest(dates, centers []float64) (far float64) {
	for k := range dates {
		far = max(far, math.Abs(centers[k]-dates[k]))
	}
	return far
}
