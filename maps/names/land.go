package names

import (
	"math"
)

// land counts the cells of a ground from the left end of each row: those of one
// country, those of others, and those that are disputed.
type land struct {
	w, h int
	sums [][3]int32 // w+1 of each row
}

func (g *ground) landOf(own uint16) *land {
	l := &land{g.w, g.h, make([][3]int32, (g.w+1)*g.h)}
	for row := range g.h {
		at := l.sums[row*(g.w+1):]
		for col, c := range g.of[row*g.w : (row+1)*g.w] {
			now := at[col]
			switch c &^ disputed {
			case 0:
			case own:
				now[0]++
			default:
				now[1]++
			}
			if c&disputed != 0 {
				now[2]++
			}
			at[col+1] = now
		}
	}
	return l
}

// frame is the points of a box about the middle of a cell at which it is asked whose
// land it covers: in each of these rows, cells from one to before another. Both count
// from the cell; a row and a span may be there twice.
type frame struct {
	rows  []int
	spans [][2]int
	all   float64 // how many points there are
}

// frameOf has a point for each cell that a text covers, and those on its edges.
func frameOf(b *block) (f frame) {
	box := b.box(0.5*cell, 0.5*cell).Pad(1)
	cols, rows := max(int(box.Width()/cell), 2), max(int(box.Height()/cell), 2)
	for k := range rows + 1 {
		f.rows = append(f.rows, int(math.Floor((box.Y0+box.Height()*float64(k)/float64(rows))/cell)))
	}
	for i := range cols + 1 {
		at := int(math.Floor((box.X0 + box.Width()*float64(i)/float64(cols)) / cell))
		if n := len(f.spans); n > 0 && f.spans[n-1][1] == at {
			f.spans[n-1][1]++
		} else {
			f.spans = append(f.spans, [2]int{at, at + 1})
		}
	}
	f.all = float64((cols + 1) * (rows + 1))
	return f
}

// under is the share of a text over a cell that lies in the country, that which lies
// in others, and whether any of it is disputed. Beyond the part looked at is no land.
func (l *land) under(f frame, col, row int) (mine, others float64, claimed bool) {
	var sum [3]int32
	for _, k := range f.rows {
		if k += row; k < 0 || k >= l.h {
			continue
		}
		at := l.sums[k*(l.w+1) : (k+1)*(l.w+1)]
		for _, s := range f.spans {
			from, to := at[min(max(col+s[0], 0), l.w)], at[min(max(col+s[1], 0), l.w)]
			for i := range sum {
				sum[i] += to[i] - from[i]
			}
		}
	}
	return float64(sum[0]) / f.all, float64(sum[1]) / f.all, sum[2] > 0
}
