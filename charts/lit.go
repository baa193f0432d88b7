package charts

import "image/color"

// unlit is how much of its colour is left of what is not lit, glimpsed where this
// is only a preview of what would be.
const (
	unlit    = 0.35
	glimpsed = (1 + unlit) / 2

	edged = 0.4 // an edge is as if so much of it were lit
)

// rowLit reports whether something of row i is lit.
func (p *pen) rowLit(shares [][]float64, i int) bool {
	return shares == nil || i < len(shares) && total(shares, i, len(shares[i])) > 0
}

// inkOf is the type of a text about something that is lit, or not.
func (p *pen) inkOf(f font, on bool) font {
	if on {
		return f
	}
	return f.in(p.style.InkMuted)
}

// lit returns the share of values[i][j] that is lit, from 0 to 1.
func lit(shares [][]float64, i, j int) float64 {
	if shares == nil {
		return 1
	}
	return min(cell(shares, i, j), 1)
}

// dim returns the colour as it is where nothing of a mark is lit.
func (p *pen) dim(c color.NRGBA) color.NRGBA { return p.inLight(c, 0) }

// inLight returns the colour of a mark of which this share is lit.
func (p *pen) inLight(c color.NRGBA, share float64) color.NRGBA {
	if share >= 1 {
		return c
	}
	left := unlit
	if p.chart.Preview {
		left = glimpsed
	}
	return mix(p.style.Background, c, left+(1-left)*share)
}

// paintLit paints a segment, the lit share of it first: from the left, or from
// below in an upright one. It returns the larger part and its fill, in which a
// number reads well.
func (p *pen) paintLit(r rect, f Fill, share float64, upright bool) (rect, Fill) {
	// An edge keeps more than what it holds, so that parts stay apart.
	dark := Fill{Color: p.dim(f.Color), Outline: p.inLight(f.outline(), edged), Pattern: f.Pattern}
	paint := func(r rect, f Fill) {
		if f != dark || f.Pattern != WhiteRule {
			p.paint(r, f)
			return
		}
		f.Pattern = Solid
		p.paint(r, f)
		p.ruleIn(p.box(r), p.style.Background) // white or black would stand out more than where it is lit
	}
	switch {
	case share >= 1:
		p.paint(r, f)
		return r, f
	case share <= 0:
		paint(r, dark)
		return r, dark
	}
	on, off := r, r
	if upright {
		on.h *= share
		off.h -= on.h
		on.y = off.bottom()
	} else {
		on.w *= share
		off.w -= on.w
		off.x = on.right()
	}
	paint(off, dark)
	paint(on, f)
	if share >= 0.5 {
		return on, f
	}
	return off, dark
}
