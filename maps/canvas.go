package maps

import (
	"context"
	"image"
	"maps"
	"reflect"
	"sync"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Canvas draws the pictures of a map that is moved, one after another. It keeps
// the base map of the last one, and when the window has only moved it draws no
// more of it than came into sight. Its pictures are those of [Draw], but that
// half covered pixels may be a few of 255 steps lighter or darker. A Canvas is
// for one goroutine at a time; the zero value is ready.
type Canvas struct {
	// image is the base map on a torus: what is at x, y of the window lies at
	// x+origin.X, y+origin.Y, counted on from the other edge beyond the last.
	// So nothing is moved when the window is.
	image  *image.RGBA
	origin image.Point
	of     basis
	to     draw.Affine
	whole  bool // nothing of the base map is missing
}

// basis is all that a base map depends on, but for where its window lies.
type basis struct {
	view      geo.Viewport // without its centre
	style     Style        // without its faces
	level     *geo.Projected
	shade     *draw.Texture
	graticule bool
}

func (p *painter) basis() basis {
	b := basis{view: p.view, style: *p.style, level: p.base, shade: p.shade, graticule: p.m.Furniture.Graticule}
	b.view.Center, b.style.Regular, b.style.Bold = [2]float64{}, nil, nil
	return b
}

func (b *basis) equal(o *basis) bool {
	return b.view == o.view && b.level == o.level && b.shade == o.shade && b.graticule == o.graticule && reflect.DeepEqual(b.style, o.style)
}

// Draw is [Draw] with what the canvas remembers. A dst smaller than the picture
// is drawn without.
func (c *Canvas) Draw(ctx context.Context, dst *image.RGBA, m *Map) (*Placement, error) {
	if w, h := m.View.Pixels(); m.View.Empty() || dst.Rect.Dx() < w || dst.Rect.Dy() < h {
		return Draw(ctx, dst, m)
	}
	return drawMap(ctx, dst, m, c.below)
}

// below brings the base map up to date and copies it to dst.
func (c *Canvas) below(ctx context.Context, dst *image.RGBA, p *painter, pic *Picture) error {
	size := image.Rect(0, 0, pic.Width, pic.Height)
	to, of := p.to, p.basis()
	dx, dy := int(to.TX-c.to.TX), int(to.TY-c.to.TY) // whole pixels, see snapped
	var missing []image.Rectangle
	if c.whole && c.of.equal(&of) && abs(dx) < pic.Width && abs(dy) < pic.Height {
		c.origin = image.Pt(c.origin.X-dx, c.origin.Y-dy).Mod(size)
		missing = uncovered(size, dx, dy)
	} else {
		if c.image == nil || c.image.Rect != size {
			c.image = image.NewRGBA(size)
		}
		c.origin = image.Point{}
		of.style.CountryFill = maps.Clone(of.style.CountryFill) // the caller may change its own
		missing = []image.Rectangle{size}
	}
	c.of, c.to, c.whole = of, to, false
	var tiles []tile
	for _, r := range missing {
		c.pieces(r, func(r image.Rectangle, at int) {
			tiles = append(tiles, tilesOf(r, c.image.Pix[at:], c.image.Stride)...)
		})
	}
	if err := drawTiles(ctx, pic, tiles, c.image.Stride); err != nil {
		return err
	}
	c.whole = true
	c.copyTo(dst, size)
	return nil
}

// uncovered is the parts of a window that a picture moved by dx, dy leaves bare.
func uncovered(size image.Rectangle, dx, dy int) []image.Rectangle {
	kept := size.Intersect(size.Add(image.Pt(dx, dy)))
	return []image.Rectangle{
		image.Rect(size.Min.X, size.Min.Y, size.Max.X, kept.Min.Y),
		image.Rect(size.Min.X, kept.Max.Y, size.Max.X, size.Max.Y),
		image.Rect(size.Min.X, kept.Min.Y, kept.Min.X, kept.Max.Y),
		image.Rect(kept.Max.X, kept.Min.Y, size.Max.X, kept.Max.Y),
	}
}

// pieces calls do for the up to four pieces of a part of the window that lie in
// one piece in memory, from a byte of the image on.
func (c *Canvas) pieces(part image.Rectangle, do func(r image.Rectangle, at int)) {
	size := c.image.Rect.Size()
	seam := image.Pt(size.X-c.origin.X, size.Y-c.origin.Y) // where the window crosses the image's edges
	for _, x := range [2][2]int{{0, seam.X}, {seam.X, size.X}} {
		for _, y := range [2][2]int{{0, seam.Y}, {seam.Y, size.Y}} {
			if r := part.Intersect(image.Rect(x[0], y[0], x[1], y[1])); !r.Empty() {
				at := r.Min.Add(c.origin).Mod(c.image.Rect)
				do(r, c.image.PixOffset(at.X, at.Y))
			}
		}
	}
}

// copyTo copies the window to the top left corner of dst, on two cores.
func (c *Canvas) copyTo(dst *image.RGBA, size image.Rectangle) {
	middle := size.Max.Y / 2
	var wg sync.WaitGroup
	for _, half := range []image.Rectangle{image.Rect(0, 0, size.Max.X, middle), image.Rect(0, middle, size.Max.X, size.Max.Y)} {
		wg.Go(func() {
			c.pieces(half, func(r image.Rectangle, at int) {
				for y := r.Min.Y; y < r.Max.Y; y++ {
					to := y*dst.Stride + r.Min.X*4
					from := at + (y-r.Min.Y)*c.image.Stride
					copy(dst.Pix[to:to+r.Dx()*4], c.image.Pix[from:])
				}
			})
		})
	}
	wg.Wait()
}

func abs(x int) int { return max(x, -x) }
