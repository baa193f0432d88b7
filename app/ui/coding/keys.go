package coding

import (
	"slices"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// Keys is what the view hears besides the keys of codes.
func (v *View) Keys() parts.Keys {
	return parts.Keys{
		{Name: fyne.KeyReturn, Text: "coder.keyEnter", Do: v.Enter},
		{Name: fyne.KeyEnter, Text: "coder.keyEnter", Do: v.Enter},
		{Name: fyne.KeyDelete, Text: "coder.keyDelete", Do: v.Remove},
		{Name: fyne.KeyRight, Text: "coder.keyRows", Do: func() { v.step(1) }},
		{Name: fyne.KeyLeft, Text: "coder.keyRows", Do: func() { v.step(-1) }},
		{Name: fyne.KeyEscape, Text: "coder.keyEscape", Do: v.escape},
	}
}

// Key hears the keys that nothing in the view wanted. Those that walk through the
// text do so from anywhere.
func (v *View) Key(ev *fyne.KeyEvent) {
	if !v.Keys().Key(ev) && !v.text.Focused() {
		v.text.key(ev)
	}
}

// Rune chooses the code of a key.
func (v *View) Rune(r rune) { v.form.rune(r) }

// Enter goes on: to the paraphrase while it is empty, else the statement is added.
func (v *View) Enter() {
	if v.draft.Form.Text == "" {
		v.focus(v.words)
		return
	}
	v.Add()
}

// step turns to the next of the rows of the selected paragraph, and past the last
// to a new one.
func (v *View) step(by int) {
	here := v.draft.Of(v.draft.Form.From)
	if len(here) == 0 {
		return
	}
	at := slices.Index(here, v.draft.At) // -1: a new one
	at += by
	if at < -1 {
		at = len(here) - 1
	}
	if at == -1 || at == len(here) {
		v.set(v.draft.Edit(-1))
		return
	}
	v.set(v.draft.Edit(here[at]))
}

// escape leaves the row that is in the form, else the view.
func (v *View) escape() {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	switch {
	case v.draft.At >= 0:
		v.set(v.draft.Edit(-1))
	case c != nil && c.Focused() != nil && c.Focused() != fyne.Focusable(v.text):
		v.focus(v.text)
	default:
		v.cfg.Close()
	}
}
