package charts

import "math"

// Said is one cell of Texts: the firmest of what one text says of a row.
type Said struct {
	Head string // how firm, and where it stands; "" if the text says nothing
	Text string // the words, or why there are none
	Fill Fill   // of Head's sign
}

// saidRow is a row of Texts, set in lines.
type saidRow struct {
	name, verdict []string
	cells         [2][]string
	height        float64
}

// textPlan is the layout of Texts: which type, how wide its columns are, how many
// rows it has room for.
type textPlan struct {
	font                font
	name, cell, verdict float64 // widths
	headed              bool    // a Head has a line of its own
	heads               [2][]string
	head                float64 // height of the heads
	rows                []saidRow
	gap, height         float64 // between rows; of all
	shown               int
	whole               bool // no word is cut
	judged              bool // no verdict is cut
}

// Gaps of Texts, in ems.
const (
	saidGap  = 1.2 // between columns
	saidSign = 1.3 // a sign and what keeps it from its words
)

// texts draws what two texts say of each row, each in a column, and what comes of
// that in a third.
func (p *pen) texts(area rect) {
	plan := p.planTexts(area)
	p.tight = p.tight || !plan.whole || plan.shown < len(p.chart.Rows)
	f := plan.font
	y := area.y + plan.head
	for j, lines := range plan.heads {
		x := plan.column(area, j)
		p.lines(lines, x, area.y, start, p.strong(p.sizes.small))
		p.columnMark(j, rect{x, area.y, plan.cell, plan.head})
	}
	for i := range plan.shown {
		r := plan.rows[i]
		row := rect{area.x, y, area.w, r.height + plan.gap}
		p.hline(row.x, row.right(), row.y, 1, p.style.Grid)
		p.saidRow(row, area, plan, i)
		y = row.bottom()
	}
	if n := len(p.chart.Rows) - plan.shown; n > 0 {
		p.foldedRow(rect{area.x, y, area.w, f.size * leastBand}, f, n, totalOf(p.chart.Values, plan.shown, len(p.chart.Rows), 2), p.chart.More)
	}
}

// saidRow draws row i.
func (p *pen) saidRow(row, area rect, plan textPlan, i int) {
	c, r := p.chart, plan.rows[i]
	category := c.Rows[i]
	sum := total(c.Values, i, 2)
	verdict := c.verdict(i)
	p.mark(Mark{Row: category.Key, Value: sum, Name: p.called(category, "", verdict), Total: true}, row)
	on := p.rowLit(c.Lit, i)
	top := row.y + plan.gap/2
	p.lines(r.name, row.x, top, start, p.inkOf(plan.font, on))
	p.lines(r.verdict, area.right()-plan.verdict, top, start, p.inkOf(plan.font, on))
	for j := range c.Columns[:min(2, len(c.Columns))] {
		said, share := c.said(i, j), lit(c.Lit, i, j)
		x := plan.column(area, j)
		value := cell(c.Values, i, j)
		words := said.Text
		if said.Head != "" {
			words = said.Head + ": " + words
		}
		p.mark(Mark{Row: category.Key, Series: c.Columns[j].Key, Value: value, Name: p.called(category, c.Columns[j].Label, words)}, rect{x, row.y, plan.cell, row.h})
		f := p.inkOf(plan.font, share > 0)
		if said.Head == "" {
			p.lines(r.cells[j], x, top, start, f.in(p.style.InkMuted))
			continue
		}
		side := f.size * 0.8
		p.name(name(category, c.Columns[j].Label, words))
		p.paintLit(rect{x, top + f.size*ascent - f.middle() - side/2, side, side}, said.Fill, math.Ceil(share), false)
		lines, y := r.cells[j], top
		if plan.headed && len(lines) > 0 {
			y = p.lines(lines[:1], x+f.size*saidSign, y, start, p.inkOf(p.strong(f.size), share > 0))
			lines = lines[1:]
		}
		p.lines(lines, x+f.size*saidSign, y, start, f)
	}
}

// column is where a text's column begins.
func (t *textPlan) column(area rect, j int) float64 {
	return area.x + t.name + t.font.size*saidGap + float64(j)*(t.cell+t.font.size*saidGap)
}

// said is a cell, empty if there is none.
func (c *Chart) said(i, j int) Said {
	if i < len(c.Said) && j < len(c.Said[i]) {
		return c.Said[i][j]
	}
	return Said{}
}

func (c *Chart) verdict(i int) string {
	if i < len(c.Verdicts) {
		return c.Verdicts[i]
	}
	return ""
}

// planTexts picks the largest type in which all rows have all of their words: each
// Head on a line of its own, else before its words. Where not even the least type
// does, words are cut to as many lines as there is room for, but no verdict to half of
// one: rather rows are folded.
func (p *pen) planTexts(area rect) textPlan {
	const all = 12
	for _, headed := range []bool{true, false} {
		for _, size := range p.sizes.steps(p.sizes.body) {
			if plan := p.planTextsFor(area, size, headed, all); plan.whole && plan.head+plan.height <= area.h {
				return plan.spread(area.h)
			}
		}
	}
	var plan, more textPlan
	for limit := 4; limit > 0; limit-- {
		next := p.planTextsFor(area, p.sizes.least, false, limit)
		if limit == 1 && !next.judged {
			break
		}
		if plan = next; plan.head+plan.height <= area.h && plan.shown == len(p.chart.Rows) {
			for i := range more.rows { // the first of them have one line more
				if d := more.rows[i].height - plan.rows[i].height; plan.head+plan.height+d <= area.h {
					plan.rows[i] = more.rows[i]
					plan.height += d
				}
			}
			return plan.spread(area.h)
		}
		more = plan
	}
	room := area.h - plan.head - plan.font.size*leastBand
	plan.shown = 0
	for _, r := range plan.rows {
		if room -= r.height + plan.gap; room < 0 {
			break
		}
		plan.shown++
	}
	return plan
}

// spread divides what is left of the height between the rows.
func (t textPlan) spread(height float64) textPlan {
	t.gap += min((height-t.head-t.height)/float64(max(len(t.rows), 1)), t.font.size*0.9)
	return t
}

func (p *pen) planTextsFor(area rect, size float64, headed bool, limit int) textPlan {
	c, f, g := p.chart, p.plain(size), p.strong(p.sizes.small)
	t := textPlan{font: f, headed: headed, whole: true, judged: true, gap: size * 0.45}
	if limit == 1 {
		t.gap = size * (leastBand - ascent - descent)
	}
	n := min(len(c.Rows), max(500, int(area.h/p.sizes.least))) // as of bars: no more can be shown
	for i := range n {
		t.name = max(t.name, f.width(c.Rows[i].Label))
		t.verdict = max(t.verdict, f.width(c.verdict(i)))
	}
	t.name, t.verdict = min(t.name+1, area.w*0.2), min(t.verdict+1, area.w*0.16)
	t.cell = max((area.w-t.name-t.verdict-3*size*saidGap)/2, 0)
	set := func(f font, text string, width float64, limit int) []string {
		lines, whole := f.prose(text, width, limit)
		t.whole = t.whole && whole
		return lines
	}
	for j := range c.Columns[:min(2, len(c.Columns))] {
		label := c.Columns[j]
		if lines, whole := g.label(label, t.cell, 2); whole {
			t.heads[j] = lines
		} else {
			t.heads[j], t.whole = lines, false
		}
	}
	t.head = g.block(max(len(t.heads[0]), len(t.heads[1]))) + size*0.5
	few := min(limit, 4)
	for i := range n {
		var r saidRow
		var judged bool
		r.verdict, judged = f.wrap(c.verdict(i), t.verdict, few)
		t.whole, t.judged = t.whole && judged, t.judged && judged
		lines, whole := f.label(c.Rows[i], t.name, few)
		r.name, t.whole = lines, t.whole && whole
		most := max(len(r.name), len(r.verdict))
		for j := range r.cells {
			switch said := c.said(i, j); {
			case said.Head == "":
				r.cells[j] = set(f, said.Text, t.cell, few)
			case headed:
				r.cells[j] = append(set(p.strong(size), said.Head, t.cell-size*saidSign, 1), set(f, said.Text, t.cell-size*saidSign, limit)...)
			default:
				r.cells[j] = set(f, said.Head+". "+said.Text, t.cell-size*saidSign, limit)
			}
			most = max(most, len(r.cells[j]))
		}
		r.height = f.block(most)
		t.rows = append(t.rows, r)
		t.height += r.height + t.gap
	}
	t.shown = n
	return t
}
