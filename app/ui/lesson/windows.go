package lesson

import "slices"

// windows is which windows a lesson has, and on which screens.
type windows struct {
	twice   bool     // the presenter has one of their own
	alone   bool     // they have closed it
	noted   int      // the size of the notes in it, a place in noteSizes
	screens []string // names, the primary one first
	on      int      // the screen that the room is to have
	lost    bool     // it went away
}

func newWindows() windows { return windows{noted: slices.Index(noteSizes, 1), on: 1} }

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
// second, until somebody chooses.
func (s *Show) Screen() int { return max(min(s.on, len(s.screens)-1), 0) }

// choose has the room go to a screen.
func (s *Show) chooseScreen(i int) {
	s.on = i
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

// noteSize makes the presenter's notes larger or smaller.
func (s *Show) noteSize(by int) {
	s.noted = min(max(s.noted+by, 0), len(noteSizes)-1)
	s.change()
}
