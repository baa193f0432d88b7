package maps

import (
	"context"
	"image"
	"maps"
	"reflect"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Canvas draws the pictures of a map that is moved, one after another. It keeps
// the base map of the last one, and when the window has only moved it draws no
// more of it than came into sight. Its pictures are those of [Draw], but that
// half covered pixels may be a few of 255 steps lighter or darker. A Canvas is
// for one goroutine at a time; the zero value is ready.
type Canvas struct {
	ground draw.Torus // the base map
	of     basis
	to     draw.Affine
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
func (c *Canvas) below(ctx context.Context, dst *image.RGBA, p *painter, pic *draw.Picture) error {
	to, of := p.to, p.basis()
	dx, dy := int(to.TX-c.to.TX), int(to.TY-c.to.TY) // whole pixels, see snapped
	c.to = to
	if !c.of.equal(&of) {
		c.ground.Forget()
		c.of = of
		c.of.style.CountryFill = maps.Clone(of.style.CountryFill) // the caller may change its own
	}
	if err := c.ground.Draw(ctx, pic, dx, dy); err != nil {
		return err
	}
	c.ground.CopyTo(dst)
	return nil
}
