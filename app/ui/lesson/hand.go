package lesson

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// press tells the press of a key from its repetitions: a key that is held is one
// press however long, and presses are many however quick. A key goes down, then
// its name and its character are heard, again and again while it is held, and it
// comes up.
type press struct {
	fresh bool         // it went down and has done nothing yet
	pad   fyne.KeyName // what it is on the keypad, unless a character follows
}

// KeyDown hears that a key goes down.
func (s *Show) KeyDown(*fyne.KeyEvent) { s.press = press{fresh: true} }

// Key hears the name of a key.
func (s *Show) Key(ev *fyne.KeyEvent) {
	if !s.press.fresh {
		return
	}
	if pad, ok := parts.Keypad[ev.Name]; ok {
		s.press.pad = pad
		return
	}
	s.press.fresh = !(s.keys().Key(ev) || s.media(ev))
}

// Rune hears a character. The keys that Key hears arrive here a second time and
// are left alone.
func (s *Show) Rune(r rune) {
	s.press.pad = ""
	switch {
	case !s.press.fresh:
	case r >= '0' && r <= '9':
		s.press.fresh = false
		s.digit(r)
	default:
		s.press.fresh = !s.keys().Rune(r)
	}
}

// KeyUp hears that a key comes up.
func (s *Show) KeyUp(*fyne.KeyEvent) {
	pad := s.press.pad
	if s.press.pad = ""; pad != "" && s.press.fresh {
		s.press.fresh = !s.keys().Key(&fyne.KeyEvent{Name: pad})
	}
}

// wheelRest is what parts a turn of the wheel, or a stroke over a touch pad, from
// the next.
const wheelRest = 250 * time.Millisecond

// hand is what the pointer does in a lesson.
type hand struct{ s *Show }

// Click turns to the next scene, unless it is on a mark. But a hand that has not
// moved since it last turned the lesson does so again, whatever lies there now.
func (h hand) Click(at fyne.Position, mark bool) bool {
	s := h.s
	near := math.Abs(float64(at.X-s.clicked.X)) < 3 && math.Abs(float64(at.Y-s.clicked.Y)) < 3
	if mark && !near && s.cover == nothing && !s.frozen {
		return false
	}
	s.clicked = at
	switch {
	case s.card:
		s.card = false
		s.change()
	default:
		s.turn(1)
	}
	return true
}

// Point is a guess, if the scene asks for a place and has not said which it is.
func (h hand) Point(lon, lat float64) bool {
	s := h.s
	q, hidden := s.deck[s.at()].Question, s.h.Store.State().Hidden
	if q.Kind != scene.OnMap || q.Place == "" || hidden.Has(state.HideQuestion) || !hidden.Has(state.HideAnswer) || s.cover != nothing || s.frozen {
		return false
	}
	s.h.Dispatch(step{state.Guess{Lon: lon, Lat: lat}})
	return true
}

// Button turns back by the right button and by one that Fyne knows no name of: the
// thumb's.
func (h hand) Button(b desktop.MouseButton) {
	if b == desktop.MouseButtonSecondary || b == 0 {
		h.s.turn(-1)
	}
}

// Wheel turns once for each turn of the wheel.
func (h hand) Wheel(dy float32) {
	s := h.s
	now := s.now()
	rested := now.Sub(s.wheel) > wheelRest
	if s.wheel = now; !rested || dy == 0 {
		return
	}
	if dy < 0 {
		s.turn(1)
	} else {
		s.turn(-1)
	}
}

// ear is the part of a widget that hears the keys of a lesson whenever its window
// has them, and lets no other have them.
type ear struct {
	s    *Show
	self fyne.Focusable
}

var (
	_ desktop.Keyable = (*ear)(nil)
	_ fyne.Tabbable   = (*ear)(nil)
)

// FocusGained implements fyne.Focusable.
func (*ear) FocusGained() {}

// FocusLost takes the keys back: a table that was clicked would keep them.
func (e *ear) FocusLost() {
	e.s.scope.Do(e.listen)
}

func (e *ear) listen() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.self.(fyne.CanvasObject)); c != nil && c.Focused() != e.self {
		c.Focus(e.self)
	}
}

// TypedKey implements fyne.Focusable.
func (e *ear) TypedKey(ev *fyne.KeyEvent) { e.s.Key(ev) }

// TypedRune implements fyne.Focusable.
func (e *ear) TypedRune(r rune) { e.s.Rune(r) }

// KeyDown implements desktop.Keyable.
func (e *ear) KeyDown(ev *fyne.KeyEvent) { e.s.KeyDown(ev) }

// KeyUp implements desktop.Keyable.
func (e *ear) KeyUp(ev *fyne.KeyEvent) { e.s.KeyUp(ev) }

// AcceptsTab implements fyne.Tabbable: Tab is the overview's.
func (*ear) AcceptsTab() bool { return true }
