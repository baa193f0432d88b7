package coding

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// mark is a statement at its paragraph: of the draft, or of the package.
type mark struct {
	row    int // of the draft; -1: the package has it, and it cannot be changed here
	status string
	head   string // domain and status
	words  string
	on     bool // it is in the form
}

// passage is a paragraph of the text, and below it what is coded there.
type passage struct {
	parts.Hover

	h          *host.Host
	number     int
	do         *text
	wash, rule *canvas.Rectangle
	label      *canvas.Text
	words      *parts.Paragraph
	marks      []*markLine
	on         bool
}

var (
	_ parts.Flowing  = (*passage)(nil)
	_ fyne.Tappable  = (*passage)(nil)
	_ fyne.Draggable = (*passage)(nil)
)

const (
	// textMost is the most runes of a paragraph that are shown.
	textMost = 8000
	// lineMost is the most letters of a line that an eye follows with ease.
	lineMost = 75
	margin   = theme.Space3
)

func newPassage(t *text, number int, words string, marks []mark, on bool) *passage {
	h := t.h
	p := h.Palette()
	x := &passage{h: h, number: number, do: t, wash: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(color.Transparent), on: on}
	x.label = parts.Text(strconv.Itoa(number+1), parts.Scaled(h, theme.Small), false, p.InkMuted)
	x.words = parts.NewParagraph(parts.Clip(words, textMost), parts.Scaled(h, theme.Body), false, p.Ink).Most(lineMost)
	for _, m := range marks {
		x.marks = append(x.marks, newMarkLine(t, m))
	}
	x.Pointer = desktop.PointerCursor
	x.Init(x, h)
	return x
}

// left is where the words begin, right of the paragraph's number.
func (x *passage) left() float32 { return margin + parts.Scaled(x.h, 30) }

// HeightFor implements parts.Flowing.
func (x *passage) HeightFor(width float32) float32 { return x.place(width, false) }

func (x *passage) place(width float32, move bool) float32 {
	left := x.left()
	w := max(width-left-margin, 40)
	y := theme.Space2
	high := x.words.HeightFor(w)
	if move {
		x.words.Resize(fyne.NewSize(w, high))
		x.words.Move(fyne.NewPos(left, y))
		m := x.label.MinSize()
		x.label.Resize(m)
		x.label.Move(fyne.NewPos(left-m.Width-theme.Space2, y+2))
	}
	y += high
	for _, m := range x.marks {
		y += theme.Space1
		high := m.HeightFor(w)
		if move {
			m.Resize(fyne.NewSize(w, high))
			m.Move(fyne.NewPos(left, y))
		}
		y += high
	}
	return y + theme.Space2
}

// CreateRenderer is for Fyne.
func (x *passage) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// Least implements parts.Drawn.
func (x *passage) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Place implements parts.Drawn.
func (x *passage) Place(size fyne.Size) {
	x.place(size.Width, true)
	x.wash.Resize(size)
	x.rule.Resize(fyne.NewSize(3, size.Height))
}

// Paint implements parts.Drawn.
func (x *passage) Paint() {
	p := x.h.Palette()
	x.wash.FillColor, x.rule.FillColor = color.Transparent, color.Transparent
	switch {
	case x.on:
		x.wash.FillColor, x.rule.FillColor = p.Selected, p.Accent
	case x.Hovered():
		x.wash.FillColor = p.Hover
	}
}

// Pieces implements parts.Drawn.
func (x *passage) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.wash, x.rule, x.label, x.words}
	for _, m := range x.marks {
		out = append(out, m)
	}
	return out
}

// Tapped selects the paragraph, with Shift all up to it.
func (x *passage) Tapped(*fyne.PointEvent) { x.do.press(x.number, x.h.ShiftHeld()) }

// Dragged selects from where the pointer went down to where it is.
func (x *passage) Dragged(ev *fyne.DragEvent) { x.do.drag(x.number, ev.AbsolutePosition) }

// DragEnd implements fyne.Draggable.
func (x *passage) DragEnd() { x.do.dragging = false }

// markLine is a statement below its paragraph.
type markLine struct {
	parts.Surface

	h      *host.Host
	m      mark
	back   *canvas.Rectangle
	swatch *fyne.Container
	head   *parts.Paragraph
	words  *parts.Paragraph
}

var _ parts.Flowing = (*markLine)(nil)

func newMarkLine(t *text, m mark) *markLine {
	h := t.h
	p := h.Palette()
	size := parts.Scaled(h, theme.Small)
	ink := p.Ink
	if m.row < 0 {
		ink = p.InkMuted
	}
	x := &markLine{h: h, m: m, back: parts.Box(color.Transparent)}
	x.swatch = parts.Swatch(p.StatusFill(h.Room.Data.Code(dataset.StatusList, m.status)), parts.Scaled(h, 11))
	x.head = parts.NewParagraph(m.head, size, m.row >= 0, ink)
	x.words = parts.NewParagraph(parts.Clip(m.words, 400), size, false, ink).Most(90)
	if m.row >= 0 {
		x.OnTap = func() { t.edit(m.row) }
		x.Tip = h.T("coder.rowTip")
		x.Pointer = desktop.PointerCursor
	}
	x.Init(x, h)
	return x
}

// HeightFor implements parts.Flowing.
func (x *markLine) HeightFor(width float32) float32 { return x.place(width, false) }

func (x *markLine) place(width float32, move bool) float32 {
	side := parts.Scaled(x.h, 11)
	left := theme.Space1 + side + theme.Space2
	w := max(width-left-theme.Space1, 40)
	head := x.head.HeightFor(w)
	words := x.words.HeightFor(w)
	if move {
		line := parts.Measure("Mg", parts.Scaled(x.h, theme.Small), true).Height
		x.swatch.Move(fyne.NewPos(theme.Space1, 2+(line-side)/2))
		x.swatch.Resize(fyne.NewSquareSize(side))
		x.head.Move(fyne.NewPos(left, 2))
		x.head.Resize(fyne.NewSize(w, head))
		x.words.Move(fyne.NewPos(left, 2+head))
		x.words.Resize(fyne.NewSize(w, words))
	}
	return head + words + 4
}

// CreateRenderer is for Fyne.
func (x *markLine) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// Least implements parts.Drawn.
func (x *markLine) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Place implements parts.Drawn.
func (x *markLine) Place(size fyne.Size) {
	x.place(size.Width, true)
	x.back.Resize(size)
}

// Paint implements parts.Drawn.
func (x *markLine) Paint() {
	p := x.h.Palette()
	x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = color.Transparent, color.Transparent, 0
	switch {
	case x.m.on:
		x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = p.Panel, p.Accent, 1
	case x.m.row >= 0 && x.Hovered():
		x.back.FillColor = p.Hover
	}
	if x.Focused() {
		x.back.StrokeColor, x.back.StrokeWidth = p.Accent, 2
	}
}

// Pieces implements parts.Drawn.
func (x *markLine) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.back, x.swatch, x.head, x.words}
}
