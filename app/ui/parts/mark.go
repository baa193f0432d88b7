package parts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// washes are behind words of a paragraph.
type washes struct {
	spans [][2]int // bytes of the text
	color color.Color
	boxes []*canvas.Rectangle // one for each line that a span stands on
	at    []fyne.Position
}

// Mark lays a wash behind some bytes of the text, on every line on which they
// stand; what was marked before is not any more.
func (p *Paragraph) Mark(spans [][2]int, wash color.Color) {
	if len(spans) == 0 && len(p.marks.spans) == 0 {
		return
	}
	p.marks.spans, p.marks.color = spans, wash
	lines := make([]string, len(p.lines))
	for i, l := range p.lines {
		lines[i] = l.Text
	}
	if p.bolded != nil && len(lines) > 0 {
		lines[0] = p.bolded.Text + lines[0]
	}
	p.washLines(lines)
	p.Refresh()
}

// washLines makes the boxes for the lines as they are broken.
func (p *Paragraph) washLines(lines []string) {
	m := &p.marks
	m.boxes, m.at = m.boxes[:0], m.at[:0]
	at := 0
	for n, l := range lines {
		begin := strings.Index(p.text[at:], l)
		if begin < 0 { // a line that is not as in the text
			return
		}
		begin += at
		at = begin + len(l)
		for _, s := range m.spans {
			from, to := max(s[0], begin), min(s[1], at)
			if from >= to {
				continue
			}
			x := p.measure(p.text[begin:from])
			box := Box(m.color)
			box.CornerRadius = 2
			box.Resize(fyne.NewSize(p.measure(p.text[begin:to])-x, p.pitch))
			m.boxes, m.at = append(m.boxes, box), append(m.at, fyne.NewPos(x, float32(n)*p.pitch))
		}
	}
}

// Marked returns what has a wash.
func (p *Paragraph) Marked() [][2]int { return p.marks.spans }
