package draw

import (
	"math"
	"strings"
)

// text writes a straight text line by line and a curved one letter by letter.
func (p *svgPart) text(st *Step) {
	t := st.Text
	if len(t.Letters) == 0 {
		return
	}
	look := ""
	if t.Slant != 0 {
		look += ` font-style="italic"`
	}
	if t.Face.Bold {
		look += ` font-weight="bold"`
	}
	if t.HaloWidth > 0 && t.Halo.A > 0 {
		look += " " + paintOf("stroke", t.Halo) + ` stroke-width="` + p.length(2*t.HaloWidth) + `" stroke-linejoin="round" paint-order="stroke"`
	}
	p.printf(`<text%s font-size="%s" %s%s`, class(st), p.length(t.Size), paintOf("fill", st.Color), look)
	lines := t.lines()
	switch len(lines) {
	case 0:
		p.letters(t)
	case 1:
		p.printf(`%s>%s`, p.place(t, &lines[0]), xmlText(lines[0].words))
	default:
		p.printf(">")
		for i := range lines {
			if i > 0 {
				p.printf(" ")
			}
			p.printf(`<tspan%s>%s</tspan>`, p.place(t, &lines[i]), xmlText(lines[i].words))
		}
	}
	p.printf("</text>\n")
}

// letters places each letter of a curved text.
func (p *svgPart) letters(t *Text) {
	var xs, ys, turns []string
	for _, l := range t.Letters {
		xs, ys = append(xs, p.length(l.X)), append(ys, p.length(l.Y))
		turns = append(turns, num(degrees(l)))
	}
	p.printf(` x="%s" y="%s" rotate="%s" xml:space="preserve">%s`, strings.Join(xs, " "), strings.Join(ys, " "), strings.Join(turns, " "), xmlText(t.String))
}

// place is the attributes of a line of text. Where the reader's system has to use
// another face, the line keeps its width if the program can do that, and at least
// the end that stands beside something.
func (p *svgPart) place(t *Text, l *textLine) string {
	x, y := l.at(t.Anchor)
	a := ` x="` + p.length(x) + `" y="` + p.length(y) + `"` + [...]string{Start: "", Middle: ` text-anchor="middle"`, End: ` text-anchor="end"`}[t.Anchor]
	if l.first.Sin != 0 {
		a += ` transform="rotate(` + num(degrees(l.first)) + " " + p.length(x) + " " + p.length(y) + `)"`
	}
	if len(l.words) < 2 {
		return a
	}
	a += ` textLength="` + p.length(l.width) + `"`
	if l.gap != 0 {
		return a + ` letter-spacing="` + p.length(l.gap) + `"`
	}
	return a + ` lengthAdjust="spacingAndGlyphs"`
}

// degrees is the direction of a letter, clockwise.
func degrees(l Letter) float64 { return math.Atan2(l.Sin, l.Cos) * (180 / math.Pi) }
