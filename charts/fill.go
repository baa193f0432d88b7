package charts

import (
	"image/color"
	"math"

	"c5atlas.org/c5atlas/internal/backrow"
	"c5atlas.org/c5atlas/internal/draw"
)

// Ink returns the colour of text on the fill: its own where that reads, else black or
// white.
func (f Fill) Ink() color.NRGBA { return textOn(f.Color, f.Text) }

// outline returns the ink for the fill's pattern or edge.
func (f Fill) outline() color.NRGBA {
	if f.Outline.A != 0 {
		return f.Outline
	}
	return shadeOf(f.Color)
}

// faint is the contrast with the paper below which a fill needs an edge.
const faint = 2

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
		if backrow.Contrast(f.Color, p.style.Background) < faint {
			p.frameBox(b, p.thick(1), f.outline())
		}
	}
}

// rule draws the white rule near the lower edge, clear of a number in the middle.
// On a fill too light for white it has the background's colour, or black.
func (p *pen) rule(b box, fill color.NRGBA) {
	c := white
	if backrow.Contrast(c, fill) < markContrast {
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

// diagonals draws lines rising to the right at 45°, in step over the whole picture
// so that neighbours match.
func (p *pen) diagonals(b box, c color.NRGBA) {
	pitch, t := max(p.px(10), 4), float64(p.thick(1.25))
	// A line is the band n*pitch <= x+y < n*pitch+t.
	p.pic.Add(draw.Step{
		Kind: draw.StepHatch, Color: c, Width: t / math.Sqrt2, Period: pitch, Phase: float64(pitch)/2 + 1 - t/2,
		Paths: []*draw.Path{draw.Rectangle(float64(b.x0), float64(b.y0), float64(b.x1), float64(b.y1))}, To: draw.Identity,
	})
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
	if f.Pattern == Diagonals || f.Pattern == Dots || f.Pattern == WhiteRule {
		p.fill(r, f.Color)
	}
}
