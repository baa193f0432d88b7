package charts

import (
	"fmt"
	"image"
	"math"
)

// Area is a rectangle in layout pixels.
type Area struct{ X, Y, W, H float64 }

// Frame draws c without its plot and legend: background, title, subtitle,
// notes, source and footer. It returns the picture and the area left for
// something else, so that a page with a map or with several charts looks like
// a page with one. It fails as [Image] does.
func Frame(c *Chart, s Size) (*image.RGBA, Area, error) {
	s = s.normal()
	w, h := math.Round(s.Width*s.Density), math.Round(s.Height*s.Density)
	if !(w >= 1 && h >= 1 && w*h <= maxPixels) {
		return nil, Area{}, fmt.Errorf("charts: cannot draw %v x %v pixels", w, h)
	}
	r := newRaster(int(w), int(h))
	zoom := max(1, min(s.Width/1920, s.Height/1080))
	p := newPen(r, c, Size{s.Width / zoom, s.Height / zoom, s.Density * zoom})
	page := rect{0, 0, s.Width / zoom, s.Height / zoom}
	p.fill(page, p.style.Background)
	area := page.inset(margin(page))
	title, subtitle := p.strong(p.sizes.title), p.muted(p.sizes.subtitle)
	lines, _ := title.wrap(c.Title, area.w, 2)
	y := p.lines(lines, area.x, area.y, start, title)
	lines, _ = subtitle.wrap(c.Subtitle, area.w, 2)
	y = p.lines(lines, area.x, y, start, subtitle) + p.sizes.body*0.5
	bottom := p.foot(rect{area.x, y, area.w, area.bottom() - y})
	return r.img, Area{area.x * zoom, y * zoom, area.w * zoom, (bottom - y) * zoom}, nil
}
