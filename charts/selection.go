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
		panel, row, series string
	}
	var rings []group
	along := p.chart.Kind != Grid && p.chart.Kind != Compare
	for _, m := range p.selected {
		r := rect{m.X, m.Y, m.W, m.H}
		if n := len(rings) - 1; n >= 0 && along && rings[n].panel == m.Panel && rings[n].row == m.Row {
			rings[n].rect = rings[n].union(r)
			continue
		}
		rings = append(rings, group{r, m.Panel, m.Row, m.Series})
	}
	ruled := p.chart.Kind == Bars || p.chart.Kind == Grid || p.chart.Kind == Compare
	for _, g := range rings {
		p.frame(g.rect)
		if ruled {
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
