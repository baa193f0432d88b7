package maps

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// furnished is the furniture of a picture: its steps, to be drawn last, and the
// boxes in layout pixels that names must leave free.
type furnished struct {
	steps []Step
	taken []rect

	notes, scaleBar, legend, inset rect
}

const margin = 12.0 // from the edge of the picture to its furniture

// furniture writes graticule labels, note and source, scale bar, legend and
// inset into steps of their own.
func (p *painter) furniture() furnished {
	above := p.pic.Steps
	p.pic.Steps = nil
	var f furnished
	for _, b := range p.m.Furniture.Covered {
		if !b.Empty() {
			f.taken = append(f.taken, rect{b.X0, b.Y0, b.X1, b.Y1}.pad(2))
		}
	}
	if p.style.Regular != nil {
		bottom := p.notes(&f)
		if p.m.Furniture.ScaleBar {
			p.scaleBar(&f, bottom)
		}
		if p.m.Furniture.Legend != nil {
			p.legend(&f, bottom)
		}
	}
	if p.m.Furniture.Inset {
		p.inset(&f)
	}
	if p.m.Furniture.Graticule && p.style.Regular != nil {
		p.degrees(&f)
	}
	f.steps, p.pic.Steps = p.pic.Steps, above
	return f
}

// write is line in layout pixels.
func (p *painter) write(layer, text string, f *Face, size float64, c color.NRGBA, x, y float64) {
	p.line(layer, text, f, size*p.px, c, x*p.px, y*p.px)
}

// wrap breaks a text into lines of at most width layout pixels.
func wrap(f *Face, text string, size, width float64) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		next := strings.TrimPrefix(line+" "+word, " ")
		if line != "" && f.width(next, size, 0) > width {
			lines = append(lines, line)
			next = word
		}
		line = next
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// panel is a sheet of paper, in layout pixels.
func (p *painter) panel(layer string, r rect) {
	px := p.px
	s := roundBox(r.x0*px, r.y0*px, r.x1*px, r.y1*px, 6*px)
	p.step(Step{Kind: StepFill, Layer: layer, Color: p.style.Paper, shapes: []*shape{s}, to: identity})
	p.step(Step{Kind: StepStroke, Layer: layer, Color: faded(p.style.InkMuted, 0.3), Width: 0.8 * px, shapes: []*shape{s}, to: identity})
}

func roundBox(x0, y0, x1, y1, r float64) *shape {
	r = min(r, (x1-x0)/2, (y1-y0)/2)
	var ring []orb.Point
	for i, c := range [4]orb.Point{{x1 - r, y0 + r}, {x1 - r, y1 - r}, {x0 + r, y1 - r}, {x0 + r, y0 + r}} {
		for k := range 7 {
			sin, cos := math.Sincos((float64(i)-1)*math.Pi/2 + float64(k)*math.Pi/12)
			ring = append(ring, orb.Point{c[0] + r*cos, c[1] + r*sin})
		}
	}
	s := &shape{closed: true}
	s.add(ring)
	return s
}

// notes writes the note and the source along the lower edge and returns how high
// they reach.
func (p *painter) notes(f *furnished) float64 {
	size := smallest * p.typeScale()
	var lines []string
	room := p.view.Width - 2*margin
	one := strings.TrimSpace(p.m.Furniture.Note + " " + p.m.Furniture.Attribution)
	if one == "" {
		return p.view.Height - margin
	}
	lines = wrap(p.style.Regular, one, size, room)
	top := p.view.Height - 6 - float64(len(lines))*size*1.3
	// A strip of paper under the whole width keeps it readable on any map.
	strip := box(0, (top-3)*p.px, p.view.Width*p.px, p.view.Height*p.px)
	p.step(Step{Kind: StepFill, Layer: "note", Color: faded(p.style.Paper, 0.86), shapes: []*shape{strip}, to: identity})
	for i, l := range lines {
		p.write("note", l, p.style.Regular, size, p.style.InkMuted, margin, top+size*(float64(i)*1.3+1))
	}
	f.notes = rect{0, top - 3, p.view.Width, p.view.Height}
	f.taken = append(f.taken, f.notes)
	return top - 3 - 8
}

// scaleBar is true at the centre of the picture.
func (p *painter) scaleBar(f *furnished, bottom float64) {
	metres := p.metresPerPixel()
	if metres <= 0 {
		return
	}
	km := niceLength(metres * 130 / 1000)
	length := km * 1000 / metres
	unit := p.m.Furniture.Kilometres
	if unit == "" {
		unit = "km"
	}
	size := smallest * p.typeScale()
	x, y := margin+2, bottom-8
	label := strconv.FormatFloat(km, 'f', -1, 64) + " " + unit
	zero := "0"
	w := p.style.Regular.width(label, size, 0)
	px := p.px
	half := length / 2
	if p.m.Furniture.LegendLeft {
		x = p.view.Width - margin - 2 - length - w/2
	}
	for i, c := range []color.NRGBA{p.style.Ink, p.style.Paper} {
		x0 := x + float64(i)*half
		p.step(Step{Kind: StepFill, Layer: "scale bar", Color: c, shapes: []*shape{box(x0*px, (y-4)*px, (x0+half)*px, y*px)}, to: identity})
	}
	p.step(Step{Kind: StepStroke, Layer: "scale bar", Color: p.style.Ink, Width: 0.9 * px, shapes: []*shape{box(x*px, (y-4)*px, (x+length)*px, y*px)}, to: identity})
	p.haloed("scale bar", zero, size, p.style.Ink, 1.6, x-2, y-8)
	p.haloed("scale bar", label, size, p.style.Ink, 1.6, x+length-w/2, y-8)
	f.scaleBar = rect{x - 8, y - 12 - size, x + length + w/2 + 6, y + 6}
	f.taken = append(f.taken, f.scaleBar)
}

// haloed writes small figures on the bare map, with a halo of a width in layout
// pixels.
func (p *painter) haloed(layer, text string, size float64, c color.NRGBA, halo, x, y float64) {
	n := len(p.pic.Steps)
	p.write(layer, text, p.style.Regular, size, c, x, y)
	if len(p.pic.Steps) > n {
		t := p.pic.Steps[n].Text
		t.Halo, t.HaloWidth = p.style.Halo, halo*p.px
	}
}

// metresPerPixel is how far on the ground, along the parallel, a layout pixel
// at the centre reaches.
func (p *painter) metresPerPixel() float64 {
	const d = 20.0
	a := p.view.FromScreen(p.view.Width/2-d, p.view.Height/2)
	b := p.view.FromScreen(p.view.Width/2+d, p.view.Height/2)
	ua, ub := unit(a), unit(b)
	dx, dy, dz := ua[0]-ub[0], ua[1]-ub[1], ua[2]-ub[2]
	return 2 * math.Asin(math.Sqrt(dx*dx+dy*dy+dz*dz)/2) * EarthRadius / (2 * d)
}

// niceLength is the largest of 1, 2, 5, 10, ... that is not above v.
func niceLength(v float64) float64 {
	e := math.Pow(10, math.Floor(math.Log10(v)))
	for _, k := range []float64{5, 2} {
		if k*e <= v {
			return k * e
		}
	}
	return e
}
