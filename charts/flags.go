package charts

import (
	"cmp"
	"slices"

	"c5atlas.org/c5atlas/internal/sorts"
)

// flag is the number and the name at a column of a Timeline. Without lines it has
// no name.
type flag struct {
	lines  []string
	box    rect
	pole   rect    // from the number up to the name
	number float64 // baseline; 0: no number
}

// mostFlags is how many columns at most are named.
const mostFlags = 24

// flags finds room for the names over columns, which stand gives for a height of
// the highest one's top. All are named, in full if that leaves the columns their
// height, else in short, or none is. It returns the flags, and the top.
func (p *pen) flags(area rect, order []int, label rect, stand func(top float64) []rect) ([]flag, float64) {
	c, f, numbers := p.chart, p.plain(p.sizes.small), p.strong(p.sizes.small)
	least := area.y + numbers.leading() + f.size*0.5 // a number over the highest
	var full, short [][][]string
	if len(order) <= mostFlags {
		for _, i := range order {
			full = append(full, fullNames(c.Rows[i], f))
			short = append(short, shortNames(c.Rows[i], f))
		}
	}
	for _, names := range [][][][]string{full, short} {
		if len(names) == 0 || slices.ContainsFunc(names, func(n [][]string) bool { return len(n) == 0 }) {
			continue
		}
		for lines := 1; lines <= 9; lines++ {
			top := least + f.leading()*float64(lines)
			if top-area.y > max(area.h*0.5, f.size*4.2) || area.bottom()-top < f.size*3 {
				break
			}
			columns := stand(top)
			for _, first := range []func(a, b int) int{
				func(a, b int) int { return cmp.Compare(b, a) },
				func(a, b int) int { return cmp.Compare(columns[b].h, columns[a].h) },
				func(a, b int) int { return cmp.Compare(columns[a].h, columns[b].h) },
				cmp.Compare[int],
			} {
				if flags, all := p.raise(area, order, columns, names, label, first); all {
					return flags, top
				}
			}
		}
	}
	flags, _ := p.raise(area, order, stand(least), nil, label, cmp.Compare[int])
	return flags, least
}

// raise puts the numbers over the columns, and over them the names, in the given
// order of columns: each as low as it finds room, flush with the left of its
// column unless the edge of the area is in the way. It reports whether all found
// room.
func (p *pen) raise(area rect, order []int, columns []rect, names [][][]string, label rect, first func(a, b int) int) (flags []flag, all bool) {
	numbers, f := p.strong(p.sizes.small), p.plain(p.sizes.small)
	taken := &crowd{}
	taken.take(label)
	for _, col := range columns {
		taken.take(col)
	}
	said := &crowd{} // numbers with a space beside them, or they read as one
	flags = make([]flag, len(columns))
	roofs := make([]float64, len(columns))
	for k, col := range columns {
		roofs[k] = col.y - f.size*0.45
		if col.h == 0 {
			continue
		}
		w := numbers.width(p.format(total(p.chart.frame().Values, order[k], len(p.chart.Series))))
		r := rect{col.x + (col.w-w)/2, roofs[k] - numbers.size*ascent, w, numbers.size * (ascent + descent)}
		if r.x >= area.x && r.right() <= area.right() && taken.free(r) && said.free(r) {
			flags[k].number = roofs[k]
			taken.take(r)
			said.take(rect{r.x - numbers.size*0.3, r.y, r.w + numbers.size*0.6, r.h})
			roofs[k] = r.y - f.size*0.3
		}
	}
	if names == nil {
		return flags, true
	}
	turn := make([]int, len(columns))
	for k := range turn {
		turn[k] = k
	}
	sorts.Stable(turn, first)
	for _, k := range turn {
		if !flags[k].find(area, columns[k], roofs[k], names[k], f, taken) {
			return nil, false
		}
	}
	return flags, true
}

// find puts a name over its column.
func (g *flag) find(area, col rect, roof float64, names [][]string, f font, taken *crowd) bool {
	best := area.y
	for _, lines := range names {
		w, h, pad := f.widest(lines), f.block(len(lines)), f.size*0.5
		if w > area.w {
			continue
		}
		left := min(col.x, area.right()-w)
		for top := roof - h; top >= area.y && (g.lines == nil || top > best); top -= f.leading() / 2 {
			// The pole runs up from the number; names that follow each other closely read as one.
			pole := rect{col.x + col.w/2 - 1, top + h, 2, max(roof-top-h, 0)}
			if !taken.free(pole) && pole.h > 0 {
				break
			}
			if taken.free(rect{left - pad, top - pad/2, w + 2*pad, h + pad}) {
				g.lines, g.box, g.pole, best = lines, rect{left, top, w, h}, pole, top
				break
			}
		}
	}
	if g.lines != nil {
		taken.take(g.box)
		taken.take(g.pole)
	}
	return g.lines != nil
}

// flag draws the number and the name of column i.
func (p *pen) flag(g flag, col rect, i int) {
	f := p.plain(p.sizes.small)
	sum := total(p.chart.Values, i, len(p.chart.Series))
	if g.number != 0 && sum > 0 {
		p.onPaper(p.format(sum), col.x+col.w/2, g.number, middle, p.strong(p.sizes.small))
	}
	if sum == 0 || !p.rowLit(p.chart.Lit, i) {
		f = f.in(p.style.InkMuted)
	}
	if g.pole.h > 0 {
		p.vline(g.pole.x+1, g.pole.y, g.pole.bottom(), p.style.InkMuted)
	}
	for n, s := range g.lines {
		p.onPaper(s, g.box.x, g.box.y+f.size*ascent+float64(n)*f.leading(), start, f)
	}
}

// fullNames returns the ways to set a column's name in full, best first; a long one
// has wider lines.
func fullNames(category Category, f font) [][]string {
	if ways := waysToSet(f, way{category.Label, 13, 2}, way{category.Label, 9, 3}, way{category.Label, 12, 4}); len(ways) > 0 {
		return ways
	}
	return waysToSet(f, way{category.Label, 16, 4})
}

// shortNames returns those to set it in short, if there is a short one.
func shortNames(category Category, f font) [][]string {
	return waysToSet(f, way{category.Short, 12, 1}, way{category.Short, 9, 2})
}

// way is a text with the most ems of a line and the most lines.
type way struct {
	text  string
	ems   float64
	limit int
}

// waysToSet returns the lines of those in which the text fits whole.
func waysToSet(f font, ways ...way) [][]string {
	var out [][]string
	for _, t := range ways {
		lines, whole := f.wrap(t.text, f.size*t.ems, t.limit)
		if whole && len(lines) > 0 && !slices.ContainsFunc(out, func(o []string) bool { return slices.Equal(o, lines) }) {
			out = append(out, lines)
		}
	}
	return out
}
