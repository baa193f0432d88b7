package charts

import (
	"image/color"
	"math"
)

// text returns the ink for text on the fill.
func (f Fill) text() color.NRGBA { return textOn(f.Color, f.Text) }

// outline returns the ink for the fill's pattern or edge.
func (f Fill) outline() color.NRGBA {
	if f.Outline.A != 0 {
		return f.Outline
	}
	return shadeOf(f.Color)
}

// paint fills a rectangle with colour and pattern. Patterns are cut to the
// rectangle here, not by a clip, which go-chart's Renderer has not.
func (p *pen) paint(r rect, f Fill) {
	if p.dry {
		return
	}
	b := p.box(r)
	// A value shows, however small.
	if b.x1 <= b.x0 && r.w > 0 {
		b.x1 = b.x0 + 1
	}
	if b.y1 <= b.y0 && r.h > 0 {
		b.y0 = b.y1 - 1
	}
	p.fillBox(b, f.Color)
	switch f.Pattern {
	case WhiteRule:
		p.rule(b, f.Color)
	case Diagonals:
		p.diagonals(b, f.outline())
	case Outline:
		p.frameBox(b, p.thick(1.5), f.outline())
	case Dots:
		p.dots(b, f.outline())
	}
}

// rule draws the white rule near the lower edge, clear of a number in the middle.
// On a fill too light for white it has the background's colour, or black.
func (p *pen) rule(b box, fill color.NRGBA) {
	c := white
	if contrast(c, fill) < markContrast {
		c = textOn(fill, p.style.Background)
	}
	p.ruleIn(b, c)
}

// ruleIn draws the rule in a colour.
func (p *pen) ruleIn(b box, c color.NRGBA) {
	t := p.thick(2)
	up := max(p.px(3), (b.y1-b.y0)/6)
	if b.y1-b.y0 < up+2*t {
		up = (b.y1 - b.y0 - t) / 2
	}
	p.fillBox(box{b.x0, b.y1 - up - t, b.x1, b.y1 - up}, c)
}

// diagonals draws lines rising to the right at 45°, on whole pixels, in step
// over the whole picture so that neighbours match.
func (p *pen) diagonals(b box, c color.NRGBA) {
	pitch, t := max(p.px(10), 4), p.thick(1.25)
	p.SetFillColor(ink(c))
	drawn := false
	// A line is the band s <= x+y < s+t.
	for s := (b.x0 + b.y0 - t) / pitch * pitch; s < b.x1+b.y1; s += pitch {
		if corners := bandIn(b, s, s+t); len(corners) > 2 {
			p.MoveTo(corners[0][0], corners[0][1])
			for _, q := range corners[1:] {
				p.LineTo(q[0], q[1])
			}
			p.Close()
			drawn = true
		}
	}
	if drawn {
		p.Fill()
	}
}

// bandIn returns the corners of the part of a box where s0 <= x+y <= s1.
func bandIn(b box, s0, s1 int) [][2]int {
	var out [][2]int
	add := func(x, y int) {
		if q := [2]int{x, y}; len(out) == 0 || out[len(out)-1] != q {
			out = append(out, q)
		}
	}
	walk := [5][2]int{{b.x0, b.y0}, {b.x1, b.y0}, {b.x1, b.y1}, {b.x0, b.y1}, {b.x0, b.y0}}
	for i := range 4 {
		a, z := walk[i], walk[i+1]
		sa, sz := a[0]+a[1], z[0]+z[1]
		if sa >= s0 && sa <= s1 {
			add(a[0], a[1])
		}
		cuts := [2]int{s0, s1}
		if sz < sa {
			cuts = [2]int{s1, s0}
		}
		for _, s := range cuts {
			if (sa < s && s < sz) || (sz < s && s < sa) {
				if a[1] == z[1] {
					add(s-a[1], a[1])
				} else {
					add(a[0], s-a[0])
				}
			}
		}
	}
	return out
}

// dots draws dots on a quincunx, those that lie wholly inside.
func (p *pen) dots(b box, c color.NRGBA) {
	pitch := max(p.px(10), 4)
	radius := max(1.1*p.density, 0.9)
	edge := int(math.Ceil(radius))
	p.SetFillColor(ink(c))
	drawn := false
	for row, y := 0, b.y0/pitch*pitch; y <= b.y1-edge; row, y = row+1, y+pitch/2 {
		if y < b.y0+edge {
			continue
		}
		x := (b.x0/pitch - 1) * pitch
		if (b.y0/pitch*2+row)%2 == 1 {
			x += pitch / 2
		}
		for ; x <= b.x1-edge; x += pitch {
			if x >= b.x0+edge {
				p.Circle(radius, x, y)
				drawn = true
			}
		}
	}
	if drawn {
		p.Fill()
	}
}

// plate clears the pattern behind a text inside a fill.
func (p *pen) plate(r rect, f Fill) {
	if f.Pattern == Diagonals || f.Pattern == Dots {
		p.fill(r, f.Color)
	}
}
