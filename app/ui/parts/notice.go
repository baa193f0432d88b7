package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Notice says a sentence behind its sign, with the buttons that help: in the
// middle of an empty pane, or as a band over the top of what is there.
type Notice struct {
	widget.BaseWidget

	h       *host.Host
	band    bool
	back    *canvas.Rectangle
	edge    *canvas.Rectangle
	disk    *Disk
	words   *Paragraph
	buttons []*Button // those that show, from left to right
	row     bool      // the buttons stand beside the words
}

// NewNotice returns a notice that says nothing.
func NewNotice(h *host.Host, band bool) *Notice {
	n := &Notice{
		h: h, band: band, back: canvas.NewRectangle(color.Transparent), edge: canvas.NewRectangle(color.Transparent), disk: NewDisk(h),
		words: NewParagraph("", theme.Body, false, h.Palette().Ink),
	}
	n.ExtendBaseWidget(n)
	return n
}

// Say replaces sign, sentence and buttons, in the colours of now. The first button
// is the one that helps most.
func (n *Notice) Say(cue Cue, text string, buttons ...*Button) {
	p := n.h.Palette()
	n.disk.Set(cue)
	n.words = NewParagraph(text, Scaled(n.h, theme.Body), false, p.Ink)
	if !n.band {
		n.words.Centered()
	}
	for i, b := range buttons {
		b.Primary = i == 0
		b.Refresh()
	}
	n.buttons = buttons
	n.Refresh()
}

// side is how wide the sign is.
func (n *Notice) side() float32 {
	if n.band {
		return Scaled(n.h, 22)
	}
	return Scaled(n.h, 40)
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

// from is where the words of a band begin.
func (n *Notice) from() float32 { return theme.Space4 + n.side() + theme.Space3 }

// Fit returns the size of a band of that width: one line where there is room, so
// that it hides little, else the buttons below the words.
func (n *Notice) Fit(width float32) fyne.Size {
	b := n.group()
	room := width - n.from() - b.Width - 2*theme.Space4
	if n.row = room >= Scaled(n.h, 300); n.row {
		return fyne.NewSize(width, max(n.words.HeightFor(room), b.Height, n.side())+2*theme.Space2)
	}
	return fyne.NewSize(width, max(n.words.HeightFor(max(width-n.from()-theme.Space4, 1)), n.side())+b.Height+3*theme.Space3)
}

// CreateRenderer is for Fyne.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer { return Draw(n) }

// Least implements Drawn.
func (n *Notice) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements Drawn.
func (n *Notice) Paint() {
	if p := n.h.Palette(); n.band {
		n.back.FillColor, n.edge.FillColor = p.Raised, p.Hairline
	}
}

// Place implements Drawn.
func (n *Notice) Place(size fyne.Size) {
	n.back.Resize(size)
	n.edge.Resize(fyne.NewSize(size.Width, 1))
	n.edge.Move(fyne.NewPos(0, size.Height))
	if n.band {
		n.placeBand(size)
	} else {
		n.placePane(size)
	}
}

func (n *Notice) placeBand(size fyne.Size) {
	b := n.group()
	width := size.Width - n.from() - theme.Space4
	if n.row {
		width -= b.Width + theme.Space4
	}
	if width < 1 {
		return
	}
	high := n.words.HeightFor(width)
	line := max(high, n.side()) // what the sign stands in the middle of
	words, at := fyne.NewPos(n.from(), theme.Space3+(line-high)/2), fyne.NewPos(n.from(), line+2*theme.Space3)
	sign := fyne.NewPos(theme.Space4, theme.Space3)
	if n.row {
		words.Y, at = (size.Height-high)/2, fyne.NewPos(size.Width-b.Width-theme.Space4, (size.Height-b.Height)/2)
		sign.Y = (size.Height - n.side()) / 2
	}
	n.put(words, fyne.NewSize(width, high), sign, at)
}

// placePane sets all in the middle, the sign above the words, if there is room
// for it.
func (n *Notice) placePane(size fyne.Size) {
	b, width := n.group(), min(Scaled(n.h, 420), size.Width-2*theme.Space4)
	if width < 1 {
		return
	}
	high := n.words.HeightFor(width)
	sign, all := n.side()+theme.Space3, high
	if len(n.buttons) > 0 {
		all += theme.Space3 + b.Height
	}
	roomy := all+sign+2*theme.Space2 <= size.Height
	SetShown(n.disk, roomy)
	if !roomy {
		sign = 0
	}
	top := max((size.Height-all-sign)/2, theme.Space2)
	words := fyne.NewPos((size.Width-width)/2, top+sign)
	n.put(words, fyne.NewSize(width, high), fyne.NewPos((size.Width-n.side())/2, top), fyne.NewPos((size.Width-b.Width)/2, words.Y+high+theme.Space3))
}

// put moves the pieces to their places; the buttons stand from at on.
func (n *Notice) put(words fyne.Position, size fyne.Size, sign, at fyne.Position) {
	n.words.Move(words)
	n.words.Resize(size)
	n.disk.Move(sign)
	n.disk.Resize(fyne.NewSquareSize(n.side()))
	for _, x := range n.buttons {
		m := x.MinSize()
		x.Resize(m)
		x.Move(at)
		at.X += m.Width + theme.Space2
	}
}

// Pieces implements Drawn.
func (n *Notice) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{n.back, n.edge, n.disk, n.words}
	for _, b := range n.buttons {
		out = append(out, b)
	}
	return out
}
