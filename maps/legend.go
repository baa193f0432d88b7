package maps

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// symbolColumn is the width of the column of symbols.
func (p *painter) symbolColumn() float64 { return 34 * p.m.markerScale() }

const legendPad = 10.0

// LegendRoom is how much room the legend of m takes in its corner, with the note
// below it, or along the upper edge, in layout pixels; zeros if it has none.
func LegendRoom(m *Map) (width, height float64) {
	if m.Furniture.Legend == nil || m.Style.Regular == nil {
		return 0, 0
	}
	p := newPainter(m)
	if m.Furniture.Legend.Strip > 0 {
		return m.View.Width, p.stripHeight()
	}
	column, height := p.legendColumn()
	f := &furnished{}
	bottom := p.notes(f)
	if m.Furniture.ScaleBar {
		p.scaleBar(f, bottom)
	}
	box := p.legendBox(f, bottom, column, height)
	return box.X1 - box.X0, m.View.Height - box.Y0
}

// NotesRoom is how high the note and the source of m reach, in layout pixels.
func NotesRoom(m *Map) float64 {
	if m.Style.Regular == nil {
		return 0
	}
	f := &furnished{}
	newPainter(m).notes(f)
	return f.notes.Height()
}

// FootRoom is how high the note, the source and the scale bar of m reach, in layout pixels;
// 0 if there is no scale bar or no room for one.
func FootRoom(m *Map) float64 {
	if m.Style.Regular == nil || !m.Furniture.ScaleBar {
		return 0
	}
	p, f := newPainter(m), &furnished{}
	p.scaleBar(f, p.notes(f))
	if f.scaleBar.Empty() {
		return 0
	}
	return m.View.Height - f.scaleBar.Y0
}

// LegendStands says that the legend of m has room in its corner. There is always room for
// none.
func LegendStands(m *Map) bool {
	width, height := LegendRoom(m)
	return stands(m.View, width, height)
}

// stands says that a legend has room in a corner of a window: one larger than the map
// explains nothing.
func stands(v geo.Viewport, width, height float64) bool {
	return width <= v.Width-2*margin && height <= v.Height-margin
}

// words are those of a row, the short ones where the map is too narrow for the others.
func (p *painter) words(r LegendRow) string {
	room := p.view.Width - 2*margin - 3*legendPad - p.symbolColumn() - 8
	if r.Short != "" && p.style.Regular.Width(r.Text)*names.Smallest*p.typeScale() > room {
		return r.Short
	}
	return r.Text
}

// legendBox is the legend in its corner over bottom, or over the scale bar where there is
// no room beside it.
func (p *painter) legendBox(f *furnished, bottom, column, height float64) draw.Box {
	width := column*float64(p.m.Furniture.Legend.columns()) + legendPad
	box := draw.Box{X0: p.view.Width - margin - width, Y0: bottom - height, X1: p.view.Width - margin, Y1: bottom}
	if p.m.Furniture.LegendLeft {
		box.X0, box.X1 = margin, margin+width
	}
	if box.Overlaps(f.scaleBar) {
		box.Y0, box.Y1 = f.scaleBar.Y0-height, f.scaleBar.Y0
	}
	return box
}

func (l *Legend) columns() int { return max(1, min(l.Columns, len(l.Rows))) }

// perColumn is how many rows a column of the legend has at most.
func (l *Legend) perColumn() int { return (len(l.Rows) + l.columns() - 1) / l.columns() }

func (p *painter) legendRow(r LegendRow) float64 {
	if r.Kind == LegendSize { // as if it were the largest, with lines of words and air above: it grows, and nothing moves
		return math.Max(2*maxMarkerRadius*p.m.markerScale()+6, 3*sizePitch*names.Smallest*p.typeScale()) + sizeAir
	}
	return math.Max(names.Smallest*p.typeScale()*1.55, 2*p.legendRadius(r)+6)
}

// sizePitch is how far apart the words of a legend of sizes stand, in em; sizeAir
// is kept free above and below them together, in layout pixels.
const (
	sizePitch = 1.2
	sizeAir   = 8.0
)

// legendColumn measures a column with the space at its left, and the height of
// the legend.
func (p *painter) legendColumn() (width, height float64) {
	lg := p.m.Furniture.Legend
	size := names.Smallest * p.typeScale()
	if p.style.Bold != nil {
		width = p.style.Bold.Width(lg.Title) * size / float64(lg.columns())
	}
	tall := 0.0
	for i, r := range lg.Rows {
		if i%lg.perColumn() == 0 {
			tall = 0
		}
		tall += p.legendRow(r)
		height = math.Max(height, tall)
		w := p.style.Regular.Width(p.words(r)) * size
		for _, k := range r.Smaller {
			w = math.Max(w, p.style.Regular.Width(k.Text)*size)
		}
		if r.Kind != LegendHeading {
			w += p.symbolColumn() + 8
		}
		width = math.Max(width, w)
	}
	if lg.Title != "" {
		height += size * 1.7
	}
	return width + legendPad, height + 2*legendPad
}

// legend stands in a lower corner, or along the upper edge.
func (p *painter) legend(f *furnished, bottom float64) {
	lg := p.m.Furniture.Legend
	if lg.Strip > 0 {
		p.strip(f)
		return
	}
	size := names.Smallest * p.typeScale()
	column, height := p.legendColumn()
	box := p.legendBox(f, bottom, column, height)
	if !stands(p.view, box.X1-box.X0, p.view.Height-box.Y0) {
		return
	}
	p.panel("legend", box)
	f.legend = box
	f.taken = append(f.taken, box.Pad(4))
	top := box.Y0 + legendPad
	if lg.Title != "" {
		p.write("legend", lg.Title, p.style.Bold, size, p.style.Ink, box.X0+legendPad, top+size, draw.Start)
		top += size * 1.7
	}
	x, y := box.X0+legendPad, top
	for i, r := range lg.Rows {
		if i > 0 && i%lg.perColumn() == 0 {
			x, y = x+column, top
		}
		mid := y + p.legendRow(r)/2
		f.rows = append(f.rows, placedRow{r.ID, draw.Box{X0: x - legendPad/2, Y0: y, X1: x + column - legendPad/2, Y1: y + p.legendRow(r)}})
		y += p.legendRow(r)
		if r.Kind == LegendHeading {
			p.write("legend", r.Text, p.style.Regular, size, p.style.InkMuted, x, mid+size*0.36, draw.Start)
			continue
		}
		if r.Kind == LegendSize {
			p.legendSizes(r, x, mid)
			continue
		}
		p.legendSymbol(r, x, mid, p.symbolColumn(), p.legendRadius(r))
		p.write("legend", p.words(r), p.style.Regular, size, p.rowInk(r), x+p.symbolColumn()+8, mid+size*0.36, draw.Start)
	}
}

// rowInk is the colour of the words of a row.
func (p *painter) rowInk(r LegendRow) color.NRGBA {
	if r.Muted {
		return faded(p.style.InkMuted, (1+unlit)/2)
	}
	return p.style.Ink
}

func (p *painter) legendRadius(r LegendRow) float64 {
	switch {
	case r.Kind == LegendMarker && r.Weight <= 0:
		return 7 * p.m.markerScale()
	case r.Kind == LegendMarker || r.Kind == LegendSize:
		return radius(r.Weight, r.MaxWeight, maxMarkerRadius) * p.m.markerScale()
	}
	return 0
}

// legendSizes draws circles that stand on one line, each tied to its words.
func (p *painter) legendSizes(r LegendRow, x, y float64) {
	px, size := p.px, names.Smallest*p.typeScale()
	marks := append([]SizeMark{{Weight: r.Weight, Text: r.Text}}, r.Smaller...)
	y += sizeAir / 2
	cx, foot, right := x+p.symbolColumn()/2, y+p.legendRadius(r), x+p.symbolColumn()
	pitch := sizePitch * size
	for i, k := range marks {
		rk := radius(k.Weight, r.MaxWeight, maxMarkerRadius) * p.m.markerScale()
		line := y + pitch*(float64(i)-float64(len(marks)-1)/2)
		if len(marks) > 1 {
			tie := &draw.Path{}
			tie.Add([]orb.Point{{cx * px, (foot - 2*rk) * px}, {(right + 5) * px, line * px}})
			p.pic.Stroke("legend size", faded(p.style.InkMuted, 0.6), 0.7*px, tie)
		}
		p.hoop("legend size", p.style.InkMuted, cx*px, (foot-rk)*px, rk*px, 1.2*px)
		p.write("legend", k.Text, p.style.Regular, size, p.style.Ink, right+8, line+size*0.36, draw.Start)
	}
}

// legendSymbol draws a symbol in a column of that width that begins at x, around
// the height y, a marker of that radius, in layout pixels.
func (p *painter) legendSymbol(r LegendRow, x, y, column, radius float64) {
	px := p.px
	cx := (x + column/2) * px
	dash := func(kind string, c color.NRGBA, width float64, pattern []float64) {
		line := &draw.Path{}
		line.Add([]orb.Point{{x * px, y * px}, {(x + column) * px, y * px}})
		var scaled []float64
		for _, d := range pattern {
			scaled = append(scaled, d*px)
		}
		p.pic.Add(draw.Step{Kind: draw.StepStroke, Layer: "legend " + kind, Color: c, Width: width * px, Dash: scaled, Paths: []*draw.Path{line}, To: draw.Identity})
	}
	patch := func() []*draw.Path {
		side := column / 8
		return []*draw.Path{draw.RoundRectangle((x+side)*px, (y-6)*px, (x+column-side)*px, (y+6)*px, 3*px)}
	}
	switch r.Kind {
	case LegendMarker:
		k := look{shape: r.Shape, also: r.Also, hollow: r.Hollow, planned: r.Planned, hinted: true}
		if len(r.Also) > 0 { // the small ones alone: the row is about them
			p.pips(k, r.Muted, cx, y*px, pipRadius*px*p.m.markerScale())
			return
		}
		p.body(k, r.Muted, cx, y*px, radius*px)
	case LegendBorder:
		dash("border", p.style.Border, 1.1, nil)
	case LegendDisputed:
		dash("disputed", p.style.Border, 1.1, borderDash["disputed"])
	case LegendControl:
		dash("control", p.style.Border, 1.1, borderDash["control"])
	case LegendIndefinite:
		dash("indefinite", p.style.Border, 1.1, borderDash["indefinite"])
	case LegendClaim:
		dash("claim", p.style.Border, 0.8, claimDash)
	case LegendLink:
		dash("link", p.style.Accent, 1.4, nil)
	case LegendHatch:
		p.pic.Fill("legend hatch", p.style.Land, patch()...)
		p.pic.Add(draw.Step{
			Kind: draw.StepHatch, Layer: "legend hatch", Color: p.style.Hatch, Width: 0.9 * px,
			Paths: patch(), To: draw.Identity, Period: p.hatchPeriod(),
		})
	case LegendFill:
		p.pic.Fill("legend fill", r.Color, patch()...)
	}
}
