package export

import (
	"context"
	"image"
	"image/color"
	"math"

	"c5atlas.org/c5atlas/internal/draw"
)

// sheet is what a page is composed on: pixels, SVG or PDF.
type sheet interface {
	// fine is how many pixels pictures of charts have to a layout pixel.
	fine() float64
	// put puts a picture with its upper left corner at a device pixel of the page.
	put(ctx context.Context, pic *draw.Picture, at image.Point) error
}

// ink draws in a part of the page. The width and height are layout pixels.
func (j *job) ink(ctx context.Context, on sheet, box image.Rectangle, paint func(pic *draw.Picture, width, height float64)) error {
	d := j.options.Size.Density
	w, h := float64(box.Dx())/d, float64(box.Dy())/d
	pic := &draw.Picture{Density: on.fine()}
	pic.Width, pic.Height = int(math.Round(w*pic.Density)), int(math.Round(h*pic.Density))
	paint(pic, w, h)
	return on.put(ctx, pic, box.Min)
}

// outline draws a frame of a hairline inside a part of the page.
func (j *job) outline(ctx context.Context, on sheet, box image.Rectangle) error {
	pic := &draw.Picture{Width: box.Dx(), Height: box.Dy(), Density: j.options.Size.Density}
	frame(pic, j.pal.Hairline, max(1, math.Round(pic.Density)))
	return on.put(ctx, pic, box.Min)
}

// frame draws a frame along the inner side of a picture's edges.
func frame(pic *draw.Picture, c color.NRGBA, thick float64) {
	w, h := float64(pic.Width), float64(pic.Height)
	low := max(h-thick, thick)
	pic.Fill("frame", c,
		draw.Rectangle(0, 0, w, min(thick, h)), draw.Rectangle(0, low, w, h),
		draw.Rectangle(0, thick, min(thick, w), low), draw.Rectangle(max(w-thick, thick), thick, w, low))
}

// pixels is a sheet of pixels.
type pixels struct {
	page    *image.RGBA
	density float64
}

func newPixels(s Size) *pixels {
	return &pixels{image.NewRGBA(image.Rect(0, 0, s.Width, s.Height)), s.Density}
}

func (p *pixels) fine() float64 { return p.density }

func (p *pixels) put(ctx context.Context, pic *draw.Picture, at image.Point) error {
	box := image.Rectangle{Max: image.Pt(pic.Width, pic.Height)}.Add(at)
	return draw.Paint(ctx, p.page.SubImage(box).(*image.RGBA), pic)
}

// single is a sheet that keeps the one picture that is put on it.
type single struct {
	pic     *draw.Picture
	density float64
}

func (s *single) fine() float64 { return s.density }

func (s *single) put(ctx context.Context, pic *draw.Picture, _ image.Point) error {
	s.pic = pic
	return ctx.Err()
}

// Shapes of a chart lie on whole pixels: in a vector format these must be fine.
const vectorDensity = 16

// svgSheet is a sheet of SVG.
type svgSheet struct {
	doc     *draw.SVG
	density float64
}

func (v *svgSheet) fine() float64 { return vectorDensity }

func (v *svgSheet) put(ctx context.Context, pic *draw.Picture, at image.Point) error {
	return v.doc.Put(ctx, pic, float64(at.X)/v.density, float64(at.Y)/v.density)
}

// pdfSheet is a part of a page of PDF.
type pdfSheet struct {
	doc     *draw.PDF
	x, y    float64 // of the upper left corner, in points
	density float64
	unit    float64 // points a layout pixel
}

func (v *pdfSheet) fine() float64 { return vectorDensity }

func (v *pdfSheet) put(ctx context.Context, pic *draw.Picture, at image.Point) error {
	k := v.unit / v.density
	return v.doc.Put(ctx, pic, v.x+float64(at.X)*k, v.y+float64(at.Y)*k, v.unit)
}
