package lesson

import (
	"slices"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
)

// Left is where a lesson was left: its scene and how many there were, from 1, and
// the meeting that was selected in the window afterwards. The zero value is none.
type Left struct {
	N, Of   int
	Title   string // of the scene, by which it is known again
	Meeting string
}

// Left says where the lesson was when it was left, for [Start] to go on there;
// meeting is selected now.
func (s *Show) Left(meeting string) Left {
	return Left{N: s.last + 1, Of: len(s.deck), Title: s.deck[s.last].Title, Meeting: meeting}
}

// in reports whether a lesson still has the scene.
func (l Left) in(deck []scene.Step) bool {
	return l.N > 0 && l.Of == len(deck) && deck[l.N-1].Title == l.Title
}

// GoesOn reports whether the lesson of now was left after its first scene and before its
// last, where [Start] takes it up.
func (l Left) GoesOn(h *host.Host) bool {
	return l.N > 1 && l.N < l.Of && l.in(Deck(h, h.Printer()))
}

// Start is the action that begins the lesson. A lesson that was left on the way
// goes on where it was left; at its end it begins anew. With here it begins at the
// scene of the selected meeting, if there is one and it was not selected already
// when the lesson was left.
func Start(h *host.Host, here bool, left Left) state.Action {
	deck, at := Deck(h, h.Printer()), 0
	known := left.in(deck)
	if known && (here || left.N < left.Of) {
		at = left.N - 1
	}
	if meeting := h.Store.State().At(); here && meeting != "" && !(known && meeting == left.Meeting) {
		if i := slices.IndexFunc(deck, func(s scene.Step) bool { return s.View.Meeting == meeting }); i >= 0 {
			at = i
		}
	}
	return begin(deck, at)
}

// Deck is the lesson that was opened, or else the one that every view can be
// taught from. It has at least one scene.
func Deck(h *host.Host, p *i18n.Printer) []scene.Step {
	if h.Deck != nil {
		if deck := h.Deck(p); len(deck) > 0 {
			return deck
		}
	}
	return scene.Deck(h.Room, h.Store.State(), p)
}
