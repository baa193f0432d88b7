package charts

import (
	"context"
	"fmt"
	"image"
	"math"

	"c5atlas.org/c5atlas/internal/draw"
)

// maxPixels bounds a picture: above, Image returns an error.
const maxPixels = 100e6

// Image draws c into a new picture of Width x Height times Density pixels,
// rounded. It fails if the size is not positive or above 100 million pixels.
func Image(c *Chart, s Size) (*image.RGBA, *Layout, error) {
	s = s.normal()
	w, h := math.Round(s.Width*s.Density), math.Round(s.Height*s.Density)
	if !(w >= 1 && h >= 1 && w*h <= maxPixels) {
		return nil, nil, fmt.Errorf("charts: cannot draw %v x %v pixels", w, h)
	}
	pic := &draw.Picture{Width: int(w), Height: int(h), Density: s.Density}
	l := Draw(pic, c, s.Width, s.Height)
	img := image.NewRGBA(image.Rect(0, 0, pic.Width, pic.Height))
	return img, l, paint(img, pic)
}

func paint(img *image.RGBA, pic *draw.Picture) error {
	return draw.Paint(context.Background(), img, pic)
}
