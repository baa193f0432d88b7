package charts

import (
	"image/color"
	"math"

	"github.com/wcharczuk/go-chart/v2/drawing"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// rect is an upright rectangle in layout pixels.
type rect struct{ x, y, w, h float64 }

func (r rect) right() float64  { return r.x + r.w }
func (r rect) bottom() float64 { return r.y + r.h }

// touches reports whether two rectangles share more than an edge.
func (r rect) touches(t rect) bool {
	return r.x < t.right() && t.x < r.right() && r.y < t.bottom() && t.y < r.bottom()
}

// inset returns r made smaller by d on all sides.
func (r rect) inset(d float64) rect { return rect{r.x + d, r.y + d, r.w - 2*d, r.h - 2*d} }

// pen draws in layout pixels, shapes with go-chart's Renderer, whose unit is the
// device pixel: edges lie on whole ones, so that neighbours meet. Texts it writes
// on the picture itself, with an end that is held.
type pen struct {
	*renderer

	chart         *Chart
	style         *Style
	density       float64
	regular, bold *text.Face
	sizes         typeSizes
	layout        *Layout
	selected      []Mark
	dry           bool // only measure: draw nothing
	tight         bool // rows were folded or touch, or names were cut, for want of height
	sticks        bool // bars are dots at the end of lines
	low           bool // the page is so low that its lines are better set side by side
	bare          bool // or so low that twelve rows could have no scale above them: then no bars have one

	numbers map[float64]string   // as formatted before: most come back
	inks    map[Fill]color.NRGBA // for text on a fill
	sums    map[*Chart]*sums     // of its values
	tried   map[rect]trial       // areas for the plot
	spare   []Mark               // of the last one that was tried, whose room the next one takes
}

// newPen returns a pen for a page of this size in layout pixels.
func newPen(pic *draw.Picture, c *Chart, width, height, density float64) *pen {
	p := &pen{
		chart: c, style: &c.Style, density: density, layout: &Layout{}, regular: c.Style.Regular, bold: c.Style.Bold,
		numbers: map[float64]string{}, inks: map[Fill]color.NRGBA{},
		sums: map[*Chart]*sums{}, tried: map[rect]trial{},
	}
	if p.bold == nil {
		p.bold = p.regular
	}
	p.renderer = newRenderer(pic, p.regular)
	p.sizes = sizesFor(width, height, c.TypeScale)
	return p
}

// format puts a number into words.
func (p *pen) format(v float64) string {
	s, ok := p.numbers[v]
	if !ok {
		s = p.chart.format(v)
		p.numbers[v] = s
	}
	return s
}

// inkOn is the ink for text on a fill.
func (p *pen) inkOn(f Fill) color.NRGBA {
	c, ok := p.inks[f]
	if !ok {
		c = f.Ink()
		p.inks[f] = c
	}
	return c
}

// px rounds a layout length to whole device pixels.
func (p *pen) px(v float64) int { return int(math.Round(float64(v * p.density))) }

// line width in device pixels: at least one.
func (p *pen) thick(v float64) int { return max(p.px(v), 1) }

func ink(c color.NRGBA) drawing.Color { return drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A} }

// box is a rectangle in device pixels.
type box struct{ x0, y0, x1, y1 int }

func (p *pen) box(r rect) box {
	return box{p.px(r.x), p.px(r.y), p.px(r.right()), p.px(r.bottom())}
}

func (p *pen) fillBox(b box, c color.NRGBA) {
	if p.dry || b.x1 <= b.x0 || b.y1 <= b.y0 {
		return
	}
	p.fillPath(draw.Rectangle(float64(b.x0), float64(b.y0), float64(b.x1), float64(b.y1)), c)
}

// frameBox draws a border inside the box.
func (p *pen) frameBox(b box, thick int, c color.NRGBA) {
	thick = min(thick, (b.x1-b.x0+1)/2, (b.y1-b.y0+1)/2)
	p.fillBox(box{b.x0, b.y0, b.x1, b.y0 + thick}, c)
	p.fillBox(box{b.x0, b.y1 - thick, b.x1, b.y1}, c)
	p.fillBox(box{b.x0, b.y0 + thick, b.x0 + thick, b.y1 - thick}, c)
	p.fillBox(box{b.x1 - thick, b.y0 + thick, b.x1, b.y1 - thick}, c)
}

func (p *pen) fill(r rect, c color.NRGBA) { p.fillBox(p.box(r), c) }

// vline and hline draw hairlines on whole device pixels.
func (p *pen) vline(x, y0, y1 float64, c color.NRGBA) {
	t := p.thick(1)
	left := p.px(x) - t/2
	p.fillBox(box{left, p.px(y0), left + t, p.px(y1)}, c)
}

func (p *pen) hline(x0, x1, y, width float64, c color.NRGBA) {
	t := p.thick(width)
	top := p.px(y) - t/2
	p.fillBox(box{p.px(x0), top, p.px(x1), top + t}, c)
}

// line draws a straight line at any angle.
func (p *pen) line(x0, y0, x1, y1, width float64, c color.NRGBA) {
	if p.dry {
		return
	}
	p.SetStrokeColor(ink(c))
	p.SetStrokeWidth(math.Max(width*p.density, 1))
	p.MoveTo(p.px(x0), p.px(y0))
	p.LineTo(p.px(x1), p.px(y1))
	p.Stroke()
}

// disc draws a filled circle.
func (p *pen) disc(x, y, radius float64, c color.NRGBA) {
	if p.dry {
		return
	}
	p.SetFillColor(ink(c))
	p.Circle(radius*p.density, p.px(x), p.px(y))
	p.Fill()
}

// ring draws a circle's edge, its middle line at radius.
func (p *pen) ring(x, y, radius, width float64, c color.NRGBA) {
	if p.dry {
		return
	}
	p.SetStrokeColor(ink(c))
	p.SetStrokeWidth(math.Max(width*p.density, 1))
	p.Circle(radius*p.density, p.px(x), p.px(y))
	p.Stroke()
}

// mark records a mark and, if it is selected, where its ring goes.
func (p *pen) mark(m Mark, r rect) {
	m.X, m.Y, m.W, m.H = r.x, r.y, r.w, r.h
	p.layout.Marks = append(p.layout.Marks, m)
	if !m.Total && p.chart.Selected.selects(m) {
		p.selected = append(p.selected, m)
	}
}

// called makes the text that stands for a mark, but for one that is only measured.
func (p *pen) called(row Category, series, value string) string {
	if p.dry {
		return ""
	}
	return name(row, series, value)
}

// name attaches a mark's name to what is filled next, where files can hold it.
func (p *pen) name(s string) {
	if !p.dry {
		p.Name(s)
	}
}

// align says which end of a line of text stands at x.
type align = draw.Anchor

const (
	start  = draw.Start
	middle = draw.Middle
	end    = draw.End
)

func (p *pen) plain(size float64) font  { return font{p.regular, size, p.style.Ink} }
func (p *pen) muted(size float64) font  { return font{p.regular, size, p.style.InkMuted} }
func (p *pen) strong(size float64) font { return font{p.bold, size, p.style.Ink} }

// text draws one line with its baseline at y.
func (p *pen) text(s string, x, y float64, a align, f font) {
	p.write(s, x*p.density, math.Round(y*p.density), a, 0, f)
}

// upright draws one line that reads from y upwards, its baseline at x.
func (p *pen) upright(s string, x, y float64, f font) {
	p.write(s, math.Round(x*p.density), y*p.density, start, -math.Pi/2, f)
}

func (p *pen) write(s string, x, y float64, a align, turn float64, f font) {
	if !p.dry && s != "" && f.face != nil {
		p.pic.Write("", f.ink, draw.Line(f.face, s, f.size*p.density, x, y, a, turn))
	}
}

// haloWidth is the width of the halo of a text without a strip under it, in ems.
const haloWidth = 0.1

// onPaper draws a line of text on a strip of background, so that no grid line
// runs through it. On a page without a ground, where a strip would stand out, it
// has a halo.
func (p *pen) onPaper(s string, x, y float64, a align, f font) {
	if p.chart.Clear {
		n := len(p.pic.Steps)
		p.text(s, x, y, a, f)
		for _, step := range p.pic.Steps[n:] {
			step.Text.Halo, step.Text.HaloWidth = p.style.Background, f.size*haloWidth*p.density
		}
		return
	}
	w := f.width(s)
	left := x - w*[]float64{start: 0, middle: 0.5, end: 1}[a]
	p.fill(rect{left - 1, y - f.size*ascent, w + 2, f.size * (ascent + descent)}, p.style.Background)
	p.text(s, x, y, a, f)
}

// lines draws lines of text, the top of the first at y, and returns where the
// next would have its top.
func (p *pen) lines(lines []string, x, y float64, a align, f font) float64 {
	for _, s := range lines {
		p.text(s, x, y+f.size*ascent, a, f)
		y += f.leading()
	}
	return y
}
