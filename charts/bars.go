package charts

import "math"

// barPlan is a Bars chart's layout: which type, how wide the names, how high
// the rows.
type barPlan struct {
	font    font
	labels  [][]string
	label   float64 // width of the names, with their gap
	band    float64 // height of a row with its gap
	bar     float64 // thickness of a bar
	shown   int     // rows shown; the rest is folded into one more
	axis    float64 // height of the scale above the bars; 0: none
	end     float64 // width kept for totals at the bars' ends
	highest float64 // value at the full width
}

// bars draws stacked horizontal bars.
func (p *pen) bars(area rect) {
	plan := p.planBars(area, p.chart.Values)
	p.drawBars(area, plan, p.chart.Values, "")
}

func (p *pen) planBars(area rect, values [][]float64) barPlan {
	c := p.chart
	plan := barPlan{}
	n := len(c.Rows)
	if area.h > 11*p.sizes.small {
		plan.axis = p.sizes.small * 1.6
	}
	room := area.h - plan.axis
	for _, size := range p.sizes.steps(p.sizes.body) {
		f := p.plain(size)
		plan.font, plan.shown = f, n
		band := room / float64(n)
		widest := 0.0
		for _, row := range c.Rows {
			widest = max(widest, f.width(row.Label))
		}
		width := min(widest+1, max(area.w*0.34, 90))
		limit := max(1, int((band-size*0.35)/f.leading()+(leading-ascent-descent)))
		plan.labels = plan.labels[:0]
		whole, most := true, 1
		for _, row := range c.Rows {
			lines, fits := f.label(row, width, min(limit, 3))
			whole = whole && fits
			most = max(most, len(lines))
			plan.labels = append(plan.labels, lines)
		}
		plan.band = math.Min(band, max(size*2.4, f.block(most)+size*0.9))
		plan.label = 0
		for _, lines := range plan.labels {
			plan.label = max(plan.label, f.widest(lines))
		}
		plan.label += size * 0.7
		if whole && band >= size*1.35 {
			break
		}
	}
	if least := plan.font.size * 1.15; plan.band < least {
		plan.shown = max(int(room/least)-1, 0)
		plan.band = least
	}
	plan.bar = min(max(plan.band*0.7, plan.band-plan.font.size*0.9), plan.font.size*1.7)
	for i := range c.Rows {
		sum := total(values, i, c.width())
		plan.highest = max(plan.highest, sum)
		plan.end = max(plan.end, p.strong(plan.font.size).width(c.format(sum)))
	}
	plan.end += plan.font.size * 0.5
	return plan
}

func (p *pen) drawBars(area rect, plan barPlan, values [][]float64, panel string) {
	c := p.chart
	x0 := area.x + plan.label
	width := area.right() - plan.end - x0
	scale := width / plan.highest
	if c.Share {
		scale = width
	}
	y := area.y + plan.axis
	p.barScale(area, plan, x0, scale)
	for i := range min(plan.shown, len(c.Rows)) {
		row := rect{area.x, y, area.w, plan.band}
		p.barRow(row, plan, values, i, x0, scale, panel)
		y += plan.band
	}
	p.vline(x0, area.y+plan.axis, y, 1, p.style.Ink)
}

// barScale draws the grid lines and their numbers above the bars.
func (p *pen) barScale(area rect, plan barPlan, x0, scale float64) {
	c := p.chart
	if plan.axis == 0 {
		return
	}
	f := p.muted(p.sizes.small)
	high, format := plan.highest, c.format
	if c.Share {
		high, format = 1, c.formatShare
	}
	widest := f.width(format(high)) + f.size
	bottom := area.y + plan.axis + plan.band*float64(plan.shown)
	for i, v := range ticks(high, max(1, min(8, int(scale*high/max(widest, f.size*5))))) {
		x := x0 + v*scale
		if i > 0 {
			p.vline(x, area.y+plan.axis-f.size*0.3, bottom, 1, p.style.Grid)
		}
		p.text(format(v), x, area.y+f.size*ascent, middle, f)
	}
	if room := plan.label - f.size*1.2; f.width(c.AxisLabel) <= room {
		p.text(c.AxisLabel, x0-f.size*0.9, area.y+f.size*ascent, end, f)
	}
}

func (p *pen) barRow(row rect, plan barPlan, values [][]float64, i int, x0, scale float64, panel string) {
	c := p.chart
	category := c.Rows[i]
	sum := total(values, i, c.width())
	p.mark(Mark{Panel: panel, Row: category.Key, Value: sum, Name: name(category, "", c.format(sum)), Total: true}, row)
	f := plan.font
	height := f.block(len(plan.labels[i]))
	p.lines(plan.labels[i], row.x, row.y+(row.h-height)/2, start, f)
	top := row.y + (row.h-plan.bar)/2
	x := x0
	for j, s := range c.Series {
		v := cell(values, i, j)
		if v == 0 {
			continue
		}
		w := v * scale
		if c.Share {
			w = v / sum * scale
		}
		r := rect{x, top, w, plan.bar}
		p.mark(Mark{Panel: panel, Row: category.Key, Series: s.Key, Value: v, Name: name(category, s.Label, c.format(v))}, r)
		p.paint(r, s.Fill)
		x += w
	}
	p.text(c.format(sum), x+f.size*0.4, row.y+row.h/2+f.size*0.36, start, p.strong(f.size))
}

// name makes the text that stands for a mark.
func name(row Category, series, value string) string {
	s := row.Label
	if series != "" {
		s += ", " + series
	}
	s += ": " + value
	if row.Tip != "" {
		s += " · " + row.Tip
	}
	return s
}
