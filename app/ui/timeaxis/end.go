package timeaxis

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/state"
)

// end is one end of the time window, to drag or to move with the keys.
type end struct {
	widget.BaseWidget

	v    *View
	late bool // the end, not the beginning
	tip  string

	mark             *canvas.Rectangle
	hovered, focused bool
	dragging         bool
	x                float64 // of the hand, while it drags
}

// endWidth and endHeight are what a hand can take hold of, in layout pixels.
const (
	endWidth  = 16
	endHeight = 24
)

var (
	_ fyne.Focusable     = (*end)(nil)
	_ fyne.Draggable     = (*end)(nil)
	_ desktop.Hoverable  = (*end)(nil)
	_ desktop.Cursorable = (*end)(nil)
)

func newEnd(v *View, late bool) *end {
	e := &end{v: v, late: late, mark: canvas.NewRectangle(nil)}
	e.mark.CornerRadius = 3
	e.ExtendBaseWidget(e)
	return e
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
	text, date := e.tip, w.From
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
	}
	e.x += float64(ev.Dragged.DX)
	e.v.setWindow(e.moved(e.v.axis.at(e.x)))
	e.tell()
}

// DragEnd implements fyne.Draggable.
func (e *end) DragEnd() {
	e.dragging = false
	e.v.host.Store.Break()
	if !e.hovered && !e.focused {
		e.v.tip.Hide()
	}
}

// MouseIn implements desktop.Hoverable.
func (e *end) MouseIn(*desktop.MouseEvent) { e.hovered = true; e.tell(); e.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (e *end) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *end) MouseOut() { e.hovered = false; e.v.tip.Hide(); e.Refresh() }

// Cursor implements desktop.Cursorable.
func (e *end) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// FocusGained implements fyne.Focusable.
func (e *end) FocusGained() { e.focused = true; e.tell(); e.Refresh() }

// FocusLost implements fyne.Focusable.
func (e *end) FocusLost() { e.focused = false; e.v.tip.Hide(); e.Refresh() }

// TypedRune implements fyne.Focusable.
func (e *end) TypedRune(r rune) { e.v.host.PassRune(r) }

// TypedKey implements fyne.Focusable: left and right move by a month, Home and
// End to the end of the axis.
func (e *end) TypedKey(ev *fyne.KeyEvent) {
	t := e.day()
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		t = month(t).AddDate(0, -1, 0)
	case fyne.KeyRight, fyne.KeyUp:
		t = month(t).AddDate(0, 1, 0)
	case fyne.KeyHome:
		t = e.v.axis.first
	case fyne.KeyEnd:
		t = e.v.axis.last
	default:
		e.v.host.PassKey(ev)
		return
	}
	e.v.Stop()
	e.v.setWindow(e.moved(t))
	e.tell()
}

// CreateRenderer implements fyne.Widget.
func (e *end) CreateRenderer() fyne.WidgetRenderer { return &endRenderer{e} }

type endRenderer struct{ e *end }

func (r *endRenderer) MinSize() fyne.Size { return fyne.NewSize(endWidth, endHeight) }
func (r *endRenderer) Destroy()           {}
func (r *endRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.e.mark}
}

func (r *endRenderer) Layout(s fyne.Size) {
	r.e.mark.Resize(fyne.NewSize(7, 15))
	r.e.mark.Move(fyne.NewPos((s.Width-7)/2, (s.Height-15)/2))
}

func (r *endRenderer) Refresh() {
	p := r.e.v.host.Palette()
	r.e.mark.FillColor, r.e.mark.StrokeColor, r.e.mark.StrokeWidth = p.Panel, p.Accent, 1.5
	if r.e.hovered || r.e.dragging {
		r.e.mark.FillColor = p.Accent
	}
	if r.e.focused {
		r.e.mark.FillColor, r.e.mark.StrokeColor, r.e.mark.StrokeWidth = p.Accent, p.Ink, 2
	}
	canvas.Refresh(r.e.mark)
}
