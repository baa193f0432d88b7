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
	samples   int // bytes a pixel in the file
	small     bool
	palette   []uint32 // RGBA as in memory
	index     *colorIndex
	entry     []uint8 // of the palette, for the number of a colour in the index
}

// newPixels makes ready a picture; with few, one of more colours than a palette
// holds gets those that are nearest.
func newPixels(img *image.RGBA, o Options) *pixels {
	p := &pixels{img: img, colorType: typeRGB, samples: 3, small: o.Small}
	most := maxPalette
	if o.Few {
		most = maxCensus
	}
	switch {
	case !opaque(img):
		p.colorType, p.samples = typeRGBA, 4
	case p.findColors(most):
		p.colorType, p.samples = typePalette, 1
		p.palette, p.entry = p.index.colors, make([]uint8, len(p.index.colors))
		for i := range p.entry {
			p.entry[i] = uint8(i)
		}
		if len(p.palette) > maxPalette {
			p.palette, p.entry = reduce(p.index.colors, p.index.counts)
		}
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

// findColors counts the colours, in order of appearance, and reports whether there
// are no more than most.
func (p *pixels) findColors(most int) bool {
	p.index = newColorIndex()
	width := p.img.Rect.Dx()
	var above []byte
	for y := range p.img.Rect.Dy() {
		r := row(p.img, y)
		if bytes.Equal(r, above) && most == maxPalette {
			continue // nobody asks how many there are
		}
		above = r
		for at := 0; at < width; {
			c, from := binary.LittleEndian.Uint32(r[4*at:]), at
			for at++; at < width && binary.LittleEndian.Uint32(r[4*at:]) == c; at++ {
			}
			if p.index.add(c, at-from); len(p.index.colors) > most {
				return false
			}
		}
	}
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
		at := p.entry[p.index.at(last)]
		for i := range dst {
			c := binary.LittleEndian.Uint32(r[4*i:])
			if c != last {
				last, at = c, p.entry[p.index.at(c)]
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

// colorIndex numbers and counts opaque colours in the order they are added. It is an
// open-addressed table, several times as fast as a map.
type colorIndex struct {
	colors  []uint32
	counts  []int
	keys    []uint32 // 0 is free: no opaque colour is 0
	numbers []int32
	shift   uint // of a product, which leaves a place in keys
}

func newColorIndex() *colorIndex {
	ix := &colorIndex{}
	ix.room(10)
	return ix
}

// room makes a table of 2 to the power of bits places.
func (ix *colorIndex) room(bits uint) {
	ix.shift, ix.keys, ix.numbers = 32-bits, make([]uint32, 1<<bits), make([]int32, 1<<bits)
	for n, c := range ix.colors {
		i := ix.slot(c)
		ix.keys[i], ix.numbers[i] = c, int32(n)
	}
}

// slot is where a colour is, or the free place that it would take.
func (ix *colorIndex) slot(c uint32) uint32 {
	i := c * 0x9e3779b1 >> ix.shift
	for ix.keys[i] != c && ix.keys[i] != 0 {
		i = (i + 1) & uint32(len(ix.keys)-1)
	}
	return i
}

// add counts n pixels of a colour.
func (ix *colorIndex) add(c uint32, n int) {
	i := ix.slot(c)
	if ix.keys[i] == c {
		ix.counts[ix.numbers[i]] += n
		return
	}
	ix.keys[i], ix.numbers[i] = c, int32(len(ix.colors))
	ix.colors, ix.counts = append(ix.colors, c), append(ix.counts, n)
	if 2*len(ix.colors) > len(ix.keys) {
		ix.room(32 - ix.shift + 1)
	}
}

// at returns the number of a colour that was added.
func (ix *colorIndex) at(c uint32) int32 { return ix.numbers[ix.slot(c)] }
