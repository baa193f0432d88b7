package lesson

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// card is the keys of a lesson, in type as large as the window lets them have.
type card struct {
	widget.BaseWidget
	s          *Show
	back       *canvas.Rectangle
	head       *parts.Paragraph
	keys, text []*parts.Paragraph
	size       float32 // of type
	tall       []float32
	columns    int
}

func newCard(s *Show) *card {
	x := &card{s: s, back: parts.Box(color.Transparent)}
	x.ExtendBaseWidget(x)
	x.Hide()
	return x
}

func (x *card) follow(shown bool) { parts.SetShown(x, shown) }

// Tapped implements fyne.Tappable: it closes the card.
func (x *card) Tapped(*fyne.PointEvent) { x.s.showKeys() }

// widths of a column: its keys and their words.
func (x *card) widths(w float32) (keys, text float32) {
	w = w/float32(x.columns) - x.size*1.5
	return w * 0.4, w*0.6 - x.size*0.5
}

// cardShares are what of the window's height its type may be, the largest first. Only a
// high and narrow window, which is a presenter's, takes those under a fiftieth.
var cardShares = [...]float32{36, 40, 45, 50, 56, 62, 68, 74, 80}

// place sets the card in the middle of a window.
func (x *card) place(size fyne.Size) {
	if !x.Visible() || size.Height <= 0 {
		return
	}
	p := x.s.h.Palette()
	w := min(size.Width*0.92, size.Height*1.7)
	x.columns = 1
	if w > size.Height {
		x.columns = 2
	}
	lines := Lines(x.s.h)
	for _, share := range cardShares {
		x.size = size.Height / share
		x.head = parts.NewParagraph(x.s.h.T("shell.keysLesson"), x.size*1.2, true, p.Ink)
		x.keys, x.text, x.tall = nil, nil, nil
		kw, tw := x.widths(w)
		for _, l := range lines {
			k, t := parts.NewParagraph(l.Keys, x.size, true, p.Ink), parts.NewParagraph(l.Text, x.size, false, p.Ink)
			x.keys, x.text = append(x.keys, k), append(x.text, t)
			x.tall = append(x.tall, max(k.HeightFor(kw), t.HeightFor(tw))+x.size*0.3)
		}
		if h := x.height(w); h <= size.Height*0.96 || share == cardShares[len(cardShares)-1] {
			x.Resize(fyne.NewSize(w, min(h, size.Height)))
			break
		}
	}
	x.Move(fyne.NewPos((size.Width-x.Size().Width)/2, (size.Height-x.Size().Height)/2))
	x.Refresh()
}

// rows is how many lines the first column has.
func (x *card) rows() int { return (len(x.tall) + x.columns - 1) / x.columns }

func (x *card) height(w float32) float32 {
	var h, most float32
	for i, t := range x.tall {
		if i%x.rows() == 0 {
			h = 0
		}
		h += t
		most = max(most, h)
	}
	return most + x.head.HeightFor(w) + x.size*2.5
}

// Least implements parts.Drawn.
func (x *card) Least() fyne.Size { return fyne.NewSize(120, 90) }

// CreateRenderer is for Fyne.
func (x *card) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *card) Place(size fyne.Size) {
	x.back.Resize(size)
	if x.head == nil {
		return
	}
	kw, tw := x.widths(size.Width)
	top := x.size
	x.head.Move(fyne.NewPos(x.size, top))
	x.head.Resize(fyne.NewSize(size.Width-2*x.size, x.head.HeightFor(size.Width-2*x.size)))
	top += x.head.Size().Height + x.size*0.5
	y := top
	for i := range x.tall {
		if i%x.rows() == 0 {
			y = top
		}
		left := x.size + float32(i/x.rows())*(size.Width-x.size)/float32(x.columns)
		x.keys[i].Move(fyne.NewPos(left, y))
		x.keys[i].Resize(fyne.NewSize(kw, x.keys[i].HeightFor(kw)))
		x.text[i].Move(fyne.NewPos(left+kw+x.size*0.5, y))
		x.text[i].Resize(fyne.NewSize(tw, x.text[i].HeightFor(tw)))
		y += x.tall[i]
	}
}

// Paint implements parts.Drawn.
func (x *card) Paint() {
	p := x.s.h.Palette()
	x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = p.Panel, p.InkMuted, 1
}

// Pieces implements parts.Drawn.
func (x *card) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.back}
	if x.head == nil {
		return out
	}
	out = append(out, x.head)
	for i := range x.keys {
		out = append(out, x.keys[i], x.text[i])
	}
	return out
}
