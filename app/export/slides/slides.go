// Package slides writes presentations that people can edit: titles, captions and
// notes are native text, pictures keep the very bytes they came with, and charts are
// native, with their numbers. It knows no lesson.
//
// It is written here because the libraries for Office Open XML that are kept either
// write no notes and no charts or weigh more than the rest of the program, and none
// for OpenDocument writes presentations.
package slides

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"strings"
	"time"

	"c5atlas.org/c5atlas/charts"

	"c5atlas.org/c5atlas/internal/workbook"
)

// Deck is a presentation.
type Deck struct {
	Title, Author, Rights, Software string
	Lang                            string    // BCP 47 with a region, such as "uk-UA"
	Created                         time.Time // zero: the file says no date
	Width, Height                   int       // of every picture and of the plane that boxes are on, in pixels
	DPI                             float64   // that the pictures say of themselves
	Look                            Look
	Slides                          []Slide
}

// Look is the colours of a presentation.
type Look struct{ Ground, Ink, Muted, Line, Accent color.NRGBA }

// Slide is one slide. Sizes of type are in pixels of the plane.
type Slide struct {
	Title     Text
	Under     Text
	Caption   Text
	Foot      Text
	Footer    string // beside the number of the slide
	FooterBox image.Rectangle
	Notes     string
	PNG       []byte // of the whole plane; nil for none
	Crops     []Crop // what of it is shown, each at its place
	Charts    []*charts.Chart
	ChartNote string // stands under each of these
}

// Text is words in a box.
type Text struct {
	Words string
	Box   image.Rectangle
	Size  float64
}

// Crop is a part of the picture with its alternative text.
type Crop struct {
	Box         image.Rectangle
	Description string
	Name        string
}

// pack writes the parts of a file, always in the same way.
type pack struct {
	z   *zip.Writer
	err error
}

func (p *pack) add(name string, how uint16, body []byte) {
	if p.err != nil {
		return
	}
	f, err := p.z.CreateHeader(&zip.FileHeader{Name: name, Method: how, Modified: workbook.NoDate})
	if err == nil {
		_, err = f.Write(body)
	}
	if err != nil {
		p.err = fmt.Errorf("write %s: %w", name, err)
	}
}

func (p *pack) xml(name, body string) {
	p.add(name, zip.Deflate, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+body))
}

// escape is a text between marks or in quotation marks, without what XML cannot hold.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(strings.ToValidUTF8(s, ""))) // a Builder takes everything
	return b.String()
}

// first stores a part without a date, a length after it or anything else between its
// name and its bytes, so that what a file is can be told from its beginning.
func (p *pack) first(name string, body []byte) {
	f, err := p.z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(body), CompressedSize64: uint64(len(body)), UncompressedSize64: uint64(len(body)),
	})
	if err == nil {
		_, err = f.Write(body)
	}
	if err != nil {
		p.err = fmt.Errorf("write %s: %w", name, err)
	}
}

// hex is a colour as both formats write it, without its opacity.
func hex(c color.NRGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// plane is what a box of pixels becomes.
func (d *Deck) plane() image.Rectangle { return image.Rect(0, 0, d.Width, d.Height) }

func newPack(w io.Writer) *pack { return &pack{z: zip.NewWriter(w)} }

func (p *pack) close() error {
	if err := p.z.Close(); p.err == nil && err != nil {
		p.err = fmt.Errorf("write slides: %w", err)
	}
	return p.err
}
