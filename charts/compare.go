package charts

import (
	"image/color"
	"math"
)

// compare draws each row's two values as a disc (the first column) and a ring
// (the second) on one scale, joined by a line.
func (p *pen) compare(area rect) {
	c := p.chart
	ink := p.style.HeatHigh
	if p.low && p.roomBeside(area, 4) {
		area = p.dotsBeside(area, ink)
	} else {
		area = p.dotsAbove(area, ink)
	}
	axis := p.axisHeight(area.h, len(c.Rows))
	plan := p.planRows(c.Rows, area.w, area.h-axis, 0.34, 2.8)
	highest := 0.0
	for i := range c.Rows {
		highest = max(highest, cell(c.frame().Values, i, 0), cell(c.frame().Values, i, 1))
	}
	side := p.plain(plan.font.size).width(p.format(highest)) + plan.font.size
	s := barScale{x0: area.x + plan.label + side, highest: highest}
	s.unit = (area.right() - side - s.x0) / highest
	bottom := area.y + axis + plan.band*float64(plan.shown)
	if axis > 0 {
		p.scaleAbove(area, s, axis, plan.label+side, bottom)
	}
	p.vline(s.x0, area.y+axis, bottom, p.style.Ink)
	for i := range plan.shown {
		p.compareRow(rect{area.x, area.y + axis + plan.band*float64(i), area.w, plan.band}, plan, s, i, ink)
	}
	if n := len(c.Rows) - plan.shown; n > 0 {
		p.foldedRow(rect{area.x, bottom, area.w, plan.band}, plan.font, n, totalOf(c.Values, plan.shown, len(c.Rows), 2), c.More)
	}
}

// dotsAbove draws the key to the two columns in a line and returns what it
// leaves.
func (p *pen) dotsAbove(area rect, ink color.NRGBA) rect {
	f := p.plain(p.sizes.small)
	radius := f.size * 0.42
	x, y := area.x, area.y
	room := area.w/2 - f.size*2.8
	if !p.crowded(area.h - 2*f.leading()) {
		room = area.w - f.size*2 // for two lines
	}
	for j, column := range p.pair(f, room, 1) {
		label := f.abbreviate(column.Label, area.w-f.size*2)
		if w := f.size*1.3 + f.width(label); j > 0 && x+w > area.right() {
			x, y = area.x, y+f.size*1.5
		}
		p.dot(x+radius, y+(f.size*ascent-f.middle()), radius, j, ink)
		p.text(label, x+f.size*1.3, y+f.size*ascent, start, f)
		p.columnMark(j, rect{x, y, f.size*1.3 + f.width(label), f.leading()})
		x += f.size*2.8 + f.width(label)
	}
	y += f.size * 2.1
	return rect{area.x, y, area.w, area.bottom() - y}
}

// dotsBeside draws the key to the two columns at the right and returns what it
// leaves.
func (p *pen) dotsBeside(area rect, ink color.NRGBA) rect {
	f := p.plain(p.sizes.small)
	radius, indent, width := f.size*0.42, f.size*1.3, 0.0
	const lines = 3
	pair := p.pair(f, area.w*0.24-indent, lines)
	for _, column := range pair {
		width = max(width, indent+f.width(column.Label))
	}
	const gap = 24
	width = min(width+1, area.w*0.24) // rounding must not break the longest
	plot := rect{area.x, area.y, area.w - width - gap, area.h}
	x, y := plot.right()+gap, area.y
	for j, column := range pair {
		p.dot(x+radius, y+(f.size*ascent-f.middle()), radius, j, ink)
		set, _ := f.wrap(column.Label, width-indent, lines)
		p.columnMark(j, rect{x, y, width, f.leading() * float64(len(set))})
		y = p.lines(set, x+indent, y, start, f) + f.size*0.4
	}
	return plot
}

// columnMark makes a row of the key stand for all of its column.
func (p *pen) columnMark(j int, r rect) {
	c := p.chart
	var sum float64
	for i := range c.Rows {
		sum += cell(c.Values, i, j)
	}
	p.mark(Mark{Series: c.Columns[j].Key, Value: sum, Name: p.called(c.Columns[j], "", p.format(sum)), Total: true}, r)
}

// pair is the two columns, with their short names if one of the full ones does
// not fit.
func (p *pen) pair(f font, width float64, limit int) []Category {
	return sameLength(f, p.chart.Columns[:min(2, len(p.chart.Columns))], width, limit)
}

// dot draws the sign of column j.
func (p *pen) dot(x, y, radius float64, j int, c color.NRGBA) {
	if j == 0 {
		p.disc(x, y, radius, c)
		return
	}
	p.disc(x, y, radius, p.style.Background)
	p.ring(x, y, radius-1.25, 2.5, c)
}

func (p *pen) compareRow(row rect, plan barPlan, s barScale, i int, ink color.NRGBA) {
	c := p.chart
	category := c.Rows[i]
	f := plan.font
	p.rowName(plan.inLight(p, p.rowLit(c.Lit, i)), i, row)
	sum := total(c.Values, i, 2)
	p.mark(Mark{Row: category.Key, Value: sum, Name: p.called(category, "", p.format(sum)), Total: true}, row)
	a, b := cell(c.Values, i, 0), cell(c.Values, i, 1)
	y := row.y + row.h/2
	radius := math.Min(f.size*0.45, row.h*0.4)
	xa, xb := s.x0+a*s.unit, s.x0+b*s.unit
	p.hline(min(xa, xb), max(xa, xb), y, 2, mix(ink, p.style.Background, 0.45))
	apart := 0.0
	if math.Abs(xa-xb) < 2*radius { // one above the other, so that both are seen
		radius = min(radius, row.h*0.24)
		apart = radius
	}
	for j, x := range []float64{xa, xb}[:min(2, len(c.Columns))] {
		v := cell(c.Values, i, j)
		m := Mark{Row: category.Key, Series: c.Columns[j].Key, Value: v, Name: p.called(category, c.Columns[j].Label, p.format(v))}
		dot := y - apart + 2*apart*float64(j)
		p.mark(m, rect{x - radius, dot - radius, 2 * radius, 2 * radius})
		p.name(m.Name)
		p.dot(x, dot, radius, j, p.inLight(ink, lit(c.Lit, i, j)))
	}
	f = p.inkOf(f, p.rowLit(c.Lit, i))
	low, high := min(a, b), max(a, b)
	away := radius + f.size*0.35
	if low < high {
		p.onPaper(p.format(low), min(xa, xb)-away, y+f.middle(), end, f)
	}
	p.onPaper(p.format(high), max(xa, xb)+away, y+f.middle(), start, f)
}
