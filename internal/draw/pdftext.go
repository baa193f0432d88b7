package draw

import (
	"encoding/hex"
	"fmt"
	"math"
	"strings"
	"unicode/utf16"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// face is the name of a face in the document.
func (f *PDF) face(face *text.Face) string {
	name, ok := f.faces[face]
	if !ok {
		name = fmt.Sprintf("face%d", len(f.faces))
		f.doc.AddUTF8FontFromBytes(name, "", face.TTF())
		f.faces[face] = name
	}
	return name
}

// text writes a label in pieces where it is spaced, curved or broken, and says
// beside it which words these are, so that it can be found.
func (p *pdfPart) text(st *Step) {
	t := st.Text
	if len(t.Letters) == 0 {
		return
	}
	p.doc.SetFont(p.face(t.Face), "", t.Size)
	p.doc.SetFillColor(int(st.Color.R), int(st.Color.G), int(st.Color.B)) // letters take it from the page
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
			p.letters(t)
			p.doc.SetTextRenderingMode(0)
		})
	}
	p.through(st.Color, func() { p.letters(t) })
	p.doc.RawWriteStr("EMC")
}

// letters writes a text in pieces that the format, which kerns nothing, sets as they
// were shaped.
func (p *pdfPart) letters(t *Text) {
	for rest := t.Letters; len(rest) > 0; {
		first, n, pen := rest[0], 0, 0.0
		var words strings.Builder
		for n < len(rest) && t.stands(rest[n], first, pen) {
			words.WriteString(rest[n].Text)
			pen += t.Face.Width(rest[n].Text) * t.Size
			n++
		}
		if strings.TrimSpace(words.String()) != "" {
			p.turned(t, words.String(), first)
		}
		rest = rest[n:]
	}
}

// stands says that a letter is where a pen is that has come so far from another, in
// its direction.
func (t *Text) stands(l, first Letter, pen float64) bool {
	if pen == 0 {
		return true
	}
	near := 0.0095 * t.Size // between two of a thousand units of type, so that rounding, which processors do differently, decides nothing
	return l.Sin == first.Sin && l.Cos == first.Cos &&
		math.Abs(l.X-first.X-pen*first.Cos) < near && math.Abs(l.Y-first.Y-pen*first.Sin) < near
}

// turned writes text with its base line in the direction of l.
func (p *pdfPart) turned(t *Text, words string, l Letter) {
	if l.Sin == 0 && t.Slant == 0 {
		p.doc.Text(l.X, l.Y, basic(words))
		return
	}
	p.doc.TransformBegin()
	if l.Sin != 0 {
		p.doc.TransformRotate(-degrees(l), l.X, l.Y)
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
