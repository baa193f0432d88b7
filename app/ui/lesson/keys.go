package lesson

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
)

// Key steps, covers and leaves. A clicker sends PageDown and PageUp, and F5
// and Escape in turn for its start button, so F5 does nothing here.
func (v *View) Key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyRight, fyne.KeyDown:
		v.move(1)
	case fyne.KeyLeft, fyne.KeyUp:
		v.move(-1)
	case fyne.KeyPageDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		v.guarded(1)
	case fyne.KeyPageUp, fyne.KeyBackspace:
		v.guarded(-1)
	case fyne.KeyHome:
		v.show(0)
	case fyne.KeyEnd:
		v.show(len(v.deck) - 1)
	case fyne.KeyEscape:
		if v.blank != nothing {
			v.setBlank(nothing)
			return
		}
		v.leave()
	}
}

// Rune hears the letters, also where the keyboard is Ukrainian or Russian. The
// keys that Key hears arrive here a second time and are left alone.
func (v *View) Rune(r rune) {
	switch r {
	case 'n', 'N', 'т', 'Т':
		v.guarded(1)
	case 'p', 'P', 'з', 'З':
		v.guarded(-1)
	case 'b', 'B', '.', 'и', 'И', 'ю', 'Ю':
		v.toggle(black)
	case 'w', 'W', ',', 'ц', 'Ц', 'б', 'Б':
		v.toggle(white)
	}
}

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
