package charts

import "c5atlas.org/c5atlas/internal/backrow"

// nearly is how much shorter than the longest bar the shortest may be for bars to
// say no more than dots would.
const nearly = 0.2

// alike reports whether bars would be one bar drawn several times: three or more
// of nearly the same length and of one series. Dots say as much with less ink.
func (c *Chart) alike() bool {
	if c.Kind != Bars || c.Share || len(c.Rows) < 3 || len(c.used()) != 1 {
		return false
	}
	values := c.frame().Values
	low, high := total(values, 0, len(c.Series)), 0.0
	for i := range c.Rows {
		sum := total(values, i, len(c.Series))
		low, high = min(low, sum), max(high, sum)
	}
	return low > 0 && high-low <= nearly*high
}

// stick draws a bar as a dot at its end, on a thin line from zero.
func (p *pen) stick(r rect, f Fill, share float64) {
	y, radius := r.y+r.h/2, min(r.h/2, p.sizes.body*0.5)
	edge := f.outline()
	if backrow.Contrast(f.Color, p.style.Background) >= markContrast {
		edge = f.Color
	}
	edge = p.inLight(edge, share)
	p.hline(r.x, r.right(), y, 2, edge)
	p.disc(r.right(), y, radius, p.inLight(f.Color, share))
	p.ring(r.right(), y, radius-0.75, 1.5, edge)
}
