package draw

import (
	"math"

	"github.com/paulmach/orb"
)

// Neutral is the value of a texture that changes nothing.
const Neutral = 128

// Texture is light and dark over a box of the plane: an even grid of values, of
// which [Neutral] changes nothing, first row at the top.
type Texture struct {
	Pix           []uint8
	Width, Height int
	Origin        orb.Point // the centre of the first pixel
	Step          float64   // from pixel to pixel
	Half          *Texture  // the same at half the resolution, nil at the last
}

// MixRow is the source at row v, between two rows, times 256, from a column on.
// It is false beyond the source.
func (s *Texture) MixRow(mix []int32, first int, v float64) bool {
	row := int(math.Floor(v))
	if row < 0 || row+1 >= s.Height {
		return false
	}
	f := int32((v - float64(row)) * 256)
	a := s.Pix[row*s.Width+first:][:len(mix)]
	b := s.Pix[(row+1)*s.Width+first:][:len(mix)]
	for i, v := range a {
		mix[i] = int32(v)<<8 + (int32(b[i])-int32(v))*f
	}
	return true
}

// Between is the value between two of a mixed row, f of 256 from a to b.
func Between(a, b, f int32) uint8 { return uint8((a<<8 + (b-a)*f) >> 16) }

// Halve makes the same at half the resolution, down to a few hundred pixels.
func (s *Texture) Halve() {
	if s.Width < 400 || s.Height < 400 {
		return
	}
	h := &Texture{Width: s.Width / 2, Height: s.Height / 2, Step: s.Step * 2}
	h.Origin = s.Origin
	h.Origin[0] += s.Step / 2
	h.Origin[1] -= s.Step / 2
	h.Pix = make([]uint8, h.Width*h.Height)
	for y := range h.Height {
		a, b := s.Pix[2*y*s.Width:], s.Pix[(2*y+1)*s.Width:]
		row := h.Pix[y*h.Width : (y+1)*h.Width]
		for x := range row {
			row[x] = uint8((int(a[2*x]) + int(a[2*x+1]) + int(b[2*x]) + int(b[2*x+1]) + 2) / 4)
		}
	}
	s.Half = h
	h.Halve()
}
