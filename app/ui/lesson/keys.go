package lesson

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// Keys is all that a lesson hears. A clicker sends PageDown and PageUp, and F5 and
// Escape in turn for its start button, so F5 does nothing here.
func Keys() parts.Keys { return (*View)(nil).keys() }

// keys may be of no lesson: then they only say what they are for.
func (v *View) keys() parts.Keys {
	by := func(move func(int), n int) func() { return func() { move(n) } }
	return parts.Keys{
		{Name: fyne.KeyPageDown, Text: "shell.keyNext", Do: by(v.guarded, 1)},
		{Name: fyne.KeyRight, Text: "shell.keyNext", Do: by(v.move, 1)},
		{Name: fyne.KeyDown, Text: "shell.keyNext", Do: by(v.move, 1)},
		{Name: fyne.KeySpace, Text: "shell.keyNext", Do: by(v.guarded, 1)},
		{Name: fyne.KeyReturn, Text: "shell.keyNext", Do: by(v.guarded, 1)},
		{Name: fyne.KeyEnter, Do: by(v.guarded, 1)},
		{Runes: "nNтТ", Text: "shell.keyNext", Do: by(v.guarded, 1)},
		{Name: fyne.KeyPageUp, Text: "shell.keyBack", Do: by(v.guarded, -1)},
		{Name: fyne.KeyLeft, Text: "shell.keyBack", Do: by(v.move, -1)},
		{Name: fyne.KeyUp, Text: "shell.keyBack", Do: by(v.move, -1)},
		{Name: fyne.KeyBackspace, Text: "shell.keyBack", Do: by(v.guarded, -1)},
		{Runes: "pPзЗ", Text: "shell.keyBack", Do: by(v.guarded, -1)},
		{Name: fyne.KeyHome, Text: "shell.keyEnds", Do: by(v.show, 0)},
		{Name: fyne.KeyEnd, Text: "shell.keyEnds", Do: func() { v.show(len(v.deck) - 1) }},
		{Runes: "bBиИ", Text: "shell.keyBlank", Do: func() { v.toggle(black) }},
		{Runes: ".юЮ", Text: "shell.keyBlank", Do: func() { v.toggle(black) }},
		{Runes: "wWцЦ", Text: "shell.keyBlank", Do: func() { v.toggle(white) }},
		{Runes: ",бБ", Text: "shell.keyBlank", Do: func() { v.toggle(white) }},
		{Name: fyne.KeyEscape, Text: "shell.keyLeave", Do: func() {
			if v.blank != nothing {
				v.setBlank(nothing)
				return
			}
			v.leave()
		}},
	}
}

// Key hears a key.
func (v *View) Key(ev *fyne.KeyEvent) { v.keys().Key(ev) }

// Rune hears a character. The keys that Key hears arrive here a second time and
// are left alone.
func (v *View) Rune(r rune) { v.keys().Rune(r) }

// guarded moves unless the key repeats by being held down.
func (v *View) guarded(by int) {
	now := v.now()
	if now.Sub(v.moved) < repeatGuard {
		return
	}
	v.moved = now
	v.move(by)
}

// move goes on or back, and never round.
func (v *View) move(by int) { v.show(v.at() + by) }

// show turns to a scene. Under a cover it only takes that away: the room sees
// first where it was.
func (v *View) show(i int) {
	if v.blank != nothing {
		v.setBlank(nothing)
		return
	}
	if i < 0 || i >= len(v.deck) || i == v.at() {
		return
	}
	v.h.Dispatch(step{state.ShowScene{N: i + 1, View: v.deck[i].View}})
}

func (v *View) toggle(b blank) {
	if v.blank == b {
		b = nothing
	}
	v.setBlank(b)
}

func (v *View) setBlank(b blank) {
	v.blank = b
	v.Refresh()
}

// Blank reports whether the room sees black or white instead of the lesson.
func (v *View) Blank() bool { return v.blank != nothing }

// leave goes back to the view from before the lesson. Redo would return to the
// lesson.
func (v *View) leave() {
	for v.h.Store.State().Scene > 0 && v.h.Store.CanUndo() {
		v.h.Store.Undo()
	}
	if v.h.Store.State().Scene > 0 {
		v.h.Dispatch(state.Func(func(s state.State) state.State { s.Scene = 0; return s }))
	}
}
