package draw

import (
	"context"
	"image"
	"sync"
)

// Torus is the last of a row of pictures that show a moving window of one thing.
// What is at x, y of the window lies at x+origin.X, y+origin.Y of the image,
// counted on from the other edge beyond the last: so nothing is moved when the
// window is. The zero value is empty.
type Torus struct {
	image  *image.RGBA
	origin image.Point
	known  bool // the image holds the last picture
}

// Forget has the next picture drawn as a whole.
func (t *Torus) Forget() { t.known = false }

// Draw draws what a picture shows that the last one did not, which is moved by
// dx, dy pixels in it. After an error the next one is drawn as a whole.
func (t *Torus) Draw(ctx context.Context, pic *Picture, dx, dy int) error {
	size := image.Rect(0, 0, pic.Width, pic.Height)
	var missing []image.Rectangle
	if t.known && t.image.Rect == size && abs(dx) < pic.Width && abs(dy) < pic.Height {
		t.origin = image.Pt(t.origin.X-dx, t.origin.Y-dy).Mod(size)
		missing = uncovered(size, dx, dy)
	} else {
		if t.image == nil || t.image.Rect != size {
			t.image = image.NewRGBA(size)
		}
		t.origin = image.Point{}
		missing = []image.Rectangle{size}
	}
	t.known = false
	var tiles []tile
	for _, r := range missing {
		t.pieces(r, func(r image.Rectangle, at int) {
			tiles = append(tiles, tilesOf(r, t.image.Pix[at:], t.image.Stride)...)
		})
	}
	if err := drawTiles(ctx, pic, tiles, t.image.Stride); err != nil {
		return err
	}
	t.known = true
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
func (t *Torus) pieces(part image.Rectangle, do func(r image.Rectangle, at int)) {
	size := t.image.Rect.Size()
	seam := image.Pt(size.X-t.origin.X, size.Y-t.origin.Y) // where the window crosses the image's edges
	for _, x := range [2][2]int{{0, seam.X}, {seam.X, size.X}} {
		for _, y := range [2][2]int{{0, seam.Y}, {seam.Y, size.Y}} {
			if r := part.Intersect(image.Rect(x[0], y[0], x[1], y[1])); !r.Empty() {
				at := r.Min.Add(t.origin).Mod(t.image.Rect)
				do(r, t.image.PixOffset(at.X, at.Y))
			}
		}
	}
}

// CopyTo copies the window to the top left corner of dst, on two cores.
func (t *Torus) CopyTo(dst *image.RGBA) {
	size := t.image.Rect
	middle := size.Max.Y / 2
	var wg sync.WaitGroup
	for _, half := range []image.Rectangle{image.Rect(0, 0, size.Max.X, middle), image.Rect(0, middle, size.Max.X, size.Max.Y)} {
		wg.Go(func() {
			t.pieces(half, func(r image.Rectangle, at int) {
				for y := r.Min.Y; y < r.Max.Y; y++ {
					to := y*dst.Stride + r.Min.X*4
					from := at + (y-r.Min.Y)*t.image.Stride
					copy(dst.Pix[to:to+r.Dx()*4], t.image.Pix[from:])
				}
			})
		})
	}
	wg.Wait()
}

func abs(x int) int { return max(x, -x) }
