package draw

import "math"

// shadeKept lays a texture over what was kept of the tile: darker towards the step's
// colour, lighter towards white. Rows of the source are mixed first, then
// columns, so that a pixel costs one read.
func (t *band) shadeKept(s *Step) {
	g := s.Texture
	for g.Half != nil && 1/(s.To.SX*g.Step) > 1.6 {
		g = g.Half
	}
	du := 1 / (s.To.SX * g.Step)
	if t.tones == nil || t.tones.dark != s.Color || t.tones.strength != s.Width {
		t.tones = newTones(s.Color, s.Width)
	}
	// Columns x0 to x1 of the tile lie on the source.
	u0 := ((float64(t.left)+0.5-s.To.TX)/s.To.SX - g.Origin[0]) / g.Step
	x0 := max(0, int(math.Ceil(-u0/du)))
	x1 := min(t.width, int(math.Floor((float64(g.Width)-1.001-u0)/du))+1)
	if x0 >= x1 {
		return
	}
	first := int(u0 + float64(x0)*du)
	cols := min(int(u0+float64(x1-1)*du)+3, g.Width) - first
	if cap(t.shade) < cols {
		t.shade = make([]uint8, cols)
	}
	mix := t.shade[:cols]
	begin := int((u0 + float64(x0)*du - float64(first)) * shadeUnit)
	step := int(du * shadeUnit)
	for rest := t.kept; len(rest) > 0; {
		row := rest[:1] // and what else is kept of it, from left to right
		for len(row) < len(rest) && rest[len(row)].y == row[0].y {
			row = rest[:len(row)+1]
		}
		rest = rest[len(row):]
		left, right := max(int(row[0].x0), x0), min(int(row[len(row)-1].x1), x1)
		if left >= right {
			continue
		}
		from, to := (begin+(left-x0)*step)>>32, min((begin+(right-1-x0)*step)>>32+2, cols)
		py := (float64(int(row[0].y)+t.top) + 0.5 - s.To.TY) / s.To.SY
		if !g.MixRow(mix[from:to], first+from, (g.Origin[1]-py)/g.Step) {
			continue
		}
		for _, l := range row {
			if from, to := max(int(l.x0), x0), min(int(l.x1), x1); from < to {
				o := int(l.y) * t.stride
				t.tones.span(t.pix[o+from*4:o+to*4], mix, begin+(from-x0)*step, step)
			}
		}
	}
}

// shadeUnit is a pixel of the source in steps so small that a row of them adds
// up to no error that shows.
const shadeUnit = 1 << 32
