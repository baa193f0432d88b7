package parts

import (
	"image/color"

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
	p.lay(&p.marks)
	p.Refresh()
}

// lay makes the boxes for the lines as they are broken.
func (p *Paragraph) lay(m *washes) {
	m.boxes, m.at = m.boxes[:0], m.at[:0]
	if len(m.spans) == 0 {
		return
	}
	for n, begin := range p.starts {
		end := begin + len(p.broken[n])
		for _, s := range m.spans {
			from, to := max(s[0], begin), min(s[1], end)
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
