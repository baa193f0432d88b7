package maps

import (
	"image/color"
	"math"

	"github.com/paulmach/orb"
)

const legendSymbol = 34.0 // width of the column of symbols

// legend stands in a lower corner.
func (p *painter) legend(f *furnished, bottom float64) {
	lg := p.m.Furniture.Legend
	size := smallest * p.typeScale()
	const pad = 10.0
	heights := make([]float64, len(lg.Rows))
	width := 0.0
	if p.style.Bold != nil {
		width = p.style.Bold.width(lg.Title, size, 0)
	}
	total := 2 * pad
	if lg.Title != "" {
		total += size * 1.7
	}
	for i, r := range lg.Rows {
		heights[i] = math.Max(size*1.55, 2*p.legendRadius(r)+6)
		w := p.style.Regular.width(r.Text, size, 0)
		if r.Kind != LegendHeading {
			w += legendSymbol + 8
		}
		width = math.Max(width, w)
		total += heights[i]
	}
	width += 2 * pad
	box := rect{p.view.Width - margin - width, bottom - total, p.view.Width - margin, bottom}
	if p.m.Furniture.LegendLeft {
		box.x0, box.x1 = margin, margin+width
	}
	if width > p.view.Width-2*margin || box.y0 < margin {
		return // a legend larger than the map explains nothing
	}
	p.panel("legend", box)
	f.taken = append(f.taken, box.pad(4))
	y := box.y0 + pad
	if lg.Title != "" {
		p.write("legend", lg.Title, p.style.Bold, size, p.style.Ink, box.x0+pad, y+size)
		y += size * 1.7
	}
	for i, r := range lg.Rows {
		mid := y + heights[i]/2
		y += heights[i]
		if r.Kind == LegendHeading {
			p.write("legend", r.Text, p.style.Regular, size, p.style.InkMuted, box.x0+pad, mid+size*0.36)
			continue
		}
		p.legendSymbol(r, box.x0+pad, mid)
		p.write("legend", r.Text, p.style.Regular, size, p.style.Ink, box.x0+pad+legendSymbol+8, mid+size*0.36)
	}
}

func (p *painter) legendRadius(r LegendRow) float64 {
	switch r.Kind {
	case LegendMarker:
		if r.Weight <= 0 {
			return 7
		}
		return radius(r.Weight, r.MaxWeight, maxMarkerRadius)
	case LegendSize:
		return radius(r.Weight, r.MaxWeight, maxMarkerRadius)
	}
	return 0
}

// legendSymbol draws a symbol in a column that begins at x, around the height y,
// in layout pixels.
func (p *painter) legendSymbol(r LegendRow, x, y float64) {
	px := p.px
	cx := (x + legendSymbol/2) * px
	dash := func(kind string, c color.NRGBA, width float64, pattern []float64) {
		line := &shape{}
		line.add([]orb.Point{{x * px, y * px}, {(x + legendSymbol) * px, y * px}})
		var scaled []float64
		for _, d := range pattern {
			scaled = append(scaled, d*px)
		}
		p.step(Step{Kind: StepStroke, Layer: "legend " + kind, Color: c, Width: width * px, Dash: scaled, shapes: []*shape{line}, to: identity})
	}
	patch := func() []*shape {
		return []*shape{roundBox((x+4)*px, (y-6)*px, (x+legendSymbol-4)*px, (y+6)*px, 3*px)}
	}
	switch r.Kind {
	case LegendMarker:
		p.symbol(look{shape: r.Shape, precision: r.Precision, hollow: r.Hollow}, cx, y*px, p.legendRadius(r)*px)
	case LegendSize:
		p.hoop("legend size", p.style.InkMuted, cx, y*px, p.legendRadius(r)*px, 1.2*px)
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
		p.step(Step{Kind: StepFill, Layer: "legend hatch", Color: p.style.Land, shapes: patch(), to: identity})
		p.step(Step{
			Kind: StepHatch, Layer: "legend hatch", Color: p.style.Hatch, Width: 0.9 * px,
			shapes: patch(), to: identity, period: p.hatchPeriod(),
		})
	case LegendFill:
		p.step(Step{Kind: StepFill, Layer: "legend fill", Color: r.Color, shapes: patch(), to: identity})
	}
}
