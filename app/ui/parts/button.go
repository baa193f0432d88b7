package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Button is a quiet button: an icon, words, or both, without a box until the
// pointer or the focus is on it.
type Button struct {
	widget.BaseWidget

	Text     string
	Icon     fyne.Resource
	Tip      string
	Chevron  bool // opens something below itself
	On       bool // what it stands for is chosen
	Primary  bool // the one that helps most
	OnTapped func()

	h                *host.Host
	disabled         bool
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
)

// NewButton returns a button; icon may be nil, text and tip may be empty.
func NewButton(h *host.Host, icon fyne.Resource, text, tip string, tapped func()) *Button {
	b := &Button{h: h, Icon: icon, Text: text, Tip: tip, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes words and tip.
func (b *Button) Set(text, tip string) {
	if b.Text != text || b.Tip != tip {
		b.Text, b.Tip = text, tip
		b.Refresh()
	}
}

// SetOn shows the button as chosen.
func (b *Button) SetOn(on bool) {
	if b.On != on {
		b.On = on
		b.Refresh()
	}
}

// SetEnabled enables or disables the button.
func (b *Button) SetEnabled(on bool) {
	if b.disabled == on {
		b.disabled = !on
		b.Refresh()
	}
}

// Enable lets the button be used.
func (b *Button) Enable() { b.SetEnabled(true) }

// Disable greys the button.
func (b *Button) Disable() { b.SetEnabled(false) }

// Disabled reports whether the button is greyed.
func (b *Button) Disabled() bool { return b.disabled }

// Tapped runs the button.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.disabled && b.OnTapped != nil {
		b.h.Hint("", b)
		b.OnTapped()
	}
}

// MouseIn shows the tip.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.h.Hint(b.Tip, b)
	b.Refresh()
}

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tip away.
func (b *Button) MouseOut() {
	b.hovered = false
	b.h.Hint("", b)
	b.Refresh()
}

// FocusGained shows the ring.
func (b *Button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost takes the ring away.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune hands characters to the window.
func (b *Button) TypedRune(r rune) {
	if r != ' ' {
		b.h.PassRune(r)
	}
}

// TypedKey runs the button on Space and Enter.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.h.PassKey(ev)
	}
}

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, back: Box(color.Transparent), label: canvas.NewText("", color.Black), icon: canvas.NewImageFromResource(nil), chevron: canvas.NewImageFromResource(nil)}
	r.icon.FillMode, r.chevron.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b             *Button
	back          *canvas.Rectangle
	label         *canvas.Text
	icon, chevron *canvas.Image
}

func (r *buttonRenderer) sizes() (text, icon, pad float32) {
	return Scaled(r.b.h, theme.Body), Scaled(r.b.h, 18), theme.Space2
}

// MinSize has room for the words in bold, so that being chosen moves nothing.
func (r *buttonRenderer) MinSize() fyne.Size {
	text, icon, pad := r.sizes()
	line := Measure("Mg", text, false).Height
	w := 2 * pad
	if r.b.Icon != nil {
		w += icon
	}
	if r.b.Text != "" {
		w += Measure(r.b.Text, text, r.b.Primary).Width
		if r.b.Icon != nil {
			w += theme.Space1
		}
	}
	if r.b.Chevron {
		w += icon
	}
	return fyne.NewSize(w, max(line, icon)+theme.Space3)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	text, icon, pad := r.sizes()
	r.back.Resize(size)
	x := max(pad, (size.Width-r.MinSize().Width)/2+pad)
	middle := func(h float32) float32 { return (size.Height - h) / 2 }
	if r.b.Icon != nil {
		r.icon.Resize(fyne.NewSquareSize(icon))
		r.icon.Move(fyne.NewPos(x, middle(icon)))
		x += icon + theme.Space1
	}
	m := Measure(r.b.Text, text, r.b.Primary)
	r.label.Resize(m)
	r.label.Move(fyne.NewPos(x, middle(m.Height)))
	if r.b.Chevron {
		r.chevron.Resize(fyne.NewSquareSize(icon))
		r.chevron.Move(fyne.NewPos(size.Width-icon-pad/2, middle(icon)))
	}
}

func (r *buttonRenderer) Refresh() {
	b, p := r.b, r.b.h.Palette()
	text, _, _ := r.sizes()
	ink, fill := p.Ink, color.NRGBA{}
	tone := ftheme.ColorNameForeground
	switch {
	case b.disabled:
		ink, tone = theme.Fade(p.InkMuted, 0x80), ftheme.ColorNameDisabled
	case b.Primary:
		ink, fill, tone = p.OnAccent, p.Accent, ftheme.ColorNameForegroundOnPrimary
	case b.On:
		ink, fill, tone = p.Accent, p.Selected, ftheme.ColorNamePrimary
	case b.hovered:
		fill = p.Hover
	}
	r.back.FillColor = fill
	r.back.StrokeColor, r.back.StrokeWidth = color.Transparent, 0
	if b.hovered && b.Primary && !b.disabled {
		r.back.StrokeColor, r.back.StrokeWidth = p.Ink, 1
	}
	if b.focused {
		r.back.StrokeColor, r.back.StrokeWidth = p.Accent, 2
		if b.Primary {
			r.back.StrokeColor = p.Ink
		}
	}
	r.label.Text, r.label.Color, r.label.TextSize = b.Text, ink, text
	r.label.TextStyle.Bold = b.Primary
	r.icon.Hidden, r.chevron.Hidden = b.Icon == nil, !b.Chevron
	if b.Icon != nil {
		r.icon.Resource = Tinted(b.Icon, tone)
	}
	if b.Chevron {
		r.chevron.Resource = Tinted(ftheme.MenuDropDownIcon(), tone)
	}
	r.Layout(b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.label, r.chevron}
}

func (r *buttonRenderer) Destroy() {}

// Tinted returns an icon of Fyne's in a colour of the theme.
func Tinted(icon fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	return ftheme.NewColoredResource(icon, name)
}
