package names

import (
	"math/rand/v2"
	"testing"

	"c5atlas.org/c5atlas/internal/draw"
)

// What sums count is what each point of a box says.
func TestLandIsCounted(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		g := &ground{x: r.IntN(40) - 20, y: r.IntN(40) - 20, w: 1 + r.IntN(60), h: 1 + r.IntN(40)}
		for range g.w * g.h {
			c := uint16(r.IntN(3))
			if r.IntN(200) == 0 {
				c |= disputed
			}
			g.of = append(g.of, c)
		}
		b := &block{width: 200 * r.Float64(), height: 60 * r.Float64()}
		f, l := frameOf(b), g.landOf(1)
		for range 40 {
			col, row := r.IntN(g.w), r.IntN(g.h)
			mine, others, claimed := l.under(f, col, row)
			a, c, d := g.under(b.box((float64(g.x+col)+0.5)*cell, (float64(g.y+row)+0.5)*cell).Pad(1), 1)
			if mine != a || others != c || claimed != d {
				t.Fatalf("%v by %v at %d, %d of %d by %d: %v %v %v, point by point %v %v %v", b.width, b.height, col, row, g.w, g.h, mine, others, claimed, a, c, d)
			}
		}
	}
}

// under asks point by point what land.under counts.
func (g *ground) under(b draw.Box, own uint16) (mine, others float64, claimed bool) {
	cols, rows := max(int(b.Width()/cell), 2), max(int(b.Height()/cell), 2)
	for k := range rows + 1 {
		y := b.Y0 + b.Height()*float64(k)/float64(rows)
		for i := range cols + 1 {
			c := g.at(b.X0+b.Width()*float64(i)/float64(cols), y)
			claimed = claimed || c&disputed != 0
			switch c &^ disputed {
			case 0:
			case own:
				mine++
			default:
				others++
			}
		}
	}
	all := float64((cols + 1) * (rows + 1))
	return mine / all, others / all, claimed
}
