package docview

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Keys is all that the reader hears.
func (v *View) Keys() parts.Keys { return v.reader.keys() }

// keys scroll, or move between the things that can be clicked.
func (r *reader) keys() parts.Keys {
	lines := func(n float32) func() {
		return func() { r.to(r.scroll.Offset.Y + n*parts.Scaled(r.h, 3*theme.Title)) }
	}
	pages := func(n float32) func() {
		return func() { r.to(r.scroll.Offset.Y + n*0.9*r.scroll.Size().Height) }
	}
	return append(parts.MenuKeys(r.h, r.menuKey), parts.Keys{
		{Name: fyne.KeyEscape, Take: r.letGo},
		{Text: "shell.keySelect", Shown: "Shift+← → ↑ ↓  Ctrl+A"},
		{Name: fyne.KeyUp, Text: "shell.keyScroll", Do: lines(-1)},
		{Name: fyne.KeyDown, Text: "shell.keyScroll", Do: lines(1)},
		{Name: fyne.KeyPageUp, Text: "shell.keyPage", Do: pages(-1)},
		{Name: fyne.KeyPageDown, Text: "shell.keyPage", Do: pages(1)},
		{Name: fyne.KeySpace, Text: "shell.keyPage", Do: pages(1)},
		{Name: fyne.KeyHome, Text: "shell.keyPageEnds", Do: func() { r.to(0) }},
		{Name: fyne.KeyEnd, Text: "shell.keyPageEnds", Do: func() {
			for range 3 { // the last blocks may turn out higher than was guessed
				r.to(r.flow.height())
			}
		}},
		{Name: fyne.KeyLeft, Text: "shell.keyStatements", Do: func() { r.step(-1) }},
		{Name: fyne.KeyRight, Text: "shell.keyStatements", Do: func() { r.step(1) }},
		{Name: fyne.KeyReturn, Text: "shell.keyChoose", Do: r.open},
		{Name: fyne.KeyEnter, Do: r.open},
	}...)
}

// key moves the end of the selection while Shift is held.
func (r *reader) key(ev *fyne.KeyEvent) bool {
	return r.h.ShiftHeld() && r.extend(ev.Name) || r.keys().Key(ev)
}

// letGo ends a selection, and reports whether there was one. Focus that a click
// gave is let go of, too: leaving it is no step of its own.
func (r *reader) letGo() bool {
	if !r.flow.chosen.empty() {
		r.choose(selection{})
		return true
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil && r.Grabbed() {
		c.Unfocus()
	}
	return false
}

// open does what a click on what the keys are on does.
func (r *reader) open() {
	if r.cursor < 0 {
		return
	}
	if x := r.flow.at(r.cursor); r.word >= 0 && r.word < len(x.words) {
		x.words[r.word].Tapped(nil)
	} else {
		x.Tapped(nil)
	}
}
