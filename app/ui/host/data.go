package host

import (
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// SetData puts other data in place of those at hand. turn then brings the view
// to what these have, so that nobody sees the one without the other; last, all
// that show data hear of it ([WatchData]). No lesson may be on the screen.
func (h *Host) SetData(r *scene.Room, turn func(*state.Store)) {
	c := h.shared()
	h.Room, c.sel = r, nil
	turn(h.Store)
	c.renewers.Tell()
}

// WatchData calls fn when other data have taken the place of those at hand, until
// the scope closes. What follows from the view alone has been heard by then.
func WatchData(s *Scope, fn func()) { s.shared().renewers.Add(s, fn) }
