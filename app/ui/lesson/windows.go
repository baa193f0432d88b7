package lesson

import (
	"slices"

	"c5atlas.org/c5atlas/app/state"
)

// windows is which windows a lesson has, and on which screens.
type windows struct {
	twice   bool     // the presenter has one of their own
	alone   bool     // they have closed it
	screens []string // names, the primary one first
	on      int      // the screen that the room is to have
	lost    bool     // it went away
}

func newWindows() windows { return windows{on: 1} }

// Twice reports whether the presenter wants a window of their own beside the room's.
func (s *Show) Twice() bool { return s.twice }

// Presenter opens the presenter's window or closes it.
func (s *Show) Presenter() {
	s.twice = !s.twice
	s.alone = !s.twice
	s.change()
}

// Plugged says what screens there are now, the primary one first. The first time that
// there is a second one the presenter gets a window of their own on the first, unless
// they have closed it.
func (s *Show) Plugged(names []string) {
	fewer, more := len(names) < len(s.screens), len(names) > len(s.screens)
	s.screens = names
	// One of two screens of one name is the one that it is.
	if want := s.h.Store.State().RoomScreen; slices.Contains(names, want) && names[s.Screen()] != want {
		s.on = slices.Index(names, want)
	}
	switch {
	case more && len(names) > 1:
		s.lost = false
		s.twice = s.twice || !s.alone
	case fewer:
		s.lost = len(names) < 2
	}
	s.change()
}

// Screen is the one that the room is to have, by its place among those of Plugged: the
// second, until somebody chooses, which is remembered by its name.
func (s *Show) Screen() int { return max(min(s.on, len(s.screens)-1), 0) }

// remember keeps a choice for the next lesson.
func (s *Show) remember(set func(*state.Layout)) {
	s.h.Dispatch(state.Func(func(v state.State) state.State { set(&v.Layout); return v }))
}

// chooseScreen has the room go to a screen.
func (s *Show) chooseScreen(i int) {
	s.on = i
	s.remember(func(l *state.Layout) { l.RoomScreen = s.screens[i] })
	s.change()
}

// swap has the room go to the next screen, and the presenter's window leave it.
func (s *Show) swap() {
	if len(s.screens) < 2 {
		s.hint(s.h.T("present.oneScreen"))
		return
	}
	s.chooseScreen((s.Screen() + 1) % len(s.screens))
}

// noteSizes are the steps of larger and smaller notes.
var noteSizes = []float32{0.85, 1, 1.2, 1.4, 1.7, 2, 2.4}

// noted is the place of the present size among them.
func (s *Show) noted() int {
	return min(max(slices.Index(noteSizes, 1)+s.h.Store.State().NoteSize, 0), len(noteSizes)-1)
}

// noteSize makes the presenter's notes larger or smaller.
func (s *Show) noteSize(by int) {
	to := min(max(s.noted()+by, 0), len(noteSizes)-1)
	s.remember(func(l *state.Layout) { l.NoteSize = to - slices.Index(noteSizes, 1) })
	s.change()
}
