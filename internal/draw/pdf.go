package draw

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// PDF is a document of pages that pictures are put on. It counts in points. What
// is put on it in the same way gives the same bytes.
type PDF struct {
	doc      *fpdf.Fpdf
	dated    bool
	faces    map[*text.Face]string // names of those embedded
	textures map[[sha256.Size]byte]pdfTexture
	height   float64 // of the last page
}

// pdfTexture is a picture in the document, and how much broader than the one it
// was drawn for.
type pdfTexture struct {
	name  string
	share float64
}

// PDFOptions is what a document says of itself.
type PDFOptions struct {
	Title, Subject, Keywords, Author, Creator string
	Lang                                      string    // BCP 47, may be empty
	Date                                      time.Time // zero: no clock is read, the file says no date
	XMP                                       string    // a packet of metadata, may be empty
}

// NewPDF is a document without pages. The letters used are embedded, from the
// files of the faces.
func NewPDF(o PDFOptions) *PDF {
	doc := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt", SizeStr: "A4"})
	date := o.Date.UTC()
	if o.Date.IsZero() {
		date = noDate
	}
	doc.SetCreationDate(date)
	doc.SetModificationDate(date)
	doc.SetCatalogSort(true)
	doc.SetCompression(false) // packed does that
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	f := &PDF{doc: doc, dated: !o.Date.IsZero(), faces: map[*text.Face]string{}, textures: map[[sha256.Size]byte]pdfTexture{}}
	f.Describe(o)
	return f
}

// Describe says anew what the document is, but not its date: that may be known only
// when all is drawn.
func (f *PDF) Describe(o PDFOptions) {
	if o.XMP != "" {
		f.doc.SetXmpMetadata([]byte(o.XMP))
	}
	f.doc.SetTitle(o.Title, true)
	f.doc.SetSubject(o.Subject, true)
	f.doc.SetKeywords(o.Keywords, true)
	f.doc.SetAuthor(o.Author, true)
	f.doc.SetCreator(o.Creator, true)
	if o.Lang != "" {
		f.doc.SetLang(o.Lang)
	}
}

// noDate stands in a document that is not dated until that is written: the writer
// underneath dates everything.
var noDate = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// undated takes the dates out. Nothing moves: spaces stand in their place.
func undated(body []byte) []byte {
	for _, name := range []string{"/CreationDate (D:", "/ModDate (D:"} {
		entry := []byte(name + noDate.Format("20060102150405") + ")")
		if at := bytes.LastIndex(body, entry); at >= 0 { // what a title says comes before
			copy(body[at:], bytes.Repeat([]byte(" "), len(entry)))
		}
	}
	return body
}

// AddPage begins a page of this size in points.
func (f *PDF) AddPage(width, height float64) {
	f.doc.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
}

// WriteTo ends the document and writes it.
func (f *PDF) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	if err := f.doc.Output(&out); err != nil {
		return 0, fmt.Errorf("write PDF: %w", err)
	}
	body := out.Bytes()
	if !f.dated {
		body = undated(body)
	}
	body, err := packed(body)
	if err != nil {
		return 0, fmt.Errorf("write PDF: %w", err)
	}
	n, err := w.Write(body)
	if err != nil {
		return int64(n), fmt.Errorf("write PDF: %w", err)
	}
	return int64(n), nil
}

// Put puts a picture on the last page, its upper left corner at x, y, a layout
// pixel unit points large. What a picture draws beyond its edges does not show. A
// texture becomes a picture under the vectors, cut to what it lies on.
func (f *PDF) Put(ctx context.Context, pic *Picture, x, y, unit float64) error {
	_, f.height = f.doc.GetPageSize()
	p := &pdfPart{PDF: f, pic: pic, unit: unit, even: pdfEven * max(pic.Density, 1e-6) / unit}
	f.doc.TransformBegin()
	f.doc.TransformTranslate(x, y)
	scale := 100 * unit / max(pic.Density, 1e-6)
	f.doc.TransformScale(scale, scale, 0, 0)
	f.doc.ClipRect(0, 0, float64(pic.Width), float64(pic.Height), false)
	f.doc.SetLineJoinStyle("round")
	err := p.steps(ctx)
	f.doc.ClipEnd()
	f.doc.TransformEnd()
	f.doc.SetDashPattern(nil, 0) // what the page set is back, what doc remembers is not
	if err != nil {
		return err
	}
	if err := f.doc.Error(); err != nil {
		return fmt.Errorf("draw on PDF: %w", err)
	}
	return nil
}

// pdfPart is a picture under way onto a page. The format counts from its lower
// edge.
type pdfPart struct {
	*PDF
	pic  *Picture
	kept string  // the path of the last step that keeps
	unit float64 // points to a layout pixel
	even float64 // what a line may deviate, for fewer points, in device pixels
}

// pdfEven is what a line on a page may deviate, in points: a thirtieth of a
// millimetre, less than a printer shows.
const pdfEven = 0.1

// reliefDots is how many pixels of the relief, which is soft, an inch of a page has
// at most.
const reliefDots = 100

func (p *pdfPart) steps(ctx context.Context) error {
	for i := range p.pic.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.step(&p.pic.Steps[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *pdfPart) step(st *Step) error {
	switch st.Kind {
	case StepFill:
		d := p.path(st, 2)
		if st.Keep {
			p.kept = d
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
		return p.shade(st)
	case StepText:
		p.text(st)
	}
	return nil
}

func (p *pdfPart) pen(c color.NRGBA, width float64) {
	p.doc.SetDrawColor(int(c.R), int(c.G), int(c.B))
	p.doc.SetLineWidth(width)
}

// through draws with a colour's opacity.
func (p *pdfPart) through(c color.NRGBA, f func()) {
	if c.A == 255 {
		f()
		return
	}
	p.doc.SetAlpha(float64(c.A)/255, "Normal")
	f()
	p.doc.SetAlpha(1, "Normal")
}

func (p *pdfPart) paint(path, operator string) {
	if path != "" {
		p.share(path)
		p.doc.RawWriteStr(path + operator)
	}
}

// share marks that a long path begins: what other pages have, too, is written once.
func (p *pdfPart) share(path string) {
	if len(path) > 1000 {
		p.doc.RawWriteStr(pdfSeam)
	}
}

// pdfPath is operators of the format.
type pdfPath struct {
	height float64
	d      []byte
}

func (w *pdfPath) add(operator string, points ...orb.Point) {
	for _, q := range points {
		w.d = strconv.AppendFloat(w.d, math.Round(q[0]*10)/10, 'f', -1, 64)
		w.d = append(w.d, ' ')
		w.d = strconv.AppendFloat(w.d, math.Round((w.height-q[1])*10)/10, 'f', -1, 64)
		w.d = append(w.d, ' ')
	}
	w.d = append(w.d, operator...)
	w.d = append(w.d, '\n')
}

// circle is four curves: the usual distance of their controls is within 3/10000
// of the radius.
func (w *pdfPath) circle(c *disc) {
	const k = 0.5522847498
	at := func(x, y float64) orb.Point { return orb.Point{c.x + x*c.r, c.y + y*c.r} }
	w.add("m", at(1, 0))
	w.add("c", at(1, k), at(k, 1), at(0, 1))
	w.add("c", at(-k, 1), at(-1, k), at(-1, 0))
	w.add("c", at(-1, -k), at(-k, -1), at(0, -1))
	w.add("c", at(k, -1), at(1, -k), at(1, 0))
	w.add("h")
}

// path is the step's paths as the format's operators.
func (p *pdfPart) path(st *Step, margin float64) string {
	w := pdfPath{height: p.height}
	for _, c := range st.contours(p.pic, margin) {
		if c.disc != nil {
			w.circle(c.disc)
			continue
		}
		line := simplify.DouglasPeucker(p.even).LineString(slices.Clone(c.points))
		w.add("m", line[0])
		for _, q := range line[1:] {
			w.add("l", q)
		}
		if c.closed {
			w.add("h")
		}
	}
	return string(w.d)
}

// inside draws within a path.
func (p *pdfPart) inside(path string, f func()) {
	p.share(path)
	p.doc.RawWriteStr("q\n" + path + "W n")
	f()
	p.doc.RawWriteStr("Q")
}

func (p *pdfPart) hatch(st *Step) {
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
			first := math.Floor((b.Min[0]+b.Min[1]-st.hatchLine())/n)*n + st.hatchLine()
			for k := first; k < b.Max[0]+b.Max[1]; k += n {
				fmt.Fprintf(&d, "%.1f %.1f m %.1f %.1f l\n", k-b.Min[1], p.height-b.Min[1], k-b.Max[1], p.height-b.Max[1])
			}
			p.paint(d.String(), "S")
		})
	})
}

func (p *pdfPart) shade(st *Step) error {
	if p.kept == "" {
		return nil
	}
	options := fpdf.ImageOptions{ImageType: "PNG"}
	img := st.overlay(p.pic, max(1, 72.0/reliefDots/p.unit))
	key := sha256.Sum256(append(fmt.Append(nil, img.Rect, img.Palette), img.Pix...))
	r, ok := p.textures[key]
	if !ok {
		// The document sorts its pictures by nothing but their width, and leaves
		// those of equal width in no order: each gets a width of its own, through
		// columns on the right that nobody sees.
		extra := len(p.textures)
		r = pdfTexture{fmt.Sprintf("texture %d", extra), float64(img.Rect.Dx()+extra) / float64(img.Rect.Dx())}
		body, err := plainPNG(img, extra)
		if err != nil {
			return fmt.Errorf("write texture: %w", err)
		}
		p.doc.RegisterImageOptionsReader(r.name, options, bytes.NewReader(body))
		p.textures[key] = r
	}
	p.inside(p.kept, func() {
		p.doc.ImageOptions(r.name, 0, 0, float64(p.pic.Width)*r.share, float64(p.pic.Height), false, options, 0, "")
	})
	return nil
}
