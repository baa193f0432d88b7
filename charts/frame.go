package charts

import "c5atlas.org/c5atlas/internal/draw"

// DrawFrame draws c without its plot and legend: background, title, subtitle,
// notes, source and footer. It returns the box left for something else, in layout
// pixels, so that a page with a map or with several charts looks like a page with
// one.
func DrawFrame(pic *draw.Picture, c *Chart, width, height float64) draw.Box {
	p, area, zoom := newPage(pic, c, width, height)
	left := p.surround(area, withTitle|withSubtitle|withFoot)
	return draw.Box{X0: left.x * zoom, Y0: left.y * zoom, X1: left.right() * zoom, Y1: left.bottom() * zoom}
}
