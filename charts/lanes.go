package charts

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"c5atlas.org/c5atlas/internal/sorts"
)

// Look is how the mark of a column of Lanes is drawn. One with a value is
// filled, whatever its look.
type Look int

// The looks.
const (
	Filled Look = iota // faint without a value
	Ring
	Dashed
	looks
)

// LaneKey is the words for each look in the key, and for a faint one; those
// without words are not in it.
type LaneKey struct {
	Looks [looks]string
	Faint string
}

// lane is one row of Lanes: the columns that stand in it, by time.
type lane struct {
	Category
	columns []int
	sum     float64

	row        rect
	spots      []spot // of columns
	line, stem float64
}

// lanesOf lists the rows in which a column stands. Columns without a time are
// nowhere.
func (c *Chart) lanesOf() []lane {
	var out []lane
	for i, row := range c.Rows {
		l := lane{Category: row}
		for j, column := range c.Columns {
			if column.Row == row.Key && !column.Time.IsZero() {
				l.columns = append(l.columns, j)
				l.sum += cell(c.Values, i, j)
			}
		}
		sorts.Stable(l.columns, func(a, b int) int { return c.Columns[a].Time.Compare(c.Columns[b].Time) })
		if len(l.columns) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// value is that of column j, which stands in one row only.
func (c *Chart) value(j int) float64 {
	var v float64
	for i := range c.Rows {
		v += cell(c.Values, i, j)
	}
	return v
}

// share is how much of column j is lit.
func (c *Chart) share(j int) float64 {
	for i, row := range c.Rows {
		if row.Key == c.Columns[j].Row {
			return lit(c.Lit, i, j)
		}
	}
	return 0
}

// lanes draws each column as a disc at its time, in the lane of its row.
func (p *pen) lanes(area rect) {
	c := p.chart
	lanes := c.lanesOf()
	area = p.laneKey(area, lanes)
	small := p.muted(p.sizes.small)
	foot := small.size * 1.7
	rows := make([]Category, len(lanes))
	for i := range lanes {
		rows[i] = lanes[i].Category
	}
	plan := p.planRows(rows, area.w, area.h-foot, 0.22, math.Inf(1))
	shown := lanes[:plan.shown]
	at := timeAxis{x0: area.x + plan.label, length: area.w - plan.label}
	at.from, at.to = c.years(c.columnsOf(lanes))
	if folded := lanes[plan.shown:]; len(folded) > 0 {
		sum := 0.0
		for _, l := range folded {
			sum += l.sum
		}
		p.foldedRow(rect{area.x, area.y + plan.band*float64(plan.shown), area.w, plan.band}, plan.font, len(folded), sum, c.More)
	}
	bottom := area.y + plan.band*float64(plan.shown)
	p.yearLines(at, area.y, bottom)
	radius := min(plan.band*0.24, p.sizes.body*0.85)
	for _, l := range shown {
		for radius > p.sizes.small*0.4 && p.chart.crowded(l, at, radius) {
			radius *= 0.9 // rather small discs than ones far from their dates
		}
	}
	radius = max(min(radius, at.length/2-1, plan.band/2-1), 0)
	for i := range shown {
		p.stand(&shown[i], rect{at.x0, area.y + plan.band*float64(i), at.length, plan.band}, at, radius)
	}
	p.widen(shown)
	for i, l := range shown {
		p.rowName(plan, i, rect{area.x, area.y + plan.band*float64(i), plan.label, plan.band})
		p.lane(l, plan.label, at)
	}
	p.yearTicks(at, area.bottom()-foot, small)
}

// columnsOf lists the columns that stand in a lane.
func (c *Chart) columnsOf(lanes []lane) []Category {
	var out []Category
	for _, l := range lanes {
		for _, j := range l.columns {
			out = append(out, c.Columns[j])
		}
	}
	return out
}

// yearLines draws the turns of the year behind the lanes, if they keep apart.
func (p *pen) yearLines(at timeAxis, top, bottom float64) {
	if at.length < 12*float64(at.to.Year()-at.from.Year()) {
		return
	}
	for year := at.from.Year(); year < at.to.Year(); year++ {
		p.vline(at.at(newYear(year)), top, bottom, p.style.Grid)
	}
}

// lane draws one lane: its line, on it the dates, over them the discs, and
// names where they have room.
func (p *pen) lane(l lane, label float64, at timeAxis) {
	c, row, line := p.chart, l.row, l.line
	p.mark(Mark{Row: l.Key, Value: l.sum, Name: p.called(l.Category, "", p.format(l.sum)), Total: true}, rect{row.x - label, row.y, label, row.h})
	p.hline(row.x, row.right(), line, 1, p.style.Grid)
	taken := &crowd{}
	for k, j := range l.columns {
		s := l.spots[k]
		under := s.radius
		if l.stem > 0 {
			under = line - s.y
		}
		taken.take(rect{s.x - s.radius, s.y - s.radius, 2 * s.radius, s.radius + under})
		if c.Columns[j].Absent {
			continue
		}
		if l.stem > 0 {
			p.line(s.date, line, s.x, s.y, 1, p.style.InkMuted)
		}
		if end := at.at(c.Columns[j].TimeEnd); c.Columns[j].TimeEnd.After(c.Columns[j].Time) && end-s.date > 3 {
			p.hline(s.date, end, line, 3, p.style.InkMuted)
		}
	}
	marks := make([]laneMark, len(l.columns))
	for k, j := range l.columns {
		if !c.Columns[j].Absent {
			marks[k] = p.laneMark(l.spots[k], l, j)
		}
	}
	for _, counted := range []bool{false, true} { // numbers lie over what has none
		for k, j := range l.columns {
			if !c.Columns[j].Absent && counted == (marks[k].Value > 0) {
				p.laneDisc(l.spots[k], marks[k], j)
			}
		}
	}
	p.laneNames(l, taken)
}

// laneMark is the mark of a disc, and whether it is selected.
type laneMark struct {
	Mark
	selected bool
}

// laneMark marks column j.
func (p *pen) laneMark(s spot, l lane, j int) laneMark {
	column, v := p.chart.Columns[j], p.chart.value(j)
	m := Mark{Row: l.Key, Series: column.Key, Value: v, Name: column.Label}
	if v > 0 || column.Look == Filled {
		m.Name = p.called(column, "", p.format(v))
	} else if column.Tip != "" {
		m.Name += " · " + column.Tip
	}
	p.mark(m, s.box())
	n := len(p.selected)
	selected := n > 0 && p.selected[n-1].Key() == m.Key()
	if selected {
		p.selected = p.selected[:n-1] // a ring, not a frame
	}
	return laneMark{m, selected}
}

// laneDisc draws the disc of column j.
func (p *pen) laneDisc(s spot, m laneMark, j int) {
	c, v := p.chart, m.Value
	if m.selected {
		p.ring(s.x, s.y, s.radius+3, 2.5, p.style.Accent)
	}
	look := c.Columns[j].Look
	if v > 0 {
		look = Filled
	}
	p.name(m.Name)
	ink := p.inLight(p.style.HeatHigh, c.share(j))
	p.look(s.x, s.y, s.radius, look, v == 0, ink)
	f := p.strong(p.sizes.small)
	if text := p.format(v); v > 0 && figureRadius(f, text) <= s.radius {
		p.text(text, s.x, s.y+f.middle(), middle, f.in(textOn(ink, color.NRGBA{})))
	}
}

// look draws the sign of a look.
func (p *pen) look(x, y, radius float64, look Look, faint bool, ink color.NRGBA) {
	switch {
	case p.dry:
		return
	case look == Filled && !faint:
		p.disc(x, y, radius, ink)
		return
	case look == Filled:
		p.disc(x, y, radius, mix(ink, p.style.Background, 0.65))
		return
	case look == Dashed:
		dash := 2 * math.Pi * radius * p.density / 14
		p.SetStrokeDashArray([]float64{dash, dash})
		defer p.SetStrokeDashArray(nil)
	}
	p.disc(x, y, radius, p.style.Background)
	p.ring(x, y, radius-1, 2, ink)
}

// outside is the figure of a column of a lane whose disc has no room for it: the largest
// that filters leave, which keeps its room, and the present one. Both are "" where there
// is none, or where it stands in the disc.
func (p *pen) outside(s spot, j int) (most, now string) {
	f := p.strong(p.sizes.small)
	figure := func(v float64) string {
		if text := p.format(v); v > 0 && figureRadius(f, text) > s.radius {
			return text
		}
		return ""
	}
	if most = figure(p.chart.frame().value(j)); most == "" {
		return "", ""
	}
	return most, figure(p.chart.value(j))
}

// figureBeside writes the figure of a disc that has no room for it at its side, or over
// it, and reports whether there was room.
func (p *pen) figureBeside(l lane, k int, taken *crowd, over bool) bool {
	s, j := l.spots[k], l.columns[k]
	most, now := p.outside(s, j)
	if most == "" {
		return false
	}
	f := p.inkOf(p.strong(p.sizes.small), p.chart.share(j) > 0)
	w, h := f.width(most), 2*f.middle()
	places := []rect{overDisc(s, f, w)}
	if !over {
		places = []rect{{s.x + s.radius + f.size*0.2, s.y - h/2, w, h}, {s.x - s.radius - f.size*0.2 - w, s.y - h/2, w, h}}
	}
	for _, r := range places {
		if r.x < l.row.x || r.right() > l.row.right() || r.y < l.row.y || !taken.free(r) {
			continue
		}
		taken.take(r)
		if now != "" {
			p.onPaper(now, r.x+w/2, r.bottom(), middle, f)
		}
		return true
	}
	return false
}

// overDisc is where a figure of this width stands over a disc.
func overDisc(s spot, f font, w float64) rect {
	h := 2 * f.middle()
	return rect{s.x - w/2, s.y - s.radius - f.size*0.15 - h, w, h}
}

// laneNames writes names over the discs, those of the largest values first: as
// low as they find room, with a line to the disc where that is not just over it. A figure
// for which a disc has no room stands at its side, else behind the name, else over it.
func (p *pen) laneNames(l lane, taken *crowd) {
	if p.dry {
		return // names take no room from anything
	}
	c, f, row := p.chart, p.plain(p.sizes.small), l.row
	order := make([]int, len(l.spots))
	for k := range order {
		order[k] = k
	}
	sorts.Stable(order, func(a, b int) int { return cmp.Compare(c.frame().value(l.columns[b]), c.frame().value(l.columns[a])) })
	beside, wanted := make([]bool, len(l.spots)), map[int]rect{} // wanted is over whom a figure is to stand yet
	for _, k := range order {
		if beside[k] = p.figureBeside(l, k, taken, false); !beside[k] {
			if most, _ := p.outside(l.spots[k], l.columns[k]); most != "" {
				bold := p.strong(p.sizes.small)
				wanted[k] = overDisc(l.spots[k], bold, bold.width(most))
			}
		}
	}
	for _, k := range order {
		s, g, j := l.spots[k], f, l.columns[k]
		if c.value(j) == 0 {
			g = f.in(p.style.InkMuted)
		}
		delete(wanted, k)
		most, now := "", ""
		if !beside[k] {
			most, now = p.outside(s, j)
		}
		roof := s.y - s.radius - f.size*0.4
		if line := f.size * (ascent + descent); roof-line < row.y || !taken.free(rect{s.x, roof - line, 0.01, line}) {
			if most != "" { // a name or the line to it would need this
				p.figureBeside(l, k, taken, true)
			}
			continue
		}
		put := func(lines []string) bool {
			w, h := f.widest(append(slices.Clone(lines), counted(lines[len(lines)-1], most))), f.block(len(lines))
			for top := roof - h; top >= row.y; top -= f.leading() {
				stalk := rect{s.x - 1, top + h, 2, max(roof-top-h, 0)}
				if stalk.h > 0 && !taken.free(stalk) {
					return false
				}
				for _, left := range []float64{s.x - w/2, s.x - f.size*0.3, s.x - w + f.size*0.3} {
					room := rect{left - f.size*0.4, top, w + f.size*0.8, h}
					if left < row.x || left+w > row.right() || !taken.free(room) || covers(wanted, room) {
						continue
					}
					taken.take(room)
					taken.take(stalk)
					if c.Columns[j].Absent {
						return true // its room stays free
					}
					if stalk.h > 0 {
						p.vline(s.x, stalk.y, s.y-s.radius, p.style.InkMuted)
					}
					for n, text := range lines {
						if n == len(lines)-1 {
							text = counted(text, now)
						}
						p.onPaper(text, left, top+f.size*ascent+float64(n)*f.leading(), start, g)
					}
					return true
				}
			}
			return false
		}
		if !slices.ContainsFunc(columnNames(c.Columns[j], f, row.w), put) && most != "" {
			p.figureBeside(l, k, taken, true)
		}
	}
}

// covers reports whether a rectangle lies over one of these.
func covers(some map[int]rect, r rect) bool {
	for _, x := range some {
		if r.touches(x) {
			return true
		}
	}
	return false
}

// counted is a name with its figure, if it has one.
func counted(name, figure string) string {
	if figure == "" {
		return name
	}
	return name + "\u00a0(" + figure + ")"
}

// laneKey says what the looks in use mean, in a line above, and returns what it
// leaves. There is no key where lanes need its room.
func (p *pen) laneKey(area rect, lanes []lane) rect {
	c, f := p.chart, p.plain(p.sizes.small)
	var used [looks]bool
	faint := false
	for _, l := range lanes {
		for _, j := range l.columns {
			v := c.value(j)
			used[Filled] = used[Filled] || v > 0
			faint = faint || v == 0 && c.Columns[j].Look == Filled
			used[c.Columns[j].Look] = used[c.Columns[j].Look] || v == 0 && c.Columns[j].Look != Filled
		}
	}
	if area.h < f.size*2.1+float64(len(lanes)+2)*p.sizes.least*2.4 {
		return area
	}
	radius := f.size * 0.42
	x, y := area.x, area.y
	say := func(text string, look Look, faint bool) {
		if text == "" {
			return
		}
		text = f.abbreviate(text, area.w-f.size*2)
		if w := f.size*1.3 + f.width(text); x > area.x && x+w > area.right() {
			x, y = area.x, y+f.size*1.5
		}
		p.look(x+radius, y+(f.size*ascent-f.middle()), radius, look, faint, p.style.HeatHigh)
		p.text(text, x+f.size*1.3, y+f.size*ascent, start, f)
		x += f.size*2.8 + f.width(text)
	}
	for look, text := range c.Lanes.Looks {
		if used[look] {
			say(text, Look(look), false)
		}
	}
	if faint {
		say(c.Lanes.Faint, Filled, true)
	}
	y += f.size * 2.1
	return rect{area.x, y, area.w, area.bottom() - y}
}
