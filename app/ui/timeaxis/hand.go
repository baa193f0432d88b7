package timeaxis

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// Tapped implements fyne.Tappable: a meeting is lit, or let go of if it alone
// was. Where the window shows one meeting, it goes there.
func (v *View) Tapped(ev *fyne.PointEvent) {
	i := v.tickAt(ev.Position)
	if !v.host.Clicked(ev.AbsolutePosition, i >= 0) {
		v.choose(i)
	}
}

func (v *View) choose(i int) {
	if i < 0 || i >= len(v.ticks) {
		return
	}
	v.host.Store.Break()
	if v.mode() == state.OneMeeting { // the window is that meeting's
		v.host.Dispatch(state.SelectMeeting(v.ticks[i].ID))
		return
	}
	v.host.Dispatch(scene.LightMeetings(v.host.ShiftHeld(), v.ticks[i].ID))
}

// TappedSecondary implements fyne.SecondaryTappable: it offers what can be done with
// a meeting.
func (v *View) TappedSecondary(ev *fyne.PointEvent) {
	if !v.host.Pressed(desktop.MouseButtonSecondary) {
		v.context(v.tickAt(ev.Position), ev.AbsolutePosition)
	}
}

func (v *View) context(i int, at fyne.Position) {
	h := v.host
	if i < 0 || i >= len(v.ticks) {
		return
	}
	if x, ok := scene.MeetingThing(h.Room, v.ticks[i].ID, h.Printer()); ok {
		v.tip.Hide()
		parts.PopUp(v, at, parts.ContextMenu(h, x))
	}
}

// contextKey does the same for the meeting that the keys are on.
func (v *View) contextKey() {
	if i := v.walked; i >= 0 && i < len(v.ticks) {
		v.context(i, fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(v.center(i)))
	}
}

// MouseDown implements desktop.Mouseable.
func (v *View) MouseDown(*desktop.MouseEvent) {
	v.Stop()
	if !v.host.Present {
		v.Grab()
	}
}

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonSecondary { // that is [View.TappedSecondary]'s
		v.host.Pressed(ev.Button)
	}
}

// Dragged implements fyne.Draggable: the end of the window goes to the hand,
// the meeting nearest to it is shown, or the window moves as a whole, if it is
// one.
func (v *View) Dragged(ev *fyne.DragEvent) {
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
		v.preview()
		v.Refresh()
	}
}

// preview shows in all panes what a click on the mark under the pointer would
// light.
func (v *View) preview() {
	var codes state.Focus
	if v.hovered >= 0 {
		codes = scene.MeetingFocus(v.ticks[v.hovered].ID)
	}
	v.host.SetPreview(codes)
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() {
	if v.hovered >= 0 {
		v.hovered = -1
		v.tip.Hide()
		v.preview()
		v.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor {
	if v.hovered >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (v *View) focus(in bool) {
	parts.SetShown(v.frame, in && !v.Grabbed())
	if in && v.walked < 0 {
		v.walked = v.selected()
	}
	if !in {
		v.tip.Hide()
	}
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

// Keys is all that the axis hears.
func (v *View) Keys() parts.Keys {
	return append(parts.MenuKeys(v.host, v.contextKey), parts.Keys{
		{Name: fyne.KeyLeft, Text: "shell.keyTicks", Do: func() { v.walk(max(v.walked-1, 0)) }},
		{Name: fyne.KeyRight, Text: "shell.keyTicks", Do: func() { v.walk(min(v.walked+1, len(v.ticks)-1)) }},
		{Name: fyne.KeyHome, Text: "shell.keyTicksEnds", Do: func() { v.walk(min(0, len(v.ticks)-1)) }},
		{Name: fyne.KeyEnd, Text: "shell.keyTicksEnds", Do: func() { v.walk(len(v.ticks) - 1) }},
		{Name: fyne.KeyReturn, Text: "shell.keyChoose", Do: func() { v.choose(v.walked) }},
		{Name: fyne.KeyEnter, Do: func() { v.choose(v.walked) }},
		{Name: fyne.KeySpace, Text: "shell.keyPlay", Do: v.Play},
		{Name: fyne.KeyUp, Text: "shell.keySpeed", Do: func() { v.SetSpeed(1, false) }},
		{Name: fyne.KeyDown, Text: "shell.keySpeed", Do: func() { v.SetSpeed(-1, false) }},
		{Name: fyne.KeyEscape, Text: "shell.keyAllTime", Take: v.escape},
	}...)
}

func (v *View) key(ev *fyne.KeyEvent) bool { return !v.host.Present && v.Keys().Key(ev) }

// escape lets go of what is lit, then opens the window again.
func (v *View) escape() bool {
	if v.host.LetGo() {
		return true
	}
	if v.playing == nil && v.window() == (state.SetTime{}) {
		return false
	}
	v.Stop()
	v.host.Dispatch(state.Func(func(s state.State) state.State {
		if s.TimeMode == state.OneMeeting {
			s.TimeMode = state.UpTo
		}
		return state.SetTime{}.Apply(s)
	}))
	return true
}

func (v *View) walk(to int) {
	v.walked = to
	v.tell(to)
	v.Refresh()
}
