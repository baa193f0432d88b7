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
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/markup"
)

// Sheet is one table of a workbook to be written. Rows may differ in length;
// Rows[i] is what a spreadsheet calls row i+1.
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
var ErrFormat = errors.New("not a whole workbook")

// ErrLarge says that a workbook is larger than the limits.
var ErrLarge = errors.New("is too large")

// Is reports whether a zip file holds a workbook.
func Is(z *zip.Reader) bool { return find(z, "xl/workbook.xml") != nil || ods(z) }

// Read reads all sheets that are not empty, hidden ones too, in their order: of each
// it calls sheet with the name and gives the rows to what that returns, the first
// one first. Empty rows are among them but for those at the end; a row ends with its
// last cell that is not empty, and is another one's after the call, while its texts
// stay. So no sheet is ever in memory as a whole. The error is that of what takes the
// rows, or [ErrFormat] or [ErrLarge] with the part of the file at fault.
func Read(z *zip.Reader, most Limits, sheet func(name string) (row func(cells []string) error)) error {
	b := &book{zip: z, left: most.Bytes, cells: most.Cells, text: most.Text, often: map[string]string{}}
	read := b.readXLSX
	if ods(z) {
		read = b.readODS
	}
	err := read(sheet)
	if own := (taker{}); errors.As(err, &own) {
		return own.error
	}
	return err
}

// book is a workbook being read.
type book struct {
	zip   *zip.Reader
	left  int64             // bytes that may still be unpacked
	cells int               // that may still come
	text  int               // bytes of cells that may still come
	value []byte            // of the cell at hand
	often map[string]string // short texts, of which many cells have one
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

// each calls fn at the beginning of every element of a part; a part that is not
// there has none.
func (b *book) each(name string, fn func(*markup.Reader) error) error {
	f := find(b.zip, name)
	if f == nil {
		return nil
	}
	part, err := f.Open()
	if err != nil {
		return damaged(name)
	}
	defer part.Close() //nolint:errcheck // only read from
	r := markup.New(part, markup.Limits{Left: &b.left, Apart: maxApart, Depth: maxDepth})
	for {
		kind, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil && kind == markup.Start {
			err = fn(r)
		}
		switch own := (taker{}); {
		case err == nil:
		case errors.As(err, &own), errors.Is(err, ErrLarge), errors.Is(err, ErrFormat):
			return err
		case errors.Is(err, markup.ErrLarge):
			return ErrLarge
		default:
			return damaged(name)
		}
	}
}

// taker is the error of what takes the rows: no fault of the file.
type taker struct{ error }

// damaged is the error of a part that cannot be unpacked or is no XML, without the
// words of those who unpack and read it: they mean nothing to who has the workbook.
func damaged(part string) error { return fmt.Errorf("%w: its part %s is damaged", ErrFormat, part) }

// number is the value of an attribute as a whole number; or, if it is none.
func number(r *markup.Reader, name string, or int) int {
	if n, err := strconv.Atoi(string(r.Attr(name))); err == nil {
		return n
	}
	return or
}

// valued is the text of the cell at hand. Codes and ids are kept once.
func (b *book) valued() string {
	if len(b.value) > 16 {
		return string(b.value)
	}
	if s, ok := b.often[string(b.value)]; ok {
		return s
	}
	s := string(b.value)
	if len(b.often) < 1<<14 {
		b.often[s] = s
	}
	return s
}

// rows gathers the cells of one row of a sheet and hands it on when the next begins.
type rows struct {
	b     *book
	name  string
	sheet func(name string) func(cells []string) error
	take  func(cells []string) error
	given int // rows handed on
	at    int // number of the row at hand, from 0
	cells []string
	size  int // bytes of these
}

// begin goes on to a row; the one before is handed on.
func (s *rows) begin(row int) error {
	if row == s.at {
		return nil
	}
	if err := s.end(1); err != nil {
		return err
	}
	if row < s.given {
		return fmt.Errorf("%w: row %d of %.40q comes after row %d", ErrFormat, row+1, s.name, s.given)
	}
	s.at = row
	return nil
}

// put sets a cell of the row at hand; empty ones before it come to be.
func (s *rows) put(col int, text string) error {
	if text == "" {
		return nil
	}
	if s.b.text -= len(text); s.b.text < 0 {
		return ErrLarge
	}
	for len(s.cells) <= col {
		if s.b.cells--; s.b.cells < 0 {
			return ErrLarge
		}
		s.cells = append(s.cells, "")
	}
	s.size += len(text) - len(s.cells[col])
	s.cells[col] = text
	return nil
}

// end hands the row at hand on, so often, with the empty rows before it.
func (s *rows) end(again int) error {
	if len(s.cells) == 0 {
		return nil
	}
	s.b.cells -= s.at - s.given + again + (again-1)*len(s.cells)
	s.b.text -= (again - 1) * s.size
	if s.b.cells < 0 || s.b.text < 0 {
		return ErrLarge
	}
	if s.take == nil {
		s.take = s.sheet(s.name)
	}
	for ; s.given < s.at; s.given++ {
		if err := s.take(nil); err != nil {
			return taker{err}
		}
	}
	for range again {
		if err := s.take(s.cells); err != nil {
			return taker{err}
		}
		s.given++
	}
	clear(s.cells)
	s.cells, s.size = s.cells[:0], 0
	return nil
}
