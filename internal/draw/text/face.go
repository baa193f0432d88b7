// Package text sets type: it shapes, measures, breaks and cuts lines of any
// script for everything that draws. Lengths are in ems, the size of the type, so
// that a line has one length, but for scale, in every picture; Y grows down.
//
// A line is set word by word, as breaks between words allow, and a word is shaped
// once: texts that share words share their work.
package text

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Face is a typeface. Its methods may be called from several goroutines; they
// remember what they worked out, up to a bound.
type Face struct {
	// Bold says that the face calls itself bold.
	Bold bool
	// Ascent and Descent are the face's own, in ems, from the base line to the upper and to
	// the lower edge of a line; CapHeight is how high a capital is.
	Ascent, Descent, CapHeight float64

	ttf   []byte
	unit  float64 // ems a unit of the face
	slack float64 // share by which lines are taken to be longer than they are

	mu       sync.Mutex // guards what follows
	font     *font.Face
	shaper   shaping.HarfbuzzShaper
	segments shaping.Segmenter
	outlines map[ID]Outline

	memory memory
}

// ID is the number of a glyph in its face. 0 is the box that stands for what the
// face lacks.
type ID = font.GID

// Parse reads a TrueType or OpenType face. The bytes must not change later. It is
// for faces that ship with a program: what is cut short or no face is refused,
// but a forged one may still end in a panic when it is drawn from.
func Parse(ttf []byte) (f *Face, err error) {
	defer func() {
		if e := recover(); e != nil { // some damage makes the reader reach beyond a table
			f, err = nil, fmt.Errorf("read face: damaged: %v", e)
		}
	}()
	parsed, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("read face: %w", err)
	}
	if parsed.Upem() == 0 {
		return nil, errors.New("read face: an em of no units")
	}
	f = &Face{ttf: ttf, font: parsed, unit: 1 / float64(parsed.Upem()), outlines: map[ID]Outline{}}
	if e, ok := parsed.FontHExtents(); ok {
		f.Ascent, f.Descent = float64(e.Ascender)*f.unit, -float64(e.Descender)*f.unit
	}
	f.CapHeight = float64(parsed.LineMetric(font.CapHeight)) * f.unit
	about := parsed.Describe()
	f.Bold = about.Aspect.Weight >= font.WeightSemibold
	f.shaper.SetFontCacheSize(1)
	return f, nil
}

// Letters tells which letters a face has, from its table of them alone: that is much
// less to read and to keep than a [Face].
func Letters(ttf []byte) (has func(rune) bool, err error) {
	file, err := opentype.NewLoader(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("read face: %w", err)
	}
	raw, err := file.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil, fmt.Errorf("read letters of a face: %w", err)
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil, fmt.Errorf("read letters of a face: %w", err)
	}
	glyphs, _, err := font.ProcessCmap(table, tables.FPNone)
	if err != nil {
		return nil, fmt.Errorf("read letters of a face: %w", err)
	}
	return func(c rune) bool { glyph, ok := glyphs.Lookup(c); return ok && glyph != 0 }, nil
}

// Loose is a face of the same letters that takes every line to be longer than it is,
// by this share: a layout measured with it has room for another face, where letters
// are drawn by a program that may not have this one.
func (f *Face) Loose(share float64) (*Face, error) {
	g, err := Parse(f.ttf)
	if err != nil {
		return nil, err
	}
	g.slack = share
	return g, nil
}

// Has reports whether the face has a glyph for each letter of a line.
func (f *Face) Has(line string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, c := range line {
		if _, ok := f.font.NominalGlyph(c); !ok {
			return false
		}
	}
	return true
}

// TTF returns the file of the face, to be embedded elsewhere. It must not be
// changed.
func (f *Face) TTF() []byte { return f.ttf }

// perEm is the size at which words are shaped: a length is then in units of the
// face, in 64ths.
func (f *Face) perEm() fixed.Int26_6 { return fixed.I(int(f.font.Upem())) }
