package charts

import chart "github.com/wcharczuk/go-chart/v2"

// Area is a rectangle in layout pixels.
type Area struct{ X, Y, W, H float64 }

// DrawFrame draws c without its plot and legend: background, title, subtitle,
// notes, source and footer. It returns the area left for something else, so
// that a page with a map or with several charts looks like a page with one.
func DrawFrame(r chart.Renderer, c *Chart, s Size) Area {
	p, area, zoom := newPage(r, c, s)
	left := p.surround(area, withTitle|withSubtitle|withFoot)
	return Area{left.x * zoom, left.y * zoom, left.w * zoom, left.h * zoom}
}
