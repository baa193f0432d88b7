package charts

import (
	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// pencil is the part of a Renderer that only remembers how to draw; all our
// Renderers embed it. Font sizes are points; at 72 dpi, which it starts with,
// a point is a pixel.
type pencil struct {
	dpi                               float64
	strokeColor, fillColor, fontColor drawing.Color
	strokeWidth                       float64
	dash                              []float64
	font                              *truetype.Font
	size                              float64
	rotation                          float64
}

func (p *pencil) ResetStyle() { *p = pencil{dpi: p.dpi, font: p.font} }

func (p *pencil) GetDPI() float64 {
	if p.dpi == 0 {
		return 72
	}
	return p.dpi
}

func (p *pencil) SetDPI(dpi float64)                { p.dpi = dpi }
func (p *pencil) SetClassName(string)               {}
func (p *pencil) SetStrokeColor(c drawing.Color)    { p.strokeColor = c }
func (p *pencil) SetFillColor(c drawing.Color)      { p.fillColor = c }
func (p *pencil) SetStrokeWidth(width float64)      { p.strokeWidth = width }
func (p *pencil) SetStrokeDashArray(dash []float64) { p.dash = dash }
func (p *pencil) SetFont(f *truetype.Font)          { p.font = f }
func (p *pencil) SetFontColor(c drawing.Color)      { p.fontColor = c }
func (p *pencil) SetFontSize(size float64)          { p.size = size }
func (p *pencil) SetTextRotation(radians float64)   { p.rotation = radians }
func (p *pencil) ClearTextRotation()                { p.rotation = 0 }

// pixels is the font size in pixels.
func (p *pencil) pixels() float64 { return p.size * p.GetDPI() / 72 }

// MeasureText returns the box of an unrotated line of text, its top left at 0.
func (p *pencil) MeasureText(body string) chart.Box {
	if p.font == nil {
		return chart.Box{}
	}
	w, h := advance(p.font, body)*p.pixels(), p.pixels()*(ascent+descent)
	return chart.Box{Right: int(w + 0.999), Bottom: int(h + 0.999)}
}
