package lesson

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// nibs are the buttons of the pen, for a hand that has no key at hand: its colour, the
// last stroke back, all of them, and to keep them.
type nibs struct {
	h       *host.Host
	s       *Show
	buttons []*parts.Button
}

func newNibs(h *host.Host, s *Show) *nibs {
	x := &nibs{h: h, s: s}
	for _, b := range []struct {
		icon fyne.Resource
		do   func()
	}{{ftheme.ColorPaletteIcon(), s.dip}, {ftheme.ContentUndoIcon(), s.unwrite}, {ftheme.DeleteIcon(), s.wipe}, {ftheme.DocumentSaveIcon(), s.keep}} {
		x.buttons = append(x.buttons, parts.NewButton(h, b.icon, "", "", b.do))
	}
	return x
}

// shown are the buttons while the pen is in the hand.
func (x *nibs) shown() []parts.Drawn {
	var out []parts.Drawn
	for _, b := range x.buttons {
		if parts.SetShown(b, x.s.tool == pen); b.Visible() {
			out = append(out, b)
		}
	}
	return out
}

// say sets the words.
func (x *nibs) say() {
	for i, text := range [...][3]string{
		{"present.colour", "present.keyColour", "C"},
		{"present.unwrite", "present.keyUnwrite", "U"},
		{"present.wipe", "present.keyWipe", "E"},
		{"present.keepDrawn", "present.keyKeep", "K"},
	} {
		x.buttons[i].Set(x.h.T(text[0]), x.h.T(text[1])+" ("+text[2]+")")
	}
}

// penCase has them at the foot of a room's window that has no presenter's beside it.
type penCase struct {
	widget.BaseWidget
	*nibs
	back *canvas.Rectangle
}

func newPenCase(h *host.Host, s *Show) *penCase {
	x := &penCase{nibs: newNibs(h, s), back: parts.Box(color.Transparent)}
	x.ExtendBaseWidget(x)
	x.Hide()
	return x
}

func (x *penCase) follow(here bool) {
	if parts.SetShown(x, here && x.s.tool == pen && !x.s.grid && !x.s.card); x.Visible() {
		x.say()
		x.Refresh()
	}
}

// place puts it above the foot of a window and returns where it begins.
func (x *penCase) place(size fyne.Size, foot float32) float32 {
	if !x.Visible() {
		return foot
	}
	least := x.Least()
	x.Resize(least)
	top := foot - least.Height - theme.Space2
	x.Move(fyne.NewPos(whole((size.Width-least.Width)/2), whole(top)))
	return top
}

// Least implements parts.Drawn.
func (x *penCase) Least() fyne.Size {
	size := fyne.NewSize(theme.Space2, 0)
	for _, b := range x.buttons {
		least := b.Least()
		size = fyne.NewSize(size.Width+least.Width+theme.Space2, max(size.Height, least.Height+2*theme.Space2))
	}
	return size
}

// CreateRenderer is for Fyne.
func (x *penCase) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *penCase) Place(size fyne.Size) {
	x.back.Resize(size)
	at := fyne.NewPos(theme.Space2, theme.Space2)
	for _, b := range x.buttons {
		b.Move(at)
		b.Resize(b.Least())
		at.X += b.Least().Width + theme.Space2
	}
}

// Paint implements parts.Drawn.
func (x *penCase) Paint() {
	p := x.h.Palette()
	x.back.FillColor, x.back.StrokeColor, x.back.StrokeWidth = p.Panel, p.InkMuted, 1
}

// Pieces implements parts.Drawn.
func (x *penCase) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.back}
	for _, b := range x.buttons {
		out = append(out, b)
	}
	return out
}

// Tapped keeps what lies below from hearing a click beside the buttons.
func (*penCase) Tapped(*fyne.PointEvent) {}
