package lesson

import (
	"context"
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
)

// Show is a lesson while it is shown: its scenes, and what a hand has laid over
// the one that the view is. The room's window and the presenter's draw it, and
// both hand it what they hear. It belongs to the UI goroutine.
type Show struct {
	h     *host.Host
	scope *host.Scope
	now   func() time.Time
	draw  func(context.Context, order) (shot, error) // a small picture of a scene
	deck  []scene.Step

	last   int // the scene that was shown last
	cover  cover
	frozen bool        // the room keeps its picture
	still  image.Image // that picture; nil until a room has drawn it
	whole  int         // the pane that has the room's window to itself, from 1; 0 is none
	larger int         // the size of type, a place in sizes
	grid   bool        // the overview is open
	pick   int         // the scene that it is on
	across int         // its columns as they were last laid out
	card   bool        // the keys are shown
	typed  string      // digits of a number that is not yet entered
	hands  int         // that were counted in this scene
	said   string      // for a moment, by hint
	forget func()      // stops what waits to forget typed
	unsay  func()      // stops what waits to take said away

	windows
	kit
	writing

	press   press
	wheel   time.Time     // of the last turn
	clicked fyne.Position // where a click last turned to another scene
	elapsed stopwatch
	changed host.Listeners
}

// cover is what lies over the room.
type cover int

const (
	nothing cover = iota
	black
	white
)

// How long a number waits for its next digit, and words in the room for a reader.
const (
	typeTime = 2 * time.Second
	hintTime = 2 * time.Second
)

// sizes are the steps of larger and smaller type.
var sizes = []float32{0.8, 0.9, 1, 1.15, 1.3, 1.5}

// step is a scene of the lesson as an action. All steps of a lesson are one
// step of undo, so that leaving it is one, too.
type step struct{ state.Action }

// Undo is the key under which all that happens in a lesson is one step of undo.
const Undo = "lesson"

// CoalesceKey joins the steps.
func (step) CoalesceKey() string { return Undo }

// Begin takes up the lesson that the store's view is a scene of. What is shown
// of it lives in the scope, which is a lesson's ([host.Scope.Lesson]).
func Begin(scope *host.Scope) *Show {
	s := &Show{h: scope.Host, scope: scope, now: time.Now, draw: drawOrder, larger: slices.Index(sizes, 1), windows: newWindows(), kit: newKit()}
	s.h.Hand = hand{s}
	s.h.Words = func() string { x, _, _ := s.Step(); return x.Caption }
	s.elapsed.turn(s.now())
	host.Watch(scope, func(v state.State) string { return v.Lang + " " + v.SecondLang }, func(string) {
		s.deck = Deck(s.h, s.h.Printer())
	})
	s.begin(s.deck)
	host.Watch(scope, func(v state.State) int { return v.Scene }, func(n int) {
		s.drawing = false
		if s.hands = 0; n > 0 {
			s.last = s.at()
		}
	})
	leave := s.h.T("present.howToLeave")
	if n := s.at() + 1; n > 1 {
		leave = s.h.T("present.resumed", i18n.Args{"N": n, "Total": len(s.deck)}) + "  " + leave
	}
	s.hint(leave)
	return s
}

// Follow calls f whenever what lies over the lesson changes, until the scope
// closes; what the view shows is the store's to tell.
func (s *Show) Follow(scope *host.Scope, f func()) { s.changed.Add(scope, f) }

func (s *Show) change() { s.changed.Tell() }

// at is the index of the scene that is shown.
func (s *Show) at() int { return min(max(s.h.Store.State().Scene-1, 0), len(s.deck)-1) }

// Step returns the scene that is shown, its number from 1, and how many there
// are.
func (s *Show) Step() (x scene.Step, n, of int) { return s.deck[s.at()], s.at() + 1, len(s.deck) }

// Blank reports whether the room sees black or white instead of the lesson.
func (s *Show) Blank() bool { return s.cover != nothing }

// Frozen reports whether the room keeps a picture while the lesson goes on.
func (s *Show) Frozen() bool { return s.frozen }

// step returns what shows a scene as it begins.
func (s *Show) step(i int) state.Action { return begin(s.deck, i) }

func begin(deck []scene.Step, i int) step {
	return step{state.ShowScene{N: i + 1, View: deck[i].View, Hidden: deck[i].Reveals()}}
}

// live reports whether a hand has changed the scene that is shown.
func (s *Show) live() bool {
	now := s.h.Store.State()
	return s.step(s.at()).Apply(now).View != now.View
}

// begun reports whether a hand has changed the scene that is shown, or revealed
// something of it.
func (s *Show) begun() bool {
	now := s.h.Store.State()
	return s.live() || now.Asking != s.step(s.at()).Apply(now).Asking
}

// turn goes on or back by a scene, in the overview and out of it, and never round.
func (s *Show) turn(by int) {
	if s.grid && s.cover == nothing {
		s.choose(s.pick + by)
		return
	}
	if s.cover == nothing && (by > 0 && s.reveal() || by < 0 && s.end(s.at()+by)) {
		return
	}
	s.show(s.at() + by)
}

// reveal shows the next part of the scene that is hidden, and reports whether
// there was one.
func (s *Show) reveal() bool {
	if s.cover != nothing || s.h.Store.State().Hidden == "" {
		return false
	}
	s.h.Dispatch(step{state.Reveal{Place: s.deck[s.at()].Question.Place}})
	return true
}

// end turns to a scene with all revealed, as after its last step, and reports
// whether there is one that hides anything.
func (s *Show) end(i int) bool {
	if i < 0 || i >= len(s.deck) || s.deck[i].Reveals() == "" {
		return false
	}
	s.whole = 0
	s.h.Dispatch(step{state.ShowScene{N: i + 1, View: s.deck[i].View, Found: s.deck[i].Question.Place}})
	return true
}

// count is one hand more, or as many as the digits before say, while a scene asks
// for hands.
func (s *Show) count() {
	q, now := s.deck[s.at()].Question, s.h.Store.State()
	switch {
	case q.Text == "" || q.Kind != scene.ByHands || now.Hidden.Has(state.HideQuestion) || s.cover != nothing:
		return
	case s.typed != "":
		s.hands, s.typed = number(s.typed), ""
	default:
		s.hands = min(s.hands+1, 999)
	}
	s.change()
}

// again puts the scene back as the lesson has it, or goes back if it is so.
func (s *Show) again() {
	switch {
	case s.typed != "":
		s.dial(s.typed[:len(s.typed)-1])
	case s.cover == nothing && !s.grid && s.begun():
		s.h.Dispatch(s.step(s.at()))
	default:
		s.turn(-1)
	}
}

// show turns to a scene. Under a cover it only takes that away: the room sees
// first where it was. Beyond the ends it puts a scene back that was changed.
func (s *Show) show(i int) {
	if s.cover != nothing {
		s.setCover(nothing)
		return
	}
	i = min(max(i, 0), len(s.deck)-1)
	if i == s.at() && !s.begun() {
		return
	}
	if i != s.at() {
		s.whole = 0
	}
	s.h.Dispatch(s.step(i))
}

// edge turns to the first scene or the last.
func (s *Show) edge(i int) {
	if s.grid && s.cover == nothing {
		s.choose(i)
		return
	}
	s.show(i)
}

func (s *Show) toggle(c cover) {
	if s.cover == c {
		c = nothing
	}
	s.setCover(c)
}

func (s *Show) setCover(c cover) {
	s.cover = c
	s.change()
}

// freeze lets the room keep its picture, or follow the lesson again. The words that
// say so are the teacher's.
func (s *Show) freeze() {
	if s.cover != nothing { // what the room would keep is not to be seen
		s.setCover(nothing)
		return
	}
	if s.frozen {
		s.thaw()
		return
	}
	s.frozen = true
	s.hint(s.h.T("present.frozen"))
}

func (s *Show) thaw() {
	s.frozen, s.still, s.said = false, nil, ""
	s.change()
}

// enlarge gives the next pane the window to itself, and after the last the window
// back to all.
func (s *Show) enlarge() {
	n := len(s.deck[s.at()].Panes.Parts())
	s.whole = (s.whole + 1) % (n + 1)
	if n == 1 && s.deck[s.at()].Panes == scene.WordsAlone {
		s.whole = 0
	}
	s.change()
}

func (s *Show) size(by int) {
	s.larger = min(max(s.larger+by, 0), len(sizes)-1)
	s.change()
}

func (s *Show) showKeys() {
	s.card = !s.card
	s.uncover()
}

// overview opens or closes the grid of all scenes.
func (s *Show) overview() {
	s.grid, s.pick = !s.grid, s.at()
	s.uncover()
}

// uncover makes seen what was just opened.
func (s *Show) uncover() {
	s.cover = nothing
	s.change()
}

func (s *Show) choose(i int) {
	s.pick = min(max(i, 0), len(s.deck)-1)
	s.change()
}

// open turns to the scene that the overview is on.
func (s *Show) open(i int) {
	s.grid = false
	s.jump(i)
}

// jump turns to a scene, whatever covers the room.
func (s *Show) jump(i int) {
	s.cover = nothing
	s.show(i)
	s.change()
}

// hint says something for a moment.
func (s *Show) hint(text string) {
	s.said = text
	if s.unsay != nil {
		s.unsay()
	}
	s.unsay = s.scope.After(hintTime, func() { s.said = ""; s.change() })
	s.change()
}

// time starts the watch, pauses it, and sets it back, in turn.
func (s *Show) time() {
	s.elapsed.turn(s.now())
	if s.twice { // it is in sight there
		s.change()
		return
	}
	s.hint(s.h.T("present.elapsed", i18n.Args{"Time": clock(s.elapsed.read(s.now()))}))
}

// pause stops the watch, or lets it go on.
func (s *Show) pause() { s.elapsed.pause(s.now()); s.change() }

// reset sets it back to zero.
func (s *Show) reset() { s.elapsed.reset(s.now()); s.change() }

// escape leaves the innermost of what is open, and at last the lesson.
func (s *Show) escape() {
	switch {
	case s.typed != "":
		s.typed = ""
	case s.card && s.cover == nothing:
		s.card = false
	case s.grid && s.cover == nothing:
		s.grid = false
	case s.cover != nothing:
		s.cover = nothing
	case s.tool != noTool:
		s.lift()
		s.tool = noTool
	case s.frozen:
		s.thaw()
		return
	case s.whole > 0:
		s.whole = 0
	default:
		s.Leave()
		return
	}
	s.change()
}

// Leave goes back to the view from before the lesson. Redo would return to the
// lesson.
func (s *Show) Leave() {
	for s.h.Store.State().Scene > 0 && s.h.Store.CanUndo() {
		s.h.Store.Undo()
	}
	if s.h.Store.State().Scene > 0 {
		s.h.Dispatch(state.Func(func(v state.State) state.State { v.Scene, v.Asking = 0, state.Asking{}; return v }))
	}
}
