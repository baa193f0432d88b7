package charts

import (
	"fmt"
	"image"
	"image/png"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/vector"
)

// raster is a Renderer that fills an image.RGBA. go-chart's own takes six times
// as long for a chart, draws circles as cushions, and hints the widths of
// letters, so that the same text has another width in each density.
type raster struct {
	pencil
	img    *image.RGBA
	path   outline
	glyphs map[glyphKey]glyph
	buf    truetype.GlyphBuf
	z      vector.Rasterizer
	mask   []uint8
}

var _ chart.Renderer = (*raster)(nil)

// maxPixels bounds a picture: above, Image returns an error.
const maxPixels = 100e6

// newPicture returns a Renderer for a picture of this size.
func newPicture(s Size) (*raster, error) {
	s = s.normal()
	w, h := math.Round(s.Width*s.Density), math.Round(s.Height*s.Density)
	if !(w >= 1 && h >= 1 && w*h <= maxPixels) {
		return nil, fmt.Errorf("charts: cannot draw %v x %v pixels", w, h)
	}
	return &raster{img: image.NewRGBA(image.Rect(0, 0, int(w), int(h))), glyphs: map[glyphKey]glyph{}}, nil
}

// OnImage returns a Renderer onto a picture whose upper left corner is at 0, 0.
func OnImage(img *image.RGBA) chart.Renderer {
	return &raster{img: img, glyphs: map[glyphKey]glyph{}}
}

// Image draws c into a new picture of Width x Height times Density pixels,
// rounded. It fails if the size is not positive or above 100 million pixels.
func Image(c *Chart, s Size) (*image.RGBA, *Layout, error) {
	r, err := newPicture(s)
	if err != nil {
		return nil, nil, err
	}
	l := Draw(r, c, s)
	return r.img, l, nil
}

func (r *raster) MoveTo(x, y int) { r.path.moveTo(point{float64(x), float64(y)}) }
func (r *raster) LineTo(x, y int) { r.path.lineTo(point{float64(x), float64(y)}) }
func (r *raster) Close()          { r.path.close() }
func (r *raster) QuadCurveTo(cx, cy, x, y int) {
	r.path.quadTo(point{float64(cx), float64(cy)}, point{float64(x), float64(y)})
}

func (r *raster) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	r.path.arcTo(point{float64(cx), float64(cy)}, rx, ry, start, delta)
}

func (r *raster) Circle(radius float64, x, y int) {
	r.path.circle(point{float64(x), float64(y)}, radius)
}

func (r *raster) Fill() {
	r.fill(&r.path, r.fillColor)
	r.path.reset()
}

func (r *raster) Stroke() {
	stroked := r.path.stroke(r.strokeWidth, r.dash)
	r.fill(stroked, r.strokeColor)
	r.path.reset()
}

func (r *raster) FillStroke() {
	r.fill(&r.path, r.fillColor)
	r.Stroke()
}

// Save writes a PNG without metadata.
func (r *raster) Save(w io.Writer) error { return png.Encode(w, r.img) }

// fill paints an outline's inside, by non-zero winding.
func (r *raster) fill(o *outline, c drawing.Color) {
	if len(o.parts) == 0 || c.A == 0 {
		return
	}
	if box, ok := o.rectangle(); ok {
		r.block(box.Intersect(r.img.Rect), c)
		return
	}
	box := o.bounds().Intersect(r.img.Rect)
	if box.Empty() {
		return
	}
	w, h := box.Dx(), box.Dy()
	if cap(r.mask) < w*h {
		r.mask = make([]uint8, w*h)
	}
	mask := image.Alpha{Pix: r.mask[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	o.rasterize(&r.z, &mask, float64(box.Min.X), float64(box.Min.Y))
	r.blend(&mask, box.Min, c)
}

// block fills a rectangle of whole pixels.
func (r *raster) block(box image.Rectangle, c drawing.Color) {
	if box.Empty() {
		return
	}
	if c.A < 255 {
		mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
		for i := range mask.Pix {
			mask.Pix[i] = 255
		}
		r.blend(mask, box.Min, c)
		return
	}
	first := r.img.Pix[r.img.PixOffset(box.Min.X, box.Min.Y):][:4*box.Dx()]
	copy(first, []uint8{c.R, c.G, c.B, 255})
	for n := 4; n < len(first); n *= 2 {
		copy(first[n:], first[:n])
	}
	for y := box.Min.Y + 1; y < box.Max.Y; y++ {
		copy(r.img.Pix[r.img.PixOffset(box.Min.X, y):], first)
	}
}

// blend lays c over the picture through a mask whose corner is at p. Pixels
// outside the picture are left out.
func (r *raster) blend(mask *image.Alpha, p image.Point, c drawing.Color) {
	box := mask.Rect.Add(p).Intersect(r.img.Rect)
	sr, sg, sb, sa := uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		m := mask.Pix[mask.PixOffset(box.Min.X-p.X, y-p.Y):][:box.Dx()]
		d := r.img.Pix[r.img.PixOffset(box.Min.X, y):][:4*box.Dx()]
		for i, v := range m {
			if v == 0 {
				continue
			}
			px := d[4*i : 4*i+4 : 4*i+4]
			a := uint32(v) * sa / 255
			if a == 255 {
				px[0], px[1], px[2], px[3] = c.R, c.G, c.B, 255
				continue
			}
			b := 255 - a
			px[0] = uint8((sr*a + uint32(px[0])*b + 127) / 255)
			px[1] = uint8((sg*a + uint32(px[1])*b + 127) / 255)
			px[2] = uint8((sb*a + uint32(px[2])*b + 127) / 255)
			px[3] = uint8((255*a + uint32(px[3])*b + 127) / 255)
		}
	}
}
