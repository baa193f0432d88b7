package draw

import (
	"image"
	"image/color"
	imagedraw "image/draw"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/paulmach/orb"
	"golang.org/x/image/vector"
)

// BenchmarkRaster fills as much land as a map has on 1920 by 1080 pixels on one
// core: with the raster of this package, and as x/image/vector does it, into
// a mask that is then blended.
func BenchmarkRaster(b *testing.B) {
	step := Step{Kind: StepFill, Color: color.NRGBA{240, 235, 225, 255}, Paths: []*Path{coasts()}, To: Identity}
	dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	t := &band{pix: dst.Pix, stride: dst.Stride, width: 1920, row: make([]byte, 1920*4)}
	b.Run("own", func(b *testing.B) {
		for b.Loop() {
			for t.top = 0; t.top < 1080; t.top += t.height {
				t.height = min(bandRows, 1080-t.top)
				t.pix = dst.Pix[t.top*dst.Stride:]
				t.raster.reset(t.width, t.height)
				t.fillShapes(&step)
				t.paint(&step)
			}
		}
	})
	mask := image.NewAlpha(dst.Rect)
	b.Run("vector", func(b *testing.B) {
		k := newInk(step.Color, t.row)
		r := vector.NewRasterizer(1920, 1080)
		r.DrawOp = imagedraw.Src
		for b.Loop() {
			r.Reset(1920, 1080)
			r.DrawOp = imagedraw.Src
			for _, g := range step.Paths {
				for _, part := range g.Parts {
					for i, q := range part {
						v := step.To.Apply(q)
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
	})
}

// coasts is 160 islands of 300 points each.
func coasts() *Path {
	r := rand.New(rand.NewPCG(3, 1))
	p := &Path{Closed: true}
	for range 160 {
		x, y, size := 1920*r.Float64(), 1080*r.Float64(), 20+100*r.Float64()
		ring := make([]orb.Point, 300)
		for i := range ring {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(ring)))
			k := size * (0.8 + 0.2*r.Float64())
			ring[i] = orb.Point{x + k*cos, y + k*sin}
		}
		p.Add(ring)
	}
	return p
}

// BenchmarkStroke draws the coasts of as much land, thin and as wide as their glow.
func BenchmarkStroke(b *testing.B) {
	for _, width := range []float64{0.8, 7} {
		b.Run(strconv.FormatFloat(width, 'g', -1, 64), func(b *testing.B) {
			step := Step{Kind: StepStroke, Color: color.NRGBA{40, 60, 80, 255}, Width: width, Paths: []*Path{coasts()}, To: Identity}
			dst := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
			t := &band{stride: dst.Stride, width: 1920, row: make([]byte, 1920*4)}
			for b.Loop() {
				for t.top = 0; t.top < 1080; t.top += t.height {
					t.height = min(bandRows, 1080-t.top)
					t.pix = dst.Pix[t.top*dst.Stride:]
					t.raster.reset(t.width, t.height)
					t.strokeShapes(&step)
					t.paint(&step)
				}
			}
		})
	}
}
