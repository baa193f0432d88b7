package maps

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// furnished is the furniture of a picture: its steps, to be drawn last, and the
// boxes in layout pixels that names must leave free.
type furnished struct {
	steps []draw.Step
	taken []draw.Box

	notes, scaleBar, legend, inset draw.Box

	rows   []placedRow
	within geo.Viewport // of the inset
}

// placedRow is a row of the legend in its place.
type placedRow struct {
	id  string
	box draw.Box
}

const margin = 12.0 // from the edge of the picture to its furniture

// furnish writes furniture into steps of their own.
func (p *painter) furnish(f *furnished, write func()) {
	above := p.pic.Steps
	p.pic.Steps = f.steps
	write()
	f.steps, p.pic.Steps = p.pic.Steps, above
}

// furniture is note and source, scale bar, legend and inset.
func (p *painter) furniture() (f furnished) {
	p.furnish(&f, func() { p.stand(&f) })
	return f
}

func (p *painter) stand(f *furnished) {
	for _, b := range p.m.Furniture.Covered {
		if !b.Empty() {
			f.taken = append(f.taken, b.Pad(2))
		}
	}
	if p.style.Regular != nil {
		bottom := p.notes(f)
		if p.m.Furniture.ScaleBar {
			p.scaleBar(f, bottom)
		}
		if p.m.Furniture.Legend != nil {
			p.legend(f, bottom)
		}
	}
	if len(p.m.Furniture.Inset) > 0 {
		p.inset(f)
	}
}

// write is line in layout pixels.
func (p *painter) write(layer, words string, f *text.Face, size float64, c color.NRGBA, x, y float64, a draw.Anchor) {
	p.line(layer, words, f, size*p.px, c, x*p.px, y*p.px, a)
}

// panel is a sheet of paper, in layout pixels.
func (p *painter) panel(layer string, r draw.Box) {
	px := p.px
	s := draw.RoundRectangle(r.X0*px, r.Y0*px, r.X1*px, r.Y1*px, 6*px)
	p.pic.Fill(layer, p.style.Paper, s)
	p.pic.Stroke(layer, faded(p.style.InkMuted, 0.3), 0.8*px, s)
}

// mostNote is the share of the height that note and source may have, before they are
// brief, and mostBrief before they are briefest.
const (
	mostNote  = 0.2
	mostBrief = 1.0 / 3
)

// noOrphan is the share of the others that the last line of the note has, if it can.
const noOrphan = 0.2

// scaleRoom is the height over the note, in layout pixels, that has room for a scale bar
// beside what it measures.
const scaleRoom = 90

// notes writes the note and the source along the lower edge and returns how high
// they reach.
func (p *painter) notes(f *furnished) float64 {
	size := names.Smallest * p.typeScale()
	var lines []string
	room := p.view.Width - 2*margin
	one := strings.TrimSpace(p.m.Furniture.Note + " " + p.m.Furniture.Attribution)
	if one == "" {
		return p.view.Height - margin
	}
	lines, _ = p.style.Regular.WrapFull(one, room/size, math.MaxInt, noOrphan)
	for _, x := range []struct {
		words string
		most  float64
	}{{p.m.Furniture.Brief, mostNote}, {p.m.Furniture.Briefest, mostBrief}} {
		if x.words != "" && float64(len(lines))*size*1.3 > p.view.Height*x.most {
			lines, _ = p.style.Regular.WrapFull(x.words, room/size, math.MaxInt, noOrphan)
		}
	}
	top := p.view.Height - 6 - float64(len(lines))*size*1.3
	// A strip of paper under the whole width keeps it readable on any map.
	strip := draw.Rectangle(0, (top-3)*p.px, p.view.Width*p.px, p.view.Height*p.px)
	p.pic.Fill("note", faded(p.style.Paper, 0.86), strip)
	for i, l := range lines {
		p.write("note", l, p.style.Regular, size, p.style.InkMuted, margin, top+size*(float64(i)*1.3+1), draw.Start)
	}
	f.notes = draw.Box{X0: 0, Y0: top - 3, X1: p.view.Width, Y1: p.view.Height}
	f.taken = append(f.taken, f.notes)
	return top - 3 - 8
}

// scaleBar is true at the centre of the picture.
func (p *painter) scaleBar(f *furnished, bottom float64) {
	metres := p.view.MetresPerPixel()
	if metres <= 0 || bottom < scaleRoom {
		return
	}
	km := niceLength(metres * 130 / 1000)
	length := km * 1000 / metres
	unit := p.m.Furniture.Kilometres
	if unit == "" {
		unit = "km"
	}
	size := names.Smallest * p.typeScale()
	x, y := margin+2, bottom-8
	number := p.m.Furniture.Number
	if number == nil {
		number = func(km float64) string { return strconv.FormatFloat(km, 'f', -1, 64) }
	}
	label := number(km) + " " + unit
	zero := "0"
	w := p.style.Regular.Width(label) * size
	px := p.px
	half := length / 2
	if p.m.Furniture.LegendLeft {
		x = p.view.Width - margin - 2 - length - w/2
	}
	for i, c := range []color.NRGBA{p.style.Ink, p.style.Paper} {
		x0 := x + float64(i)*half
		p.pic.Fill("scale bar", c, draw.Rectangle(x0*px, (y-4)*px, (x0+half)*px, y*px))
	}
	p.pic.Stroke("scale bar", p.style.Ink, 0.9*px, draw.Rectangle(x*px, (y-4)*px, (x+length)*px, y*px))
	p.haloed("scale bar", zero, size, p.style.Ink, 1.6, x-2, y-8, draw.Start)
	p.haloed("scale bar", label, size, p.style.Ink, 1.6, x+length, y-8, draw.Middle)
	f.scaleBar = draw.Box{X0: x - 8, Y0: y - 12 - size, X1: x + length + w/2 + 6, Y1: y + 6}
	f.taken = append(f.taken, f.scaleBar)
}

// haloed writes small figures on the bare map, with a halo of a width in layout
// pixels.
func (p *painter) haloed(layer, words string, size float64, c color.NRGBA, halo, x, y float64, a draw.Anchor) {
	n := len(p.pic.Steps)
	p.write(layer, words, p.style.Regular, size, c, x, y, a)
	if len(p.pic.Steps) > n {
		t := p.pic.Steps[n].Text
		t.Halo, t.HaloWidth = p.style.Halo, halo*p.px
	}
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
