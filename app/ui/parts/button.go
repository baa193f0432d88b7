package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Button is a quiet button: an icon, words, or both, without a box until the
// pointer or the focus is on it.
type Button struct {
	Surface

	Text     string
	Icon     fyne.Resource
	Chevron  bool // opens something below itself
	On       bool // what it stands for is chosen
	Primary  bool // the one that helps most
	Foot     bool // small words in the colour of links, at the foot of something
	OnTapped func()

	disabled      bool
	back          *canvas.Rectangle
	label         *canvas.Text
	icon, chevron *canvas.Image
	painted       face // what it looks like now
}

// face is what the looks of a button come from.
type face struct {
	text                                                   string
	icon                                                   fyne.Resource
	chevron, on, primary, foot, disabled, hovered, focused bool
	theme                                                  state.Theme
	size                                                   float32
}

var _ fyne.Disableable = (*Button)(nil)

// NewButton returns a button; icon may be nil, text and tip may be empty.
func NewButton(h *host.Host, icon fyne.Resource, text, tip string, tapped func()) *Button {
	b := &Button{
		Icon: icon, Text: text, OnTapped: tapped, back: Box(color.Transparent), label: canvas.NewText("", color.Black),
		icon: canvas.NewImageFromResource(nil), chevron: canvas.NewImageFromResource(nil),
	}
	b.icon.FillMode, b.chevron.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	b.Tip, b.OnTap = tip, b.tap
	b.Init(b, h)
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

func (b *Button) face() face {
	text, _ := b.sizes()
	return face{
		text: b.Text, icon: b.Icon, chevron: b.Chevron, on: b.On, primary: b.Primary, foot: b.Foot,
		disabled: b.disabled, hovered: b.Hovered(), focused: b.Focused(), theme: b.h.Palette().Theme, size: text,
	}
}

// Refresh takes over what has changed. Nothing is done where nothing has: Fyne reads an
// icon anew whenever it is refreshed.
func (b *Button) Refresh() {
	if b.painted != b.face() {
		b.Surface.Refresh()
	}
}

func (b *Button) tap() {
	if !b.disabled && b.OnTapped != nil {
		b.h.Hint("", b)
		b.OnTapped()
	}
}

// CreateRenderer is for Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return Draw(b) }

func (b *Button) sizes() (text, icon float32) {
	if b.Foot {
		return Scaled(b.h, theme.Small), 0
	}
	return Scaled(b.h, theme.Body), Scaled(b.h, 18)
}

// Least implements Drawn. It has room for the words in bold, so that being chosen moves nothing.
func (b *Button) Least() fyne.Size {
	text, icon := b.sizes()
	line := Measure("Mg", text, false).Height
	w := 2 * theme.Space2
	if b.Icon != nil {
		w += icon
	}
	if b.Text != "" {
		w += Measure(b.Text, text, b.Primary).Width
		if b.Icon != nil {
			w += theme.Space1
		}
	}
	if b.Chevron {
		w += icon
	}
	high := max(line, icon) + theme.Space3
	if b.Foot {
		high = line + 2
	}
	return fyne.NewSize(w, high)
}

// Place implements Drawn. A button that was not on the screen has not heard of a
// new size of type.
func (b *Button) Place(size fyne.Size) {
	text, icon := b.sizes()
	b.label.TextSize = text
	b.back.Resize(size)
	x := max(theme.Space2, (size.Width-b.Least().Width)/2+theme.Space2)
	middle := func(h float32) float32 { return (size.Height - h) / 2 }
	if b.Icon != nil {
		b.icon.Resize(fyne.NewSquareSize(icon))
		b.icon.Move(fyne.NewPos(x, middle(icon)))
		x += icon + theme.Space1
	}
	m := Measure(b.Text, text, b.Primary)
	b.label.Resize(m)
	b.label.Move(fyne.NewPos(x, middle(m.Height)))
	if b.Chevron {
		b.chevron.Resize(fyne.NewSquareSize(icon))
		b.chevron.Move(fyne.NewPos(size.Width-icon-theme.Space2/2, middle(icon)))
	}
}

// Paint implements Drawn.
func (b *Button) Paint() {
	b.painted = b.face()
	p := b.h.Palette()
	text, _ := b.sizes()
	ink, fill := p.Ink, color.NRGBA{}
	tone := ftheme.ColorNameForeground
	switch {
	case b.disabled:
		ink, tone = theme.Fade(p.InkMuted, 0x80), ftheme.ColorNameDisabled
	case b.Primary:
		ink, fill, tone = p.OnAccent, p.Accent, ftheme.ColorNameForegroundOnPrimary
	case b.On:
		ink, fill, tone = p.Accent, p.Selected, ftheme.ColorNamePrimary
	case b.Hovered():
		fill = p.Hover
	}
	if b.Foot {
		ink = p.Accent
	}
	b.back.FillColor = fill
	b.back.StrokeColor, b.back.StrokeWidth = color.Transparent, 0
	if b.Hovered() && b.Primary && !b.disabled {
		b.back.StrokeColor, b.back.StrokeWidth = p.Ink, 1
	}
	if b.Focused() {
		b.back.StrokeColor, b.back.StrokeWidth = p.Accent, 2
		if b.Primary {
			b.back.StrokeColor = p.Ink
		}
	}
	b.label.Text, b.label.Color, b.label.TextSize = b.Text, ink, text
	b.label.TextStyle.Bold = b.Primary
	b.icon.Hidden, b.chevron.Hidden = b.Icon == nil, !b.Chevron
	if b.Icon != nil {
		b.icon.Resource = Tinted(b.Icon, tone)
	}
	if b.Chevron {
		b.chevron.Resource = Tinted(ftheme.MenuDropDownIcon(), tone)
	}
}

// Pieces implements Drawn.
func (b *Button) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.back, b.icon, b.label, b.chevron}
}

// Tinted returns an icon of Fyne's in a colour of the theme.
func Tinted(icon fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	return ftheme.NewColoredResource(icon, name)
}
