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
	under  uint32
	shaded [256]uint32
}

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
	for _, f := range t.flats {
		if f.under == under {
			return f
		}
	}
	if len(t.flats) == maxFlats {
		t.flats = t.flats[:0]
	}
	f := &flat{under: under}
	for v := range f.shaded {
		f.shaded[v] = t.by[v].on(under)
	}
	t.flats = append(t.flats, f)
	return f
}

// span shades pixels; u is the place in mix and step what it moves by, both in
// shadeUnits.
func (t *tones) span(pix []byte, mix []uint8, u, step int) {
	var f *flat
	for i := 0; i+4 <= len(pix); i += 4 {
		c := u >> 32
		if uint(c) >= uint(len(mix)) || uint(c+1) >= uint(len(mix)) {
			return
		}
		v := Between(mix[c], mix[c+1], int32(u>>24&255))
		u += step
		p := pix[i : i+4 : i+4]
		under := binary.LittleEndian.Uint32(p)
		if f == nil || f.under != under {
			// A pixel of a colour of its own is the edge of an area.
			if i+8 > len(pix) || binary.LittleEndian.Uint32(pix[i+4:]) != under {
				binary.LittleEndian.PutUint32(p, t.by[v].on(under))
				continue
			}
			f = t.flat(under)
		}
		binary.LittleEndian.PutUint32(p, f.shaded[v])
	}
}
