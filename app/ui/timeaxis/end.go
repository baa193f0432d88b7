package timeaxis

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// end is one end of the time window, to drag or to move with the keys.
type end struct {
	parts.Surface

	v    *View
	late bool   // the end, not the beginning
	name string // what it is called where it has no date

	mark     *canvas.Rectangle
	dragging bool
	x        float64 // of the hand, while it drags
}

// endWidth and endHeight are what a hand can take hold of, in layout pixels.
const (
	endWidth  = 16
	endHeight = 24
)

var _ fyne.Draggable = (*end)(nil)

func newEnd(v *View, late bool) *end {
	e := &end{v: v, late: late, mark: canvas.NewRectangle(nil)}
	e.mark.CornerRadius = 3
	e.Pointer, e.OnHover, e.OnFocus, e.OnKey = desktop.HResizeCursor, e.feel, e.feel, func(ev *fyne.KeyEvent) bool { return e.keys().Key(ev) }
	e.Init(e, v.host)
	return e
}

// feel says where the end is while the pointer or the focus is on it.
func (e *end) feel(in bool) {
	if in {
		e.tell()
	} else {
		e.v.tip.Hide()
	}
}

// put moves the end to a point of the axis.
func (e *end) put(x, y float32) {
	e.Resize(fyne.NewSize(endWidth, endHeight))
	e.Move(fyne.NewPos(x-endWidth/2, y+1-endHeight/2))
}

func (e *end) day() time.Time {
	from, to := e.v.axis.span(e.v.window())
	if e.late {
		return to
	}
	return from
}

func (e *end) moved(t time.Time) state.SetTime {
	if e.late {
		return e.v.axis.moveTo(e.v.window(), t)
	}
	return e.v.axis.moveFrom(e.v.window(), t)
}

// tell says where the window begins or ends.
func (e *end) tell() {
	p, w := e.v.host.Printer(), e.v.window()
	text, date := e.name, w.From
	if e.late {
		date = w.To
	}
	if date != "" {
		text = p.Date(date)
	}
	e.v.tip.ShowAbove(text, fyne.NewPos(e.Position().X+endWidth/2, 0), e.v.Size())
}

// Dragged implements fyne.Draggable.
func (e *end) Dragged(ev *fyne.DragEvent) {
	if !e.dragging {
		e.v.Stop()
		e.v.host.Store.Break()
		e.dragging, e.x = true, e.v.axis.x(e.day())
		e.Repaint()
	}
	e.x += float64(ev.Dragged.DX)
	e.v.setWindow(e.moved(e.v.axis.at(e.x)))
	e.tell()
}

// DragEnd implements fyne.Draggable.
func (e *end) DragEnd() {
	e.dragging = false
	e.Repaint()
	e.v.host.Store.Break()
	if !e.Hovered() && !e.Focused() {
		e.v.tip.Hide()
	}
}

// EndKeys is what an end of the window hears.
func (v *View) EndKeys() parts.Keys { return v.to.keys() }

// keys move the end: left and right by a month, Home and End to the end of the axis.
func (e *end) keys() parts.Keys {
	to := func(day func() time.Time) func() {
		return func() {
			t := day()
			e.v.Stop()
			e.v.setWindow(e.moved(t))
			e.tell()
		}
	}
	months := func(n int) func() { return to(func() time.Time { return month(e.day()).AddDate(0, n, 0) }) }
	first, last := to(func() time.Time { return e.v.axis.first }), to(func() time.Time { return e.v.axis.last })
	return parts.Keys{
		{Name: fyne.KeyLeft, Text: "shell.keyWindow", Do: months(-1)},
		{Name: fyne.KeyRight, Text: "shell.keyWindow", Do: months(1)},
		{Name: fyne.KeyDown, Text: "shell.keyWindow", Do: months(-1)},
		{Name: fyne.KeyUp, Text: "shell.keyWindow", Do: months(1)},
		{Name: fyne.KeyHome, Text: "shell.keyWindow", Do: first},
		{Name: fyne.KeyEnd, Text: "shell.keyWindow", Do: last},
	}
}

// CreateRenderer implements fyne.Widget.
func (e *end) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(e) }

// Least implements parts.Drawn.
func (e *end) Least() fyne.Size { return fyne.NewSize(endWidth, endHeight) }

// Place implements parts.Drawn.
func (e *end) Place(s fyne.Size) {
	e.mark.Resize(fyne.NewSize(7, 15))
	e.mark.Move(fyne.NewPos((s.Width-7)/2, (s.Height-15)/2))
}

// Paint implements parts.Drawn.
func (e *end) Paint() {
	p := e.v.host.Palette()
	e.mark.FillColor, e.mark.StrokeColor, e.mark.StrokeWidth = p.Panel, p.Accent, 1.5
	if e.Hovered() || e.dragging {
		e.mark.FillColor = p.Accent
	}
	if e.Focused() {
		e.mark.FillColor, e.mark.StrokeColor, e.mark.StrokeWidth = p.Accent, p.Ink, 2
	}
}

// Pieces implements parts.Drawn.
func (e *end) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{e.mark} }
