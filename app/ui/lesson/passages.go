package lesson

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// passages is the document pane of a lesson: the statements of the scene's view,
// each with where it stands. Those that have no room are counted.
type passages struct {
	widget.BaseWidget

	h    *host.Host
	back *canvas.Rectangle
	list []scene.Passage
	set  []*parts.Paragraph // a text and a reference in turn, or at last the count
}

func newPassages(scope *host.Scope) *passages {
	v := &passages{h: scope.Host, back: canvas.NewRectangle(color.Transparent)}
	v.ExtendBaseWidget(v)
	host.Watch(scope, func(s state.State) state.State { return s }, func(state.State) { v.follow() })
	return v
}

// follow takes the statements of the view.
func (v *passages) follow() {
	h := v.h
	v.list = scene.Passages(h.Room, h.Selection(), h.State(), h.Printer())
	v.build(v.Size())
	v.Refresh()
}

// build sets what has room.
func (v *passages) build(size fyne.Size) {
	v.set = nil
	if size.Height <= 0 {
		return
	}
	pal, body := v.h.Palette(), size.Height*bodyShare
	if least := v.h.State().TextSize * 12; body < float32(least) {
		body = float32(least)
	}
	pad := body
	w, left := size.Width-2*pad, size.Height-2*pad
	for i, x := range v.list {
		text, where := parts.NewParagraph(x.Text, body, false, pal.Ink), parts.NewParagraph(x.Reference, body*0.85, false, pal.InkMuted)
		need := text.HeightFor(w) + where.HeightFor(w) + pad
		if need > left && i > 0 {
			v.set = append(v.set, parts.NewParagraph(v.h.Printer().N("scene.morePassages", len(v.list)-i), body, false, pal.InkMuted))
			return
		}
		left -= need
		v.set = append(v.set, text, where)
	}
}

// Resize sets the words anew.
func (v *passages) Resize(size fyne.Size) {
	if size != v.Size() {
		v.BaseWidget.Resize(size)
		v.build(size)
		v.Refresh()
	}
}

// Least implements parts.Drawn.
func (v *passages) Least() fyne.Size { return fyne.NewSize(120, 90) }

// CreateRenderer is for Fyne.
func (v *passages) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return parts.Draw(v)
}

// Place implements parts.Drawn.
func (v *passages) Place(size fyne.Size) {
	v.back.Resize(size)
	pad := max(size.Height*bodyShare, float32(v.h.State().TextSize*12))
	y, w := pad, size.Width-2*pad
	for i, o := range v.set {
		h := o.HeightFor(w)
		o.Move(fyne.NewPos(pad, y))
		o.Resize(fyne.NewSize(w, h))
		if y += h; i%2 == 1 {
			y += pad
		}
	}
}

// Paint implements parts.Drawn.
func (v *passages) Paint() { v.back.FillColor = v.h.Palette().Panel }

// Pieces implements parts.Drawn.
func (v *passages) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.back}
	for _, o := range v.set {
		out = append(out, o)
	}
	return out
}
