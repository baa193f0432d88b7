package parts

import (
	"image/color"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Flowing is an object whose height follows from its width.
type Flowing interface {
	fyne.CanvasObject
	HeightFor(width float32) float32
}

// Paragraph is wrapped text in one face, size and colour; its first words may be
// bold, and words of it may have more to say.
type Paragraph struct {
	widget.BaseWidget

	text   string
	size   float32
	bold   bool
	color  color.Color
	center bool
	under  bool
	lead   string       // bold first words
	bolded *canvas.Text // those, on the first line; nil: none
	words  []over
	marks  washes // words that are searched for
	chosen washes // what a person has selected

	lines  []*canvas.Text
	broken []string // their words
	starts []int    // where they begin in the text
	most   int      // letters on a line; 0: as many as fit
	width  float32  // the width that lines are broken for; 0: not yet
	pitch  float32  // distance of lines
}

var _ Flowing = (*Paragraph)(nil)

// over is an object that lies over words of the text, and its like on the lines that
// the words go on to.
type over struct {
	objects  []fyne.CanvasObject
	from, to int // bytes of the text
	shown    []span
}

// span is a part of a line.
type span struct {
	line     int
	x, width float32
}

// Again is an object that lies over words which may go on to another line: what it
// makes lies over them there.
type Again interface {
	fyne.CanvasObject
	Again() fyne.CanvasObject
}

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

// Most bounds the letters on a line, whatever the width; it returns p.
func (p *Paragraph) Most(letters int) *Paragraph { p.most = letters; return p }

// Lead sets the first words in bold, if the text begins with them; it returns p.
func (p *Paragraph) Lead(words string) *Paragraph {
	if strings.TrimSpace(words) != "" && strings.HasPrefix(p.text, words) {
		p.lead, p.bolded = words, Text(words, p.size, true, p.color)
	}
	return p
}

// Over lays an object over some bytes of the text. Where a line ends between them, it
// lies over those of the first line, and its like, if it is [Again], over the others.
func (p *Paragraph) Over(from, to int, o fyne.CanvasObject) {
	p.words = append(p.words, over{objects: []fyne.CanvasObject{o}, from: from, to: to})
}

// measure is the width of a part of a line.
func (p *Paragraph) measure(part string) float32 {
	if rest, ok := strings.CutPrefix(part, p.lead); ok && p.lead != "" {
		return Measure(p.lead, p.size, true).Width + Measure(rest, p.size, p.bold).Width
	}
	return Measure(part, p.size, p.bold).Width
}

// piece is the width of a word, or of several, while lines are broken: those of
// the bold first words are wide wherever they stand, which no line is too long for.
func (p *Paragraph) piece(words string) float32 {
	lead := strings.Fields(p.lead)
	last := lead[len(lead)-1]
	switch word := strings.TrimSpace(words); {
	case slices.Contains(lead, word):
		return Measure(words, p.size, true).Width
	case strings.HasPrefix(word, last):
		return Measure(last, p.size, true).Width + Measure(strings.TrimPrefix(words, last), p.size, p.bold).Width
	}
	return p.measure(words)
}

// begin finds where the lines begin in the text.
func (p *Paragraph) begin() {
	p.starts = p.starts[:0]
	at := 0
	for _, l := range p.broken {
		begin := strings.Index(p.text[at:], l)
		if begin < 0 { // a line that is not as in the text
			break
		}
		p.starts = append(p.starts, at+begin)
		at += begin + len(l)
	}
}

// anchor finds the words that objects lie over in the lines.
func (p *Paragraph) anchor() {
	for i := range p.words {
		p.words[i].shown = p.words[i].shown[:0]
	}
	for n, begin := range p.starts {
		at := begin + len(p.broken[n])
		for i := range p.words {
			w := &p.words[i]
			from, to := max(w.from, begin), min(w.to, at)
			if from >= to {
				continue
			}
			if len(w.shown) == len(w.objects) {
				x, ok := w.objects[0].(Again)
				if !ok {
					continue
				}
				w.objects = append(w.objects, x.Again())
			}
			x := p.measure(p.text[begin:from])
			w.shown = append(w.shown, span{n, x, p.measure(p.text[begin:to]) - x})
		}
	}
}

// Text returns the text as given.
func (p *Paragraph) Text() string { return p.text }

// SetText shows another text.
func (p *Paragraph) SetText(text string) {
	p.text, p.width = text, 0
	p.Resize(p.Size())
}

// HeightFor breaks the text for the width and returns the height.
func (p *Paragraph) HeightFor(width float32) float32 {
	if width != p.width {
		p.width = width
		measure := measureWith(p.size, p.bold)
		if p.lead != "" {
			measure = p.piece
		}
		broken := Wrap(p.text, width, p.bounded(width, measure))
		p.broken = broken
		p.begin()
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
		if len(p.words) > 0 {
			p.anchor()
		}
		p.lay(&p.marks)
		p.lay(&p.chosen)
		if p.bolded != nil && len(broken) > 0 {
			p.bolded.Text = p.lead
			rest, whole := strings.CutPrefix(broken[0], p.lead)
			if !whole { // the line ends within them
				p.bolded.Text, rest = broken[0], ""
			}
			p.lines[0].Text = rest
		}
	}
	return float32(len(p.lines)) * p.pitch
}

// bounded is a measure for which a line of too many letters is too wide. The
// widths of a line's pieces are added up, so each piece has the larger of its
// shares.
func (p *Paragraph) bounded(width float32, measure func(string) float32) func(string) float32 {
	if p.most == 0 {
		return measure
	}
	return func(s string) float32 {
		return max(measure(s), float32(utf8.RuneCountInString(s))*width/float32(p.most))
	}
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
	for _, m := range [...]*washes{&p.marks, &p.chosen} {
		for i, box := range m.boxes {
			box.Move(m.at[i])
		}
	}
	for i, l := range p.lines {
		l.Move(fyne.NewPos(0, float32(i)*p.pitch))
		l.Resize(fyne.NewSize(size.Width, p.pitch))
	}
	if p.bolded != nil && len(p.lines) > 0 {
		p.bolded.Resize(fyne.NewSize(size.Width, p.pitch))
		p.lines[0].Move(fyne.NewPos(Measure(p.bolded.Text, p.size, true).Width, 0))
	}
	for _, w := range p.words {
		for i, at := range w.shown {
			w.objects[i].Move(fyne.NewPos(at.x, float32(at.line)*p.pitch))
			w.objects[i].Resize(fyne.NewSize(at.width, p.pitch))
		}
	}
}

// Pieces implements Drawn.
func (p *Paragraph) Pieces() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(p.lines)+len(p.marks.boxes)+len(p.chosen.boxes))
	for _, box := range append(slices.Clip(p.marks.boxes), p.chosen.boxes...) {
		out = append(out, box)
	}
	for _, l := range p.lines {
		out = append(out, l)
	}
	if p.bolded != nil {
		out = append(out, p.bolded)
	}
	for _, w := range p.words {
		out = append(out, w.objects[:max(len(w.shown), 1)]...)
	}
	return out
}
