package draw

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// SVG is a document of pictures with real text. Its ids begin with a digest of
// what it holds, so that several documents can stand in one page.
type SVG struct {
	about    string // elements that say what it is
	body     bytes.Buffer
	width    float64
	height   float64
	lang     string
	mm       float64               // of a layout pixel on paper; 0: a pixel of the screen
	patterns map[patternKey]string // ids
	ids      int
}

// patternKey is what tells patterns apart.
type patternKey struct {
	from, side, width string
	color             color.NRGBA
}

// prefix stands for the digest until the document is written. No text holds it,
// for XML forbids it.
const prefix = "\x01"

// families are our own face and then such as are not wider, so that a line stays
// in its place on a system without it.
const families = "'Noto Sans', 'Open Sans', Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans Condensed', sans-serif"

// NewSVG is an empty document of this size in layout pixels. lang is a BCP 47 tag
// and may be empty.
func NewSVG(width, height float64, title, description, lang string) *SVG {
	s := &SVG{width: width, height: height, lang: lang, patterns: map[patternKey]string{}}
	s.Describe(title, description, "")
	return s
}

// Describe says anew what the document is called and shows, which may be known only
// when all is drawn. metadata is an element of another language, such as RDF, and
// may be empty.
func (s *SVG) Describe(title, description, metadata string) {
	s.about = fmt.Sprintf("<title id=\"%stitle\">%s</title>\n<desc id=\"%sdesc\">%s</desc>\n", prefix, xmlText(title), prefix, xmlText(description))
	if metadata != "" {
		s.about += "<metadata>\n" + metadata + "</metadata>\n"
	}
}

// OnPaper says how large the document is: a layout pixel has so many millimetres.
func (s *SVG) OnPaper(mm float64) { s.mm = mm }

// WriteTo writes the document. Equal documents have equal bytes.
func (s *SVG) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	width, height := num(s.width), num(s.height)
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%s" height="%s" viewBox="0 0 %s %s"`,
		s.outer(s.width), s.outer(s.height), width, height)
	fmt.Fprintf(&out, ` font-family="%s" role="img" aria-labelledby="%stitle %sdesc"`, families, prefix, prefix)
	if s.lang != "" {
		fmt.Fprintf(&out, ` xml:lang="%s"`, xmlText(s.lang))
	}
	out.WriteString(">\n" + s.about)
	out.Write(s.body.Bytes())
	out.WriteString("</svg>\n")
	sum := sha256.Sum256(out.Bytes())
	n, err := w.Write(bytes.ReplaceAll(out.Bytes(), []byte(prefix), []byte("a"+hex.EncodeToString(sum[:4])+"-")))
	if err != nil {
		return int64(n), fmt.Errorf("write SVG: %w", err)
	}
	return int64(n), nil
}

// outer is a length outside of the view box.
func (s *SVG) outer(v float64) string {
	if s.mm > 0 {
		return num(math.Round(v*s.mm*10)/10) + "mm" // pixels are finer
	}
	return num(v)
}

// id is a new id of the document.
func (s *SVG) id() string {
	s.ids++
	return prefix + strconv.Itoa(s.ids)
}

// Put puts a picture on the document, its upper left corner at x, y, in layout
// pixels. What a picture draws beyond its edges does not show. A texture becomes
// a picture under the vectors, cut to what it lies on.
func (s *SVG) Put(ctx context.Context, pic *Picture, x, y float64) error {
	density := max(pic.Density, 1e-6)
	p := svgPart{SVG: s, pic: pic, units: max(1, math.Floor(10/density))}
	fmt.Fprintf(&s.body, `<svg x="%s" y="%s" width="%s" height="%s" viewBox="0 0 %s %s">`+"\n",
		num(x), num(y), num(float64(pic.Width)/density), num(float64(pic.Height)/density), p.length(float64(pic.Width)), p.length(float64(pic.Height)))
	for i := range pic.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.step(&pic.Steps[i]); err != nil {
			return err
		}
	}
	s.body.WriteString("</svg>\n")
	return nil
}

// svgPart is a picture under way into a document. It counts in units, of which a
// device pixel has so many that paths can be written in whole numbers.
type svgPart struct {
	*SVG
	pic   *Picture
	units float64
	kept  string // id of the path of the last step that keeps
}

func (p *svgPart) step(st *Step) error {
	switch st.Kind {
	case StepFill:
		p.fill(st)
	case StepHatch:
		if d := p.path(st, 2); d != "" {
			p.printf(`<path%s fill="url(#%s)" d="%s"/>`+"\n", class(st), p.pattern(st), d)
		}
	case StepStroke:
		p.stroke(st)
	case StepShade:
		return p.shade(st)
	case StepText:
		p.text(st)
	}
	return nil
}

func (p *svgPart) printf(format string, args ...any) { fmt.Fprintf(&p.body, format, args...) }

// class says what a step draws.
func class(st *Step) string {
	if st.Layer == "" {
		return ""
	}
	return ` class="` + xmlText(st.Layer) + `"`
}

func (p *svgPart) fill(st *Step) {
	d := p.path(st, 2)
	if d == "" {
		return
	}
	id := ""
	if st.Keep {
		p.kept = p.id()
		id = ` id="` + p.kept + `"`
	}
	p.printf(`<path%s%s %s d="%s"`, class(st), id, paintOf("fill", st.Color), d)
	if st.Title != "" {
		p.printf("><title>%s</title></path>\n", xmlText(st.Title))
	} else {
		p.printf("/>\n")
	}
}

func (p *svgPart) stroke(st *Step) {
	d := p.path(st, st.Width+2)
	if d == "" {
		return
	}
	dash := ""
	if st.Dash != nil {
		parts := make([]string, len(st.Dash))
		for i, v := range st.Dash {
			parts[i] = p.length(v)
		}
		dash = ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
	}
	p.printf(`<path%s fill="none" %s stroke-width="%s" stroke-linejoin="round"%s d="%s"/>`+"\n",
		class(st), paintOf("stroke", st.Color), p.length(st.Width), dash, d)
}

// pattern is the id of the pattern of a step.
func (p *svgPart) pattern(st *Step) string {
	middle := st.hatchLine() / math.Sqrt2 // of a line, from the corner across the lines
	h := patternKey{p.length(middle - st.Width/2), p.length(float64(st.Period) / math.Sqrt2), p.length(st.Width), st.Color}
	id, ok := p.patterns[h]
	if !ok {
		id = p.id()
		p.patterns[h] = id
		p.printf(`<pattern id="%s" x="%s" width="%s" height="%s" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`+
			`<rect width="%s" height="%s" %s/></pattern>`+"\n", id, h.from, h.side, h.side, h.width, h.side, paintOf("fill", st.Color))
	}
	return id
}

func (p *svgPart) shade(st *Step) error {
	if p.kept == "" {
		return nil
	}
	var body bytes.Buffer
	if err := png.Encode(&body, st.overlay(p.pic, 1)); err != nil {
		return fmt.Errorf("write texture: %w", err)
	}
	clip := p.id()
	p.printf(`<clipPath id="%s"><use xlink:href="#%s"/></clipPath>`+"\n"+
		`<image%s width="%s" height="%s" preserveAspectRatio="none" clip-path="url(#%s)" xlink:href="data:image/png;base64,%s"/>`+"\n",
		clip, p.kept, class(st), p.length(float64(p.pic.Width)), p.length(float64(p.pic.Height)), clip, base64.StdEncoding.EncodeToString(body.Bytes()))
	return nil
}

// length is a length in device pixels as units of the view box.
func (p *svgPart) length(v float64) string { return num(v * p.units) }

// path is the step's paths as path data: whole units, each point as its distance
// from the one before, and none where that rounds to nothing.
func (p *svgPart) path(st *Step, margin float64) string {
	var d []byte
	for _, c := range st.contours(p.pic, margin) {
		if c.disc != nil {
			d = p.appendCircle(d, c.disc)
		} else {
			d = appendPath(d, c, p.units)
		}
	}
	return string(d)
}

// appendCircle adds two half turns.
func (p *svgPart) appendCircle(d []byte, c *disc) []byte {
	r, across := p.length(c.r), p.length(2*c.r)
	return fmt.Appendf(d, "M%s %sa%s %s 0 1 1 %s 0a%s %s 0 1 1-%s 0z", p.length(c.x-c.r), p.length(c.y), r, r, across, r, r, across)
}

func appendPath(d []byte, c contour, units float64) []byte {
	if len(c.points) < 2 {
		return d
	}
	whole := func(p orb.Point) (x, y int64) {
		return int64(math.Round(p[0] * units)), int64(math.Round(p[1] * units))
	}
	x, y := whole(c.points[0])
	begin := len(d)
	d = append(d, 'M')
	d = strconv.AppendInt(d, x, 10)
	d = appendNext(d, y)
	steps := 0
	for _, p := range c.points[1:] {
		nx, ny := whole(p)
		if nx == x && ny == y {
			continue
		}
		if steps == 0 {
			d = append(d, 'l')
			d = strconv.AppendInt(d, nx-x, 10)
		} else {
			d = appendNext(d, nx-x)
		}
		d = appendNext(d, ny-y)
		x, y = nx, ny
		steps++
	}
	switch {
	case steps == 0:
		return d[:begin] // smaller than a unit
	case c.closed:
		d = append(d, 'z')
	}
	return d
}

// appendNext adds a number after another: a minus sign divides as a space does.
func appendNext(d []byte, v int64) []byte {
	if v >= 0 {
		d = append(d, ' ')
	}
	return strconv.AppendInt(d, v, 10)
}

// num is a number to a hundredth.
func num(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no negative zero
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func paintOf(attr string, c color.NRGBA) string {
	s := fmt.Sprintf(`%s="#%02x%02x%02x"`, attr, c.R, c.G, c.B)
	if c.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, attr, num(float64(c.A)/255))
	}
	return s
}

// xmlText is a text as XML; letters that XML forbids become U+FFFD.
func xmlText(s string) string {
	var b strings.Builder
	// A strings.Builder never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
