package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Check is a row with a tick box, words, and a number at the right edge.
type Check struct {
	Surface

	Option scene.Option
	Number bool // show the count

	back         *canvas.Rectangle
	box          *canvas.Image
	label, count *canvas.Text
}

// NewCheck returns a row for the option.
func NewCheck(h *host.Host, o scene.Option, number bool, taken func()) *Check {
	c := &Check{
		Option: o, Number: number, back: Box(color.Transparent), box: canvas.NewImageFromResource(nil),
		label: canvas.NewText("", color.Black), count: canvas.NewText("", color.Black),
	}
	c.box.FillMode, c.OnTap = canvas.ImageFillContain, taken
	c.Init(c, h)
	return c
}

// Set shows another option.
func (c *Check) Set(o scene.Option) {
	if c.Option != o {
		c.Option = o
		c.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return Draw(c) }

// Least implements Drawn.
func (c *Check) Least() fyne.Size {
	icon, w := Scaled(c.h, 18), c.label.MinSize()
	width := theme.Space2*3 + icon + w.Width
	if c.Number {
		width += theme.Space5 + c.count.MinSize().Width
	}
	return fyne.NewSize(width, max(icon, w.Height)+theme.Space1*1.5)
}

// Place implements Drawn.
func (c *Check) Place(size fyne.Size) {
	icon := Scaled(c.h, 18)
	c.back.Resize(size)
	c.box.Resize(fyne.NewSquareSize(icon))
	c.box.Move(fyne.NewPos(theme.Space2, (size.Height-icon)/2))
	m := c.label.MinSize()
	c.label.Resize(m)
	c.label.Move(fyne.NewPos(theme.Space2*1.5+icon, (size.Height-m.Height)/2))
	m = c.count.MinSize()
	c.count.Resize(m)
	c.count.Move(fyne.NewPos(size.Width-m.Width-theme.Space2, (size.Height-m.Height)/2))
}

// Paint implements Drawn.
func (c *Check) Paint() {
	p := c.h.Palette()
	c.back.FillColor, c.back.StrokeColor, c.back.StrokeWidth = color.NRGBA{}, color.Transparent, 0
	if c.Hovered() {
		c.back.FillColor = p.Hover
	}
	if c.Focused() {
		c.back.StrokeColor, c.back.StrokeWidth = p.Accent, 2
	}
	c.box.Resource = Tinted(ftheme.CheckButtonIcon(), ftheme.ColorNamePlaceHolder)
	if c.Option.On {
		c.box.Resource = Tinted(ftheme.CheckButtonCheckedIcon(), ftheme.ColorNamePrimary)
	}
	size := Scaled(c.h, theme.Body)
	c.label.Text, c.label.Color, c.label.TextSize = c.Option.Label, p.Ink, size
	if c.Option.Second != "" {
		c.label.Text += " (" + c.Option.Second + ")"
	}
	c.count.Text, c.count.Color, c.count.TextSize = "", p.InkMuted, size
	if c.Number {
		c.count.Text = c.h.Printer().Int(c.Option.Count)
		if c.Option.Count == 0 {
			c.label.Color = p.InkMuted
		}
	}
}

// Pieces implements Drawn.
func (c *Check) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.back, c.box, c.label, c.count}
}
