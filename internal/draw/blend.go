package draw

import (
	"encoding/binary"
	"image/color"
)

// ink is a colour ready for blending: opaque, packed as in image.RGBA on a
// little-endian machine, with its opacity apart.
type ink struct {
	pixel  uint32
	spread uint64 // the pixel
	alpha  uint32 // 0..255
	row    []byte // the pixel over and over, for copying
}

func pack(c color.NRGBA) uint32 {
	return uint32(c.R) | uint32(c.G)<<8 | uint32(c.B)<<16 | 0xff000000
}

// lanes is room for four values of 8 bits to be multiplied by up to 256, all at once.
const lanes = 0x00ff00ff00ff00ff

// spread is a pixel with its four values in lanes.
func spread(pixel uint32) uint64 {
	x := uint64(pixel)
	return (x | x<<24) & lanes
}

// over is the ink over a pixel with an opacity of a, 0 to 256. Both are opaque and so is
// the result.
func (k *ink) over(under, a uint32) uint32 {
	u := spread(under)
	x := (u<<8 + (k.spread-u)*uint64(a)) >> 8 & lanes // what a lane lends another comes back
	return uint32(x | x>>24)
}

// opacity scales coverage, 0 to 255, by alpha, 0 to 255, to 0 to 256.
func opacity(cover, alpha uint32) uint32 {
	if alpha == 255 {
		return cover + cover>>7
	}
	a := cover*alpha + 128
	a = (a + a>>8) >> 8
	return a + a>>7
}

// span paints pixels x0 to x1 of a row of an image.
func (k *ink) span(pix []byte, x0, x1 int, cover uint32) {
	p := pix[x0*4 : x1*4]
	if cover == 255 && k.alpha == 255 && len(k.row) >= 4 {
		for len(p) > len(k.row) {
			p = p[copy(p, k.row):]
		}
		copy(p, k.row)
		return
	}
	a := opacity(cover, k.alpha)
	// Two pixels at once, red and blue apart from green and opacity.
	two, keep := uint64(k.pixel)<<32|uint64(k.pixel), uint64(256-a)
	rb, ga := (two&lanes)*uint64(a), (two>>8&lanes)*uint64(a)
	i := 0
	for ; i+8 <= len(p); i += 8 {
		q := p[i : i+8 : i+8]
		u := binary.LittleEndian.Uint64(q)
		binary.LittleEndian.PutUint64(q, ((u&lanes)*keep+rb)>>8&lanes|((u>>8&lanes)*keep+ga)&^lanes)
	}
	if i < len(p) {
		k.dot(p[i:], cover)
	}
}

// dot paints the first pixel of a row, if there is one.
func (k *ink) dot(pix []byte, cover uint32) {
	if len(pix) >= 4 {
		binary.LittleEndian.PutUint32(pix, k.over(binary.LittleEndian.Uint32(pix), opacity(cover, k.alpha)))
	}
}

// newInk fills row, which is reused, with the colour.
func newInk(c color.NRGBA, row []byte) ink {
	k := ink{pixel: pack(c), alpha: uint32(c.A), row: row}
	k.spread = spread(k.pixel)
	if c.A == 255 && len(row) >= 4 {
		binary.LittleEndian.PutUint32(row, k.pixel)
		for n := 4; n < len(row); n *= 2 {
			copy(row[n:], row[:n])
		}
	}
	return k
}
