package charts

import (
	"image/color"
	"io"
	"math"

	chart "github.com/wcharczuk/go-chart/v2"
)

// recorder is a Renderer that notes what was asked of it, in device pixels.
type recorder struct {
	pencil
	path  outline
	texts []recordedText
	fills []recordedFill
}

type recordedText struct {
	text string
	rect
	size float64
	ink  color.NRGBA
}

type recordedFill struct {
	rect
	ink color.NRGBA
}

var _ chart.Renderer = (*recorder)(nil)

func (r *recorder) MoveTo(x, y int) { r.path.moveTo(point{float64(x), float64(y)}) }
func (r *recorder) LineTo(x, y int) { r.path.lineTo(point{float64(x), float64(y)}) }
func (r *recorder) Close()          { r.path.close() }

func (r *recorder) QuadCurveTo(cx, cy, x, y int) {
	r.path.quadTo(point{float64(cx), float64(cy)}, point{float64(x), float64(y)})
}

func (r *recorder) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	r.path.arcTo(point{float64(cx), float64(cy)}, rx, ry, start, delta)
}

func (r *recorder) Circle(radius float64, x, y int) {
	r.path.circle(point{float64(x), float64(y)}, radius)
}

func (r *recorder) Fill() {
	b := r.path.bounds()
	c := r.fillColor
	r.fills = append(r.fills, recordedFill{
		rect{float64(b.Min.X), float64(b.Min.Y), float64(b.Dx()), float64(b.Dy())}, color.NRGBA{c.R, c.G, c.B, c.A},
	})
	r.path.reset()
}

func (r *recorder) Stroke()     { r.path.reset() }
func (r *recorder) FillStroke() { r.Fill() }

func (r *recorder) Text(body string, x, y int) {
	size := r.pixels()
	w := advance(r.font, body) * size
	box := rect{float64(x), float64(y) - ascent*size, w, (ascent + descent) * size}
	if r.rotation != 0 {
		if math.Abs(r.rotation+math.Pi/2) > 1e-9 {
			panic("text at an angle")
		}
		box = rect{float64(x) - ascent*size, float64(y) - w, (ascent + descent) * size, w}
	}
	c := r.fontColor
	r.texts = append(r.texts, recordedText{body, box, size, color.NRGBA{c.R, c.G, c.B, c.A}})
}

func (r *recorder) Save(io.Writer) error { return nil }

// record draws c and returns what was drawn, in layout pixels.
func record(c *Chart, s Size) (*recorder, *Layout) {
	r := &recorder{}
	l := Draw(r, c, s)
	d := s.normal().Density
	scale := func(q *rect) { *q = rect{q.x / d, q.y / d, q.w / d, q.h / d} }
	for i := range r.texts {
		scale(&r.texts[i].rect)
		r.texts[i].size /= d
	}
	for i := range r.fills {
		scale(&r.fills[i].rect)
	}
	return r, l
}
