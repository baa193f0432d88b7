package host

import (
	"context"

	"c5atlas.org/c5atlas/app/scene"
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
	c.previewers.Tell()
}

// WatchPreview calls fn with what the pointer is on whenever that changes, in
// whatever view, until the scope closes.
func WatchPreview(s *Scope, fn func(state.Focus)) {
	c := s.shared()
	c.previewers.Add(s, func() { fn(c.preview) })
}

// Hints is what shares statements with what the pointer is on. Its methods may be
// called of nil, which is nothing.
type Hints struct{ sel *scene.Selection }

// Hints reports whether a meeting is among them.
func (x *Hints) Hints(meeting string) bool {
	return x != nil && x.sel.Shows(meeting) && x.sel.Lights(meeting)
}

// Document reports whether a document is among them.
func (x *Hints) Document(id string) bool { return x != nil && x.sel.LitByDocument.Of(id) > 0 }

// WatchHints calls fn with what shares statements with what the pointer is on: soon
// after that changes, for it is looked up off the UI goroutine; with nil at once
// when the pointer is on nothing.
func WatchHints(s *Scope, fn func(*Hints)) {
	type order struct {
		room *scene.Room
		view state.State
	}
	shared := Latest(s, func(ctx context.Context, o order) (*Hints, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return &Hints{scene.Select(o.room.Data, o.view)}, nil
	}, func(_ order, x *Hints, err error) {
		if err == nil {
			fn(x)
		}
	})
	WatchPreview(s, func(codes state.Focus) {
		if !codes.Lights() {
			shared.Drop()
			fn(nil)
			return
		}
		v := s.State()
		v.Focus = codes
		shared.Request(order{s.Room, v})
	})
}
