package timeaxis

import (
	"math"
	"slices"

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

// Dragged implements fyne.Draggable: the window moves as a whole, if it is
// one.
func (v *View) Dragged(ev *fyne.DragEvent) {
	if v.host.Present {
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
		v.setWindow(state.SetTime{})
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

// Step selects the next meeting shown in order of time, or the one before.
func (v *View) Step(by int) {
	v.Stop()
	var in []int
	for i := range v.ticks {
		if v.ticks[i].In {
			in = append(in, i)
		}
	}
	if len(in) == 0 {
		return
	}
	now := v.selected()
	i, found := slices.BinarySearch(in, now)
	switch {
	case now < 0 && by < 0:
		i = len(in) - 1
	case now < 0:
		i = 0
	case found:
		i += by
	case by < 0:
		i--
	}
	if i >= 0 && i < len(in) {
		v.host.Dispatch(state.SelectMeeting(v.ticks[in[i]].ID))
	}
}
