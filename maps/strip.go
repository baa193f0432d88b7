package maps

import (
	"cmp"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/names"
)

// Measures of a legend along the upper edge, in layout pixels.
const (
	stripGap    = 18.0 // between two rows
	stripLeast  = 10.0 // where that leaves rows out
	stripWords  = 6.0  // between a symbol and its words
	stripRadius = 6.0  // of a marker
	stripPitch  = 1.5  // from line to line, in em
	stripAir    = 3.0  // above and below all lines
)

func (p *painter) stripSize() float64 { return names.Smallest * p.typeScale() }

// stripPitch is from line to line. Small type does not press the lines together:
// circles are no smaller with it.
func (p *painter) stripPitch() float64 { return stripPitch * max(p.stripSize(), names.Smallest) }

func (p *painter) stripHeight() float64 {
	return float64(p.m.Furniture.Legend.Strip)*p.stripPitch() + 2*stripAir
}

// stripRow is a row in a strip: how wide its symbols are, and its words.
func (p *painter) stripRow(r LegendRow) (symbols float64, words string) {
	if words = r.Short; words == "" {
		words = r.Text
	}
	k := p.m.markerScale()
	switch r.Kind {
	case LegendSize:
		for _, m := range p.stripSizes(r) {
			symbols += 2*m.radius + stripWords + p.style.Regular.Width(m.text)*p.stripSize() + stripWords
		}
		return max(symbols-stripWords, 0), ""
	case LegendMarker:
		return 2 * max(stripRadius, float64(len(r.Also))*1.35*pipRadius) * k, words
	case LegendHeading:
		return 0, words
	}
	return 22 * k, words
}

// stripY is the middle of a line.
func (p *painter) stripY(line int) float64 {
	return stripAir + p.stripPitch()*(float64(line)+0.5)
}

type stripMark struct {
	radius float64
	text   string
}

// stripSizes is the circles of a legend of sizes that a line has room for, the
// smallest first. The largest of them has the words, which agree with its number.
func (p *painter) stripSizes(r LegendRow) (out []stripMark) {
	for _, k := range append([]SizeMark{{Weight: r.Weight, Text: r.Text}}, r.Smaller...) {
		rk := radius(k.Weight, r.MaxWeight, maxMarkerRadius) * p.m.markerScale()
		switch {
		case 2*rk > p.stripPitch()+1:
		case len(out) == 0:
			out = []stripMark{{rk, cmp.Or(k.Words, k.Text)}}
		default:
			out = append([]stripMark{{rk, k.Text}}, out...)
		}
	}
	return out
}

// stripPut is a row in its place.
type stripPut struct {
	row      LegendRow
	x, width float64
	line     int
	symbols  float64
	words    string
}

// stripRows puts the rows into lines, each as far to the left as there is room.
func (p *painter) stripRows(gap float64) (all []stripPut) {
	size := p.stripSize()
	x, line := margin, 0
	for _, r := range p.m.Furniture.Legend.Rows {
		symbols, words := p.stripRow(r)
		width := symbols + p.style.Regular.Width(words)*size
		if symbols > 0 && words != "" {
			width += stripWords
		}
		if x > margin && x+width > p.view.Width-margin {
			x, line = margin, line+1
		}
		all = append(all, stripPut{r, x, width, line, symbols, words})
		x += width + gap
	}
	return all
}

// StripLines is how many lines along the upper edge the legend of m has room in with
// all its rows; 0 if it has none, or one that is wider than the map.
func StripLines(m *Map) (lines int) {
	if m.Furniture.Legend == nil || m.Style.Regular == nil {
		return 0
	}
	for _, k := range newPainter(m).stripRows(stripLeast) {
		if k.x+k.width > m.View.Width-margin {
			return 0
		}
		lines = k.line + 1
	}
	return lines
}

// strip writes the legend in lines along the upper edge, as many rows as there is
// room for.
func (p *painter) strip(f *furnished) {
	lg, size := p.m.Furniture.Legend, p.stripSize()
	pitch, used := p.stripPitch(), 0
	gap := stripGap
	all := p.stripRows(gap)
	if n := len(all); n > 0 && all[n-1].line >= lg.Strip {
		gap = stripLeast
		all = p.stripRows(gap)
	}
	for i, k := range all {
		if k.line >= lg.Strip || k.x+k.width > p.view.Width-margin {
			all = all[:i]
			break
		}
		y := p.stripY(k.line)
		f.rows = append(f.rows, placedRow{k.row.ID, draw.Box{X0: k.x - gap/2, Y0: y - pitch/2, X1: k.x + k.width + gap/2, Y1: y + pitch/2}})
		used = k.line + 1
	}
	if len(all) == 0 {
		return
	}
	box := draw.Box{X1: p.view.Width, Y1: pitch*float64(used) + 2*stripAir}
	p.pic.Fill("legend", faded(p.style.Paper, 0.95), draw.Rectangle(0, 0, box.X1*p.px, box.Y1*p.px))
	for _, k := range all {
		at, y := k.x, p.stripY(k.line)
		if k.row.Kind == LegendSize {
			for _, m := range p.stripSizes(k.row) {
				p.hoop("legend size", p.style.InkMuted, (at+m.radius)*p.px, y*p.px, m.radius*p.px, 1.2*p.px)
				at += 2*m.radius + stripWords
				p.write("legend", m.text, p.style.Regular, size, p.style.Ink, at, y+size*0.36, draw.Start)
				at += p.style.Regular.Width(m.text)*size + stripWords
			}
		} else {
			p.legendSymbol(k.row, k.x, y, k.symbols, stripRadius*p.m.markerScale())
			at += k.symbols
			if k.symbols > 0 {
				at += stripWords
			}
		}
		p.write("legend", k.words, p.style.Regular, size, p.rowInk(k.row), at, y+size*0.36, draw.Start)
	}
	f.legend = box
	f.taken = append(f.taken, box.Pad(2))
}
