package pngfile

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// maxPalette is how many colours a palette holds.
const maxPalette = 256

// pixels is a picture on its way to the file's samples.
type pixels struct {
	img       *image.RGBA
	colorType uint8
	samples   int      // bytes a pixel in the file
	level     int      // of compress/flate
	palette   []uint32 // RGBA as in memory, in order of appearance
	index     *colorIndex
}

func newPixels(img *image.RGBA, level int) *pixels {
	p := &pixels{img: img, colorType: typeRGB, samples: 3, level: level}
	switch {
	case !opaque(img):
		p.colorType, p.samples = typeRGBA, 4
	case p.findPalette():
		p.colorType, p.samples = typePalette, 1
	}
	return p
}

// row returns the memory of row y, four bytes a pixel.
func row(img *image.RGBA, y int) []byte {
	at := img.PixOffset(img.Rect.Min.X, img.Rect.Min.Y+y)
	return img.Pix[at : at+4*img.Rect.Dx()]
}

func opaque(img *image.RGBA) bool {
	for y := range img.Rect.Dy() {
		r := row(img, y)
		for len(r) >= 32 { // eight pixels at a time
			all := binary.LittleEndian.Uint64(r) & binary.LittleEndian.Uint64(r[8:]) &
				binary.LittleEndian.Uint64(r[16:]) & binary.LittleEndian.Uint64(r[24:])
			if all&0xff000000_ff000000 != 0xff000000_ff000000 {
				return false
			}
			r = r[32:]
		}
		for ; len(r) > 0; r = r[4:] {
			if r[3] != 0xff {
				return false
			}
		}
	}
	return true
}

// findPalette collects the colours and reports whether a palette holds them.
func (p *pixels) findPalette() bool {
	ix := &colorIndex{}
	var above []byte
	for y := range p.img.Rect.Dy() {
		r := row(p.img, y)
		if bytes.Equal(r, above) {
			continue
		}
		above = r
		last := binary.LittleEndian.Uint32(r) + 1
		for ; len(r) >= 4; r = r[4:] {
			c := binary.LittleEndian.Uint32(r)
			if c == last {
				continue
			}
			last = c
			if !ix.add(c) {
				return false
			}
		}
	}
	p.index, p.palette = ix, ix.colors
	return true
}

func (p *pixels) paletteRGB() []byte {
	out := make([]byte, 0, 3*len(p.palette))
	for _, c := range p.palette {
		out = append(out, byte(c), byte(c>>8), byte(c>>16))
	}
	return out
}

// samplesOf writes row y as the file's samples, unfiltered, into dst.
func (p *pixels) samplesOf(dst []byte, y int) {
	r := row(p.img, y)
	switch p.colorType {
	case typePalette:
		last := binary.LittleEndian.Uint32(r)
		at := p.index.at(last)
		for i := range dst {
			c := binary.LittleEndian.Uint32(r[4*i:])
			if c != last {
				last, at = c, p.index.at(c)
			}
			dst[i] = at
		}
	case typeRGB:
		for i, j := 0, 0; j+3 < len(r); i, j = i+3, j+4 {
			d, s := dst[i:i+3:i+3], r[j:j+4:j+4]
			d[0], d[1], d[2] = s[0], s[1], s[2]
		}
	case typeRGBA:
		for i := 0; i+3 < len(r); i += 4 {
			c := color.NRGBAModel.Convert(color.RGBA{R: r[i], G: r[i+1], B: r[i+2], A: r[i+3]}).(color.NRGBA)
			dst[i], dst[i+1], dst[i+2], dst[i+3] = c.R, c.G, c.B, c.A
		}
	}
}

// colorIndex numbers up to 256 opaque colours in the order they are added. It
// is an open-addressed table, several times as fast as a map.
type colorIndex struct {
	colors []uint32
	keys   [1024]uint32 // 0 is free: no opaque colour is 0
	values [1024]uint8
}

func slot(c uint32) uint32 { return c * 0x9e3779b1 >> 22 }

func (ix *colorIndex) add(c uint32) bool {
	i := slot(c)
	for ix.keys[i] != 0 {
		if ix.keys[i] == c {
			return true
		}
		i = (i + 1) % uint32(len(ix.keys))
	}
	if len(ix.colors) == maxPalette {
		return false
	}
	ix.keys[i], ix.values[i] = c, uint8(len(ix.colors))
	ix.colors = append(ix.colors, c)
	return true
}

// at returns the number of a colour that was added.
func (ix *colorIndex) at(c uint32) uint8 {
	i := slot(c)
	for ix.keys[i] != c {
		i = (i + 1) % uint32(len(ix.keys))
	}
	return ix.values[i]
}
