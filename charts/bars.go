package charts

import (
	"math"
	"strconv"
)

// touching is the height of a row in ems below which numbers in its marks touch
// their edges.
const touching = 1.08

// mostNames is the most of a chart's width that names of rows may have.
const mostNames = 0.46

// leastBand is the height of a row in ems where some are folded.
const leastBand = 1.15

// barPlan is the layout of rows: which type, how wide the names, how high the
// rows. Bars, Compare and Grid share it.
type barPlan struct {
	font   font
	labels [][]string
	under  []string // second names, "" where there is no room
	second font     // of these
	after  bool     // they stand on the line of the names, not under it
	whole  bool     // no name had to be cut
	label  float64  // width of the names with their gap
	band   float64  // height of a row with its gap
	bar    float64  // thickness of a bar
	shown  int      // rows shown; the rest is folded into one more
}

// leastBand is the height of a row in ems below which some are folded: on a low
// page and in panels names of rows may touch, if then all are shown.
func (p *pen) leastBand() float64 {
	if p.low || p.chart.Kind == Multiples {
		return ascent + descent
	}
	return leastBand
}

// planRows picks the largest type, from body downwards, in which all names fit
// into rows that share the height. Names get at most this share of the width,
// but up to mostNames of it where one would be cut.
func (p *pen) planRows(rows []Category, width, height, share, growth float64) barPlan {
	plan := p.planRowsFor(rows, width, height, share, growth)
	if !plan.whole {
		if wide := p.planRowsFor(rows, width, height, mostNames, growth); wide.whole {
			return wide
		}
	}
	return plan
}

func (p *pen) planRowsFor(rows []Category, width, height, share, growth float64) barPlan {
	var plan barPlan
	n := len(rows)
	rows = rows[:min(n, max(500, int(height/p.sizes.least)))] // no more of thousands can be shown, so none is measured
	for _, size := range p.sizes.steps(p.sizes.body) {
		f := p.plain(size)
		plan = barPlan{font: f, shown: n, whole: true}
		band := height / float64(n)
		widest := 0.0
		for _, row := range rows {
			widest = max(widest, f.width(row.Label))
		}
		room := min(widest+1, max(width*share, min(size*7, width*mostNames)))
		limit := min(3, max(1, int((band-size*0.3)/f.leading()+leading-ascent-descent)))
		most := 1
		for _, row := range rows {
			lines, fits := f.label(row, room, limit)
			plan.whole = plan.whole && fits
			most = max(most, len(lines))
			plan.label = max(plan.label, f.widest(lines))
			plan.labels = append(plan.labels, lines)
		}
		plan.label += size * 0.7
		plan.band = math.Min(band, max(size*growth, f.block(most)+size*0.9))
		if plan.whole && band >= size*1.35 {
			break
		}
	}
	if plan.band < plan.font.size*p.leastBand() {
		plan.band = plan.font.size * leastBand
		plan.shown = max(int(height/plan.band)-1, 0)
	}
	p.underRows(&plan, rows, width, share)
	plan.bar = min(max(plan.band*0.64, plan.band-plan.font.size*0.7), plan.font.size*2.6)
	if p.chart.Share { // the figures are in the bars, and low rows have no scale
		plan.bar = max(plan.bar, min(plan.band-2, plan.font.size*1.1))
	}
	return plan
}

// barScale is how values become lengths.
type barScale struct {
	x0, unit float64 // the zero line, and layout pixels per unit of value
	highest  float64
	share    bool
}

// bars draws stacked horizontal bars.
func (p *pen) bars(area rect) {
	c := p.chart
	p.sticks = c.alike()
	axis := p.axisHeight(area.h, len(c.Rows))
	if p.bare && !c.Share { // whatever number of rows a filter leaves: none brings a scale
		axis = 0
	}
	plan := p.planRows(c.Rows, area.w, area.h-axis, 0.34, 4.6)
	folded := totalOf(c.Values, plan.shown, len(c.Rows), len(c.Series))
	s := barScale{x0: area.x + plan.label, share: c.Share}
	var room float64
	for i := range c.Rows {
		sum := total(c.frame().Values, i, len(c.Series))
		if i < plan.shown {
			s.highest = max(s.highest, sum)
		}
		room = max(room, p.atEnd(plan.font.size).width(p.endOf(sum)))
	}
	if s.highest == 0 {
		s.highest = max(folded, 1)
	}
	s.unit = area.right() - room - plan.font.size*0.6 - s.x0
	if !c.Share {
		s.unit /= s.highest
	}
	bottom := area.y + axis + plan.band*float64(plan.shown)
	if axis > 0 {
		p.scaleAbove(area, s, axis, plan.label, bottom)
	}
	y := area.y + axis
	for i := range plan.shown {
		p.barRow(rect{area.x, y, area.w, plan.band}, plan, s, i)
		y += plan.band
	}
	p.vline(s.x0, area.y+axis, y, p.style.Ink)
	if n := len(c.Rows) - plan.shown; n > 0 {
		p.foldedRow(rect{area.x, y, area.w, plan.band}, plan.font, n, folded, c.More)
	}
}

// totalOf returns the sum of rows from..to.
func totalOf(values [][]float64, from, to, n int) float64 {
	var sum float64
	for i := from; i < to; i++ {
		sum += total(values, i, n)
	}
	return sum
}

// foldedRow says how many rows found no room, and what they sum to.
func (p *pen) foldedRow(row rect, f font, n int, sum float64, words func(n int) string) {
	p.tight = true
	label := "+ " + strconv.Itoa(n) + " …"
	if words != nil {
		label = words(n)
	}
	p.mark(Mark{Value: sum, Name: label + ": " + p.format(sum), Folded: n}, row)
	f = f.in(p.style.InkMuted)
	if label += ": " + p.format(sum); f.width(label) > row.w {
		label = f.abbreviate("+ "+strconv.Itoa(n)+": "+p.format(sum), row.w)
	}
	p.text(label, row.x, row.y+row.h/2+f.middle(), start, f)
}

// axisHeight returns the height of a scale above rows: none in a low plot, where the
// numbers at the bars must do, unless they are no sums, and where only it would fold
// rows or make them touch.
func (p *pen) axisHeight(height float64, rows int) float64 {
	axis, all := p.sizes.small*1.6, float64(rows)*p.sizes.least
	if height < 13*p.sizes.small && !p.chart.Share || height >= all*p.leastBand() && height-axis < all*leastBand {
		return 0
	}
	return axis
}

// scaleAbove draws the grid lines and, above them, their values.
func (p *pen) scaleAbove(area rect, s barScale, axis, label, bottom float64) {
	c := p.chart
	f := p.muted(p.sizes.small)
	high, format := s.highest, c.format
	if s.share {
		high, format = 1, c.formatShare
	}
	pitch := max(f.width(format(high))+f.size, f.size*5)
	if s.share && s.unit < pitch {
		return // no room for both ends
	}
	for i, v := range ticks(high, max(1, min(8, int(s.unit*high/pitch))), !s.share) {
		x := s.x0 + v*s.unit
		if i > 0 {
			p.vline(x, area.y+axis-f.size*0.3, bottom, p.style.Grid)
		}
		p.text(format(v), x, area.y+f.size*ascent, middle, f)
	}
	zero := f.width(format(0))/2 + f.size*0.6
	if c.AxisLabel != "" && f.width(c.AxisLabel) <= label-zero {
		p.text(c.AxisLabel, s.x0-zero, area.y+f.size*ascent, end, f)
	}
}

func (p *pen) barRow(row rect, plan barPlan, s barScale, i int) {
	c := p.chart
	category := c.Rows[i]
	sum := total(c.Values, i, len(c.Series))
	p.mark(Mark{Row: category.Key, Value: sum, Name: p.called(category, "", p.format(sum)), Total: true}, row)
	f := plan.font
	p.rowName(plan.inLight(p, p.rowLit(c.Lit, i)), i, row)
	bar := rect{s.x0, row.y + (row.h-plan.bar)/2, 0, plan.bar}
	bar.w = p.stack(bar, s, MarkKey{Row: category.Key}, category, c.Values, c.Lit, i)
	p.onPaper(p.endOf(sum), bar.right()+f.size*0.4, row.y+row.h/2+f.middle(), start, p.inkOf(p.atEnd(f.size), p.rowLit(c.Lit, i)))
}

// inLight returns the plan with names as they are written where something of
// their row is lit, or nothing.
func (plan barPlan) inLight(p *pen, on bool) barPlan {
	plan.font = p.inkOf(plan.font, on)
	return plan
}

// endOf is what stands at the end of a row: its sum, or what its shares are of.
func (p *pen) endOf(sum float64) string {
	if p.chart.Share {
		return p.chart.formatBase(sum)
	}
	return p.format(sum)
}

// atEnd is the type of what stands at the end of a row.
func (p *pen) atEnd(size float64) font {
	if p.chart.Share {
		return p.muted(size)
	}
	return p.strong(size)
}

// rowName writes the name of row i into the middle of its row; a single line
// shares its baseline with the number at the end.
func (p *pen) rowName(plan barPlan, i int, row rect) {
	f, lines := plan.font, plan.labels[i]
	p.tight = p.tight || plan.band < f.size*touching
	lower := f.middle() - f.size*(ascent-descent)/2
	height, under := f.block(len(lines)), plan.under[i] != "" && !plan.after
	if under {
		height += plan.second.leading()
	}
	top := row.y + (row.h-height)/2 + lower
	y := p.lines(lines, row.x, top, start, f)
	if plan.after {
		p.after(plan.under[i], row.x+f.widest(lines), top+f.size*ascent, f)
	}
	if under {
		p.lines(plan.under[i:i+1], row.x, y, start, plan.second)
	}
}

// stack draws the segments of row i from the left of bar and returns their
// length. A row without any leaves a mark of no length to hit.
func (p *pen) stack(bar rect, s barScale, key MarkKey, category Category, values, shares [][]float64, i int) float64 {
	c := p.chart
	sum := total(values, i, len(c.Series))
	var parts int
	for j := range c.Series {
		if cell(values, i, j) > 0 {
			parts++
		}
	}
	x := bar.x
	for j, series := range c.Series {
		v := cell(values, i, j)
		if v == 0 {
			continue
		}
		w, label, value := v*s.unit, p.format(v), p.format(v)
		if s.share {
			w = v / sum * s.unit
			label = c.formatShare(v / sum)
			value += " (" + label + ")"
		}
		m := Mark{Panel: key.Panel, Row: key.Row, Series: series.Key, Value: v, Name: p.called(category, series.Label, value)}
		r := rect{x, bar.y, w, bar.h}
		p.mark(m, r)
		p.name(m.Name)
		// A hairline of background keeps neighbours apart.
		if gap := 1.0; w > 4 && x+w < bar.x+sum*s.unit-0.5 && !s.share || s.share && w > 4 && v < sum {
			r.w -= gap
		}
		if p.sticks {
			p.stick(r, series.Fill, lit(shares, i, j))
			x += w + min(r.h/2, p.sizes.body*0.5)
			continue
		}
		r, fill := p.paintLit(r, series.Fill, lit(shares, i, j), false)
		if parts > 1 || s.share {
			p.inside(label, r, fill)
		}
		x += w
	}
	if parts == 0 {
		p.mark(Mark{Panel: key.Panel, Row: key.Row, Name: p.called(category, "", p.format(0))}, rect{bar.x, bar.y, 0, bar.h})
	}
	return x - bar.x
}

// inside writes a label into the middle of a fill if it fits. It is figures, which
// reach neither above nor below capitals: a share, which stands nowhere else, may come
// near the edges.
func (p *pen) inside(label string, r rect, fill Fill) {
	sizes, most := p.sizes.steps(p.sizes.body), 0.82
	if p.chart.Share {
		most = 0.97
	}
	for _, size := range sizes {
		f := p.plain(size).in(p.inkOn(fill))
		w := f.width(label)
		if size > r.h*most || w+size*0.8 > r.w {
			continue
		}
		x, y := r.x+r.w/2, r.y+r.h/2
		plate := min(size*1.2, r.h)
		p.plate(rect{x - w/2 - size*0.25, y - plate/2, w + size*0.5, plate}, fill)
		p.text(label, x, y+f.middle(), middle, f)
		return
	}
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
