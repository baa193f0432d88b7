package charts

import "math"

// used returns the series that have a value anywhere.
func (c *Chart) used() []Series {
	c = c.frame()
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
func (p *pen) swatch(x, y float64, f font, s Series) float64 {
	w, h := f.size*1.5, f.size*0.95
	p.paintLit(rect{x, y + (f.size*ascent - f.middle()) - h/2, w, h}, s.Fill, math.Ceil(p.seriesLit(s.Key)), false)
	return w + f.size*0.45
}

// sets lists the numbers of the chart, or of its panels, and how much of each is
// lit.
func (c *Chart) sets() (values, shares [][][]float64) {
	if c.Kind != Multiples {
		return [][][]float64{c.Values}, [][][]float64{c.Lit}
	}
	for _, panel := range c.Panels {
		values, shares = append(values, panel.Values), append(shares, panel.Lit)
	}
	return values, shares
}

// seriesSum is the sum of a series and what of it is lit.
func (c *Chart) seriesSum(key string) (sum, on float64) {
	values, shares := c.sets()
	for j, s := range c.Series {
		if s.Key != key {
			continue
		}
		for k := range values {
			for i := range c.Rows {
				v := cell(values[k], i, j)
				sum, on = sum+v, on+v*lit(shares[k], i, j)
			}
		}
	}
	return sum, on
}

// seriesLit is the share of a series that is lit, from 0 to 1; of one without a
// number it is 1.
func (p *pen) seriesLit(key string) float64 {
	sum, on := p.chart.seriesSum(key)
	if sum == 0 {
		return 1
	}
	return on / sum
}

// keyMark makes a row of the key stand for all of its series.
func (p *pen) keyMark(s Series, r, area rect) {
	if r = r.common(area); p.dry || r.w <= 0 || r.h <= 0 {
		return
	}
	sum, _ := p.chart.seriesSum(s.Key)
	if s.Count > 0 {
		sum = s.Count
	}
	p.mark(Mark{Series: s.Key, Value: sum, Name: s.Label + ": " + p.format(sum), Total: true}, r)
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
		dx := p.swatch(x, y, f, s)
		g := p.inkOf(f, p.seriesLit(s.Key) > 0)
		p.text(name, x+dx, y+f.size*ascent, start, g)
		p.keyMark(s, rect{x, y, w, f.leading()}, area)
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
		p.swatch(x, y, f, s)
		p.keyMark(s, rect{x, y, width, f.leading() * float64(len(lines))}, area)
		if name, other, _ := p.keyName(f, s, width-indent); len(lines) == 1 {
			p.after(other, x+indent+f.width(name), y+f.size*ascent, f)
		}
		y = p.lines(lines, x+indent, y, start, p.inkOf(f, p.seriesLit(s.Key) > 0)) + f.size*0.25
	}
	return plot
}
