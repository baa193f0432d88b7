package maps

import (
	"encoding/binary"
	"image/color"
	"math"
)

// relief paints the shade over the land of the tile: darker towards the step's
// colour, lighter towards white. Rows of the source are mixed first, then
// columns, so that a pixel costs one read.
func (t *band) relief(s *Step) {
	g := s.shade
	for g.half != nil && 1/(s.to.sx*g.step) > 1.6 {
		g = g.half
	}
	du := 1 / (s.to.sx * g.step)
	tones := newTones(s.Color, s.Width)
	// Columns x0 to x1 of the tile lie on the source.
	u0 := ((float64(t.left)+0.5-s.to.tx)/s.to.sx - g.origin[0]) / g.step
	x0 := max(0, int(math.Ceil(-u0/du)))
	x1 := min(t.width, int(math.Floor((float64(g.width)-1.001-u0)/du))+1)
	if x0 >= x1 {
		return
	}
	first := int(u0 + float64(x0)*du)
	cols := min(int(u0+float64(x1-1)*du)+2, g.width) - first
	if cap(t.shade) < cols {
		t.shade = make([]shadeMix, cols)
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
			shadeSpan(t.pix[o+from*4:o+to*4], mix, tones, begin+(from-x0)*step, step)
		}
	}
}

// mixRow is the source at row v, between two rows, from a column on. It is false
// beyond the source.
func (s *shade) mixRow(mix []shadeMix, first int, v float64) bool {
	row := int(math.Floor(v))
	if row < 0 || row+1 >= s.height {
		return false
	}
	f := int32((v - float64(row)) * 256)
	a := s.pix[row*s.width+first:][:len(mix)]
	b := s.pix[(row+1)*s.width+first:][:len(mix)]
	for i := range mix {
		mix[i].v = int32(a[i])*(256-f) + int32(b[i])*f
	}
	for i := range len(mix) - 1 {
		mix[i].d = mix[i+1].v - mix[i].v
	}
	mix[len(mix)-1].d = 0
	return true
}

// shadeUnit is a pixel of the source in steps so small that a row of them adds
// up to no error that shows.
const shadeUnit = 1 << 32

// shadeSpan shades pixels; u is the place in mix and step what it moves by, both
// in shadeUnits.
func shadeSpan(pix []byte, mix []shadeMix, tones *[256]tone, u, step int) {
	for i := 0; i+4 <= len(pix); i += 4 {
		c := u >> 32
		if uint(c) >= uint(len(mix)) {
			return
		}
		w := &tones[uint8((mix[c].v<<8+mix[c].d*int32(u>>24&255))>>16)]
		u += step
		if w.keep == 256 {
			continue
		}
		p := pix[i : i+4 : i+4]
		under := binary.LittleEndian.Uint32(p)
		rb := ((under&0x00ff00ff)*w.keep + w.rb) >> 8 & 0x00ff00ff
		ga := ((under>>8&0x00ff00ff)*w.keep + w.ga) & 0xff00ff00
		binary.LittleEndian.PutUint32(p, rb|ga)
	}
}

// shadeMix is a value of the relief between two rows, times 256, and the step
// to the next.
type shadeMix struct{ v, d int32 }

// tone is what a value of the relief does to a pixel: keep so much of it, of
// 256, and add a colour, red and blue apart from green and opacity.
type tone struct{ keep, rb, ga, _ uint32 }

// newTones darkens towards a colour below level ground and lightens towards
// white above it.
func newTones(dark color.NRGBA, strength float64) *[256]tone {
	var tones [256]tone
	for v := range tones {
		d := float64(v-reliefNeutral) / reliefNeutral * strength
		over, a := uint32(0xffffffff), d*200
		if d < 0 {
			over, a = pack(dark), -d*256
		}
		k := uint32(min(a+0.5, 256))
		tones[v] = tone{keep: 256 - k, rb: (over & 0x00ff00ff) * k, ga: (over >> 8 & 0x00ff00ff) * k}
	}
	return &tones
}

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
