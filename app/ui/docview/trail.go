package docview

import (
	"slices"

	"c5atlas.org/c5atlas/app/state"
)

// trail is the pages that a person has read, as a browser keeps them: what was
// chosen for each, not how it was filtered.
type trail struct {
	past, ahead []state.Focus
	now         state.Focus
	begun       bool
	own         bool // the turn under way is the trail's
}

// mostPages bounds the pages behind.
const mostPages = 100

// turned takes over what is chosen now. Another statement of a page is no turn.
func (t *trail) turned(to state.Focus) {
	if t.begun && !t.own && leaf(to) != leaf(t.now) {
		t.past, t.ahead = append(t.past, t.now), nil
		if len(t.past) > mostPages {
			t.past = t.past[1:]
		}
	}
	t.now, t.begun = to, true
}

// keep drops the pages that the data have no more.
func (t *trail) keep(known func(state.Focus) bool) {
	gone := func(f state.Focus) bool { return !known(f) }
	t.past, t.ahead = slices.DeleteFunc(t.past, gone), slices.DeleteFunc(t.ahead, gone)
}

func leaf(f state.Focus) state.Focus {
	f.Statement = ""
	return f
}

// back is the page before; without one, what stands there before anything is
// chosen.
func (t *trail) back() (to state.Focus, ok bool) {
	n := len(t.past)
	if n == 0 {
		return state.Focus{}, t.now != state.Focus{}
	}
	return t.past[n-1], true
}

// forward is the page that was gone back from.
func (t *trail) forward() (to state.Focus, ok bool) {
	n := len(t.ahead)
	if n == 0 {
		return state.Focus{}, false
	}
	return t.ahead[n-1], true
}

// Back turns to the page that was read before, or to the overview.
func (v *View) Back() {
	t := &v.trail
	if to, ok := t.back(); ok {
		t.past, t.ahead = t.past[:max(len(t.past)-1, 0)], append(t.ahead, t.now)
		v.turn(to)
	}
}

// Forward turns to the page that was gone back from.
func (v *View) Forward() {
	t := &v.trail
	if to, ok := t.forward(); ok {
		t.ahead, t.past = t.ahead[:len(t.ahead)-1], append(t.past, t.now)
		v.turn(to)
	}
}

func (v *View) turn(to state.Focus) {
	v.trail.own = true
	defer func() { v.trail.own = false }()
	v.h.Store.Break()
	v.h.Dispatch(state.Func(func(s state.State) state.State {
		s.Focus = to
		if to.Meeting == "" {
			s.Against = ""
		}
		return s
	}))
}
