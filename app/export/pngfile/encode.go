// Package pngfile writes PNG files with colour space, density and texts before
// the pixels, and reads the texts back. The same picture gives the same bytes,
// however many cores there are.
package pngfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"io"
	"math"
)

// Options is what a file says besides its pixels.
type Options struct {
	DPI   float64 // dots an inch; 0 leaves the density out
	Small bool    // a twelfth smaller for a picture with relief, in more than twice the time
	Few   bool    // no more than 256 colours: the nearest; a map with relief has two fifths of the bytes then
	Texts []Text  // in the order to write; empty ones are left out
}

const signature = "\x89PNG\r\n\x1a\n"

// Colour types of the header.
const (
	typeRGB     = 2
	typePalette = 3
	typeRGBA    = 6
)

// maxSide is the longest side that Encode writes, in pixels.
const maxSide = 1 << 16

// Encode writes img as a PNG of 8 bits a sample: with a palette if it has at
// most 256 colours or o wants no more, without alpha if it is opaque. Colours are declared sRGB,
// relative colorimetric. It fails on an empty picture, on a text that does not
// suit the format, and as w fails.
func Encode(w io.Writer, img *image.RGBA, o Options) error {
	if err := checkSize(img.Rect.Dx(), img.Rect.Dy()); err != nil {
		return err
	}
	return newPixels(img, o).encode(w, o)
}

// EncodePainted is [Encode] of a picture that is not in memory as a whole, and neither
// small nor of few colours. Its parts, some rows each, are painted while others are
// packed, each once: part.Rect says which it is. All of it has to be covered, for what
// is in it is of another part.
func EncodePainted(w io.Writer, width, height int, paint func(part *image.RGBA), o Options) error {
	if err := checkSize(width, height); err != nil {
		return err
	}
	return newPainted(width, height, paint).encode(w, o)
}

func checkSize(width, height int) error {
	if width < 1 || height < 1 || width > maxSide || height > maxSide {
		return fmt.Errorf("pngfile: cannot write %d x %d pixels", width, height)
	}
	return nil
}

func (p *pixels) encode(w io.Writer, o Options) error {
	c := chunks{w: w}
	c.raw([]byte(signature))

	head := binary.BigEndian.AppendUint32(nil, uint32(p.width))
	head = binary.BigEndian.AppendUint32(head, uint32(p.height))
	c.write("IHDR", append(head, 8, p.colorType, 0, 0, 0))
	c.write("sRGB", []byte{1})
	if o.DPI > 0 {
		perMetre := uint32(math.Round(o.DPI / 0.0254))
		phys := binary.BigEndian.AppendUint32(nil, perMetre)
		c.write("pHYs", append(binary.BigEndian.AppendUint32(phys, perMetre), 1))
	}
	for _, t := range o.Texts {
		if t.Text == "" {
			continue
		}
		body, err := t.chunk()
		if err != nil {
			return err
		}
		c.write("iTXt", body)
	}
	if p.colorType == typePalette {
		c.write("PLTE", p.paletteRGB())
	}
	p.deflate(func(part []byte) { c.write("IDAT", part) })
	c.write("IEND", nil)
	return c.err
}

// chunks writes the parts of a PNG and keeps the first error.
type chunks struct {
	w   io.Writer
	err error
}

func (c *chunks) raw(b []byte) {
	if c.err == nil {
		_, c.err = c.w.Write(b)
	}
}

func (c *chunks) write(kind string, body []byte) {
	if len(body) > math.MaxInt32 {
		c.err = errors.Join(c.err, fmt.Errorf("pngfile: chunk %s is too long", kind))
		return
	}
	head := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	head = append(head, kind...)
	sum := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, body)
	c.raw(head)
	c.raw(body)
	c.raw(binary.BigEndian.AppendUint32(nil, sum))
}
