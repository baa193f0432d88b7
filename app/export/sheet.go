package export

import (
	"context"
	"image"
	"image/color"

	chart "github.com/wcharczuk/go-chart/v2"

	"c5atlas.org/c5atlas/charts"
	"c5atlas.org/c5atlas/maps"
)

// sheet is what a page is composed on: pixels, SVG or PDF. Boxes are in device
// pixels of the page, so that all sheets look alike.
type sheet interface {
	// ink draws in a box with a Renderer that has its origin there and counts
	// density units a layout pixel.
	ink(box image.Rectangle, draw func(r chart.Renderer, density float64)) error
	// atlas draws the map into a box of its size.
	atlas(ctx context.Context, box image.Rectangle, m *maps.Map) error
	// outline draws a frame inside a box.
	outline(box image.Rectangle, c color.NRGBA, thick int) error
}

// pixels is a sheet of pixels.
type pixels struct {
	page    *image.RGBA
	density float64
}

func newPixels(s Size) *pixels {
	return &pixels{image.NewRGBA(image.Rect(0, 0, s.Width, s.Height)), s.Density}
}

func (p *pixels) ink(box image.Rectangle, draw func(r chart.Renderer, density float64)) error {
	part := p.page.SubImage(box).(*image.RGBA)
	// A renderer counts from 0.
	draw(charts.OnImage(&image.RGBA{Pix: part.Pix, Stride: part.Stride, Rect: box.Sub(box.Min)}), p.density)
	return nil
}

func (p *pixels) atlas(ctx context.Context, box image.Rectangle, m *maps.Map) error {
	_, err := maps.Draw(ctx, p.page.SubImage(box).(*image.RGBA), m)
	return err
}

func (p *pixels) outline(box image.Rectangle, c color.NRGBA, thick int) error {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if y >= box.Min.Y+thick && y < box.Max.Y-thick && x == box.Min.X+thick {
				x = max(x, box.Max.X-thick)
			}
			if x < box.Max.X {
				p.page.SetRGBA(x, y, color.RGBA{c.R, c.G, c.B, 255})
			}
		}
	}
	return nil
}
