package draw

import (
	"encoding/binary"
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

// MixRow is the source at row v, between two rows, from a column on. It is false
// beyond the source.
func (s *Texture) MixRow(mix []uint8, first int, v float64) bool {
	row := int(math.Floor(v))
	if row < 0 || row+1 >= s.Height {
		return false
	}
	f := uint64((v - float64(row)) * 256)
	a := s.Pix[row*s.Width+first:][:len(mix)]
	b := s.Pix[(row+1)*s.Width+first:][:len(mix)]
	i := 0
	for ; i+8 <= len(mix); i += 8 { // eight columns at once, every other one apart
		x, y := binary.LittleEndian.Uint64(a[i:i+8:i+8]), binary.LittleEndian.Uint64(b[i:i+8:i+8])
		even := (x&lanes)*(256-f) + (y&lanes)*f + half
		odd := (x>>8&lanes)*(256-f) + (y>>8&lanes)*f + half
		binary.LittleEndian.PutUint64(mix[i:i+8:i+8], even>>8&lanes|odd&^lanes)
	}
	for ; i < len(mix); i++ {
		mix[i] = uint8((uint64(a[i])*(256-f) + uint64(b[i])*f + 128) >> 8)
	}
	return true
}

// half is a half in each of the lanes, for rounding.
const half = 0x0080008000800080

// Between is the value between two of a row, f of 256 from a to b.
func Between(a, b uint8, f int32) uint8 { return uint8(int32(a) + (int32(b)-int32(a))*f>>8) }

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
