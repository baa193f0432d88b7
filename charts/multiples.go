package charts

import (
	"math"
	"slices"
)

// multiples draws one small Bars chart per panel, all on one scale, with the
// names of the rows at the left of each line of panels.
func (p *pen) multiples(area rect) {
	c := p.chart
	across, gap, share := p.across(area), 20.0, 0.24
	body := p.sizes.body
	if p.low || across > 3 && area.w < float64(across)*14*p.sizes.least {
		gap, share = 12, 0.34
		p.sizes.body = p.sizes.least // what type does not take is left to bars
		defer func() { p.sizes.body = body }()
	}
	head := p.panelHead()
	headHeight := head.block(1) + head.size*0.6
	panels := c.Panels
	// Panels for which there is no room with two rows are folded like rows.
	most := max(1, int((area.h-p.sizes.least*1.5)/(headHeight+2*leastBand*p.sizes.least+gap*0.6)))
	if len(panels) > across*most {
		panels = panels[:across*most]
		area.h -= p.sizes.least * 1.5
		var sum float64
		for _, panel := range c.Panels[len(panels):] {
			sum += totalOf(panel.Values, 0, len(c.Rows), len(c.Series))
		}
		p.foldedRow(rect{area.x, area.bottom(), area.w, p.sizes.least * 1.5}, p.plain(p.sizes.least), len(c.Panels)-len(panels), sum, c.MorePanels)
	}
	down := (len(panels) + across - 1) / across
	height := (area.h - float64(down-1)*gap*0.6) / float64(down)
	plan := p.planRows(c.Rows, area.w, height-headHeight, share, 2.2)
	width := (area.w - plan.label - float64(across-1)*gap) / float64(across)
	highest, room := 0.0, 0.0
	for _, panel := range c.frame().Panels {
		for i := range c.Rows {
			sum := total(panel.Values, i, len(c.Series))
			highest = max(highest, sum)
			room = max(room, p.atEnd(plan.font.size).width(p.endOf(sum)))
		}
	}
	room += plan.font.size * 0.6
	unit := (width - room) / highest
	if c.Share {
		unit = width - room
	}
	height = math.Min(height, headHeight+plan.band*float64(len(c.Rows))+gap*0.5)
	heads := p.panelNames(panels, width)
	for k, panel := range panels {
		x := area.x + plan.label + float64(k%across)*(width+gap)
		y := area.y + float64(k/across)*(height+gap*0.6)
		s := barScale{x0: x, unit: unit, highest: highest, share: c.Share}
		p.panel(rect{x, y, width, height}, panel, heads[k].Label, s, plan, headHeight, k%across == 0)
	}
}

// across picks how many panels stand side by side: as many lines as leave
// every row its height, and panels wide enough to compare lengths.
func (p *pen) across(area rect) int {
	n := len(p.chart.Panels)
	oneLine := area.w*0.6 > float64(n)*4*p.sizes.least
	if p.low && oneLine {
		return n
	}
	need := float64(len(p.chart.Rows))*p.sizes.least*1.4 + p.sizes.body*2.5
	down := max(1, int(area.h/need))
	most := max(1, int(area.w*0.76/(p.sizes.least*9)))
	k := max(1, min(n, most, max((n+down-1)/down, min(n, 3))))
	lines := (n + k - 1) / k
	rows := float64(len(p.chart.Rows)) * p.leastBand() * p.sizes.least
	if oneLine && area.h < float64(lines)*(rows+p.sizes.body*2.5) {
		return n // narrower panels rather than folded rows
	}
	return (n + lines - 1) / lines // lines of equal length
}

// panelHead is the type of the names of panels.
func (p *pen) panelHead() font {
	if p.low {
		return p.strong(p.sizes.least)
	}
	return p.strong(p.sizes.body)
}

// panelNames returns what is written over the panels: their short names if one
// of the full ones does not fit.
func (p *pen) panelNames(panels []Panel, width float64) []Category {
	var names []Category
	for _, panel := range panels {
		names = append(names, panel.Category)
	}
	return sameLength(p.panelHead(), names, width, 1)
}

func (p *pen) panel(r rect, panel Panel, title string, s barScale, plan barPlan, headHeight float64, names bool) {
	c := p.chart
	head := p.panelHead()
	lines, _ := head.wrap(title, r.w, 1)
	all, on := 0.0, panel.Lit == nil
	for i := range c.Rows {
		all += total(panel.Values, i, len(c.Series))
		on = on || p.rowLit(panel.Lit, i)
	}
	p.lines(lines, r.x, r.y, start, p.inkOf(head, on))
	p.mark(Mark{Panel: panel.Key, Value: all, Name: p.called(panel.Category, "", p.format(all)), Total: true}, rect{r.x, r.y, r.w, headHeight})
	y := r.y + headHeight
	for i, category := range c.Rows[:plan.shown] {
		f := plan.font
		if names {
			on := slices.ContainsFunc(c.Panels, func(x Panel) bool { return p.rowLit(x.Lit, i) })
			p.rowName(plan.inLight(p, on), i, rect{r.x - plan.label, y, plan.label, plan.band})
		}
		sum := total(panel.Values, i, len(c.Series))
		full := category
		full.Label = panel.Label + ", " + category.Label
		p.mark(Mark{Panel: panel.Key, Row: category.Key, Value: sum, Name: p.called(full, "", p.format(sum)), Total: true}, rect{r.x, y, r.w, plan.band})
		bar := rect{r.x, y + (plan.band-plan.bar)/2, 0, plan.bar}
		w := p.stack(bar, s, MarkKey{Panel: panel.Key, Row: category.Key}, full, panel.Values, panel.Lit, i)
		p.text(p.endOf(sum), r.x+w+f.size*0.4, y+plan.band/2+f.middle(), start, p.inkOf(p.atEnd(f.size), p.rowLit(panel.Lit, i)))
		y += plan.band
	}
	p.vline(r.x, r.y+headHeight, y, p.style.Ink)
	if n := len(c.Rows) - plan.shown; n > 0 {
		p.foldedRow(rect{r.x, y, r.w, plan.band}, plan.font, n, totalOf(panel.Values, plan.shown, len(c.Rows), len(c.Series)), c.More)
	}
}
