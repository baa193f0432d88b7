package draw

import (
	"context"
	"image"
	"runtime"
	"sync"
	"sync/atomic"
)

// A tile is at least bandRows high and, if it is narrow, about tileArea pixels
// large. That does not depend on the number of cores, and a tile fits the cache
// of one.
const (
	bandRows = 128
	tileArea = bandRows * 1024
)

// tile is a part of a picture that is drawn on its own.
type tile struct {
	at  image.Rectangle // in the picture
	pix []byte          // from its upper left pixel on
}

// TileRows is how many rows of a picture so many pixels wide are drawn at a time.
func TileRows(width int) int { return max(bandRows, tileArea/width) }

// tilesOf cuts a part of a picture into tiles; pix begins at the part's upper
// left pixel.
func tilesOf(part image.Rectangle, pix []byte, stride int) []tile {
	if part.Empty() {
		return nil
	}
	rows := TileRows(part.Dx())
	var tiles []tile
	for y := part.Min.Y; y < part.Max.Y; y += rows {
		at := part
		at.Min.Y, at.Max.Y = y, min(y+rows, part.Max.Y)
		tiles = append(tiles, tile{at, pix[(y-part.Min.Y)*stride:]})
	}
	return tiles
}

// Paint draws a picture from its top left corner into dst. Pixels of dst
// outside the picture stay as they are.
func Paint(ctx context.Context, dst *image.RGBA, pic *Picture) error {
	b := dst.Bounds()
	part := image.Rect(0, 0, min(pic.Width, b.Dx()), min(pic.Height, b.Dy()))
	return drawTiles(ctx, pic, tilesOf(part, dst.Pix, dst.Stride), dst.Stride)
}

// PaintPart draws a part of a picture, which dst.Rect says: its whole width, and of its
// rows those that [Paint] draws together, [TileRows] of them from a multiple of that, so
// that its pixels are the same.
func PaintPart(ctx context.Context, dst *image.RGBA, pic *Picture) error {
	return drawTiles(ctx, pic, []tile{{dst.Rect, dst.Pix}}, dst.Stride)
}

// drawTiles draws parts of a picture, side by side on all cores.
func drawTiles(ctx context.Context, pic *Picture, tiles []tile, stride int) error {
	var next atomic.Int32
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(tiles)) {
		wg.Go(func() {
			t := bands.Get().(*band)
			defer bands.Put(t)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(tiles) {
					return
				}
				at := tiles[i].at
				t.left, t.top, t.width, t.height = at.Min.X, at.Min.Y, at.Dx(), at.Dy()
				t.pix, t.stride = tiles[i].pix, stride
				t.draw(ctx, pic)
				t.pix = nil
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
