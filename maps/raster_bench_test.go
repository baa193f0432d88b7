package maps

import (
	"image"
	"image/draw"
	"testing"

	"golang.org/x/image/vector"

	"c5atlas.org/c5atlas/maps/geo"
)

// BenchmarkRaster fills all land of the middle level on 1920 by 1080 pixels on
// one core: with the raster of this package, and as x/image/vector does it, into
// a mask that is then blended.
func BenchmarkRaster(b *testing.B) {
	m := benchMap(b, [2]float64{1920, 1080}, 1, false)
	l := testAtlas(b).Projected(1, m.View.Projection)
	p := newPainter(m)
	step := Step{Kind: StepFill, Layer: "land", Color: m.Style.Land, shapes: geo.Paths(p.visible(l.Countries, 1, nil)), to: p.to}
	dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	t := &band{pix: dst.Pix, stride: dst.Stride, width: 1920, row: make([]byte, 1920*4)}
	b.Run("own", func(b *testing.B) {
		done := cpuPerOp(b)
		for b.Loop() {
			for t.top = 0; t.top < 1080; t.top += t.height {
				t.height = min(bandRows, 1080-t.top)
				t.pix = dst.Pix[t.top*dst.Stride:]
				t.raster.reset(t.width, t.height)
				t.fillShapes(&step)
				t.paint(&step)
			}
		}
		done()
	})
	mask := image.NewAlpha(dst.Rect)
	b.Run("vector", func(b *testing.B) {
		k := newInk(step.Color, t.row)
		r := vector.NewRasterizer(1920, 1080)
		r.DrawOp = draw.Src
		done := cpuPerOp(b)
		for b.Loop() {
			r.Reset(1920, 1080)
			r.DrawOp = draw.Src
			for _, g := range step.shapes {
				for _, part := range g.Parts {
					for i, q := range part {
						v := step.to.Apply(q)
						if i == 0 {
							r.MoveTo(float32(v[0]), float32(v[1]))
						} else {
							r.LineTo(float32(v[0]), float32(v[1]))
						}
					}
					r.ClosePath()
				}
			}
			r.Draw(mask, mask.Rect, image.Opaque, image.Point{})
			for y := range 1080 {
				line, pix := mask.Pix[y*mask.Stride:], dst.Pix[y*dst.Stride:]
				for x := range 1920 {
					if c := line[x]; c > 0 {
						k.span(pix, x, x+1, uint32(c))
					}
				}
			}
		}
		done()
	})
}
