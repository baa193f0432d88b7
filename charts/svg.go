package charts

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// svgDensity is how many units of an SVG's view box a layout pixel has: a
// Renderer knows whole units only, so fine places need fine units.
const svgDensity = 8

// svg is a Renderer that writes SVG with real text.
type svg struct {
	pencil
	body  bytes.Buffer
	path  []byte
	title string
}

var _ chart.Renderer = (*svg)(nil)

// SVG writes c as an SVG picture of Width x Height; the density does not
// matter. Title and Description become title and desc, and every mark has its
// name, which browsers show on hover.
func SVG(w io.Writer, c *Chart, s Size) error {
	var out bytes.Buffer
	BeginSVG(&out, s, c.Title, c.description(), c.Lang)
	OnSVG(&out, Area{0, 0, s.Width, s.Height}, func(r chart.Renderer, density float64) {
		s.Density = density
		Draw(r, c, s)
	})
	EndSVG(&out)
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	return nil
}

// BeginSVG writes the beginning of an SVG document of Width x Height, which
// parts of [OnSVG] follow and [EndSVG] ends.
func BeginSVG(out *bytes.Buffer, s Size, title, description, lang string) {
	w, h := decimal(s.Width), decimal(s.Height)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s"`, w, h, w, h)
	out.WriteString(` font-family="'Noto Sans', 'DejaVu Sans', sans-serif" role="img" aria-labelledby="title desc"`)
	if lang != "" {
		fmt.Fprintf(out, ` xml:lang="%s"`, escape(lang))
	}
	fmt.Fprintf(out, ">\n<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(title), escape(description))
}

// OnSVG calls draw with a Renderer whose upper left corner is that of a and
// writes what it draws as a part of a document. What is beyond a is cut.
// density is what sizes are to be given in.
func OnSVG(out *bytes.Buffer, a Area, draw func(r chart.Renderer, density float64)) {
	r := &svg{}
	draw(r, svgDensity)
	fmt.Fprintf(out, `<svg x="%s" y="%s" width="%s" height="%s" viewBox="0 0 %s %s">`+"\n",
		decimal(a.X), decimal(a.Y), decimal(a.W), decimal(a.H), decimal(a.W*svgDensity), decimal(a.H*svgDensity))
	out.Write(r.body.Bytes())
	EndSVG(out)
}

// EndSVG ends a document.
func EndSVG(out *bytes.Buffer) { out.WriteString("</svg>\n") }

// description returns the chart in words.
func (c *Chart) description() string {
	if c.Description != "" {
		return c.Description
	}
	return c.Subtitle
}

func escape(s string) string {
	var b bytes.Buffer
	// Writing to a Buffer cannot fail; letters XML forbids become U+FFFD.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// decimal writes a number with at most two digits after the point.
func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

func attribute(name string, c drawing.Color) string {
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, name, c.R, c.G, c.B)
	if c.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, name, decimal(float64(c.A)/255))
	}
	return s
}

// Name gives the next filled path a title.
func (r *svg) Name(s string) { r.title = s }

func (r *svg) MoveTo(x, y int) { r.path = fmt.Appendf(r.path, "M%d %d", x, y) }
func (r *svg) LineTo(x, y int) { r.path = fmt.Appendf(r.path, "L%d %d", x, y) }
func (r *svg) Close()          { r.path = append(r.path, 'Z') }

func (r *svg) QuadCurveTo(cx, cy, x, y int) {
	r.path = fmt.Appendf(r.path, "Q%d %d %d %d", cx, cy, x, y)
}

func (r *svg) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	command := byte('L')
	if len(r.path) == 0 {
		command = 'M'
	}
	// Half turns at most: an arc between equal points is no arc in SVG.
	parts := int(math.Ceil(math.Abs(delta)/math.Pi - 1e-9))
	sweep := 0
	if delta > 0 {
		sweep = 1
	}
	for i := range parts + 1 {
		sin, cos := math.Sincos(start + delta*float64(i)/float64(max(parts, 1)))
		x, y := decimal(float64(cx)+rx*cos), decimal(float64(cy)+ry*sin)
		if i == 0 {
			r.path = fmt.Appendf(r.path, "%c%s %s", command, x, y)
		} else {
			r.path = fmt.Appendf(r.path, "A%s %s 0 0 %d %s %s", decimal(rx), decimal(ry), sweep, x, y)
		}
	}
}

func (r *svg) Circle(radius float64, x, y int) {
	d := decimal(radius)
	r.path = fmt.Appendf(r.path, "M%s %da%s %s 0 1 1 %s 0a%s %s 0 1 1 -%s 0Z",
		decimal(float64(x)-radius), y, d, d, decimal(2*radius), d, d, decimal(2*radius))
}

func (r *svg) Fill()       { r.shape(attribute("fill", r.fillColor)) }
func (r *svg) Stroke()     { r.shape(` fill="none"` + r.stroke()) }
func (r *svg) FillStroke() { r.shape(attribute("fill", r.fillColor) + r.stroke()) }

func (r *svg) stroke() string {
	s := attribute("stroke", r.strokeColor) + ` stroke-width="` + decimal(r.strokeWidth) + `"`
	if len(r.dash) > 0 {
		lengths := make([]string, len(r.dash))
		for i, d := range r.dash {
			lengths[i] = decimal(d)
		}
		s += ` stroke-dasharray="` + strings.Join(lengths, " ") + `"`
	}
	return s
}

func (r *svg) shape(attributes string) {
	if len(r.path) == 0 {
		return
	}
	fmt.Fprintf(&r.body, `<path d="%s"%s`, r.path, attributes)
	if r.title != "" {
		fmt.Fprintf(&r.body, "><title>%s</title></path>\n", escape(r.title))
	} else {
		r.body.WriteString("/>\n")
	}
	r.path, r.title = r.path[:0], ""
}

// Text writes a line of text that keeps its width if the reader's system has
// to use another font.
func (r *svg) Text(body string, x, y int) {
	fmt.Fprintf(&r.body, `<text x="%d" y="%d" font-size="%s"%s`, x, y, decimal(r.pixels()), attribute("fill", r.fontColor))
	if isBold(r.font) {
		r.body.WriteString(` font-weight="700"`)
	}
	if r.rotation != 0 {
		fmt.Fprintf(&r.body, ` transform="rotate(%s %d %d)"`, decimal(r.rotation*180/math.Pi), x, y)
	}
	if r.font != nil && len(body) > 1 {
		fmt.Fprintf(&r.body, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, decimal(advance(r.font, body)*r.pixels()))
	}
	fmt.Fprintf(&r.body, ">%s</text>\n", escape(body))
}

// Save writes what was drawn as bare elements.
func (r *svg) Save(w io.Writer) error {
	_, err := w.Write(r.body.Bytes())
	return err
}
