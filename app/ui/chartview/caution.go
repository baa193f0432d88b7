package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// caution is one small line at the foot of the pane; what of it has no room is said
// on hover.
type caution struct {
	parts.Hover

	h     *host.Host
	words [2]string // whole and in short
	line  *canvas.Text
}

func newCaution(h *host.Host) *caution {
	c := &caution{h: h, line: parts.Text("", parts.Scaled(h, theme.Small), false, h.Palette().InkMuted)}
	c.Init(c, h)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *caution) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *caution) Least() fyne.Size { return fyne.NewSize(1, c.line.MinSize().Height) }

// Place implements parts.Drawn.
func (c *caution) Place(size fyne.Size) {
	c.line.Text = c.words[0]
	if parts.Measure(c.words[0], c.line.TextSize, false).Width > size.Width {
		c.line.Text = parts.Shorten(c.words[1], c.line.TextSize, false, size.Width)
	}
	c.Tip = ""
	if c.line.Text != c.words[0] {
		c.Tip = c.words[0]
	}
	c.line.Resize(size)
}

// Paint implements parts.Drawn.
func (c *caution) Paint() {
	c.line.TextSize, c.line.Color = parts.Scaled(c.h, theme.Small), c.h.Palette().InkMuted
}

// Pieces implements parts.Drawn.
func (c *caution) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{c.line} }

// placeCaution says at the foot, left of the link, from how few passages the
// firmest statements come.
func (v *View) placeCaution() {
	v.caution.words = [2]string{}
	if v.pic != nil && v.raster.Visible() {
		v.caution.words = v.pic.caution
	}
	v.caution.Move(fyne.NewPos(theme.Space3, v.coding.Position().Y+1))
	v.caution.Resize(fyne.NewSize(max(v.coding.Position().X-theme.Space3-theme.Space2, 0), v.coding.Size().Height))
	v.caution.Refresh()
}
