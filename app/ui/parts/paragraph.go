package parts

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Flowing is an object whose height follows from its width.
type Flowing interface {
	fyne.CanvasObject
	HeightFor(width float32) float32
}

// Paragraph is wrapped text in one face, size and colour.
type Paragraph struct {
	widget.BaseWidget

	text   string
	size   float32
	bold   bool
	color  color.Color
	center bool
	under  bool

	lines []*canvas.Text
	width float32 // the width that lines are broken for; 0: not yet
	pitch float32 // distance of lines
}

var _ Flowing = (*Paragraph)(nil)

// NewParagraph returns a paragraph.
func NewParagraph(text string, size float32, bold bool, c color.Color) *Paragraph {
	p := &Paragraph{text: text, size: size, bold: bold, color: c}
	p.pitch = Measure("Mg", size, bold).Height
	p.ExtendBaseWidget(p)
	return p
}

// Centered centres the lines; it returns p.
func (p *Paragraph) Centered() *Paragraph { p.center = true; return p }

// Underlined rules under the words, as for a link; it returns p.
func (p *Paragraph) Underlined() *Paragraph { p.under = true; return p }

// Text returns the text as given.
func (p *Paragraph) Text() string { return p.text }

// HeightFor breaks the text for the width and returns the height.
func (p *Paragraph) HeightFor(width float32) float32 {
	if width != p.width {
		p.width = width
		broken := Wrap(p.text, width, measureWith(p.size, p.bold))
		for len(p.lines) < len(broken) {
			t := Text("", p.size, p.bold, p.color)
			if p.center {
				t.Alignment = fyne.TextAlignCenter
			}
			t.TextStyle.Underline = p.under
			p.lines = append(p.lines, t)
		}
		p.lines = p.lines[:len(broken)]
		for i, l := range broken {
			p.lines[i].Text = l
		}
	}
	return float32(len(p.lines)) * p.pitch
}

// Cut shortens the text, at least to one line, so that it needs no more than
// the height at the width.
func (p *Paragraph) Cut(width, height float32) {
	most := max(int(height/p.pitch), 1)
	if p.HeightFor(width); len(p.lines) <= most {
		return
	}
	var kept []string
	for _, l := range p.lines[:most] {
		kept = append(kept, l.Text)
	}
	kept[most-1] = Shorten(kept[most-1]+" "+p.lines[most].Text+" …", p.size, p.bold, width)
	p.text, p.width = strings.Join(kept, "\n"), 0
	p.HeightFor(width)
}

// Resize breaks the text anew if the width changed.
func (p *Paragraph) Resize(size fyne.Size) {
	changed := size.Width != p.width
	p.HeightFor(size.Width)
	p.BaseWidget.Resize(size)
	if changed {
		p.Refresh()
	}
}

// Widest returns the width of the longest line as it is broken.
func (p *Paragraph) Widest() float32 {
	var w float32
	for _, l := range p.lines {
		w = max(w, Measure(l.Text, p.size, p.bold).Width)
	}
	return w
}

// CreateRenderer is for Fyne.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer { return Draw(p) }

// Least implements Drawn.
func (p *Paragraph) Least() fyne.Size { return fyne.NewSize(1, float32(len(p.lines))*p.pitch) }

// Paint implements Drawn: a paragraph keeps its colour.
func (p *Paragraph) Paint() {}

// Place implements Drawn.
func (p *Paragraph) Place(size fyne.Size) {
	for i, l := range p.lines {
		l.Move(fyne.NewPos(0, float32(i)*p.pitch))
		l.Resize(fyne.NewSize(size.Width, p.pitch))
	}
}

// Pieces implements Drawn.
func (p *Paragraph) Pieces() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(p.lines))
	for i, l := range p.lines {
		out[i] = l
	}
	return out
}
