package charts

// selects reports whether a mark is selected by k.
func (k MarkKey) selects(m Mark) bool {
	if k == (MarkKey{}) {
		return false
	}
	return (k.Panel == "" || k.Panel == m.Panel) && (k.Row == "" || k.Row == m.Row) && (k.Series == "" || k.Series == m.Series)
}

// drawSelection rings the selected marks, those that touch in one ring, and
// sets a rule at the left of their rows.
func (p *pen) drawSelection(left float64) {
	type group struct {
		rect
		panel, row string
		upright    bool // marks above each other
	}
	var rings []group
	line := p.chart.Selected.Row == "" || p.chart.Selected.Series == ""
	grid := p.chart.Kind == Grid
	for _, m := range p.selected {
		r := rect{m.X, m.Y, m.W, m.H}
		if n := len(rings) - 1; n >= 0 && line && (grid || rings[n].panel == m.Panel && rings[n].row == m.Row) {
			rings[n].upright = rings[n].upright || m.Y != rings[n].y
			rings[n].rect = rings[n].union(r)
			continue
		}
		rings = append(rings, group{r, m.Panel, m.Row, false})
	}
	ruled := p.chart.Selected.Row != "" && p.chart.Kind != Timeline && p.chart.Kind != Multiples
	for _, g := range rings {
		p.frame(g.rect)
		if ruled && !g.upright {
			p.fill(rect{left - 7, g.y - 3, 3, g.h + 6}, p.style.Accent)
		}
	}
}

// frame frames a rectangle: the accent around a hairline of background.
func (p *pen) frame(r rect) {
	p.frameBox(p.box(r.inset(-1)), p.thick(1), p.style.Background)
	p.frameBox(p.box(r.inset(-3)), p.thick(2), p.style.Accent)
}

// union returns the smallest rectangle that holds both.
func (r rect) union(s rect) rect {
	x, y := min(r.x, s.x), min(r.y, s.y)
	return rect{x, y, max(r.right(), s.right()) - x, max(r.bottom(), s.bottom()) - y}
}
