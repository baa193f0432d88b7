// Package workbook reads and writes workbooks: .xlsx (Office Open XML, ISO 29500)
// and, to read only, .ods (OpenDocument, ISO 26300). A cell is a text: numbers
// with a decimal point, days as 2023-04-27, true or false. Formulas count with
// the value that was saved with them; formats, pictures and macros are passed
// over.
//
// It is written here because a library for all of Excel weighs as much as half
// of the program.
package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Sheet is one table of a workbook. Rows may differ in length; empty rows are
// there, so that Rows[i] is what the program that made it calls row i+1, but for
// those at the end.
type Sheet struct {
	Name string
	Rows [][]string
}

// Limits bounds what a workbook may unpack to.
type Limits struct {
	Bytes int64 // of all XML in it
	Text  int   // bytes of all cells, of which many may have one text
	Cells int   // with something in them, and the empty ones and rows before those
}

// ErrFormat says that a file is no workbook that can be read.
var ErrFormat = errors.New("is no workbook")

// ErrLarge says that a workbook is larger than the limits.
var ErrLarge = errors.New("is too large")

// Is reports whether a zip file holds a workbook.
func Is(z *zip.Reader) bool { return find(z, "xl/workbook.xml") != nil || ods(z) }

// Read reads all sheets that are not empty, hidden ones too, in their order.
// The error is [ErrFormat] or [ErrLarge], with the part of the file at fault.
func Read(z *zip.Reader, most Limits) ([]Sheet, error) {
	b := &book{zip: z, left: most.Bytes, cells: most.Cells, text: most.Text}
	if ods(z) {
		return b.readODS()
	}
	return b.readXLSX()
}

// book is a workbook being read.
type book struct {
	zip   *zip.Reader
	left  int64 // bytes that may still be unpacked
	cells int   // that may still come
	text  int   // bytes of cells that may still come
}

const (
	maxDepth = 256     // of elements in each other
	maxApart = 1 << 20 // bytes from one element to the next, more than the longest cell of a spreadsheet takes
)

func find(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(f.Name, name) {
			return f
		}
	}
	return nil
}

func ods(z *zip.Reader) bool {
	f := find(z, "mimetype")
	if f == nil || f.UncompressedSize64 > 200 {
		return false
	}
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close() //nolint:errcheck // only read from
	kind, err := io.ReadAll(io.LimitReader(r, 200))
	return err == nil && strings.HasPrefix(string(kind), "application/vnd.oasis.opendocument.spreadsheet")
}

// open opens a part; nil, nil if there is none.
func (b *book) open(name string) (io.ReadCloser, error) {
	f := find(b.zip, name)
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrFormat, name, err)
	}
	return &metered{ReadCloser: r, b: b}, nil
}

// metered counts what is unpacked, whatever the zip says of it, and ends where an
// element is so large that a decoder would hold too much at once.
type metered struct {
	io.ReadCloser
	b     *book
	since int // bytes since an element began
}

func (m *metered) Read(p []byte) (int, error) {
	if m.b.left <= 0 {
		return 0, ErrLarge
	}
	n, err := m.ReadCloser.Read(p[:min(int64(len(p)), m.b.left)])
	m.b.left -= int64(n)
	if at := bytes.LastIndexByte(p[:n], '<'); at >= 0 {
		m.since = n - at
	} else if m.since += n; m.since > maxApart {
		return 0, ErrLarge
	}
	return n, err
}

// parser is a decoder that goes no deeper than maxDepth.
type parser struct {
	*xml.Decoder
	depth int
}

// Token is the next token.
func (p *parser) Token() (xml.Token, error) {
	tok, err := p.Decoder.Token()
	switch tok.(type) {
	case xml.StartElement:
		p.depth++
	case xml.EndElement:
		p.depth--
	}
	if p.depth > maxDepth {
		return nil, ErrLarge
	}
	return tok, err
}

// put sets a cell; empty ones and rows before it come to be.
func (b *book) put(s *Sheet, row, col int, text string) error {
	if text == "" {
		return nil
	}
	if b.text -= len(text); b.text < 0 {
		return ErrLarge
	}
	for len(s.Rows) <= row {
		if b.cells--; b.cells < 0 {
			return ErrLarge
		}
		s.Rows = append(s.Rows, nil)
	}
	for len(s.Rows[row]) <= col {
		if b.cells--; b.cells < 0 {
			return ErrLarge
		}
		s.Rows[row] = append(s.Rows[row], "")
	}
	s.Rows[row][col] = text
	return nil
}
