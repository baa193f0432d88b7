package maps

import "math"

// relief paints the shade over the land of the tile: darker towards the step's
// colour, lighter towards white. Rows of the source are mixed first, then
// columns, so that a pixel costs one read.
func (t *band) relief(s *Step) {
	g := s.shade
	for g.half != nil && 1/(s.to.sx*g.step) > 1.6 {
		g = g.half
	}
	du := 1 / (s.to.sx * g.step)
	if t.tones == nil || t.tones.dark != s.Color || t.tones.strength != s.Width {
		t.tones = newTones(s.Color, s.Width)
	}
	// Columns x0 to x1 of the tile lie on the source.
	u0 := ((float64(t.left)+0.5-s.to.tx)/s.to.sx - g.origin[0]) / g.step
	x0 := max(0, int(math.Ceil(-u0/du)))
	x1 := min(t.width, int(math.Floor((float64(g.width)-1.001-u0)/du))+1)
	if x0 >= x1 {
		return
	}
	first := int(u0 + float64(x0)*du)
	cols := min(int(u0+float64(x1-1)*du)+3, g.width) - first
	if cap(t.shade) < cols {
		t.shade = make([]int32, cols)
	}
	mix := t.shade[:cols]
	begin := int((u0 + float64(x0)*du - float64(first)) * shadeUnit)
	step := int(du * shadeUnit)
	mixed, ok := int32(-1), false
	for _, l := range t.land {
		if l.y != mixed {
			mixed = l.y
			py := (float64(int(l.y)+t.top) + 0.5 - s.to.ty) / s.to.sy
			ok = g.mixRow(mix, first, (g.origin[1]-py)/g.step)
		}
		from, to := max(int(l.x0), x0), min(int(l.x1), x1)
		if ok && from < to {
			o := int(l.y) * t.stride
			t.tones.span(t.pix[o+from*4:o+to*4], mix, begin+(from-x0)*step, step)
		}
	}
}

// mixRow is the source at row v, between two rows, times 256, from a column on.
// It is false beyond the source.
func (s *shade) mixRow(mix []int32, first int, v float64) bool {
	row := int(math.Floor(v))
	if row < 0 || row+1 >= s.height {
		return false
	}
	f := int32((v - float64(row)) * 256)
	a := s.pix[row*s.width+first:][:len(mix)]
	b := s.pix[(row+1)*s.width+first:][:len(mix)]
	for i, v := range a {
		mix[i] = int32(v)<<8 + (int32(b[i])-int32(v))*f
	}
	return true
}

// between is the value between two of a mixed row, f of 256 from a to b.
func between(a, b, f int32) uint8 { return uint8((a<<8 + (b-a)*f) >> 16) }

// shadeUnit is a pixel of the source in steps so small that a row of them adds
// up to no error that shows.
const shadeUnit = 1 << 32

// halve is the shade at half the resolution, down to a few hundred pixels.
func (s *shade) halve() {
	if s.width < 400 || s.height < 400 {
		return
	}
	h := &shade{width: s.width / 2, height: s.height / 2, step: s.step * 2}
	h.origin = s.origin
	h.origin[0] += s.step / 2
	h.origin[1] -= s.step / 2
	h.pix = make([]uint8, h.width*h.height)
	for y := range h.height {
		a, b := s.pix[2*y*s.width:], s.pix[(2*y+1)*s.width:]
		row := h.pix[y*h.width : (y+1)*h.width]
		for x := range row {
			row[x] = uint8((int(a[2*x]) + int(a[2*x+1]) + int(b[2*x]) + int(b[2*x+1]) + 2) / 4)
		}
	}
	s.half = h
	h.halve()
}
