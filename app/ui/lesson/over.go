package lesson

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// over is what lies over a window of a lesson for its teacher: the overview, the
// card of keys, and words for a moment. Where there are two windows it is over
// the presenter's.
type over struct {
	s    *Show
	grid *overview
	card *card
	hint *hint
	pens *penCase // nil where the window has the pen's buttons elsewhere
}

func newOver(scope *host.Scope, s *Show, aspect func() float32) *over {
	return &over{s: s, grid: newOverview(scope, s, aspect), card: newCard(s), hint: newHint(s)}
}

// follow takes over what is open, if this window shows it.
func (o *over) follow(here bool) {
	s := o.s
	o.grid.follow(here && s.grid)
	o.card.follow(here && s.card)
	o.hint.follow(here)
	if o.pens != nil {
		o.pens.follow(here)
	}
}

// place lays them over a window; the words stand above its foot.
func (o *over) place(size fyne.Size, foot float32) {
	o.grid.Resize(size)
	o.card.place(size)
	if o.pens != nil {
		foot = o.pens.place(size, foot)
	}
	o.hint.place(size, foot)
}

func (o *over) pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{o.grid, o.card, o.hint}
	if o.pens != nil {
		out = append(out, o.pens)
	}
	return out
}

// hint is words for a moment, at the foot of a window.
type hint struct {
	widget.BaseWidget
	s    *Show
	back *canvas.Rectangle
	text *parts.Paragraph
	said string
	made wording // what text is made of
}

// wording is words with their look and their room. A paragraph is made anew only when
// they change: Fyne paints without end where layout makes new objects.
type wording struct {
	words string
	size  float32
	bold  bool
	ink   color.NRGBA
	width float32
}

func newHint(s *Show) *hint {
	x := &hint{s: s, back: parts.Box(color.Transparent), text: parts.NewParagraph("", 12, false, color.Black)}
	x.ExtendBaseWidget(x)
	x.Hide()
	return x
}

func (x *hint) follow(here bool) {
	x.said = ""
	if here {
		x.said = x.s.said
		if x.s.typed != "" {
			x.said = x.s.h.T("present.typed", i18n.Args{"N": x.s.typed})
		}
	}
	parts.SetShown(x, x.said != "")
}

// place puts it above the foot of a window.
func (x *hint) place(size fyne.Size, foot float32) {
	if !x.Visible() || size.Height <= 0 {
		return
	}
	p := x.s.h.Palette()
	body := max(size.Height*floorShare, size.Height/36)
	if made := (wording{x.said, body, x.s.typed != "", p.Ink, size.Width}); made != x.made {
		x.made = made
		x.text = parts.NewParagraph(made.words, made.size, made.bold, made.ink).Centered()
	}
	w := size.Width * 0.8
	x.text.HeightFor(w)
	w = min(x.text.Widest()+2, w)
	h := x.text.HeightFor(w)
	x.Resize(fyne.NewSize(w+2*body, h+body))
	x.Move(fyne.NewPos((size.Width-w)/2-body, foot-h-3*body))
	x.Refresh()
}

// Least implements parts.Drawn.
func (x *hint) Least() fyne.Size { return fyne.NewSize(1, 1) }

// CreateRenderer is for Fyne.
func (x *hint) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *hint) Place(size fyne.Size) {
	x.back.Resize(size)
	h := x.text.HeightFor(size.Width)
	x.text.Move(fyne.NewPos(0, (size.Height-h)/2))
	x.text.Resize(fyne.NewSize(size.Width, h))
}

// Paint implements parts.Drawn.
func (x *hint) Paint() {
	p := x.s.h.Palette()
	x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = p.Panel, p.InkMuted, 1
}

// Pieces implements parts.Drawn.
func (x *hint) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{x.back, x.text} }
