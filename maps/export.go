package maps

import (
	"context"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"c5atlas.org/c5atlas/internal/draw"
)

// SVG writes the map as an svg element with real text, its upper left corner at
// x, y: a document of its own, or a part of another. Its size is that of the
// viewport in layout pixels. The relief is a picture under the vectors, cut to
// the land. Shapes are cut to the window.
func SVG(ctx context.Context, w io.Writer, m *Map, x, y float64) error {
	pic, _, err := Record(ctx, m)
	if err != nil {
		return err
	}
	part, err := draw.SVGPart(ctx, pic, x, y)
	if err != nil {
		return err
	}
	_, err = w.Write(part)
	return err
}

// PDF draws maps on the pages of a document.
type PDF struct{ pages *draw.PDF }

// NewPDF draws on doc, which must count in points. family is the font in it,
// plain and bold, that has the letters of the maps' faces.
func NewPDF(doc *fpdf.Fpdf, family string) *PDF { return &PDF{draw.OnPDF(doc, family)} }

// Draw draws a map on the last page, its upper left corner at x, y, a layout
// pixel unit points large. The relief is a picture under the vectors, cut to the
// land. What the document itself could not do is in its Error.
func (f *PDF) Draw(ctx context.Context, m *Map, x, y, unit float64) error {
	pic, _, err := Record(ctx, m)
	if err != nil {
		return err
	}
	return f.pages.Put(ctx, pic, x, y, unit)
}
