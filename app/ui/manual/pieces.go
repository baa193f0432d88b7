package manual

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// keycap lies over words of a text that name a key, as a box, or something of the
// window, as a wash.
type keycap struct {
	widget.BaseWidget
	h   *host.Host
	key bool
	box *canvas.Rectangle
}

var _ parts.Again = (*keycap)(nil)

func newCap(h *host.Host, key bool) *keycap {
	c := &keycap{h: h, key: key, box: parts.Box(color.Transparent)}
	c.box.CornerRadius = 3
	c.ExtendBaseWidget(c)
	return c
}

// Again implements parts.Again.
func (c *keycap) Again() fyne.CanvasObject { return newCap(c.h, c.key) }

// CreateRenderer is for Fyne.
func (c *keycap) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *keycap) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements parts.Drawn.
func (c *keycap) Paint() {
	wash := c.h.Palette().Accent
	if c.key {
		wash.A = 0xa0
		c.box.StrokeColor, c.box.StrokeWidth = wash, 1
		return
	}
	wash.A = 0x22
	c.box.FillColor = wash
}

// Place implements parts.Drawn.
func (c *keycap) Place(size fyne.Size) { c.box.Resize(size) }

// Pieces implements parts.Drawn.
func (c *keycap) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{c.box} }

// listed is a text of a list, with a dot or a number before it.
type listed struct {
	widget.BaseWidget
	h     *host.Host
	lead  *canvas.Text
	words *parts.Paragraph
}

func newListed(h *host.Host, lead string, words *parts.Paragraph) *listed {
	l := &listed{h: h, lead: parts.Text(lead, parts.Scaled(h, theme.Body), false, h.Palette().InkMuted), words: words}
	l.ExtendBaseWidget(l)
	return l
}

func (l *listed) indent() float32 { return parts.Scaled(l.h, theme.Space5) }

// HeightFor implements parts.Flowing.
func (l *listed) HeightFor(width float32) float32 { return l.words.HeightFor(width - l.indent()) }

// CreateRenderer is for Fyne.
func (l *listed) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(l) }

// Least implements parts.Drawn.
func (l *listed) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements parts.Drawn.
func (*listed) Paint() {}

// Place implements parts.Drawn.
func (l *listed) Place(size fyne.Size) {
	m := l.lead.MinSize()
	l.lead.Move(fyne.NewPos(l.indent()-m.Width-theme.Space2, 0))
	l.lead.Resize(m)
	l.words.Move(fyne.NewPos(l.indent(), 0))
	l.words.Resize(fyne.NewSize(size.Width-l.indent(), size.Height))
}

// Pieces implements parts.Drawn.
func (l *listed) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{l.lead, l.words} }
