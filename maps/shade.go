package maps

import (
	"encoding/binary"
	"math"
)

// relief paints the shade over what is there: darker towards the step's colour,
// lighter towards white. Rows of the source are mixed first, then columns, so
// that a pixel costs two reads.
func (t *band) relief(s *Step) {
	g := s.shade
	du := 1 / (s.to.sx * g.step)
	for g.half != nil && du > 1.6 {
		g = g.half
		du = 1 / (s.to.sx * g.step)
	}
	type tone struct{ pixel, alpha uint32 }
	var tones [256]tone
	dark, light := pack(s.Color), uint32(0xffffffff)
	for v := range tones {
		d := float64(v-reliefNeutral) / reliefNeutral * s.Width
		if d < 0 {
			tones[v] = tone{dark, uint32(min(-d*256+0.5, 256))}
		} else {
			tones[v] = tone{light, uint32(min(d*200+0.5, 256))}
		}
	}
	// Columns x0 to x1 of the band lie on the source.
	u0 := ((0.5-s.to.tx)/s.to.sx - g.origin[0]) / g.step
	x0 := max(0, int(math.Ceil(-u0/du)))
	x1 := min(t.width, int(math.Floor((float64(g.width)-1.001-u0)/du))+1)
	if x0 >= x1 {
		return
	}
	first := int(u0 + float64(x0)*du)
	cols := int(u0+float64(x1-1)*du) + 2 - first
	if cap(t.shade) < cols+1 {
		t.shade = make([]int32, cols+1)
	}
	mix := t.shade[:cols]
	begin := int((u0 + float64(x0)*du - float64(first)) * 65536)
	step := int(du * 65536)
	for y := range t.height {
		py := (float64(y+t.top) + 0.5 - s.to.ty) / s.to.sy
		v := (g.origin[1] - py) / g.step
		row := int(math.Floor(v))
		if row < 0 || row+1 >= g.height {
			continue
		}
		f := int32((v - float64(row)) * 256)
		a := g.pix[row*g.width+first : row*g.width+min(first+cols, g.width)]
		b := g.pix[(row+1)*g.width+first:][:len(a)]
		for i := range a {
			mix[i] = int32(a[i])*(256-f) + int32(b[i])*f
		}
		pix := t.pix[y*t.stride+x0*4 : y*t.stride+x1*4]
		u := begin
		for i := 0; i+4 <= len(pix); i += 4 {
			c, k := u>>16, int32(u>>8&255)
			if c+1 >= len(a) {
				break
			}
			w := tones[uint8((mix[c]*(256-k)+mix[c+1]*k)>>16)]
			if w.alpha > 0 {
				binary.LittleEndian.PutUint32(pix[i:], blend(binary.LittleEndian.Uint32(pix[i:]), w.pixel, w.alpha))
			}
			u += step
		}
	}
}

// halve is the shade at half the resolution, down to a few hundred pixels.
func (g *shade) halve() {
	if g.width < 400 || g.height < 400 {
		return
	}
	h := &shade{width: g.width / 2, height: g.height / 2, step: g.step * 2}
	h.origin = g.origin
	h.origin[0] += g.step / 2
	h.origin[1] -= g.step / 2
	h.pix = make([]uint8, h.width*h.height)
	for y := range h.height {
		a, b := g.pix[2*y*g.width:], g.pix[(2*y+1)*g.width:]
		row := h.pix[y*h.width : (y+1)*h.width]
		for x := range row {
			row[x] = uint8((int(a[2*x]) + int(a[2*x+1]) + int(b[2*x]) + int(b[2*x+1]) + 2) / 4)
		}
	}
	g.half = h
	h.halve()
}
