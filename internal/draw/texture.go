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

// Mixed is a row between two rows of a texture: for every column two bytes that
// hold 256 times its value, low byte first.
type Mixed []byte

// MixRow is the texture at row v, between two rows, from a column on, as many
// columns as mix has room for. It is false beyond the texture.
func (s *Texture) MixRow(mix Mixed, first int, v float64) bool {
	row := int(math.Floor(v))
	if row < 0 || row+1 >= s.Height {
		return false
	}
	n := len(mix) / 2
	f := uint64((v - float64(row)) * 256)
	a := s.Pix[row*s.Width+first:][:n]
	b := s.Pix[(row+1)*s.Width+first:][:n]
	i := 0
	for ; i+4 <= n; i += 4 {
		four := apart(binary.LittleEndian.Uint32(a[i:i+4]))*(256-f) + apart(binary.LittleEndian.Uint32(b[i:i+4]))*f
		binary.LittleEndian.PutUint64(mix[2*i:2*i+8], four)
	}
	for ; i < n; i++ {
		binary.LittleEndian.PutUint16(mix[2*i:], uint16(uint64(a[i])*(256-f)+uint64(b[i])*f))
	}
	return true
}

// apart is four bytes with a zero above each.
func apart(bytes uint32) uint64 {
	v := uint64(bytes)
	v = (v | v<<16) & 0x0000ffff0000ffff
	return (v | v<<8) & 0x00ff00ff00ff00ff
}

// Between is the value between a column and the next, f of 256 from one to the
// other.
func (m Mixed) Between(column int, f uint32) uint8 {
	two := binary.LittleEndian.Uint32(m[2*column:])
	return uint8((two&0xffff*(256-f) + two>>16*f) >> 16)
}

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
