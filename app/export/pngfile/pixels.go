package pngfile

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"runtime"
	"sync"

	"c5atlas.org/c5atlas/internal/draw"
)

// maxPalette is how many colours a palette holds.
const maxPalette = 256

// pixels is a picture on its way to the file's samples.
type pixels struct {
	width, height int
	perBand       int                    // rows that are packed together; it depends on the picture alone
	img           *image.RGBA            // nil if it is painted
	paint         func(part *image.RGBA) // see [EncodePainted]
	painted       []*image.RGBA          // bands that are painted already

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
	p := &pixels{img: img, width: img.Rect.Dx(), height: img.Rect.Dy(), colorType: typeRGB, samples: 3, small: o.Small}
	most := maxPalette
	if o.Few {
		most = maxCensus
	}
	p.index = newColorIndex()
	switch {
	case !opaque(img):
		p.colorType, p.samples = typeRGBA, 4
	case p.findColors(img, most):
		p.usePalette()
	}
	p.perBand = draw.TileRows(p.width)
	if p.small {
		p.perBand = max(1, smallBandBytes/(1+p.samples*p.width))
	}
	return p
}

// newPainted makes ready a picture that is painted: as much of it as it takes to know
// that its colours are too many for a palette. Of a chart those are the first bands.
func newPainted(width, height int, paint func(part *image.RGBA)) *pixels {
	p := &pixels{paint: paint, width: width, height: height, perBand: draw.TileRows(width), colorType: typeRGB, samples: 3, index: newColorIndex()}
	for len(p.painted) < p.bands() {
		first := len(p.painted)
		p.painted = append(p.painted, make([]*image.RGBA, min(runtime.GOMAXPROCS(0), p.bands()-first))...)
		var wg sync.WaitGroup
		for i := first; i < len(p.painted); i++ {
			wg.Go(func() { p.painted[i] = p.paintBand(i, nil) })
		}
		wg.Wait()
		for _, part := range p.painted[first:] {
			if !p.findColors(part, maxPalette) {
				return p
			}
		}
	}
	p.usePalette()
	return p
}

// usePalette has the picture's colours written as numbers.
func (p *pixels) usePalette() {
	p.colorType, p.samples = typePalette, 1
	p.palette, p.entry = p.index.colors, make([]uint8, len(p.index.colors))
	for i := range p.entry {
		p.entry[i] = uint8(i)
	}
	if len(p.palette) > maxPalette {
		p.palette, p.entry = reduce(p.index.colors, p.index.counts)
	}
}

// bands is how many there are.
func (p *pixels) bands() int { return (p.height + p.perBand - 1) / p.perBand }

// band returns band i of the picture. One that has yet to be painted is painted in the
// memory of a band that is no longer needed, if there is one.
func (p *pixels) band(i int, spent *image.RGBA) *image.RGBA {
	switch {
	case p.img != nil:
		at := p.img.Rect
		at.Min.Y, at.Max.Y = at.Min.Y+i*p.perBand, min(at.Max.Y, at.Min.Y+(i+1)*p.perBand)
		return p.img.SubImage(at).(*image.RGBA)
	case i < len(p.painted):
		return p.painted[i]
	}
	return p.paintBand(i, spent)
}

func (p *pixels) paintBand(i int, spent *image.RGBA) *image.RGBA {
	at := image.Rect(0, i*p.perBand, p.width, min(p.height, (i+1)*p.perBand))
	part := &image.RGBA{Stride: 4 * p.width, Rect: at}
	if size := part.Stride * at.Dy(); spent != nil && len(spent.Pix) >= size {
		part.Pix = spent.Pix[:size]
	} else {
		part.Pix = make([]byte, size)
	}
	p.paint(part)
	return part
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

// findColors counts the colours of a part, in order of appearance, and reports whether
// there are no more than most so far.
func (p *pixels) findColors(part *image.RGBA, most int) bool {
	width := part.Rect.Dx()
	var above []byte
	for y := range part.Rect.Dy() {
		r := row(part, y)
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

// sample is a pixel as the file has it, its first byte the lowest.
func (p *pixels) sample(c uint32) uint32 {
	switch p.colorType {
	case typePalette:
		return uint32(p.entry[p.index.at(c)])
	case typeRGBA:
		k := color.NRGBAModel.Convert(color.RGBA{R: uint8(c), G: uint8(c >> 8), B: uint8(c >> 16), A: uint8(c >> 24)}).(color.NRGBA)
		return uint32(k.R) | uint32(k.G)<<8 | uint32(k.B)<<16 | uint32(k.A)<<24
	}
	return c & 0xffffff
}

// samplesOf writes a row as the file's samples, unfiltered, into dst.
func (p *pixels) samplesOf(dst, row []byte) {
	if p.colorType == typeRGB {
		for i, j := 0, 0; j+3 < len(row); i, j = i+3, j+4 {
			d, s := dst[i:i+3:i+3], row[j:j+4:j+4]
			d[0], d[1], d[2] = s[0], s[1], s[2]
		}
		return
	}
	last, s := binary.LittleEndian.Uint32(row), p.sample(binary.LittleEndian.Uint32(row))
	for i := 0; i+3 < len(row); i += 4 {
		if c := binary.LittleEndian.Uint32(row[i:]); c != last {
			last, s = c, p.sample(c)
		}
		if p.samples == 1 {
			dst[i/4] = byte(s)
		} else {
			binary.LittleEndian.PutUint32(dst[i:], s)
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
