package draw

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
	"github.com/paulmach/orb"
)

// PDF draws pictures on the pages of a document.
type PDF struct {
	doc     *fpdf.Fpdf
	family  string
	reliefs map[[sha256.Size]byte]pdfRelief
}

// pdfRelief is a picture in the document, and how much broader than the map it
// was drawn for.
type pdfRelief struct {
	name  string
	share float64
}

// NewPDF draws on doc, which must count in points. family is the font in it,
// plain and bold, that has the letters of the maps' faces.
func NewPDF(doc *fpdf.Fpdf, family string) *PDF {
	return &PDF{doc: doc, family: family, reliefs: map[[sha256.Size]byte]pdfRelief{}}
}

// Put draws a picture on the last page, its upper left corner at x, y, a layout
// pixel unit points large. The relief is a picture under the vectors, cut to the
// land. What the document itself could not do is in its Error.
func (f *PDF) Put(ctx context.Context, pic *Picture, x, y, unit float64) error {
	doc := f.doc
	_, height := doc.GetPageSize()
	p := &pdfWriter{PDF: f, pic: pic, height: height}
	doc.TransformBegin()
	doc.TransformTranslate(x, y)
	scale := 100 * unit / max(pic.Density, 1e-6)
	doc.TransformScale(scale, scale, 0, 0)
	doc.ClipRect(0, 0, float64(pic.Width), float64(pic.Height), false)
	doc.SetLineJoinStyle("round")
	for i := range pic.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.step(&pic.Steps[i]); err != nil {
			return err
		}
	}
	doc.ClipEnd()
	doc.TransformEnd()
	doc.SetDashPattern(nil, 0) // what the page set is back, what doc remembers is not
	return nil
}

type pdfWriter struct {
	*PDF
	pic    *Picture
	height float64 // of the page, from whose lower edge the format counts
	land   string  // the path of the land, for the relief
}

func (p *pdfWriter) step(st *Step) error {
	switch st.Kind {
	case StepFill:
		d := p.path(st, 2)
		if st.Keep {
			p.land = d
		}
		p.through(st.Color, func() {
			p.doc.SetFillColor(int(st.Color.R), int(st.Color.G), int(st.Color.B))
			p.paint(d, "f")
		})
	case StepStroke:
		p.through(st.Color, func() {
			p.pen(st.Color, st.Width)
			p.doc.SetDashPattern(st.Dash, 0)
			p.paint(p.path(st, st.Width+2), "S")
		})
		p.doc.SetDashPattern(nil, 0)
	case StepHatch:
		p.hatch(st)
	case StepShade:
		return p.relief(st)
	case StepText:
		p.text(st)
	}
	return nil
}

func (p *pdfWriter) pen(c color.NRGBA, width float64) {
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetLineWidth(width)
}

// through draws with a colour's opacity.
func (p *pdfWriter) through(c color.NRGBA, f func()) {
	if c.A == 255 {
		f()
		return
	}
	p.doc.SetAlpha(float64(c.A)/255, "Normal")
	f()
	p.doc.SetAlpha(1, "Normal")
}

func (p *pdfWriter) paint(path, operator string) {
	if path != "" {
		p.doc.RawWriteStr(path + operator)
	}
}

// path is the step's shapes as the format's operators.
func (p *pdfWriter) path(st *Step, margin float64) string {
	var d []byte
	point := func(q orb.Point, operator string) {
		d = strconv.AppendFloat(d, math.Round(q[0]*10)/10, 'f', -1, 64)
		d = append(d, ' ')
		d = strconv.AppendFloat(d, math.Round((p.height-q[1])*10)/10, 'f', -1, 64)
		d = append(d, operator...)
	}
	for _, c := range st.contours(p.pic, margin) {
		last := c.points[0]
		point(last, " m\n")
		for _, q := range c.points[1:] {
			if math.Abs(q[0]-last[0])+math.Abs(q[1]-last[1]) < 0.1 {
				continue
			}
			point(q, " l\n")
			last = q
		}
		if c.closed {
			d = append(d, "h\n"...)
		}
	}
	return string(d)
}

// inside draws within a path.
func (p *pdfWriter) inside(path string, f func()) {
	p.doc.RawWriteStr("q\n" + path + "W n")
	f()
	p.doc.RawWriteStr("Q")
}

func (p *pdfWriter) hatch(st *Step) {
	path := p.path(st, 2)
	if path == "" {
		return
	}
	p.inside(path, func() {
		p.through(st.Color, func() {
			p.pen(st.Color, st.Width)
			b, n := st.Bound(), float64(st.Period)
			b.Min[0], b.Min[1] = max(b.Min[0], 0), max(b.Min[1], 0)
			b.Max[0], b.Max[1] = min(b.Max[0], float64(p.pic.Width)), min(b.Max[1], float64(p.pic.Height))
			var d strings.Builder
			// Lines x + y = k.
			first := math.Floor((b.Min[0]+b.Min[1])/n)*n + n/2 - float64(st.Phase)
			for k := first; k < b.Max[0]+b.Max[1]; k += n {
				fmt.Fprintf(&d, "%.1f %.1f m %.1f %.1f l\n", k-b.Min[1], p.height-b.Min[1], k-b.Max[1], p.height-b.Max[1])
			}
			p.paint(d.String(), "S")
		})
	})
}

func (p *pdfWriter) relief(st *Step) error {
	if p.land == "" {
		return nil
	}
	options := fpdf.ImageOptions{ImageType: "PNG"}
	img := st.overlay(p.pic)
	key := sha256.Sum256(append(fmt.Append(nil, img.Rect, img.Palette), img.Pix...))
	r, ok := p.reliefs[key]
	if !ok {
		// The document sorts its pictures by nothing but their width, and leaves
		// those of equal width in no order: each gets a width of its own, through
		// columns on the right that nobody sees.
		extra := len(p.reliefs)
		r = pdfRelief{fmt.Sprintf("relief %d", extra), float64(img.Rect.Dx()+extra) / float64(img.Rect.Dx())}
		body, err := plainPNG(img, extra)
		if err != nil {
			return fmt.Errorf("write relief: %w", err)
		}
		p.doc.RegisterImageOptionsReader(r.name, options, bytes.NewReader(body))
		p.reliefs[key] = r
	}
	p.inside(p.land, func() {
		p.doc.ImageOptions(r.name, 0, 0, float64(p.pic.Width)*r.share, float64(p.pic.Height), false, options, 0, "")
	})
	return nil
}

// text writes a label letter by letter where it is spaced, turned or broken,
// and says beside it which words the letters are, so that it can be found.
func (p *pdfWriter) text(st *Step) {
	t := st.Text
	if len(t.Letters) == 0 {
		return
	}
	style := ""
	if t.Bold {
		style = "B"
	}
	p.doc.SetFont(p.family, style, t.Size)
	p.doc.SetTextColor(int(st.Color.R), int(st.Color.G), int(st.Color.B))
	lines := t.lines()
	words := t.String
	if len(lines) > 0 {
		var all []string
		for _, l := range lines {
			all = append(all, l.words)
		}
		words = strings.Join(all, " ")
	}
	p.doc.RawWriteStr("/Span <</ActualText <" + utf16Hex(words) + ">>> BDC")
	if t.HaloWidth > 0 && t.Halo.A > 0 {
		p.through(t.Halo, func() {
			p.pen(t.Halo, 2*t.HaloWidth)
			p.doc.SetTextRenderingMode(1)
			p.letters(t, lines)
			p.doc.SetTextRenderingMode(0)
		})
	}
	p.through(st.Color, func() { p.letters(t, lines) })
	p.doc.RawWriteStr("EMC")
}

func (p *pdfWriter) letters(t *Text, lines []textLine) {
	whole := len(lines) > 0
	for _, l := range lines {
		whole = whole && l.gap == 0
	}
	if whole {
		for _, l := range lines {
			p.turned(t, l.words, Letter{X: l.x, Y: l.y, Cos: 1})
		}
		return
	}
	for _, l := range t.Letters {
		if l.Rune != ' ' {
			p.turned(t, string(l.Rune), l)
		}
	}
}

// turned writes text with its base line in the direction of l.
func (p *pdfWriter) turned(t *Text, words string, l Letter) {
	if l.Sin == 0 && t.Slant == 0 {
		p.doc.Text(l.X, l.Y, basic(words))
		return
	}
	p.doc.TransformBegin()
	if l.Sin != 0 {
		p.doc.TransformRotate(-math.Atan2(l.Sin, l.Cos)*(180/math.Pi), l.X, l.Y)
	}
	if t.Slant != 0 {
		p.doc.TransformSkewX(math.Atan(t.Slant)*(180/math.Pi), l.X, l.Y)
	}
	p.doc.Text(l.X, l.Y, basic(words))
	p.doc.TransformEnd()
}

// basic replaces letters beyond U+FFFF, which the format's simple way to name
// letters does not reach.
func basic(words string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, words)
}

// utf16Hex is a text string of the format.
func utf16Hex(words string) string {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(words)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return hex.EncodeToString(b)
}
