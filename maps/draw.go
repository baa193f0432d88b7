package maps

import (
	"context"
	"image"

	"c5atlas.org/c5atlas/internal/draw"
)

// Draw draws a map into dst, from its top left corner, View.Width*Density by
// View.Height*Density pixels; more of dst stays as it is. Same maps give same
// bytes. It stops early with ctx's error; dst is then unfinished. Several
// goroutines may draw at once, each into its own image.
//
// The plane is drawn on whole pixels: up to half of one beside View.
func Draw(ctx context.Context, dst *image.RGBA, m *Map) (*Placement, error) {
	if m.View.Empty() {
		return &Placement{}, ctx.Err()
	}
	return drawMap(ctx, dst, m, func(ctx context.Context, dst *image.RGBA, _ *painter, pic *draw.Picture) error {
		return draw.Paint(ctx, dst, pic)
	})
}

// drawMap draws a map, the part below the names with below.
func drawMap(ctx context.Context, dst *image.RGBA, m *Map, below func(context.Context, *image.RGBA, *painter, *draw.Picture) error) (*Placement, error) {
	p := newPainter(m)
	if err := p.below(); err != nil {
		return nil, err
	}
	// Names are placed while the base map is drawn.
	base := *p.pic
	p.pic.Steps = make([]draw.Step, 0, 500) // about as many as names and markers take
	drawn := make(chan error, 1)
	go func() { drawn <- below(ctx, dst, p, &base) }()
	place := p.over()
	if err := <-drawn; err != nil {
		return nil, err
	}
	if err := draw.Paint(ctx, dst, p.pic); err != nil {
		return nil, err
	}
	return place, nil
}

// Record is what [Draw] draws, as a list, and where it put things.
func Record(ctx context.Context, m *Map) (*draw.Picture, *Placement, error) {
	if m.View.Empty() {
		return &draw.Picture{}, &Placement{}, ctx.Err()
	}
	p := newPainter(m)
	if err := p.below(); err != nil {
		return nil, nil, err
	}
	place := p.over()
	return p.pic, place, ctx.Err()
}
