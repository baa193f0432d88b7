package draw

import (
	"encoding/binary"
	"image/color"
)

// tone is what a value of the relief does to a pixel: keep so much of it, of
// 256, and add a colour, red and blue apart from green and opacity.
type tone struct{ keep, rb, ga uint32 }

func (w *tone) on(under uint32) uint32 {
	rb := ((under&0x00ff00ff)*w.keep + w.rb) >> 8 & 0x00ff00ff
	ga := ((under>>8&0x00ff00ff)*w.keep + w.ga) & 0xff00ff00
	return rb | ga
}

// tones is what the values of the relief do to pixels, and to whole areas of
// one colour, of which a map has few.
type tones struct {
	dark     color.NRGBA
	strength float64
	by       [256]tone
	flats    []*flat
}

// flat is a colour under all values of the relief.
type flat struct {
	two    uint64 // two pixels of the colour
	shaded [256]uint32
}

// nothing is a flat of no opaque colour.
var nothing flat

// newTones darkens towards a colour below level ground and lightens towards
// white above it.
func newTones(dark color.NRGBA, strength float64) *tones {
	t := &tones{dark: dark, strength: strength}
	for v := range t.by {
		d := float64(v-Neutral) / Neutral * strength
		over, a := uint32(0xffffffff), d*200
		if d < 0 {
			over, a = pack(dark), -d*256
		}
		k := uint32(min(a+0.5, 256))
		t.by[v] = tone{keep: 256 - k, rb: (over & 0x00ff00ff) * k, ga: (over >> 8 & 0x00ff00ff) * k}
	}
	return t
}

// maxFlats is more than a map has colours of land.
const maxFlats = 32

func (t *tones) flat(under uint32) *flat {
	two := uint64(under) | uint64(under)<<32
	for _, f := range t.flats {
		if f.two == two {
			return f
		}
	}
	if len(t.flats) == maxFlats {
		t.flats = t.flats[:0]
	}
	f := &flat{two: two}
	for v := range f.shaded {
		f.shaded[v] = t.by[v].on(under)
	}
	t.flats = append(t.flats, f)
	return f
}

// span shades pixels, two at once where they have one colour; u is the place in
// mix and step what it moves by, both in shadeUnits.
func (t *tones) span(pix []byte, mix Mixed, u, step int) {
	f, i := &nothing, 0
	for i+8 <= len(pix) {
		pair := pix[i : i+8 : i+8]
		two := binary.LittleEndian.Uint64(pair)
		v := mix.Between(u>>32, uint32(u>>24&255))
		u += step
		switch under := uint32(two); {
		case two == f.two:
			w := mix.Between(u>>32, uint32(u>>24&255))
			binary.LittleEndian.PutUint64(pair, uint64(f.shaded[v])|uint64(f.shaded[w])<<32)
			i += 8
			u += step
		case under == uint32(two>>32):
			f = t.flat(under)
			u -= step // once more
		default: // the edge of an area
			binary.LittleEndian.PutUint32(pair, t.by[v].on(under))
			i += 4
		}
	}
	if i+4 <= len(pix) {
		under := binary.LittleEndian.Uint32(pix[i:])
		binary.LittleEndian.PutUint32(pix[i:], t.by[mix.Between(u>>32, uint32(u>>24&255))].on(under))
	}
}
