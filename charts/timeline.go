package charts

import (
	"slices"
	"strconv"
	"time"

	"c5atlas.org/c5atlas/internal/sorts"
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
	sorts.Stable(order, func(i, j int) int { return c.Rows[i].Time.Compare(c.Rows[j].Time) })

	small := p.muted(p.sizes.small)
	sums := make([]float64, len(c.Rows))
	highest := 0.0
	for i := range c.Rows {
		sums[i] = total(c.frame().Values, i, len(c.Series))
		highest = max(highest, sums[i])
	}
	left := small.width(p.format(highest)) + small.size*0.8
	axis := timeAxis{x0: area.x + left, length: area.w - left}
	axis.from, axis.to = c.years(c.Rows)

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
	axisLabel := ""
	if area.h > 15*small.size {
		axisLabel = small.abbreviate(c.AxisLabel, area.w)
	}
	label := rect{area.x, area.y, small.width(axisLabel), small.size * (ascent + descent)}
	columns := make([]rect, len(order))
	stand := func(top float64) float64 {
		unit := (baseline - top) / highest
		for k, i := range order {
			columns[k] = rect{spots[k] - column/2, baseline - sums[i]*unit, column, sums[i] * unit}
		}
		return unit
	}
	flags, top := p.flags(rect{axis.x0, area.y, axis.length, baseline - area.y}, order, label, func(top float64) []rect { stand(top); return columns })
	unit := stand(top)

	for i, v := range ticks(highest, max(2, min(6, int((baseline-top)/(small.size*2.6)))), true) {
		y := baseline - v*unit
		if i > 0 {
			p.hline(axis.x0, area.right(), y, 1, p.style.Grid)
		}
		p.text(p.format(v), area.x+left-small.size*0.8, y+small.middle(), end, small)
	}
	p.text(axisLabel, area.x, area.y+small.size*ascent, start, small)
	p.yearTicks(axis, baseline+feet, small)
	for k, i := range order {
		if !c.Rows[i].Absent {
			p.column(columns[k], i, unit, dates[k], feet, axis)
		}
	}
	p.hline(axis.x0, area.right(), baseline, 1, p.style.Ink)
	for k, i := range order {
		if !c.Rows[i].Absent {
			p.flag(flags[k], columns[k], i)
		}
	}
}

// years returns the turns of the year around all dates, and around those that the
// axis is to reach to.
func (c *Chart) years(rows []Category) (from, to time.Time) {
	first, last := rows[0].Time, rows[0].Time
	if !c.From.IsZero() && !c.To.IsZero() {
		first, last = c.From, c.To
	}
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

// YearStep returns every how many years one is named on an axis of time, where a
// year and the room for a name have these lengths. Years that it divides are named.
func YearStep(year, name float64) int {
	steps := []int{1, 2, 5, 10, 20, 50, 100, 500, 1000}
	for _, step := range steps {
		if year*float64(step) >= name {
			return step
		}
	}
	return steps[len(steps)-1]
}

// yearTicks draws a tick at each turn of the year and the year between two.
func (p *pen) yearTicks(axis timeAxis, y float64, f font) {
	first, last := axis.from.Year(), axis.to.Year()
	step := YearStep(axis.length/float64(last-first), f.width("0000")*1.35)
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
	p.mark(Mark{Row: category.Key, Value: sum, Name: p.called(category, "", p.format(sum)), Total: true}, rect{r.x, r.y, r.w, r.h + feet})
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
		p.mark(Mark{Row: category.Key, Name: p.called(category, "", p.format(0))}, rect{r.x, baseline, r.w, 0})
		return
	}
	y := baseline
	for j, series := range c.Series {
		v := cell(c.Values, i, j)
		if v == 0 {
			continue
		}
		h := v * unit
		m := Mark{Row: category.Key, Series: series.Key, Value: v, Name: p.called(category, series.Label, p.format(v))}
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

// columnNames returns the ways to set a column's name, best first: in full
// where the chart is wide, short where it is not.
func columnNames(category Category, f font, width float64) [][]string {
	short := shortNames(category, f)
	if width < f.size*50 && category.Short != "" {
		return short
	}
	return append(fullNames(category, f), short...)
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
