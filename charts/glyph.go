package charts

import (
	"image"
	"math"

	"github.com/golang/freetype/truetype"
	imagefont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// glyphKey tells glyph pictures apart: a glyph is drawn at four horizontal
// sub-pixel places, so that letters keep their distance at small sizes.
type glyphKey struct {
	font  *truetype.Font
	size  fixed.Int26_6
	index truetype.Index
	sub   int
}

// glyph is a coverage mask and where its corner lies from the pen.
type glyph struct {
	mask   *image.Alpha
	corner image.Point
}

// advance returns the width of an unhinted line of text in ems, so that it is
// the same, but for scale, in every picture.
func advance(f *truetype.Font, s string) float64 {
	em := fixed.Int26_6(f.FUnitsPerEm())
	var sum fixed.Int26_6
	for _, r := range s {
		sum += f.HMetric(em, f.Index(r)).AdvanceWidth
	}
	return float64(sum) / float64(em)
}

// Text draws a line of text with its baseline's start at x, y.
func (r *raster) Text(body string, x, y int) {
	if r.font == nil || r.fontColor.A == 0 {
		return
	}
	px := r.pixels()
	size := fixed.Int26_6(math.Round(px * 64))
	em := fixed.Int26_6(r.font.FUnitsPerEm())
	sin, cos := math.Sincos(r.rotation)
	var pen float64
	for _, c := range body {
		index := r.font.Index(c)
		if r.rotation != 0 {
			o := r.glyphOutline(size, index)
			for _, part := range o.parts {
				for i, p := range part.points {
					part.points[i] = point{float64(x) + (p.x+pen)*cos - p.y*sin, float64(y) + (p.x+pen)*sin + p.y*cos}
				}
			}
			r.fill(o, r.fontColor)
		} else {
			quarters := int(math.Round(pen * 4))
			g := r.glyph(glyphKey{r.font, size, index, quarters & 3})
			if g.mask != nil {
				r.blend(g.mask, g.corner.Add(image.Pt(x+quarters>>2, y)), r.fontColor)
			}
		}
		pen += float64(r.font.HMetric(em, index).AdvanceWidth) * px / float64(em)
	}
}

func (r *raster) glyph(k glyphKey) glyph {
	if g, ok := r.glyphs[k]; ok {
		return g
	}
	o := r.glyphOutline(k.size, k.index)
	for _, part := range o.parts {
		for i := range part.points {
			part.points[i].x += float64(k.sub) / 4
		}
	}
	var g glyph
	if len(o.parts) > 0 {
		box := o.bounds()
		g = glyph{image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy())), box.Min}
		o.rasterize(&r.z, g.mask, float64(box.Min.X), float64(box.Min.Y))
	}
	r.glyphs[k] = g
	return g
}

// glyphOutline returns a glyph's outline in pixels from the pen; empty if the
// font cannot load it.
func (r *raster) glyphOutline(size fixed.Int26_6, index truetype.Index) *outline {
	o := &outline{}
	if err := r.buf.Load(r.font, size, index, imagefont.HintingNone); err != nil {
		return o
	}
	start := 0
	for _, end := range r.buf.Ends {
		o.contour(r.buf.Points[start:end])
		start = end
	}
	return o
}

// contour adds a TrueType contour: between two points off the curve lies one
// on it, half way.
func (o *outline) contour(points []truetype.Point) {
	at := func(i int) (point, bool) {
		p := points[i%len(points)]
		return point{float64(p.X) / 64, -float64(p.Y) / 64}, p.Flags&1 != 0
	}
	if len(points) < 2 {
		return
	}
	first := 0
	start, on := at(0)
	if !on {
		var next point
		if next, on = at(1); on {
			start, first = next, 1
		} else {
			start = start.toward(next, 0.5)
		}
	}
	// From a start between two off-curve points the walk begins after the first.
	o.moveTo(start)
	var control *point
	n := len(points)
	for i := 1; i <= n; i++ {
		p, on := at(first + i)
		switch {
		case on && control != nil:
			o.quadTo(*control, p)
			control = nil
		case on:
			o.lineTo(p)
		default:
			if control != nil {
				o.quadTo(*control, control.toward(p, 0.5))
			}
			control = &p
		}
	}
	if control != nil {
		o.quadTo(*control, start)
	}
	o.close()
}
