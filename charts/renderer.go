package charts

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"

	"github.com/paulmach/orb"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// renderer is go-chart's Renderer on a picture. Its unit is the device pixel, and
// a font of go-chart's is none of its faces: texts are set in face, and left out
// without one.
type renderer struct {
	chart.Renderer // go-chart's own, for the fonts that it is given

	pic   *draw.Picture
	face  *text.Face
	step  draw.Step // colours, width, dashes and names of what is drawn next
	fill  color.NRGBA
	ink   color.NRGBA
	dpi   float64
	size  float64 // of the type, in points
	turn  float64
	parts []part
}

// part is a line of the path, or a circle.
type part struct {
	points []orb.Point
	radius float64 // of a circle round the only point
	closed bool
}

var _ chart.Renderer = (*renderer)(nil)

// newRenderer returns a renderer onto a picture, at 72 dots an inch.
func newRenderer(pic *draw.Picture, face *text.Face) *renderer {
	own, _ := chart.SVG(1, 1) // its error is always nil
	return &renderer{Renderer: own, pic: pic, face: face, dpi: 72, step: draw.Step{Kind: draw.StepStroke, To: draw.Identity}}
}

func nrgba(c drawing.Color) color.NRGBA { return color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A} }

func (r *renderer) ResetStyle() { *r = *newRenderer(r.pic, r.face) }

func (r *renderer) GetDPI() float64 { return r.dpi }

func (r *renderer) SetDPI(dpi float64) { r.dpi = dpi }

// SetClassName says what is drawn next; see [draw.Step].
func (r *renderer) SetClassName(name string) { r.step.Layer = name }

// Name is what a pointer that rests on the next fill is told.
func (r *renderer) Name(name string) { r.step.Title = name }

func (r *renderer) SetStrokeColor(c drawing.Color) { r.step.Color = nrgba(c) }

func (r *renderer) SetFillColor(c drawing.Color) { r.fill = nrgba(c) }

func (r *renderer) SetStrokeWidth(width float64) { r.step.Width = width }

func (r *renderer) SetStrokeDashArray(dash []float64) { r.step.Dash = dash }

func (r *renderer) MoveTo(x, y int) { r.moveTo(orb.Point{float64(x), float64(y)}) }

func (r *renderer) LineTo(x, y int) { r.lineTo(orb.Point{float64(x), float64(y)}) }

func (r *renderer) moveTo(p orb.Point) { r.parts = append(r.parts, part{points: []orb.Point{p}}) }

func (r *renderer) lineTo(p orb.Point) {
	if n := len(r.parts); n == 0 || r.parts[n-1].closed {
		r.moveTo(p)
		return
	}
	last := &r.parts[len(r.parts)-1]
	last.points = append(last.points, p)
}

func (r *renderer) QuadCurveTo(cx, cy, x, y int) {
	n := len(r.parts)
	if n == 0 {
		r.MoveTo(cx, cy)
		n = 1
	}
	points := r.parts[n-1].points
	from := points[len(points)-1]
	const steps = 24
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		u := 1 - t
		r.lineTo(orb.Point{
			u*u*from[0] + 2*u*t*float64(cx) + t*t*float64(x), u*u*from[1] + 2*u*t*float64(cy) + t*t*float64(y),
		})
	}
}

// ArcTo draws a line to an arc and the arc.
func (r *renderer) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	steps := int(math.Ceil(math.Abs(delta)*math.Sqrt(max(rx, ry, 1))*1.5)) + 2
	for i := range steps + 1 {
		sin, cos := math.Sincos(start + delta*float64(i)/float64(steps))
		r.lineTo(orb.Point{float64(cx) + rx*cos, float64(cy) + ry*sin})
	}
}

func (r *renderer) Close() {
	if n := len(r.parts); n > 0 {
		r.parts[n-1].closed = true
	}
}

func (r *renderer) Circle(radius float64, x, y int) {
	r.parts = append(r.parts, part{[]orb.Point{{float64(x), float64(y)}}, radius, true})
}

// path is the parts of the path that are closed, or those that are not.
func (r *renderer) path(closed bool, of func(part) bool) *draw.Path {
	p := &draw.Path{Closed: closed}
	for _, k := range r.parts {
		switch {
		case !of(k):
		case k.radius > 0:
			p.AddCircle(k.points[0][0], k.points[0][1], k.radius)
		case len(k.points) > 1:
			p.Add(k.points)
		}
	}
	return p
}

// Fill fills the path, which is then empty, as after a stroke.
func (r *renderer) Fill() {
	if p := r.path(true, func(part) bool { return true }); len(p.Parts) > 0 {
		r.fillPath(p, r.fill)
	}
	r.parts, r.step.Title = nil, ""
}

// fillPath fills a path beside the one that is being drawn.
func (r *renderer) fillPath(p *draw.Path, c color.NRGBA) {
	s := r.step
	s.Kind, s.Color, s.Width, s.Dash = draw.StepFill, c, 0, nil
	s.Paths = []*draw.Path{p}
	r.pic.Add(s)
	r.step.Title = ""
}

func (r *renderer) Stroke() {
	s := r.step
	s.Title = ""
	for _, closed := range []bool{true, false} {
		if p := r.path(closed, func(k part) bool { return k.closed == closed }); len(p.Parts) > 0 {
			s.Paths = append(s.Paths, p)
		}
	}
	if len(s.Paths) > 0 {
		r.pic.Add(s)
	}
	r.parts = nil
}

func (r *renderer) FillStroke() {
	parts := r.parts
	r.Fill()
	r.parts = parts
	r.Stroke()
}

func (r *renderer) SetFontColor(c drawing.Color) { r.ink = nrgba(c) }

func (r *renderer) SetFontSize(size float64) { r.size = size }

func (r *renderer) SetTextRotation(radians float64) { r.turn = radians }

func (r *renderer) ClearTextRotation() { r.turn = 0 }

// Text writes a line, its base line from x, y on.
func (r *renderer) Text(body string, x, y int) {
	if r.face != nil {
		r.pic.Write(r.step.Layer, r.ink, draw.Line(r.face, body, r.size*r.dpi/72, float64(x), float64(y), draw.Start, r.turn))
	}
}

// MeasureText is the box of a line that is not turned, its upper left corner at 0.
func (r *renderer) MeasureText(body string) chart.Box {
	f := font{face: r.face, size: r.size * r.dpi / 72}
	return chart.Box{Right: int(math.Ceil(f.width(body))), Bottom: int(math.Ceil(f.size * (ascent + descent)))}
}

// Save writes the picture as a PNG.
func (r *renderer) Save(w io.Writer) error {
	img := image.NewRGBA(image.Rect(0, 0, r.pic.Width, r.pic.Height))
	if err := paint(img, r.pic); err != nil {
		return err
	}
	if err := png.Encode(w, img); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	return nil
}
