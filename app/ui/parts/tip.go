package parts

import (
	"image/color"
	"math"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Tip is a few words beside a mark: at once, without taking the pointer, and
// never over the mark itself. It belongs last among the objects of a pane, so
// that it lies above them.
type Tip struct {
	widget.BaseWidget

	h     *host.Host
	under fyne.CanvasObject // something that is always on the screen
	text  string
	room  fyne.Size // what the lines were wrapped and cut for
	scale float64
	lines []*canvas.Text
	back  *canvas.Rectangle
}

// widest is the width of a tip's text at size 1, in layout pixels.
const widest = 300

// NewTip returns a hidden tip. under is an object of the same pane that is always
// on the screen: Fyne does not know the canvas of what was never shown, so that
// showing the tip alone would paint nothing.
func NewTip(h *host.Host, under fyne.CanvasObject) *Tip {
	t := &Tip{h: h, under: under, back: Box(nil)}
	t.back.StrokeWidth = 1
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Text returns what the tip says, "" if it is hidden.
func (t *Tip) Text() string {
	if !t.Visible() {
		return ""
	}
	return t.text
}

// ShowAt shows the text beside the rectangle from min to max of the pane, which
// is what the text is about: below and right of it, or where the pane has room.
// The first of several lines is the heading.
func (t *Tip) ShowAt(text string, minimum, maximum fyne.Position, pane fyne.Size) {
	if text == "" || t.h.State().Hidden.Panes() { // which it could tell
		t.Hide()
		return
	}
	t.set(text, pane.SubtractWidthHeight(6*theme.Space2, 2*theme.Space1))
	s := t.MinSize()
	x, y := maximum.X, maximum.Y
	if x+s.Width > pane.Width-theme.Space1 {
		x = minimum.X - s.Width
	}
	if y+s.Height > pane.Height-theme.Space1 {
		y = minimum.Y - s.Height
	}
	x = max(min(x, pane.Width-s.Width-theme.Space1), theme.Space1)
	y = max(min(y, pane.Height-s.Height-theme.Space1), theme.Space1)
	t.Resize(s)
	t.Move(fyne.NewPos(x, y))
	t.Show()
	canvas.Refresh(t.under)
}

// set takes over the words and the look. Lines that have no room are left out.
func (t *Tip) set(text string, room fyne.Size) {
	p, scale := t.h.Palette(), t.h.State().TextSize
	t.back.FillColor, t.back.StrokeColor = p.Raised, p.Hairline
	size := Scaled(t.h, theme.Small)
	width := min(widest*float32(scale), room.Width)
	if text == t.text && room == t.room && scale == t.scale && len(t.lines) > 0 && t.lines[0].Color == p.Ink {
		return
	}
	t.text, t.room, t.scale = text, room, scale
	t.lines = t.lines[:0]
	paragraphs := strings.Split(text, "\n")
	for i, par := range paragraphs {
		bold := i == 0 && len(paragraphs) > 1
		ink := p.Ink
		if i > 0 {
			ink = p.InkMuted
		}
		measure := func(s string) float32 { return Measure(s, size, bold).Width }
		for _, line := range Wrap(par, width, measure) {
			t.lines = append(t.lines, Text(line, size, bold, ink))
		}
	}
	for n := len(t.lines) - 1; n > 0 && t.MinSize().Height > room.Height; n-- {
		last := t.lines[n-1]
		last.Text = Shorten(last.Text+" …", size, last.TextStyle.Bold, width)
		t.lines = t.lines[:n]
	}
	t.Refresh()
}

// CreateRenderer is for Fyne.
func (t *Tip) CreateRenderer() fyne.WidgetRenderer { return Draw(t) }

// Place implements Drawn.
func (t *Tip) Place(s fyne.Size) {
	t.back.Resize(s)
	y := theme.Space2 - 2
	for _, l := range t.lines {
		m := l.MinSize()
		l.Resize(m)
		l.Move(fyne.NewPos(theme.Space2+1, y))
		y += m.Height
	}
}

// Least implements Drawn.
func (t *Tip) Least() fyne.Size {
	var s fyne.Size
	for _, l := range t.lines {
		m := l.MinSize()
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height
	}
	return s.AddWidthHeight(2*theme.Space2+2, 2*theme.Space2-4)
}

// Paint implements Drawn: set has done it.
func (t *Tip) Paint() {}

// Pieces implements Drawn.
func (t *Tip) Pieces() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(t.lines)+1)
	out = append(out, t.back)
	for _, l := range t.lines {
		out = append(out, l)
	}
	return out
}

// ShowAbove shows the text centred above a point of a pane, also outside of
// it, where a strip has no room of its own.
func (t *Tip) ShowAbove(text string, at fyne.Position, pane fyne.Size) {
	if text == "" || t.h.State().Hidden.Panes() {
		t.Hide()
		return
	}
	t.set(text, fyne.NewSize(pane.Width-6*theme.Space2, math.MaxFloat32))
	s := t.MinSize()
	t.Resize(s)
	t.Move(fyne.NewPos(max(min(at.X-s.Width/2, pane.Width-s.Width-theme.Space1), theme.Space1), at.Y-s.Height-theme.Space1))
	t.Show()
	canvas.Refresh(t.under)
}

// tipDelay is how long the pointer rests before the tip of a button shows.
const tipDelay = 400 * time.Millisecond

// Tips is the layer above a window's content on which the tips of its buttons
// show. It takes no event from what is below.
type Tips struct {
	Layer *fyne.Container

	scope *host.Scope
	tip   *Tip
	over  fyne.CanvasObject
	stop  func() // ends the wait for a tip
}

// NewTips returns an empty layer.
func NewTips(scope *host.Scope) *Tips {
	t := &Tips{scope: scope, Layer: container.NewWithoutLayout(), stop: func() {}}
	t.tip = NewTip(scope.Host, t.Layer)
	t.tip.back.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x38}, BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
	t.Layer.Add(t.tip)
	return t
}

// Show puts words below the object after a short rest, or takes them away if
// they are "": its own, or any if it is nil. Words of another object give way to it.
func (t *Tips) Show(text string, over fyne.CanvasObject) {
	if text == "" && over != nil && over != t.over {
		return
	}
	t.stop()
	t.tip.Hide()
	t.over = over
	if text == "" {
		t.over = nil
		return
	}
	t.stop = t.scope.After(tipDelay, func() {
		driver, pane := fyne.CurrentApp().Driver(), t.Layer.Size()
		at := driver.AbsolutePositionForObject(over).Subtract(driver.AbsolutePositionForObject(t.Layer))
		t.tip.ShowAt(text, fyne.NewPos(pane.Width, at.Y-theme.Space1), at.AddXY(0, over.Size().Height+theme.Space1), pane)
	})
}
