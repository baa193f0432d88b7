package charts

import "math"

// used returns the series that have a value anywhere.
func (c *Chart) used() []Series {
	var out []Series
	for j, s := range c.Series {
		var sum float64
		for i := range c.Rows {
			sum += cell(c.Values, i, j)
			for _, panel := range c.Panels {
				sum += cell(panel.Values, i, j)
			}
		}
		if sum > 0 {
			out = append(out, s)
		}
	}
	return out
}

// legend draws the key and returns what it leaves of the area.
func (p *pen) legend(area rect) rect {
	c := p.chart
	series := c.used()
	place := c.Legend
	if place == LegendAuto {
		switch {
		case len(c.Series) < 2:
			place = LegendNone
		case p.roomBeside(area, len(series)):
			place = LegendBeside
		default:
			place = LegendAbove
		}
	}
	switch place {
	case LegendAbove:
		return p.legendAbove(area, series)
	case LegendBeside:
		return p.legendBeside(area, series)
	}
	return area
}

// roomBeside reports whether a key of n lines stands well at the side: in a
// narrower low plot only if above it would cost rows.
func (p *pen) roomBeside(area rect, n int) bool {
	least := 45 * p.sizes.least
	if area.h-p.sizes.small*2.1 < float64(len(p.chart.Rows))*p.leastBand()*p.sizes.least {
		least = 36 * p.sizes.least
	}
	wide := area.w > 900 && area.w > 2.4*area.h || p.low && area.w > least
	return wide && float64(n+1)*p.sizes.small*(leading+0.3) <= area.h
}

// swatch draws a sample of a fill before a text whose top is at y and returns
// how wide it is with its gap.
func (p *pen) swatch(x, y float64, f font, fill Fill) float64 {
	w, h := f.size*1.5, f.size*0.95
	p.paint(rect{x, y + (f.size*ascent - f.middle()) - h/2, w, h}, fill)
	return w + f.size*0.45
}

func (p *pen) legendAbove(area rect, series []Series) rect {
	f := p.plain(p.sizes.small)
	x, y := area.x, area.y
	if p.chart.LegendTitle != "" {
		title := f.abbreviate(p.chart.LegendTitle, area.w)
		p.text(title, x, y+f.size*ascent, start, f.in(p.style.InkMuted))
		x += f.width(title) + f.size
	}
	for _, s := range series {
		name, other, w := p.keyName(f, s, area.w-f.size*2)
		w += f.size * 1.95
		if x > area.x && x+w > area.right() {
			x, y = area.x, y+f.size*1.5
		}
		dx := p.swatch(x, y, f, s.Fill)
		p.text(name, x+dx, y+f.size*ascent, start, f)
		p.after(other, x+dx+f.width(name), y+f.size*ascent, f)
		x += w + f.size*1.25
	}
	y += f.size * 2.1
	return rect{area.x, y, area.w, area.bottom() - y}
}

// legendBeside sets the key at the right of the plot. Bars are kept from growing
// longer than they can be read.
func (p *pen) legendBeside(area rect, series []Series) rect {
	f := p.plain(p.sizes.small)
	indent := f.size * 1.95
	width := f.width(p.chart.LegendTitle)
	for _, s := range series {
		_, _, w := p.keyName(f, s, math.Inf(1))
		width = max(width, indent+w)
	}
	width = min(width+1, area.w*0.3) // rounding must not cut the longest
	const gap = 24
	plot := rect{area.x, area.y, area.w - width - gap, area.h}
	if p.chart.Kind == Bars {
		plot.w = math.Min(plot.w, max(900, 4*area.h))
	}
	x, y := plot.right()+gap, area.y
	if p.chart.LegendTitle != "" {
		lines, _ := f.wrap(p.chart.LegendTitle, width, 2)
		y = p.lines(lines, x, y, start, f.in(p.style.InkMuted)) + f.size*0.25
	}
	for _, s := range series {
		lines, _ := f.wrap(s.Label, width-indent, 2)
		p.swatch(x, y, f, s.Fill)
		if name, other, _ := p.keyName(f, s, width-indent); len(lines) == 1 {
			p.after(other, x+indent+f.width(name), y+f.size*ascent, f)
		}
		y = p.lines(lines, x+indent, y, start, f) + f.size*0.25
	}
	return plot
}
