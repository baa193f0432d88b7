package charts

// secondSize is what the type of a second name is of that of the first.
const secondSize = 0.82

// secondFor is the type of second names under names in f.
func (p *pen) secondFor(f font) font { return p.muted(max(p.sizes.least, f.size*secondSize)) }

// underRows sets the second names of rows under the names, which keep their
// places, where the rows are high enough; in lower rows after them. The column of
// names may become so much wider as it might for names that are long.
func (p *pen) underRows(plan *barPlan, rows []Category, width, share float64) {
	f := p.secondFor(plan.font)
	plan.second, plan.under = f, make([]string, len(plan.labels))
	plan.after = plan.font.block(1)+f.leading() > plan.band
	if plan.after && p.chart.Kind == Multiples {
		return // names of panels leave none
	}
	for i, lines := range plan.labels {
		s := rows[i].Second
		if s == "" {
			continue
		}
		need, most := f.width(s), max(plan.label-plan.font.size*0.7, width*share)
		if plan.after {
			need, most = need+plan.font.widest(lines)+plan.font.size*0.4, width*mostNames
		}
		if need <= most && (plan.after && len(lines) == 1 || plan.font.block(len(lines))+f.leading() <= plan.band) {
			plan.under[i] = s
			plan.label = max(plan.label, need+plan.font.size*0.7)
		}
	}
}

// underHeads sets the second names of the columns of a table that lie under
// names of that many lines, and returns the height of all with their gap.
func (p *pen) underHeads(plan *gridPlan, columns []Category, lines int, room float64) float64 {
	f := p.secondFor(plan.headFont)
	height := plan.headFont.block(lines) + plan.headFont.size*0.6
	plan.headUnder, plan.headSecond = make([]string, len(columns)), f
	if height+f.leading() > room+0.01 {
		return height
	}
	any := false
	for j, c := range columns {
		if c.Second != "" && f.width(c.Second) <= plan.cell-plan.headFont.size*0.5 {
			plan.headUnder[j], any = c.Second, true
		}
	}
	if any {
		height += f.leading()
	}
	return height
}

// keyName is a name of the key with its second one after it, and how wide that
// is.
func (p *pen) keyName(f font, s Series, room float64) (name, other string, width float64) {
	name = f.abbreviate(s.Label, room)
	width = f.width(name)
	if w := width + f.size*0.4 + p.secondFor(f).width(s.Second); s.Second != "" && w <= room {
		return name, s.Second, w
	}
	return name, "", width
}

// after writes a second name on the line of the first, which ends at x.
func (p *pen) after(other string, x, base float64, f font) {
	if other != "" {
		p.text(other, x+f.size*0.4, base, start, p.secondFor(f))
	}
}
