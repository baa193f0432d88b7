package timeaxis

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/state"
)

// Tapped implements fyne.Tappable: a meeting is selected, or let go of if it
// was.
func (v *View) Tapped(ev *fyne.PointEvent) {
	if v.host.Present {
		return
	}
	v.choose(v.tickAt(ev.Position))
}

func (v *View) choose(i int) {
	if i < 0 || i >= len(v.ticks) {
		return
	}
	if v.ticks[i].Selected {
		v.host.Dispatch(state.ClearSelection{})
		return
	}
	v.host.Dispatch(state.SelectMeeting(v.ticks[i].ID))
}

// MouseDown implements desktop.Mouseable.
func (v *View) MouseDown(*desktop.MouseEvent) {
	v.Stop()
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.host.Present {
		v.byMouse = true
		c.Focus(v)
		v.byMouse = false
	}
}

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: the end of the window goes to the hand,
// the meeting nearest to it is shown, or the window moves as a whole, if it is
// one.
func (v *View) Dragged(ev *fyne.DragEvent) {
	if v.host.Present {
		return
	}
	if v.mode() != state.Within {
		if !v.dragging {
			v.dragging = true
			v.host.Store.Break()
		}
		v.scrub(float64(ev.Position.X))
		return
	}
	if !v.dragging {
		x := float64(ev.Position.X - ev.Dragged.DX)
		from, to := v.axis.span(v.window())
		at := v.axis.at(x)
		if at.Before(from) || !at.Before(to) || v.window() == (state.SetTime{}) {
			return
		}
		v.host.Store.Break()
		v.dragging, v.dragX, v.dragFrom, v.held = true, x, at, v.window()
	}
	v.dragX += float64(ev.Dragged.DX)
	months := v.axis.at(v.dragX).Sub(v.dragFrom).Hours() / 24 / 30.44
	v.setWindow(v.axis.shift(v.held, int(math.Round(months))))
}

// scrub goes to a point of the axis.
func (v *View) scrub(x float64) {
	if v.mode() == state.UpTo {
		v.setWindow(v.axis.moveTo(v.window(), v.axis.at(x)))
		return
	}
	var best moment
	near := math.Inf(1)
	for _, m := range v.moments() {
		from, to := v.axis.span(m.window)
		if d := math.Abs(v.axis.x(from) + v.axis.x(to) - 2*x); d < near {
			best, near = m, d
		}
	}
	if best.meeting != "" {
		v.host.Dispatch(goTo(best))
	}
}

// DragEnd implements fyne.Draggable.
func (v *View) DragEnd() {
	v.dragging = false
	v.host.Store.Break()
}

// MouseIn implements desktop.Hoverable.
func (v *View) MouseIn(ev *desktop.MouseEvent) { v.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (v *View) MouseMoved(ev *desktop.MouseEvent) {
	if i := v.tickAt(ev.Position); i != v.hovered {
		v.hovered = i
		v.tell(i)
		v.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() {
	if v.hovered >= 0 {
		v.hovered = -1
		v.tip.Hide()
		v.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor {
	if v.hovered >= 0 && !v.host.Present {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() {
	v.focused = true
	if !v.byMouse {
		v.frame.Show()
	}
	if v.walked < 0 {
		v.walked = v.selected()
	}
	v.Refresh()
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.focused = false
	v.frame.Hide()
	v.tip.Hide()
	v.Refresh()
}

// selected is the index of the selected meeting, -1 if there is none.
func (v *View) selected() int {
	for i := range v.ticks {
		if v.ticks[i].Selected {
			return i
		}
	}
	return -1
}

// TypedKey implements fyne.Focusable: left and right walk the meetings, Enter
// selects, Space plays, Escape opens the window again.
func (v *View) TypedKey(ev *fyne.KeyEvent) {
	if v.host.Present {
		v.host.PassKey(ev)
		return
	}
	n := len(v.ticks)
	switch ev.Name {
	case fyne.KeyLeft:
		v.walk(max(v.walked-1, 0))
	case fyne.KeyRight:
		v.walk(min(v.walked+1, n-1))
	case fyne.KeyHome:
		v.walk(min(0, n-1))
	case fyne.KeyEnd:
		v.walk(n - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		v.choose(v.walked)
	case fyne.KeySpace:
		v.Play()
	case fyne.KeyEscape:
		if v.playing == nil && v.window() == (state.SetTime{}) {
			v.host.PassKey(ev)
			return
		}
		v.Stop()
		v.host.Dispatch(state.Func(func(s state.State) state.State {
			if s.TimeMode == state.OneMeeting {
				s.TimeMode = state.UpTo
			}
			return state.SetTime{}.Apply(s)
		}))
	default:
		v.host.PassKey(ev)
	}
}

func (v *View) walk(to int) {
	v.walked = to
	v.tell(to)
	v.Refresh()
}

// TypedRune implements fyne.Focusable.
func (v *View) TypedRune(r rune) {
	if r != ' ' || v.host.Present {
		v.host.PassRune(r)
	}
}
