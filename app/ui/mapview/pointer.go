package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps/geo"
)

// pointer is what the hand does.
type pointer struct {
	at      fyne.Position // last seen over the pane
	inside  bool
	quiet   bool // it has chosen what it is on: no tip until it moves
	down    bool // a drag goes on
	boxing  bool // it draws a box
	from    fyne.Position
	dx, dy  float64      // of the drag so far
	grabbed geo.Viewport // what was shown when it began
	flick   flick
	began   time.Time
	moved   time.Time // when it last moved
	frames  [2][3]int // frames, pictures and bridges counted when it began and last moved

	tapped    time.Time // last tap, to tell a double one
	tappedAt  fyne.Position
	clear     func() // stops what a tap beside the markers has begun
	stopHover func() // stops the tip that waits for the pointer to rest
}

const (
	doubleTime  = 300 * time.Millisecond
	doubleReach = 8.0
	notch       = 25.0 // what one step of a wheel scrolls
	perNotch    = 1.25 // how much larger it makes the map
	smallestBox = 8.0  // a box with smaller sides is a slip of the hand
)

// MouseDown implements desktop.Mouseable: the map stops under the hand.
func (v *View) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	v.catch()
	v.marks.byKey = false
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.host.Present && c.Focused() != fyne.Focusable(v) {
		v.marks.byMouse = true // a click needs no frame round the pane
		c.Focus(v)
		v.marks.byMouse = false
	}
	v.pointer.boxing = ev.Modifier&fyne.KeyModifierShift != 0
	v.pointer.from = ev.Position
}

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonSecondary { // that is [View.TappedSecondary]'s
		v.host.Pressed(ev.Button)
	}
	if !v.pointer.down {
		v.pointer.boxing = false
	}
}

// Dragged implements fyne.Draggable.
func (v *View) Dragged(ev *fyne.DragEvent) {
	p := &v.pointer
	if !v.ready() {
		return
	}
	if !p.down {
		v.catch()
		v.host.Store.Break()
		p.down, p.dx, p.dy, p.grabbed = true, 0, 0, v.shown
		v.unhover()
		p.flick.reset()
		p.began, p.frames[0] = v.clock.now(), v.count
		v.closePopup()
	}
	dx, dy := float64(ev.Dragged.DX), float64(ev.Dragged.DY)
	p.dx, p.dy = p.dx+dx, p.dy+dy
	p.moved, p.frames[1] = v.clock.now(), v.count
	if p.boxing {
		v.drawBox()
		return
	}
	p.flick.add(v.clock.now(), dx, dy)
	// From where the drag began, not from the event before: no error adds up.
	v.look(v.limits.clamp(p.grabbed.Pan(p.dx, p.dy)), 0)
}

// DragEnd implements fyne.Draggable: the map runs on for a moment.
func (v *View) DragEnd() {
	p := &v.pointer
	if !p.down {
		return
	}
	p.down = false
	if p.boxing {
		v.endBox()
		return
	}
	v.report()
	vx, vy := p.flick.speed(v.clock.now())
	if (vx != 0 || vy != 0) && !v.host.State().ReduceMotion {
		v.look(v.limits.clamp(v.target.Pan(run(vx, vy))), glideTime)
	}
	v.host.Store.Break()
}

// report says in the log how smooth a drag of more than a second was, up to its
// last move.
func (v *View) report() {
	p := &v.pointer
	s := p.moved.Sub(p.began).Seconds()
	if s < 1 {
		return
	}
	per := func(i int) float64 { return math.Round(float64(p.frames[1][i]-p.frames[0][i])/s*10) / 10 }
	v.host.Log.WithFields(logrus.Fields{"seconds": math.Round(s*10) / 10, "frames": per(0), "pictures": per(1), "bridged": per(2)}).
		Debug("map: dragged, per second")
}

func (v *View) corners() (x0, y0, x1, y1 float64) {
	p := &v.pointer
	ax, ay := float64(p.from.X), float64(p.from.Y)
	bx := min(max(ax+p.dx, 0), float64(v.layout.Width))
	by := min(max(ay+p.dy, 0), float64(v.layout.Height))
	return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
}

func (v *View) drawBox() {
	x0, y0, x1, y1 := v.corners()
	v.box.Move(fyne.NewPos(float32(x0), float32(y0)))
	v.box.Resize(fyne.NewSize(float32(x1-x0), float32(y1-y0)))
	v.box.Show()
	v.spark.Refresh()
}

func (v *View) endBox() {
	x0, y0, x1, y1 := v.corners()
	v.pointer.boxing = false
	v.box.Hide()
	if x1-x0 < smallestBox || y1-y0 < smallestBox {
		return
	}
	v.gesture(func() { v.look(v.limits.box(v.shown, x0, y0, x1, y1), flight) })
}

// Scrolled implements fyne.Scrollable: the wheel zooms at the pointer.
func (v *View) Scrolled(ev *fyne.ScrollEvent) {
	if !v.ready() || v.pointer.down {
		return
	}
	if v.host.Hand != nil && v.mods()&fyne.KeyModifierControl == 0 {
		v.host.Hand.Wheel(ev.Scrolled.DY)
		return
	}
	d := min(max(float64(ev.Scrolled.DY)/notch, -4), 4)
	if d == 0 {
		return
	}
	if !v.stepping() {
		v.catch() // notches add up
	}
	x, y := float64(ev.Position.X), float64(ev.Position.Y)
	v.look(v.limits.zoom(v.target, x, y, math.Pow(perNotch, d)), step)
}

// Tapped implements fyne.Tappable. Two taps at one place zoom in; waiting for
// the second before the first may act would make every click late.
func (v *View) Tapped(ev *fyne.PointEvent) {
	if !v.ready() {
		return
	}
	if v.host.Present {
		v.tapInLesson(ev)
		return
	}
	p, now := &v.pointer, v.clock.now()
	if p.clear != nil {
		p.clear()
		p.clear = nil
	}
	double := now.Sub(p.tapped) < doubleTime && math.Hypot(float64(ev.Position.X-p.tappedAt.X), float64(ev.Position.Y-p.tappedAt.Y)) < doubleReach
	p.tapped, p.tappedAt = now, ev.Position
	x, y := float64(ev.Position.X), float64(ev.Position.Y)
	if v.pickLegend(x, y) {
		return
	}
	if v.pic != nil {
		if at, ok := v.pic.where.InInset(v.onPicture(x, y)); ok {
			to := v.target
			to.Center = at
			v.gesture(func() { v.look(v.limits.clamp(to), flight) })
			return
		}
	}
	if ids := v.markerAt(x, y); len(ids) > 0 {
		v.pick(ids, ev.Position)
		return
	}
	if double {
		p.tapped = time.Time{}
		v.gesture(func() { v.look(v.limits.zoom(v.target, x, y, 2), flight) })
		return
	}
	if codes := v.stateAt(x, y); codes.Lights() {
		add := v.mods()&fyne.KeyModifierShift != 0
		p.clear = v.scope.After(doubleTime, func() {
			p.clear = nil
			v.host.Store.Break()
			v.host.Dispatch(state.FocusOn{Codes: codes, Add: add})
		})
	} else if v.chosen() {
		p.clear = v.scope.After(doubleTime, func() {
			p.clear = nil
			v.clearSelection()
		})
	}
}

// tapInLesson lights the meetings of a marker or what a row of the legend names; all
// else is the lesson's.
func (v *View) tapInLesson(ev *fyne.PointEvent) {
	x, y := float64(ev.Position.X), float64(ev.Position.Y)
	if v.host.Hand != nil && v.pic != nil {
		if at := v.seen().FromScreen(x, y); v.host.Hand.Point(at[0], at[1]) {
			return
		}
	}
	ids := v.markerAt(x, y)
	if v.host.Clicked(ev.AbsolutePosition, len(ids) > 0 || v.legendAt(x, y) != "") {
		return
	}
	v.unhover()
	v.pointer.quiet = true
	if len(ids) > 0 {
		v.light(ids...)
		return
	}
	v.pickLegend(x, y)
}

// stateAt lights the state whose area lies at a point of the pane; nothing where
// there is none.
func (v *View) stateAt(x, y float64) state.Focus {
	if v.pic == nil {
		return state.Focus{}
	}
	x, y = v.onPicture(x, y)
	id, ok := v.pic.where.Area(x, y)
	if !ok || v.pic.where.OnFurniture(x, y) {
		return state.Focus{}
	}
	return scene.AreaFocus(v.host.Room, id)
}

// MouseIn implements desktop.Hoverable. Where a lesson puts a map under a pointer that
// lies there, nobody points at anything.
func (v *View) MouseIn(ev *desktop.MouseEvent) {
	if v.host.Present {
		v.pointer.at, v.pointer.inside, v.pointer.quiet = ev.Position, true, true
		return
	}
	v.MouseMoved(ev)
}

// turned hears that a lesson has turned to another scene, under a pointer that lies
// where it was left.
func (v *View) turned(int) {
	if v.host.Present {
		v.pointer.quiet = true
		v.unhover()
	}
}

// MouseMoved implements desktop.Hoverable.
func (v *View) MouseMoved(ev *desktop.MouseEvent) {
	if ev.Position != v.pointer.at {
		v.pointer.quiet = false
	}
	v.pointer.at, v.pointer.inside = ev.Position, true
	v.rehover()
}

// MouseOut implements desktop.Hoverable.
func (v *View) MouseOut() {
	v.pointer.inside = false
	v.unhover()
}

// Cursor implements desktop.Cursorable.
func (v *View) Cursor() desktop.Cursor {
	switch {
	case v.pointer.boxing || (v.pointer.inside && v.mods()&fyne.KeyModifierShift != 0):
		return desktop.CrosshairCursor
	case v.marks.under != "" || v.marks.row != "":
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
