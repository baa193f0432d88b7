package charts

import (
	"image/color"
	"math"
	"slices"
	"strings"
)

// table is a Grid's view of the chart: as given, or turned on its side.
type table struct {
	rows, columns []Category
	turned        bool
	values, lit   [][]float64
	sums          *sums
}

// row and column are sums of the table as it stands.
func (t table) row(i int) float64 {
	if t.turned {
		return t.sums.columns[i]
	}
	return t.sums.rows[i]
}

func (t table) column(j int) float64 {
	if t.turned {
		return t.sums.rows[j]
	}
	return t.sums.columns[j]
}

func (t table) at(i, j int) float64 {
	if t.turned {
		i, j = j, i
	}
	return cell(t.values, i, j)
}

// share is how much of a cell is lit.
func (t table) share(i, j int) float64 {
	if t.turned {
		i, j = j, i
	}
	return lit(t.lit, i, j)
}

// part reports whether something in the table is not lit.
func (t table) part() bool {
	for i := range t.rows {
		for j := range t.columns {
			if t.at(i, j) > 0 && t.share(i, j) < 1 {
				return true
			}
		}
	}
	return false
}

// key names a cell; -1 stands for a total.
func (t table) key(i, j int) MarkKey {
	var row, column string
	if i >= 0 {
		row = t.rows[i].Key
	}
	if j >= 0 {
		column = t.columns[j].Key
	}
	if t.turned {
		row, column = column, row
	}
	return MarkKey{Row: row, Series: column}
}

// name makes the text for a cell; the chart's row is always named first.
func (t table) name(i, j int, value string) string {
	switch {
	case i < 0:
		return name(t.columns[j], "", value)
	case j < 0:
		return name(t.rows[i], "", value)
	case t.turned:
		return name(t.columns[j], t.rows[i].Label, value)
	}
	return name(t.rows[i], t.columns[j].Label, value)
}

// gridPlan is the layout of a table.
type gridPlan struct {
	barPlan
	heads    [][]string
	headFont font

	headUnder  []string // second names under heads, "" where there is no room
	headSecond font

	head    float64 // height of the column names
	upright bool    // column names stand on their side
	stepped float64 // height of the lower of two steps of column names; 0: all are at one height
	cell    float64 // width
	total   float64 // width of the column of totals; 0: none
	footed  bool    // a row of totals stands below
	cut     int     // names that had to be cut
}

// grid draws the values of rows and columns as a heat-shaded table. If the
// names lie side by side, or fit better, only the other way round, the table is
// turned on its side; marks keep the chart's rows and columns.
func (p *pen) grid(area rect) {
	c := p.chart
	sums := p.sumsOf(c)
	t := table{c.Rows, c.Columns, false, c.Values, c.Lit, sums}
	plan := p.planGrid(area, t, true)
	if plan.cut > 0 || !plan.level() {
		side := table{c.Columns, c.Rows, true, c.Values, c.Lit, sums}
		other := p.planGrid(area, side, true)
		if plan.upright && other.shown < len(side.rows) { // rather names that lie than totals
			other = p.planGrid(area, side, false)
		}
		lies := plan.upright && !other.upright || plan.stepped > 0 && other.level() // names that lie are read, those that stand are deciphered
		if (lies || other.cut < plan.cut) && other.shown == len(side.rows) {
			t, plan = side, other
		}
	}
	p.drawGrid(area, t, plan)
}

// level reports whether the names of the columns lie at one height.
func (g *gridPlan) level() bool { return !g.upright && g.stepped == 0 }

// tallest is the height of a row in ems that a high page may give it.
const tallest = 6

// planGrid tries a wide and a narrow column for the names of the rows and takes
// the one in which fewer names have to be cut; short ones if names of columns would
// else stand on their side.
func (p *pen) planGrid(area rect, t table, foot bool) gridPlan {
	plan := p.planGridFor(area, t, foot, 0.36)
	if plan.cut > 0 {
		if other := p.planGridFor(area, t, foot, 0.24); other.cut < plan.cut {
			plan = other
		}
	}
	if plan.upright || plan.stepped > 0 && plan.shortened(t.rows) { // short names of rows leave the columns more room, and one is read beside others
		if other := p.planGridFor(area, t.briefly(), foot, 0.36); !other.upright && other.cut <= plan.cut && other.shown >= plan.shown {
			return other
		}
	}
	return plan
}

// shortened reports whether a row has its short name.
func (plan *barPlan) shortened(rows []Category) bool {
	for i, lines := range plan.labels {
		if rows[i].Short != "" && strings.Join(lines, " ") == rows[i].Short {
			return true
		}
	}
	return false
}

// briefly is the table with the short names of its rows.
func (t table) briefly() table {
	t.rows = slices.Clone(t.rows)
	for i, r := range t.rows {
		if r.Short != "" {
			t.rows[i].Label = r.Short
		}
	}
	return t
}

func (p *pen) planGridFor(area rect, t table, foot bool, share float64) gridPlan {
	c := p.chart
	f := p.plain(p.sizes.small)
	n := float64(len(t.columns))
	totals := 0.0
	foot = foot && c.TotalLabel != ""
	if foot {
		totals = 1.25
	}
	plan := gridPlan{headFont: f, footed: foot, head: f.block(2) + f.size*0.6}
	room := max(min(f.block(4)+f.size*0.6, area.h*0.4), f.size*1.7)
	most := 0.5
	if p.low {
		most = 0.6 // few rows of a low table need less than the names of many columns
	}
	upright := max(area.h*0.28, min(area.h-(float64(len(t.rows))+totals)*p.leastBand()*p.sizes.least, area.h*most))
	// Names of rows and of columns depend on each other's room: once with a
	// guess at the head, once with what the first round came to.
	for range 2 {
		plan.cut = 0
		height := area.h - plan.head
		plan.barPlan = p.planRows(t.rows, area.w, height*(1-totals/(float64(len(t.rows))+totals)), share, tallest)
		if !plan.whole {
			plan.cut++
		}
		if c.TotalLabel != "" {
			plan.total = max(p.strong(plan.font.size).width(p.format(p.sumsOf(c.frame()).all)), f.width(c.TotalLabel)) + f.size*1.2
			plan.total = min(plan.total, area.w/5)
		}
		plan.cell = math.Min((area.w-plan.label-plan.total)/n, max(plan.font.size*11, f.size*12))
		if plan.shown < len(t.rows) {
			plan.shown = max(0, int(height/plan.band-totals)-1)
		}
		plan.head = p.planHeads(&plan, t, room, upright)
		room, upright = plan.head, plan.head
	}
	return plan
}

func (p *pen) drawGrid(area rect, t table, plan gridPlan) {
	c := p.chart
	p.tight = p.tight || plan.cut > 0 || plan.upright
	rows, columns := t.cross()
	highest, part := p.sumsOf(c.frame()).highest, t.part()
	x0, y0 := area.x+plan.label, area.y+plan.head
	gap := plan.font.size * 0.6
	totalX := x0 + plan.cell*float64(len(t.columns)) + gap
	p.heads(plan, columns, x0, y0)
	bold := p.strong(plan.font.size)
	if plan.total > 0 {
		f := plan.headFont
		head := f.abbreviate(c.TotalLabel, plan.total-gap)
		p.text(head, totalX+plan.total-gap, y0-f.size*(0.6+descent), end, f.in(p.style.InkMuted))
	}
	row := func(i int) rect {
		return rect{area.x, y0 + float64(i)*plan.band, totalX + plan.total - gap - area.x, plan.band}
	}
	for i := range plan.shown {
		r := row(i)
		f := plan.font
		p.rowName(plan.barPlan.inLight(p, rows.on(i)), i, r)
		sum := t.row(i)
		p.total(t, i, -1, sum, rect{r.x, r.y, plan.label, r.h})
		for j := range t.columns {
			p.cell(rect{x0 + plan.cell*float64(j), r.y, plan.cell, r.h}, t, i, j, highest, rows.font(p, columns, i, j, f), part)
		}
		if plan.total > 0 {
			p.text(p.format(sum), r.right(), r.y+r.h/2+f.middle(), end, bold)
			p.total(t, i, -1, sum, rect{totalX, r.y, r.right() - totalX, r.h})
		}
	}
	if n := len(t.rows) - plan.shown; n > 0 {
		var sum float64
		for i := plan.shown; i < len(t.rows); i++ {
			sum += t.row(i)
		}
		p.foldedRow(row(plan.shown), plan.font, n, sum, c.More)
	}
	p.headMarks(plan, t, x0, area.y)
	if !plan.footed {
		return
	}
	foot := row(plan.shown + min(1, len(t.rows)-plan.shown))
	p.hline(foot.x, foot.right(), foot.y+plan.band*0.12, 1, p.style.Grid)
	foot.y += plan.band * 0.2
	base := foot.y + foot.h/2 + plan.font.middle()
	p.text(plan.font.abbreviate(c.TotalLabel, plan.label), foot.x, base, start, plan.font.in(p.style.InkMuted))
	var all float64
	for j := range t.columns {
		sum := t.column(j)
		all += sum
		r := rect{x0 + plan.cell*float64(j), foot.y, plan.cell, foot.h}
		p.total(t, -1, j, sum, r)
		p.text(bold.abbreviate(p.format(sum), plan.cell), r.x+r.w/2, base, middle, bold)
	}
	p.mark(Mark{Value: all, Name: c.TotalLabel + ": " + p.format(all), Total: true}, rect{totalX, foot.y, foot.right() - totalX, foot.h})
	p.text(p.format(all), foot.right(), base, end, bold)
}

func (p *pen) total(t table, i, j int, sum float64, r rect) {
	k := t.key(i, j)
	label := ""
	if !p.dry {
		label = t.name(i, j, p.format(sum))
	}
	if p.chart.TotalLabel == "" { // a table without totals names none
		if label = t.columns[max(j, 0)].Label; i >= 0 {
			label = t.rows[i].Label
		}
	}
	p.mark(Mark{Row: k.Row, Series: k.Series, Value: sum, Name: label, Total: true}, r)
}

// cell draws a number on its shade; part says that the table is lit in part.
func (p *pen) cell(r rect, t table, i, j int, highest float64, f font, part bool) {
	v := t.at(i, j)
	k := t.key(i, j)
	m := Mark{Row: k.Row, Series: k.Series, Value: v}
	if !p.dry {
		m.Name = t.name(i, j, p.format(v))
	}
	p.mark(m, r)
	base := r.y + r.h/2 + f.middle()
	if v == 0 {
		p.text(f.abbreviate("–", r.w), r.x+r.w/2, base, middle, f.in(p.style.InkMuted))
		return
	}
	whole, share := p.heat(v, highest), t.share(i, j)
	heat := p.inLight(whole, share)
	p.name(m.Name)
	inside := rect{r.x + 1, r.y + 1, r.w - 2, r.h - 2}
	p.fill(inside, heat)
	if part && share > 0 { // the palest shade is next to nothing apart from what it is dimmed
		p.frameBox(p.box(inside), p.thick(edgeOfLit), p.inLight(shadeOf(whole), share))
	}
	label := f.abbreviate(p.format(v), r.w-2)
	p.text(label, r.x+r.w/2, base, middle, f.in(textOn(heat, f.ink, p.style.Ink, p.style.Background)))
}

// edgeOfLit is the width of the edge of what is lit beside what is not.
const edgeOfLit = 1.5

// fewest is the least top of the ramp of shades: where all numbers are small, they
// look so.
const fewest = 5

// heat returns the shade for a value: the palest for 1, and from there on so that
// the many small counts can be told apart.
func (p *pen) heat(v, highest float64) color.NRGBA {
	return mix(p.style.HeatLow, p.style.HeatHigh, math.Pow(max(v-1, 0)/(max(highest, fewest)-1), 0.7))
}
