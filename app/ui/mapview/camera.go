package mapview

import (
	"time"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps/geo"
)

// look turns the camera. What is shown gets there in the time given, 0 at
// once.
func (v *View) look(to geo.Viewport, in time.Duration) {
	v.dispatch(scene.CameraOf(to), in)
}

func (v *View) dispatch(c state.Camera, in time.Duration) {
	v.cut = in
	v.host.Dispatch(state.SetCamera(c))
	v.cut = flight
}

// aim hears of a new camera in the store, whoever set it.
func (v *View) aim(state.Camera) {
	if !v.ready() || v.of != v.host.Room {
		return
	}
	s := v.host.State()
	v.target = scene.PaneViewport(v.host.Room, s, v.target.Width, v.target.Height, v.scale)
	v.moving = v.cut > 0 && !s.ReduceMotion && v.pic != nil
	if v.moving {
		v.way = motion{from: v.shown.In(v.target.Projection), to: v.target, begin: v.clock.now(), length: v.cut}
	} else {
		v.shown = v.target
	}
	v.wake()
}

// follow turns to a meeting that was selected elsewhere, if its place is out
// of sight. A marker that is in sight does not move. The flight is part of the
// selection: one undo takes back both.
func (v *View) follow(id string) {
	if id == "" || !v.ready() || v.host.Present || v.of != v.host.Room {
		return
	}
	m := v.host.Room.Data.Meeting(id)
	if m == nil || v.host.Room.Region().Beyond(m.Place) {
		return
	}
	p := v.host.Room.Spot(m)
	if p == nil {
		return
	}
	const edge = 40
	x, y := v.target.ToScreen(p.LonLat)
	if x >= edge && y >= edge && x <= v.target.Width-edge && y <= v.target.Height-edge {
		return
	}
	to := v.target
	to.Center = to.Projection.Project(p.LonLat)
	v.host.Store.Amend(state.SetCamera(scene.CameraOf(v.limits.clamp(to))))
}

// catch stops a flight or a glide where it is, as a hand on a globe does. A
// step that was begun, a notch or a key, is finished at once: it is never half
// done.
func (v *View) catch() {
	switch {
	case !v.moving:
	case v.stepping():
		v.shown, v.moving = v.target, false
	default:
		v.look(v.shown, 0)
	}
}

// stepping reports whether what moves is a step, not a flight or a glide.
func (v *View) stepping() bool { return v.moving && v.way.length == step }

// Fit shows the whole region.
func (v *View) Fit() { v.gesture(func() { v.dispatch(state.Camera{}, flight) }) }

// Zoom makes the map factor times as large about the middle of the pane.
func (v *View) Zoom(factor float64) {
	if v.ready() {
		v.gesture(func() {
			v.look(v.limits.zoom(v.target, v.target.Width/2, v.target.Height/2, factor), step)
		})
	}
}

// gesture runs f as one step of undo.
func (v *View) gesture(f func()) {
	v.host.Store.Break()
	f()
	v.host.Store.Break()
}

// wake starts the frames: something is to move.
func (v *View) wake() {
	v.unhover()
	v.clock.start()
}

// tick is one frame, before it is drawn. last says that no other will come.
func (v *View) tick(last bool) {
	if v.moving {
		var done bool
		if v.shown, done = v.way.at(v.clock.now()); done || last {
			v.shown, v.moving = v.way.to, false
		}
	}
	if v.growth.on && (last || v.growth.rest(v.clock.now()) == 0) {
		v.growth.on = false
	}
	v.count[0]++
	v.pictures.Poll()
	v.credit = true
	v.next()
	v.bridge()
	if last || (!v.moving && !v.growth.on && !v.busy && !v.pointer.down) {
		v.clock.stop()
	}
}
