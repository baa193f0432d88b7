package timeaxis

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// modeTips are the keys of what the modes of the time window are called.
var modeTips = map[state.TimeMode]string{
	state.UpTo: "panes.timeUpTo", state.Within: "panes.timeWithin", state.OneMeeting: "panes.timeMeeting",
}

func newModes(v *View) *parts.Choices {
	return parts.NewSigns(v.host, newSign, func(code string) { v.SetMode(state.TimeMode(code)) })
}

// showModes shows which mode is on.
func (v *View) showModes() {
	var items []scene.Option
	for _, m := range state.TimeModes() {
		items = append(items, scene.Option{Code: string(m), Tip: v.host.T(modeTips[m]), On: m == v.mode()})
	}
	v.modes.SetItems(items)
}

// sign is a mode drawn small: the axis, what the mode shows of it in bold, and
// the hands on it.
type sign struct {
	mode          state.TimeMode
	line, band    *canvas.Rectangle
	from, to, dot *canvas.Circle
}

func newSign(code string) parts.Sign {
	mode := state.TimeMode(code)
	c := &sign{
		mode: mode, line: canvas.NewRectangle(nil), band: canvas.NewRectangle(nil),
		from: canvas.NewCircle(nil), to: canvas.NewCircle(nil), dot: canvas.NewCircle(nil),
	}
	c.from.Hidden, c.to.Hidden, c.dot.Hidden = mode != state.Within, mode == state.OneMeeting, mode != state.OneMeeting
	c.band.Hidden = mode == state.OneMeeting
	return c
}

// Size implements parts.Sign.
func (c *sign) Size() fyne.Size { return fyne.NewSize(40, 22) }

// Place implements parts.Sign.
func (c *sign) Place(at fyne.Position, size fyne.Size) {
	round := func(c *canvas.Circle, x, y, d float32) {
		c.Resize(fyne.NewSquareSize(d))
		c.Move(fyne.NewPos(x-d/2, y-d/2))
	}
	x, w, y := at.X, size.Width, size.Height/2
	left, right := x+w*0.22, x+w*0.78
	from, to := left, x+w*0.6
	if c.mode == state.Within {
		from = x + w*0.38
		to = x + w*0.65
	}
	c.line.Resize(fyne.NewSize(right-left, 1))
	c.line.Move(fyne.NewPos(left, y))
	c.band.Resize(fyne.NewSize(to-from, 3))
	c.band.Move(fyne.NewPos(from, y-1))
	round(c.from, from, y+0.5, 7)
	round(c.to, to, y+0.5, 7)
	round(c.dot, x+w/2, y+0.5, 8)
}

// Paint implements parts.Sign.
func (c *sign) Paint(ink color.NRGBA) {
	c.line.FillColor, c.band.FillColor = theme.Fade(ink, 0x88), ink
	c.from.FillColor, c.to.FillColor, c.dot.FillColor = ink, ink, ink
}

// Pieces implements parts.Sign.
func (c *sign) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.line, c.band, c.from, c.to, c.dot}
}
