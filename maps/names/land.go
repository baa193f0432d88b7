package names

import (
	"math"
)

// land counts the cells of a ground above and to the left of each corner of a cell:
// those of one country, those of others, and those that are disputed.
type land struct {
	own  uint16
	w, h int
	sums [][3]int32 // w+1 of each row, h+1 rows
}

// landOf is that of one country. A name asks several times for its own.
func (g *ground) landOf(own uint16) *land {
	if g.land != nil && g.land.own == own {
		return g.land
	}
	l := &land{own, g.w, g.h, make([][3]int32, (g.w+1)*(g.h+1))}
	g.land = l
	for row := range g.h {
		above, below := l.sums[row*(g.w+1):], l.sums[(row+1)*(g.w+1):]
		above, below = above[1:g.w+1], below[1:g.w+1]
		var mine, others, claimed int32 // of this row
		for col, c := range g.of[row*g.w : (row+1)*g.w] {
			switch c &^ disputed {
			case 0:
			case own:
				mine++
			default:
				others++
			}
			claimed += int32(c >> 15)
			a := &above[col]
			below[col] = [3]int32{a[0] + mine, a[1] + others, a[2] + claimed}
		}
	}
	return l
}

// frame is the points of a box about the middle of a cell at which it is asked whose
// land it covers: rows and columns from one to before another. Both count from the
// cell, and may be there twice.
type frame struct {
	rows, cols [][2]int
	all        float64 // how many points there are
}

// frameOf has a point for each cell that a text covers, and those on its edges.
func frameOf(b *block) (f frame) {
	box := b.box(0.5*cell, 0.5*cell).Pad(1)
	cols, rows := max(int(box.Width()/cell), 2), max(int(box.Height()/cell), 2)
	for k := range rows + 1 {
		f.rows = upTo(f.rows, int(math.Floor((box.Y0+box.Height()*float64(k)/float64(rows))/cell)))
	}
	for i := range cols + 1 {
		f.cols = upTo(f.cols, int(math.Floor((box.X0+box.Width()*float64(i)/float64(cols))/cell)))
	}
	f.all = float64((cols + 1) * (rows + 1))
	return f
}

// upTo adds a row or a column to spans of them.
func upTo(spans [][2]int, at int) [][2]int {
	if n := len(spans); n > 0 && spans[n-1][1] == at {
		spans[n-1][1]++
		return spans
	}
	return append(spans, [2]int{at, at + 1})
}

// under is the share of a text over a cell that lies in the country, that which lies
// in others, and whether any of it is disputed. Beyond the part looked at is no land.
func (l *land) under(f frame, col, row int) (mine, others float64, claimed bool) {
	var sum [3]int32
	for _, r := range f.rows {
		top, bottom := min(max(row+r[0], 0), l.h)*(l.w+1), min(max(row+r[1], 0), l.h)*(l.w+1)
		for _, c := range f.cols {
			from, to := min(max(col+c[0], 0), l.w), min(max(col+c[1], 0), l.w)
			a, b, c, d := &l.sums[top+from], &l.sums[top+to], &l.sums[bottom+from], &l.sums[bottom+to]
			for i := range sum {
				sum[i] += d[i] - c[i] - b[i] + a[i]
			}
		}
	}
	return float64(sum[0]) / f.all, float64(sum[1]) / f.all, sum[2] > 0
}
