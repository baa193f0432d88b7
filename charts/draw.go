package charts

import (
	"math"
	"slices"

	"c5atlas.org/c5atlas/internal/draw"
)

// normal fills in the density.
func (s Size) normal() Size {
	if s.Density <= 0 {
		s.Density = 1
	}
	return s
}

// Draw lays the chart out for a page of this size in layout pixels, of which the
// picture's Density says how many device pixels they have, and draws it from the
// picture's upper left corner. It returns where the marks are. The same chart and
// size always give the same steps.
func Draw(pic *draw.Picture, c *Chart, width, height float64) *Layout {
	p, area, zoom := newPage(pic, c, width, height)
	p.page(area)
	for i := range p.layout.Marks {
		m := &p.layout.Marks[i]
		m.X, m.Y, m.W, m.H = m.X*zoom, m.Y*zoom, m.W*zoom, m.H*zoom
	}
	return p.layout
}

// newPage returns a pen on an empty page, the area inside its margins in the
// pen's pixels, and how many layout pixels one of these has.
func newPage(pic *draw.Picture, c *Chart, width, height float64) (p *pen, area rect, zoom float64) {
	density := Size{Density: pic.Density}.normal().Density
	// Above full HD the page is the same, only finer.
	zoom = max(1, min(width/1920, height/1080))
	page := rect{0, 0, width / zoom, height / zoom}
	p = newPen(pic, c, page.w, page.h, density*zoom)
	if !c.Clear {
		p.fill(page, p.style.Background)
	}
	area = page.inset(margin(page))
	p.bare = area.h < 29*p.sizes.least && area.w > 1.8*area.h
	if p.low = area.h < 25*p.sizes.least && area.w > 1.8*area.h; p.low {
		area.y, area.h = area.y-4, area.h+8
	}
	return p, area, zoom
}

// margin keeps the edge of the picture free.
func margin(page rect) float64 {
	if min(page.w, page.h) < 400 {
		return 12
	}
	return 20
}

// page draws the texts around the plot and then the plot into what is left. In
// a picture too low for all of them it gives up, one after the other, the foot,
// the key, the subtitle and the title; rather than a row, a foot that stands
// elsewhere too. One with no room for a mark has none.
func (p *pen) page(area rect) {
	keep := withTitle | withSubtitle | withKey | withFoot
	p.dry = true
	for _, next := range []int{withFoot, withKey, withSubtitle, withTitle} {
		if p.room(area, keep).h >= 6*p.sizes.least {
			break
		}
		keep &^= next
	}
	if p.chart.SpareFoot && keep&withFoot != 0 && p.crams(p.room(area, keep)) {
		keep &^= withFoot
	}
	keep = p.findingIn(area, keep)
	plot := p.room(area, keep)
	room := p.holds(plot, area)
	p.dry = false
	p.surround(area, keep)
	switch {
	case !room:
		return
	case p.chart.isEmpty():
		p.empty(plot)
		return
	}
	p.layout.Marks = slices.Grow(p.layout.Marks, len(p.spare))
	p.plot(plot)
	p.drawSelection(area.x)
}

// findingIn adds the finding to what is kept, in the longest form that then stands
// there whole and costs no row its place.
func (p *pen) findingIn(area rect, keep int) int {
	if c := p.chart.frame(); keep&withTitle == 0 || p.chart.isEmpty() || c.Finding == "" {
		return keep
	}
	for _, form := range []int{withFinding, withFinding | brief} {
		if with, ok := p.findingAs(form, area, keep); ok {
			return with
		}
	}
	return keep
}

// findingAs adds a form of the finding. Where the foot stands elsewhere too, that goes
// before it, and then the subtitle. The pen must be dry.
func (p *pen) findingAs(form int, area rect, keep int) (with int, ok bool) {
	if text := p.chart.frame().finding(form); text == "" {
		return keep, false
	} else if _, whole := p.finding(text, area.w); !whole {
		return keep, false
	}
	tries := []int{keep}
	if p.chart.SpareFoot {
		tries = append(tries, keep&^withFoot, keep&^(withFoot|withSubtitle))
	}
	rows := p.folds(p.room(area, keep))
	for _, with := range tries {
		plot := p.room(area, with|form)
		crammed := p.crams(plot) && (p.low || !p.crams(p.room(area, with)))
		if p.folds(plot) > rows {
			continue
		}
		if !crammed && plot.h >= 6*p.sizes.least && p.holds(plot, area) {
			return with | form, true
		}
	}
	in := keep&^withSubtitle | form // in the place of the subtitle
	plot := p.room(area, in)
	return in, p.chart.SpareFoot && plot.h >= p.room(area, keep).h-p.sizes.subtitle*0.25 && p.folds(plot) <= rows
}

// finding is the sentence in the form that is kept.
func (c *Chart) finding(keep int) string {
	if keep&brief != 0 {
		return c.ShortFinding
	}
	return c.Finding
}

// finding sets the sentence under the title and reports whether it fits.
func (p *pen) finding(text string, width float64) (lines []string, whole bool) {
	limit := 2
	if p.low {
		limit = 1
	}
	f := p.plain(p.sizes.subtitle)
	_, whole = f.wrap(text, width, limit)
	return f.settled(text, width, limit), whole
}

// room returns what the texts around the plot leave of the area, those of the
// whole too, if the chart is a part of one. The pen must be dry.
func (p *pen) room(area rect, keep int) rect {
	plot := p.surround(area, keep)
	if p.chart.Whole == nil {
		return plot
	}
	q := *p
	q.chart = p.chart.Whole
	return plot.common(q.surround(area, keep))
}

// common returns what lies in both rectangles.
func (r rect) common(s rect) rect {
	x, y := max(r.x, s.x), max(r.y, s.y)
	return rect{x, y, min(r.right(), s.right()) - x, min(r.bottom(), s.bottom()) - y}
}

// trial is how a plot would stand in an area.
type trial struct {
	folded                   int  // rows, at most in a panel
	tight                    bool // rows are folded or touch, or names are cut
	left, top, right, bottom float64
	least                    float64 // length of a side of a mark
}

// try finds how the plot would stand in an area, once for each. The pen must be dry.
func (p *pen) try(area rect) trial {
	if t, ok := p.tried[area]; ok {
		return t
	}
	q := *p
	q.layout, q.tight = &Layout{Marks: p.spare[:0]}, false
	q.plot(area)
	p.spare = q.layout.Marks
	t := trial{tight: q.tight, left: math.Inf(1), top: math.Inf(1), right: math.Inf(-1), bottom: math.Inf(-1)}
	for i := range q.layout.Marks {
		m := &q.layout.Marks[i]
		t.folded = max(t.folded, m.Folded)
		t.left, t.top, t.right, t.bottom = min(t.left, m.X), min(t.top, m.Y), max(t.right, m.X+m.W), max(t.bottom, m.Y+m.H)
		t.least = min(t.least, m.W, m.H)
	}
	p.tried[area] = t
	return t
}

// holds reports whether there is room for a plot: none of its marks would leave
// the area of the page. The pen must be dry.
func (p *pen) holds(plot, area rect) bool {
	if plot.w <= 0 || plot.h <= 0 {
		return false
	}
	if p.chart.isEmpty() {
		return true
	}
	t, edge := p.try(plot), area.inset(-4)
	return t.least >= 0 && t.left >= edge.x && t.top >= edge.y && t.right <= edge.right() && t.bottom <= edge.bottom()
}

// crams reports whether the plot would fold rows, let them touch or cut names in
// this area. The pen must be dry.
func (p *pen) crams(area rect) bool {
	return !p.chart.isEmpty() && area.w > 0 && p.try(area).tight
}

// folds is how many rows the plot would fold in this area, at most in a panel. The
// pen must be dry.
func (p *pen) folds(area rect) (rows int) {
	if area.w <= 0 || area.h <= 0 {
		return 0
	}
	return p.try(area).folded
}

// plot draws the marks with their names and scales.
func (p *pen) plot(plot rect) {
	switch p.chart.Kind {
	case Bars:
		p.bars(plot)
	case Timeline:
		p.timeline(plot)
	case Grid:
		p.grid(plot)
	case Multiples:
		p.multiples(plot)
	case Compare:
		p.compare(plot)
	case Lanes:
		p.lanes(plot)
	case Texts:
		p.texts(plot)
	}
}

// What surrounds the plot.
const (
	withTitle = 1 << iota
	withSubtitle
	withKey
	withFoot
	withFinding
	brief // the short form of it
)

// surround draws what is to be kept of the texts around the plot and returns
// what they leave.
func (p *pen) surround(area rect, keep int) rect {
	c := p.chart
	y := area.y
	texts := area
	if keep&withTitle != 0 {
		texts.w -= p.clock(area, keep)
	}
	switch both := withTitle | withSubtitle; {
	case keep&both == both && p.low && p.heading(texts, c.Subtitle, p.muted(p.sizes.subtitle)):
		y += p.strong(p.sizes.title).block(1)
		keep &^= withSubtitle
	case keep&(both|withFinding) == withTitle|withFinding && p.low && c.Whole == nil && p.heading(texts, c.finding(keep), p.plain(p.sizes.subtitle)):
		y += p.strong(p.sizes.title).block(1)
		keep &^= withFinding
	case keep&withTitle != 0:
		f := p.strong(p.sizes.title)
		lines := f.titled(c.Title, texts.w, 2)
		y = p.lines(lines, area.x, y, start, f)
	}
	if keep&withFinding != 0 {
		f := p.plain(p.sizes.subtitle)
		lines, whole := p.finding(c.finding(keep), texts.w)
		if !whole {
			lines = nil // of a part of a whole, whose own fits
		}
		if p.low {
			y += f.size * 0.2 // a low page's title has no room of its own below it
		}
		p.lines(lines, area.x, y, start, f)
		kept, _ := p.finding(c.frame().finding(keep), texts.w)
		y += f.leading() * float64(max(len(lines), len(kept)))
	}
	if keep&withSubtitle != 0 {
		f := p.muted(p.sizes.subtitle)
		lines := f.settled(c.Subtitle, texts.w, 2)
		p.lines(lines, area.x, y, start, f)
		kept, _ := f.wrap(c.frame().Subtitle, texts.w, 2)
		y += f.leading() * float64(max(len(lines), len(kept)))
	}
	if y > area.y {
		y += p.gap()
	}
	plot := rect{area.x, y, area.w, area.bottom() - y}
	if keep&withFoot != 0 {
		plot.h = p.foot(plot) - y
	}
	if keep&withKey != 0 && !c.isEmpty() && (c.Kind == Bars || c.Kind == Timeline || c.Kind == Multiples) {
		plot = p.legend(plot)
	}
	return plot
}

// clock draws the large date at the right of title and subtitle, and returns the
// width that it keeps, which is the same for every date.
func (p *pen) clock(area rect, keep int) float64 {
	text := p.chart.Clock
	if text == "" {
		return 0
	}
	height := p.sizes.title * leading
	if keep&withSubtitle != 0 {
		height += p.sizes.subtitle * leading
	}
	f := p.strong(min(height/(ascent+descent), p.sizes.title*2))
	room := min(f.size*8, area.w/2)
	for f.width(text) > room && f.size > p.sizes.title {
		f.size *= 0.95
	}
	p.text(f.abbreviate(text, room), area.right(), area.y+f.size*ascent, end, f)
	return room + p.sizes.body
}

// heading sets the title and words after it in one line at the top of the area, and
// reports whether they fit.
func (p *pen) heading(area rect, words string, g font) bool {
	for _, size := range p.sizes.steps(p.sizes.title) {
		f := p.strong(size)
		x := area.x + f.width(p.chart.Title) + f.size
		if size < p.sizes.subtitle*1.1 || x+g.width(words) > area.right() {
			continue
		}
		base := area.y + p.sizes.title*ascent
		p.text(p.chart.Title, area.x, base, start, f)
		p.text(words, x, base, start, g)
		return true
	}
	return false
}

// gap is what keeps the texts and the plot apart.
func (p *pen) gap() float64 {
	if p.low {
		return p.sizes.body * 0.4
	}
	return p.sizes.body * 0.5
}

// crowded reports whether rows of the least type and a key need all this height.
func (p *pen) crowded(height float64) bool {
	rows := float64(len(p.chart.Rows))
	switch {
	case p.low && (p.chart.Kind == Grid || p.chart.Kind == Multiples):
		rows += 8 // names of columns and totals, or of panels
	case p.chart.Kind == Timeline || p.chart.Kind == Multiples || p.chart.Kind == Lanes:
		return height < 100
	}
	return height < (rows*leastBand+2)*p.sizes.least
}

// empty says what there is not, under the rule where the plot would stand.
func (p *pen) empty(plot rect) {
	p.hline(plot.x, plot.right(), plot.y, 1, p.style.Grid)
	f := p.muted(p.sizes.body)
	limit := max(1, int((plot.h-f.size)/f.leading()))
	lines, _ := f.wrap(p.chart.Empty, min(plot.w, f.size*46), limit)
	y := plot.y + max(f.size*0.8, math.Min(plot.h/3, f.size*4)-f.block(len(lines))/2)
	p.lines(lines, plot.x, y, start, f)
}
