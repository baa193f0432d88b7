package charts

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// PDFOptions is what a PDF file needs beyond the chart.
type PDFOptions struct {
	// Regular and Bold are the TrueType files of the style's faces; the letters
	// used are embedded.
	Regular, Bold []byte
	// PointsPerPixel is the page's scale; 0 is 0.75, a layout pixel of 1/96 inch.
	PointsPerPixel                 float64
	Author, Creator                string
	Title, Subject, Keywords, Lang string    // [PDF] takes title, subject and language from the chart
	Date                           time.Time // zero: no clock is read, the file is dated 2000-01-01
}

// PDFFamily is the name of the faces in a document of [NewPDF], plain and bold.
const PDFFamily = "atlas"

// pdf is a Renderer that writes one vector page.
type pdf struct {
	pencil
	doc   *fpdf.Fpdf
	path  []func()
	last  point
	begun bool
}

var _ chart.Renderer = (*pdf)(nil)

// pdfDensity is how many Renderer units a layout pixel has on a page.
const pdfDensity = 16

// NewPDF returns a document without pages, counting in points, with its faces
// and metadata. What is drawn on it in the same way gives the same bytes. It
// fails if the faces cannot be embedded.
func NewPDF(o PDFOptions) (*fpdf.Fpdf, error) {
	if _, err := truetype.Parse(o.Regular); err != nil {
		return nil, fmt.Errorf("embed regular face: %w", err)
	}
	if _, err := truetype.Parse(o.Bold); err != nil {
		return nil, fmt.Errorf("embed bold face: %w", err)
	}
	doc := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", SizeStr: "A4"})
	date := o.Date
	if date.IsZero() {
		date = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	doc.SetCreationDate(date)
	doc.SetModificationDate(date)
	doc.SetCatalogSort(true)
	doc.SetTitle(o.Title, true)
	doc.SetSubject(o.Subject, true)
	doc.SetKeywords(o.Keywords, true)
	doc.SetAuthor(o.Author, true)
	doc.SetCreator(o.Creator, true)
	if o.Lang != "" {
		doc.SetLang(o.Lang)
	}
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.AddUTF8FontFromBytes(PDFFamily, "", o.Regular)
	doc.AddUTF8FontFromBytes(PDFFamily, "B", o.Bold)
	return doc, doc.Error()
}

// PDF writes c as a page of vectors and embedded letters. Title, description
// and language are in the file's metadata. The same chart gives the same bytes.
// It fails if the faces cannot be embedded or w cannot be written.
func PDF(w io.Writer, c *Chart, s Size, o PDFOptions) error {
	if !(s.Width > 0 && s.Height > 0) || s.Width*s.Height > maxPixels {
		return fmt.Errorf("charts: cannot draw a page of %v x %v", s.Width, s.Height)
	}
	unit := o.PointsPerPixel
	if unit <= 0 {
		unit = 0.75
	}
	o.Title, o.Subject, o.Lang = c.Title, c.description(), c.Lang
	doc, err := NewPDF(o)
	if err != nil {
		return err
	}
	doc.AddPageFormat("P", fpdf.SizeType{Wd: s.Width * unit, Ht: s.Height * unit})
	OnPDF(doc, 0, 0, unit, func(r chart.Renderer, density float64) {
		s.Density = density
		Draw(r, c, s)
	})
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// OnPDF calls draw with a Renderer onto the page of a document of [NewPDF],
// its upper left corner at x, y, a layout pixel unit points large. density is
// what sizes are to be given in. Errors are in doc.Error.
func OnPDF(doc *fpdf.Fpdf, x, y, unit float64, draw func(r chart.Renderer, density float64)) {
	doc.TransformBegin()
	doc.TransformTranslate(x, y)
	doc.TransformScale(100*unit/pdfDensity, 100*unit/pdfDensity, 0, 0)
	doc.SetLineCapStyle("butt")
	doc.SetLineJoinStyle("miter")
	draw(&pdf{doc: doc}, pdfDensity)
	doc.TransformEnd()
	doc.SetDashPattern(nil, 0)
}

func (r *pdf) step(end point, f func()) {
	r.path = append(r.path, f)
	r.last, r.begun = end, true
}

func (r *pdf) MoveTo(x, y int) { r.moveTo(float64(x), float64(y)) }
func (r *pdf) LineTo(x, y int) { r.lineTo(float64(x), float64(y)) }
func (r *pdf) Close()          { r.path = append(r.path, r.doc.ClosePath) }

func (r *pdf) moveTo(x, y float64) { r.step(point{x, y}, func() { r.doc.MoveTo(x, y) }) }

func (r *pdf) lineTo(x, y float64) {
	if !r.begun {
		r.moveTo(x, y)
		return
	}
	r.step(point{x, y}, func() { r.doc.LineTo(x, y) })
}

func (r *pdf) QuadCurveTo(cx, cy, x, y int) {
	c, end := point{float64(cx), float64(cy)}, point{float64(x), float64(y)}
	a, b := r.last.toward(c, 2.0/3), end.toward(c, 2.0/3)
	r.step(end, func() { r.doc.CurveBezierCubicTo(a.x, a.y, b.x, b.y, end.x, end.y) })
}

func (r *pdf) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	at := func(t float64) (p, tangent point) {
		sin, cos := math.Sincos(t)
		return point{float64(cx) + rx*cos, float64(cy) + ry*sin}, point{-rx * sin, ry * cos}
	}
	n := max(1, int(math.Ceil(math.Abs(delta)/(math.Pi/2)-1e-9)))
	part := delta / float64(n)
	// A Bézier curve for each quarter: the usual 4/3 tan(angle/4).
	k := 4.0 / 3 * math.Tan(part/4)
	p, tangent := at(start)
	r.lineTo(p.x, p.y)
	for i := range n {
		q, next := at(start + part*float64(i+1))
		a, b := p.add(tangent.times(k)), q.sub(next.times(k))
		r.step(q, func() { r.doc.CurveBezierCubicTo(a.x, a.y, b.x, b.y, q.x, q.y) })
		p, tangent = q, next
	}
}

func (r *pdf) Circle(radius float64, x, y int) {
	r.moveTo(float64(x)+radius, float64(y))
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	r.Close()
}

func (r *pdf) Fill()       { r.draw("F") }
func (r *pdf) Stroke()     { r.draw("D") }
func (r *pdf) FillStroke() { r.draw("FD") }

func (r *pdf) draw(style string) {
	if len(r.path) > 0 {
		fill, stroke := r.fillColor, r.strokeColor
		r.doc.SetFillColor(int(fill.R), int(fill.G), int(fill.B))
		r.doc.SetDrawColor(int(stroke.R), int(stroke.G), int(stroke.B))
		r.doc.SetLineWidth(r.strokeWidth)
		r.doc.SetDashPattern(r.dash, 0)
		seen := fill
		if style == "D" {
			seen = stroke
		}
		r.through(seen, func() {
			for _, f := range r.path {
				f()
			}
			r.doc.DrawPath(style)
		})
	}
	r.path, r.begun = r.path[:0], false
}

// through draws with a colour's opacity.
func (r *pdf) through(c drawing.Color, f func()) {
	if c.A == 255 {
		f()
		return
	}
	r.doc.SetAlpha(float64(c.A)/255, "Normal")
	f()
	r.doc.SetAlpha(1, "Normal")
}

// Text writes a line of text. The file format's simple way to name letters
// ends at U+FFFF: those beyond become U+FFFD.
func (r *pdf) Text(body string, x, y int) {
	body = strings.Map(func(c rune) rune {
		if c > 0xFFFF {
			return '\uFFFD'
		}
		return c
	}, body)
	style := ""
	if isBold(r.font) {
		style = "B"
	}
	r.doc.SetFont(PDFFamily, style, r.pixels())
	c := r.fontColor
	r.doc.SetTextColor(int(c.R), int(c.G), int(c.B))
	r.through(c, func() {
		if r.rotation == 0 {
			r.doc.Text(float64(x), float64(y), body)
			return
		}
		r.doc.TransformBegin()
		r.doc.TransformRotate(-r.rotation*180/math.Pi, float64(x), float64(y))
		r.doc.Text(float64(x), float64(y), body)
		r.doc.TransformEnd()
	})
}

// isBold reports whether a face calls itself bold.
func isBold(f *truetype.Font) bool {
	return f != nil && strings.Contains(f.Name(truetype.NameIDFontSubfamily), "Bold")
}

// Save ends the document and writes it.
func (r *pdf) Save(w io.Writer) error { return r.doc.Output(w) }
