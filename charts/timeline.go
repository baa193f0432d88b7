package charts

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"time"
)

// timeAxis maps dates to layout pixels, from the first to the last year.
type timeAxis struct {
	from, to   time.Time
	x0, length float64
}

func (a timeAxis) at(t time.Time) float64 {
	// In seconds: a Duration ends at 292 years.
	from, to := a.from.Unix(), a.to.Unix()
	return a.x0 + float64(t.Unix()-from)/float64(to-from)*a.length
}

// timeline draws stacked columns at their dates.
func (p *pen) timeline(area rect) {
	c := p.chart
	order := make([]int, 0, len(c.Rows))
	for i := range c.Rows {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return c.Rows[i].Time.Compare(c.Rows[j].Time) })

	small := p.muted(p.sizes.small)
	highest := 0.0
	for i := range c.Rows {
		highest = max(highest, total(c.Values, i, len(c.Series)))
	}
	left := small.width(p.format(highest)) + small.size*0.8
	axis := timeAxis{x0: area.x + left, length: area.w - left}
	axis.from, axis.to = years(c.Rows)

	column := min(max(axis.length/float64(len(order))*0.6, 3), p.sizes.body*2.2)
	spots := make([]float64, len(order))
	for k, i := range order {
		spots[k] = axis.at(c.Rows[i].Time)
	}
	dates := slices.Clone(spots)
	spread(spots, min(column+3, axis.length/float64(len(order))), axis.x0+column/2, axis.x0+axis.length-column/2)
	moved := 0.0
	for k := range spots {
		moved = max(moved, spots[k]-dates[k], dates[k]-spots[k])
	}
	feet := 0.0 // height of the lines that lead from a moved column to its date
	if moved > 1 {
		feet = p.sizes.small * 0.9
	}

	yearHeight := small.size * 1.7
	baseline := area.bottom() - yearHeight - feet
	numbers := p.strong(p.sizes.small)
	head := numbers.leading() + small.size*0.5
	names := p.plain(p.sizes.small)
	tall := area.h > 15*small.size
	if tall {
		head += names.leading() * float64(p.headLines(names, axis.length))
	}
	axisLabel := ""
	if tall {
		axisLabel = small.abbreviate(c.AxisLabel, area.w)
	}
	top := area.y + head
	unit := (baseline - top) / highest

	for i, v := range ticks(highest, max(2, min(6, int((baseline-top)/(small.size*2.6)))), true) {
		y := baseline - v*unit
		if i > 0 {
			p.hline(axis.x0, area.right(), y, 1, p.style.Grid)
		}
		p.text(p.format(v), area.x+left-small.size*0.8, y+small.middle(), end, small)
	}
	p.text(axisLabel, area.x, area.y+small.size*ascent, start, small)
	p.yearTicks(axis, baseline+feet, small)

	taken := &crowd{}
	taken.take(rect{area.x, area.y, small.width(axisLabel), small.size * (ascent + descent)})
	columns := make([]rect, len(order))
	for k, i := range order {
		h := total(c.Values, i, len(c.Series)) * unit
		columns[k] = rect{spots[k] - column/2, baseline - h, column, h}
		p.column(columns[k], i, unit, dates[k], feet, axis)
		taken.take(columns[k])
	}
	p.hline(axis.x0, area.right(), baseline, 1, p.style.Ink)
	p.columnLabels(rect{axis.x0, area.y, axis.length, area.h}, order, columns, taken, numbers, names)
}

// headLines is how many lines are kept free over the columns for the name of the
// highest: two, or three if its full name fits only then.
func (p *pen) headLines(f font, width float64) int {
	c := p.chart
	highest := 0
	for i := range c.Rows {
		if total(c.Values, i, len(c.Series)) > total(c.Values, highest, len(c.Series)) {
			highest = i
		}
	}
	if tries := columnNames(c.Rows[highest], f, width); len(tries) > 0 && len(tries[0]) == 3 {
		return 3
	}
	return 2
}

// years returns the turns of the year around all dates.
func years(rows []Category) (from, to time.Time) {
	first, last := rows[0].Time, rows[0].Time
	for _, row := range rows {
		if row.Time.Before(first) {
			first = row.Time
		}
		for _, t := range []time.Time{row.Time, row.TimeEnd} {
			if t.After(last) {
				last = t
			}
		}
	}
	return newYear(first.Year()), newYear(last.Year() + 1)
}

func newYear(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }

// yearTicks draws a tick at each turn of the year and the year between two.
func (p *pen) yearTicks(axis timeAxis, y float64, f font) {
	first, last := axis.from.Year(), axis.to.Year()
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100, 500, 1000} {
		step = s
		if axis.length/float64(last-first)*float64(s) >= f.width("0000")*1.35 {
			break
		}
	}
	for year := first; year <= last; year++ {
		x := axis.at(newYear(year))
		if year%step != 0 && axis.length < 4*float64(last-first) {
			continue
		}
		if year == last {
			x-- // the last tick stays inside
		}
		long := f.size * 0.35
		if year%step == 0 {
			long = f.size * 0.6
		}
		p.vline(x, y, y+long, p.style.InkMuted)
		if year == last || year%step != 0 {
			continue
		}
		mid := (x + axis.at(newYear(year+1))) / 2
		if half := f.width("0000") / 2; mid-half < axis.x0 || mid+half > axis.x0+axis.length {
			continue
		}
		p.text(strconv.Itoa(year), mid, y+f.size*(0.7+ascent), middle, f)
	}
	p.hline(axis.x0, axis.x0+axis.length, y, 1, p.style.InkMuted)
}

// column draws row i as a column, with its foot at its true place.
func (p *pen) column(r rect, i int, unit, spot, feet float64, axis timeAxis) {
	c := p.chart
	category := c.Rows[i]
	baseline, center := r.bottom(), r.x+r.w/2
	sum := total(c.Values, i, len(c.Series))
	p.mark(Mark{Row: category.Key, Value: sum, Name: name(category, "", p.format(sum)), Total: true}, rect{r.x, r.y, r.w, r.h + feet})
	if feet > 0 {
		p.line(center, baseline, spot, baseline+feet, 1, p.style.InkMuted)
	}
	if end := axis.at(category.TimeEnd); category.TimeEnd.After(category.Time) && end-spot > 3 {
		p.hline(spot, end, baseline+feet, 3, p.style.InkMuted)
	}
	if sum == 0 {
		radius := min(r.w/2, p.sizes.small*0.3)
		p.disc(center, baseline, radius, p.style.Background)
		p.ring(center, baseline, radius, 2, p.style.InkMuted)
		p.mark(Mark{Row: category.Key, Name: name(category, "", p.format(0))}, rect{r.x, baseline, r.w, 0})
		return
	}
	y := baseline
	for j, series := range c.Series {
		v := cell(c.Values, i, j)
		if v == 0 {
			continue
		}
		h := v * unit
		m := Mark{Row: category.Key, Series: series.Key, Value: v, Name: name(category, series.Label, p.format(v))}
		segment := rect{r.x, y - h, r.w, h}
		p.mark(m, segment)
		p.name(m.Name)
		if h > 4 && y < baseline {
			segment.h--
		}
		segment, fill := p.paintLit(segment, series.Fill, lit(c.Lit, i, j), true)
		if v < sum {
			p.inside(p.format(v), segment, fill)
		}
		y -= h
	}
}

// columnLabels writes total and name above the columns, the highest first, names
// of high ones also at their side, and leaves out what would touch something
// else.
func (p *pen) columnLabels(area rect, order []int, columns []rect, taken *crowd, numbers, names font) {
	if p.dry {
		return // labels take no room from anything
	}
	c := p.chart
	byHeight := make([]int, 0, len(order))
	for k := range order {
		byHeight = append(byHeight, k)
	}
	slices.SortStableFunc(byHeight, func(a, b int) int { return cmp.Compare(columns[b].h, columns[a].h) })
	free := func(r rect) bool {
		return r.x >= area.x && r.right() <= area.right() && r.y >= area.y && taken.free(r)
	}
	above := make([]float64, len(order)) // where the next label over a column ends
	for _, k := range byHeight {
		sum := total(c.Values, order[k], len(c.Series))
		center := columns[k].x + columns[k].w/2
		above[k] = columns[k].y - numbers.size*0.5
		if sum == 0 {
			above[k] = columns[k].y - numbers.size*0.6
			continue
		}
		w := numbers.width(p.format(sum))
		r := rect{center - w/2, above[k] - numbers.size*ascent, w, numbers.size * (ascent + descent)}
		if free(r) {
			p.onPaper(p.format(sum), center, above[k], middle, numbers)
			taken.take(r)
			above[k] = r.y - numbers.size*0.35
		}
	}
	put := func(lines []string, x, top float64, a align, f font) bool {
		w, h, pad := f.widest(lines), f.block(len(lines)), f.size
		left := x - w*[]float64{start: 0, middle: 0.5, end: 1}[a]
		// Names that follow each other closely read as one.
		room := rect{max(left-pad/2, area.x), top - pad*0.3, min(w+pad, area.right()-left), h + pad*0.6}
		if top >= area.y {
			room.y = max(room.y, area.y)
		}
		if left < area.x || left+w > area.right() || !free(room) {
			return false
		}
		taken.take(rect{left, top, w, h})
		for n, s := range lines {
			p.onPaper(s, x, top+f.size*ascent+float64(n)*f.leading(), a, f)
		}
		return true
	}
	var high []int // columns without room above
	for _, k := range byHeight {
		col, f := columns[k], names
		if col.h == 0 {
			f = f.in(p.style.InkMuted)
		}
		// Over the column; else flush with an edge, or beginning at its middle.
		over := func(lines []string) bool {
			top := above[k] - f.block(len(lines))
			return put(lines, col.x+col.w/2, top, middle, f) || put(lines, col.x, top, start, f) || put(lines, col.right(), top, end, f) || put(lines, col.x+col.w/2, top, start, f)
		}
		line := f.size * (ascent + descent) // every name over the column takes this of it
		if !taken.free(rect{col.x + col.w/2, above[k] - line, 0.01, line}) || !slices.ContainsFunc(columnNames(c.Rows[order[k]], f, area.w), over) {
			high = append(high, k)
		}
	}
	for _, k := range high {
		col, f := columns[k], names
		gap := f.size * 0.6
		// over another column the name would seem to be that one's
		over := func(from, to float64) bool {
			i := sort.Search(len(columns), func(i int) bool { return from < columns[i].right() })
			return i < len(columns) && columns[i].x < to
		}
		beside := func(lines []string) bool {
			w := f.widest(lines)
			left, right := col.x-gap, col.right()+gap
			return f.block(len(lines)) <= col.h && (!over(right, right+w) && put(lines, right, col.y, start, f) || !over(left-w, left) && put(lines, left, col.y, end, f))
		}
		if f.block(1) <= col.h {
			_ = slices.ContainsFunc(columnNames(c.Rows[order[k]], f, area.w), beside)
		}
	}
}

// columnNames returns the ways to set a column's name, best first: in full
// where the chart is wide, short where it is not.
func columnNames(category Category, f font, width float64) [][]string {
	type try struct {
		text  string
		ems   float64
		limit int
	}
	tries := []try{{category.Label, 13, 2}, {category.Label, 9, 3}, {category.Label, 12, 4}, {category.Short, 9, 2}}
	if width < f.size*50 && category.Short != "" {
		tries = tries[3:]
	}
	var out [][]string
	for _, t := range tries {
		if lines, whole := f.wrap(t.text, f.size*t.ems, t.limit); whole && len(lines) > 0 {
			out = append(out, lines)
		}
	}
	return out
}

// spread moves sorted spots as little as possible (least squares) so that they
// lie at least gap apart, between low and high.
func spread(spots []float64, gap, low, high float64) {
	// With k*gap taken off spot k the wish is "never decreasing": pool
	// neighbours that violate it at their mean.
	type pool struct {
		sum float64
		n   int
	}
	var pools []pool
	for k, s := range spots {
		pools = append(pools, pool{s - float64(k)*gap, 1})
		for n := len(pools) - 1; n > 0 && pools[n-1].sum/float64(pools[n-1].n) > pools[n].sum/float64(pools[n].n); n-- {
			pools[n-1].sum += pools[n].sum
			pools[n-1].n += pools[n].n
			pools = pools[:n]
		}
	}
	k := 0
	for _, q := range pools {
		for range q.n {
			// Held inside, the order and the distances stay.
			shifted := min(max(q.sum/float64(q.n), low), high-float64(len(spots)-1)*gap)
			spots[k] = shifted + float64(k)*gap
			k++
		}
	}
}
