package charts

import "math"

// planHeads sets the names of the columns in lines that fit the room and
// returns the height they need. Names that would be cut in a narrow column are
// set in two steps, or upright, where they may have more room in the first round.
func (p *pen) planHeads(plan *gridPlan, t table, room, upright float64) float64 {
	f := plan.headFont
	plan.heads, plan.stepped = make([][]string, len(t.columns)), 0
	limit := max(1, int((room-f.size*(0.6+ascent+descent))/f.leading()+1.01))
	lines, cut := 1, 0
	columns := sameLength(f, t.columns, plan.cell-f.size*0.5, limit)
	for j, column := range columns {
		head, whole := f.label(column, plan.cell-f.size*0.5, limit)
		if !whole {
			cut++
		}
		plan.heads[j] = head
		lines = max(lines, len(head))
	}
	plan.upright = cut > 0 && plan.cell < f.size*7
	if !plan.upright {
		plan.cut += cut
		return p.underHeads(plan, t.columns, lines, room)
	}
	room = max(room, upright)
	if height := p.stepHeads(plan, t.columns, room); height > 0 {
		plan.upright = false
		return height
	}
	longest := 0.0
	limit = max(1, int((plan.cell-f.size*(ascent+descent))/f.leading())+1)
	for j, column := range t.columns {
		head, whole := f.label(column, room-f.size*0.8, limit)
		if !whole {
			plan.cut++
		}
		plan.heads[j] = head
		longest = max(longest, f.widest(head))
	}
	return longest + f.size*0.8
}

// stepHeads sets the names of the columns by turns at two heights, so that each has
// the width of two columns, and returns the height they need; 0 if that is more than
// the room or a name would be cut. The last name is a high one, beside the totals.
func (p *pen) stepHeads(plan *gridPlan, columns []Category, room float64) float64 {
	f := plan.headFont
	n := len(columns)
	const most = 2 // lines of a name
	try := func(name func(c Category) string) float64 {
		var lines [2]int
		for j, c := range columns {
			left, right := plan.label+plan.cell*(float64(j)+0.5), plan.cell*(float64(n-j)-0.5)+plan.total
			head, whole := f.wrap(name(c), min(plan.cell, left, right)*2-f.size*0.8, most)
			if !whole {
				return 0
			}
			plan.heads[j] = head
			lines[step(j, n)] = max(lines[step(j, n)], len(head))
		}
		plan.headUnder = make([]string, n)
		plan.stepped = f.block(lines[0]) + f.size*0.4
		if height := plan.stepped + f.block(lines[1]) + f.size*0.6; height <= room {
			return height
		}
		plan.stepped = 0
		return 0
	}
	if height := try(func(c Category) string { return c.Label }); height > 0 {
		return height
	}
	return try(func(c Category) string { // all of them short: a mixture reads badly
		if c.Short == "" {
			return c.Label
		}
		return c.Short
	})
}

// step is where name j of n stands: 0 is low, 1 high.
func step(j, n int) int { return (n - j) % 2 }

// sameLength returns the columns with their short names only if one of the full
// ones does not fit and each has a short one: a mixture reads badly.
func sameLength(f font, columns []Category, width float64, limit int) []Category {
	short, fits := make([]Category, len(columns)), true
	for j, c := range columns {
		if c.Short == "" {
			return columns
		}
		_, whole := f.wrap(c.Label, width, limit)
		fits = fits && whole
		short[j] = c
		short[j].Label = c.Short
	}
	if fits {
		return columns
	}
	return short
}

// heads draws the names of the columns above the line at y.
func (p *pen) heads(plan gridPlan, columns cross, x0, y float64) {
	for j, head := range plan.heads {
		f := p.inkOf(plan.headFont, columns.on(j))
		center := x0 + plan.cell*(float64(j)+0.5)
		if plan.upright {
			// Where not even these fit side by side, every second or third is named;
			// none where the names of the rows leave the columns no width at all.
			if every := int(math.Ceil(f.size * 1.05 / plan.cell)); every > 0 && j%every == 0 {
				first := center + f.middle() - f.leading()*float64(len(head)-1)/2
				for k, line := range head {
					p.upright(line, first+f.leading()*float64(k), y-f.size*0.4, f)
				}
			}
			continue
		}
		under := plan.headUnder[j]
		foot := y - f.size*0.6
		if plan.stepped > 0 && step(j, len(plan.heads)) == 1 {
			p.vline(center, foot-plan.stepped+f.size*0.2, y-f.size*0.2, p.style.Grid)
			foot -= plan.stepped
		}
		if under != "" {
			p.text(under, center, foot-plan.headSecond.size*descent, middle, plan.headSecond)
			foot -= plan.headSecond.leading()
		}
		p.lines(head, center, foot-f.block(len(head)), middle, f)
	}
}

// headMarks makes the names of columns stand for them.
func (p *pen) headMarks(plan gridPlan, t table, x0, y float64) {
	for j := range t.columns {
		p.total(t, -1, j, t.column(j), rect{x0 + plan.cell*float64(j), y, plan.cell, plan.head})
	}
}
