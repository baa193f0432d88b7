package host

import (
	"slices"

	"c5atlas.org/c5atlas/app/state"
)

// Preview is what the pointer is on: the codes that a click there would light; the
// zero Focus for nothing. It is no choice: no view, undo or session knows of it.
func (h *Host) Preview() state.Focus { return h.shared().preview }

// SetPreview says what the pointer is on now. Those that watch hear of it if it is
// something else than before. A view that the pointer leaves sets the zero Focus.
func (h *Host) SetPreview(codes state.Focus) {
	c := h.shared()
	if c.preview == codes {
		return
	}
	c.preview = codes
	for _, w := range slices.Clone(c.previewers) {
		w.see()
	}
}

// WatchPreview calls fn with what the pointer is on whenever that changes, in
// whatever view, until the scope closes.
func WatchPreview(s *Scope, fn func(state.Focus)) {
	if s.Closed() {
		return
	}
	c := s.shared()
	w := &watcher{see: func() { fn(c.preview) }}
	c.previewers = append(c.previewers, w)
	s.OnClose(func() {
		w.see = func() {} // it may be in the middle of a round
		c.previewers = slices.DeleteFunc(slices.Clone(c.previewers), func(x *watcher) bool { return x == w })
	})
}
