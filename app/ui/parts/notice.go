package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Notice says a sentence, with the buttons that help: in the middle of an empty
// pane, or as a sheet over what is there.
type Notice struct {
	widget.BaseWidget

	h       *host.Host
	sheet   bool
	back    *canvas.Rectangle
	words   *Paragraph
	buttons []*Button // those that show, from left to right
	row     bool      // the buttons stand beside the words
}

// NewNotice returns a notice that says nothing.
func NewNotice(h *host.Host, sheet bool) *Notice {
	n := &Notice{h: h, sheet: sheet, back: Box(color.Transparent), words: NewParagraph("", theme.Body, false, h.Palette().Ink)}
	n.ExtendBaseWidget(n)
	return n
}

// Say replaces sentence and buttons, in the colours of now. The first button is
// the one that helps most.
func (n *Notice) Say(text string, buttons ...*Button) {
	p := n.h.Palette()
	n.words = NewParagraph(text, Scaled(n.h, theme.Body), false, p.Ink)
	if !n.sheet {
		n.words.Centered()
	}
	for i, b := range buttons {
		b.Primary = i == 0
		b.Refresh()
	}
	n.buttons = buttons
	n.Refresh()
}

// group is the room of the buttons in one line.
func (n *Notice) group() (size fyne.Size) {
	for i, b := range n.buttons {
		m := b.MinSize()
		size.Width, size.Height = size.Width+m.Width, max(size.Height, m.Height)
		if i > 0 {
			size.Width += theme.Space2
		}
	}
	return size
}

// Fit returns the size of a sheet of at most that width: one line where there is
// room, so that it hides little, else the buttons below the words.
func (n *Notice) Fit(most float32) fyne.Size {
	b := n.group()
	beside := b.Width + 3*theme.Space4
	if n.row = most-beside >= Scaled(n.h, 300); n.row {
		high := n.words.HeightFor(min(Scaled(n.h, 560), most-beside))
		return fyne.NewSize(n.words.Widest()+beside+1, max(high, b.Height)+2*theme.Space2)
	}
	width := min(Scaled(n.h, 420), most)
	return fyne.NewSize(width, n.words.HeightFor(width-2*theme.Space4)+b.Height+3*theme.Space3)
}

// CreateRenderer is for Fyne.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer { return Draw(n) }

// Least implements Drawn.
func (n *Notice) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements Drawn.
func (n *Notice) Paint() {
	if p := n.h.Palette(); n.sheet {
		n.back.FillColor, n.back.StrokeColor, n.back.StrokeWidth = p.Raised, p.Hairline, 1
	}
}

// Place implements Drawn.
func (n *Notice) Place(size fyne.Size) {
	n.back.Resize(size)
	b := n.group()
	width := size.Width - 2*theme.Space4
	if n.row {
		width -= b.Width + theme.Space4
	}
	if !n.sheet {
		width = min(Scaled(n.h, 420), width)
	}
	if width < 1 {
		return
	}
	high := n.words.HeightFor(width)
	words, at := fyne.NewPos(theme.Space4, theme.Space3), fyne.NewPos(size.Width-b.Width-theme.Space4, high+2*theme.Space3)
	switch {
	case n.row:
		words.Y, at.Y = (size.Height-high)/2, (size.Height-b.Height)/2
	case !n.sheet:
		words = fyne.NewPos((size.Width-width)/2, max((size.Height-high-theme.Space3-b.Height)/2, theme.Space2))
		at = fyne.NewPos((size.Width-b.Width)/2, words.Y+high+theme.Space3)
	}
	n.words.Move(words)
	n.words.Resize(fyne.NewSize(width, high))
	for _, x := range n.buttons {
		m := x.MinSize()
		x.Resize(m)
		x.Move(at)
		at.X += m.Width + theme.Space2
	}
}

// Pieces implements Drawn.
func (n *Notice) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{n.back, n.words}
	for _, b := range n.buttons {
		out = append(out, b)
	}
	return out
}
