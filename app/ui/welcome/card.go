package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// card is a picture with a title and a sentence; all of it is a button.
type card struct {
	parts.Surface

	v           *View
	n           int
	beside      bool // the picture stands at the left
	ground      *canvas.Rectangle
	picture     *canvas.Image
	title, text *parts.Paragraph
}

func newCard(v *View, n int, c Card) *card {
	p := v.h.Palette()
	x := &card{
		v: v, n: n, ground: parts.Box(p.Panel), picture: canvas.NewImageFromImage(nil),
		title: parts.NewParagraph(c.Title, parts.Scaled(v.h, theme.Lead), true, p.Ink), text: parts.NewParagraph(c.Text, parts.Scaled(v.h, theme.Body), false, p.Ink),
	}
	x.picture.FillMode = canvas.ImageFillStretch
	x.OnTap, x.OnKey, x.Pointer = c.Do, x.key, desktop.PointerCursor
	x.Marks = []fyne.CanvasObject{x.ground}
	x.Init(x, v.h)
	return x
}

// key leads from card to card.
func (x *card) key(ev *fyne.KeyEvent) bool {
	to := x.n
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		to--
	case fyne.KeyRight, fyne.KeyDown:
		to++
	default:
		return false
	}
	if to >= 0 && to < len(x.v.cards) {
		fyne.CurrentApp().Driver().CanvasForObject(x).Focus(x.v.cards[to])
	}
	return true
}

// inside is free around what a card has.
const inside = theme.Space3

// aspect is the height of a picture in parts of its width.
const aspect = 0.625

// column is the height of a card with its picture above.
func (x *card) column(width float32) float32 {
	in := width - 2*inside
	return in*aspect + x.title.HeightFor(in) + x.text.HeightFor(in) + theme.Space1 + theme.Space3 + 2*inside
}

// row is the height of a card with its picture at the left.
func (x *card) row(width float32) float32 {
	pic := width * picture
	in := width - pic - 3*inside
	return max(pic*aspect, x.title.HeightFor(in)+theme.Space1+x.text.HeightFor(in)) + 2*inside
}

// CreateRenderer is for Fyne.
func (x *card) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// Least implements parts.Drawn.
func (x *card) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements parts.Drawn.
func (x *card) Paint() {
	p := x.v.h.Palette()
	x.ground.FillColor, x.ground.StrokeColor, x.ground.StrokeWidth = p.Panel, p.Hairline, 1
	if x.Hovered() {
		x.ground.FillColor = p.Hover
	}
	if x.Focused() {
		x.ground.StrokeColor, x.ground.StrokeWidth = p.Accent, 2
	}
}

// Place implements parts.Drawn.
func (x *card) Place(size fyne.Size) {
	x.ground.Resize(size)
	x.picture.Move(fyne.NewPos(inside, inside))
	left, y, wide := float32(inside), float32(inside), size.Width-2*inside
	if x.beside {
		pic := size.Width * picture
		x.picture.Resize(fyne.NewSize(pic, pic*aspect))
		left, wide = left+pic+inside, wide-pic-inside
	} else {
		x.picture.Resize(fyne.NewSize(wide, wide*aspect))
		y += wide*aspect + theme.Space3
	}
	for _, p := range []*parts.Paragraph{x.title, x.text} {
		high := p.HeightFor(wide)
		p.Move(fyne.NewPos(left, y))
		p.Resize(fyne.NewSize(wide, high))
		y += high + theme.Space1
	}
}

// Pieces implements parts.Drawn.
func (x *card) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.ground, x.picture, x.title, x.text}
}
