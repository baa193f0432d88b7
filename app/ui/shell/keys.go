package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/coding"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// keys is all that the window hears besides the menu's shortcuts: a character or a
// key that nothing which has the focus wanted.
func (s *Shell) keys() parts.Keys {
	layout := func(i int) func() { return func() { s.Arrange(arrangements[i]) } }
	return parts.Keys{
		{Name: fyne.KeyF1, Text: "shell.keyHelp", Do: s.help},
		{Text: "manual.title", Shown: "Shift+F1"},
		{Runes: "?", Text: "shell.keyHelp", Do: s.ShowKeys},
		{Name: fyne.KeyF10, Text: "shell.keyMenu", Shown: "F10  Alt", Do: s.openMenu},
		{Runes: "/", Text: "shell.keySearch", Do: s.bar.FocusSearch},
		{Name: fyne.KeyF3, Text: "shell.keyFound", Shown: "F3  Shift+F3", Do: func() { s.documents.Step(1 - 2*s.shift()) }},
		{Runes: "dDвВ", Text: "shell.keyDescribe", Do: s.ShowDescription},
		{Runes: "1", Text: "shell.keyLayout", Do: layout(0)},
		{Runes: "2", Text: "shell.keyLayout", Do: layout(1)},
		{Runes: "3", Text: "shell.keyLayout", Do: layout(2)},
		{Runes: "4", Text: "shell.keyLayout", Do: layout(3)},
		{Name: fyne.KeyF6, Text: "shell.keyPanes", Do: s.ToggleDocuments},
		{Name: fyne.KeyF7, Text: "shell.keyPanes", Do: s.ToggleCharts},
		{Name: fyne.KeyF8, Text: "shell.keyFindings", Do: s.ShowFindings},
		{Name: fyne.KeyF9, Text: "strip.keyStrip", Do: s.ToggleScenes},
		{Name: fyne.KeyF11, Text: "shell.keyFull", Do: func() { s.SetFullScreen(!s.full) }},
		{Name: fyne.KeyF5, Text: "shell.keyPresent", Shown: "F5  Shift+F5", Do: func() { s.Present(s.shift() > 0) }},
		{Text: "shell.keyPages", Shown: "Alt+←  Alt+→"},
		{Name: fyne.KeyEscape, Text: "shell.keyEscape", Do: s.escape},
	}
}

// help shows the keys; with Shift the manual.
func (s *Shell) help() {
	if s.shift() > 0 {
		s.ShowManual()
		return
	}
	s.ShowKeys()
}

// shift is 1 while the Shift key is held.
func (s *Shell) shift() int {
	if s.host.ShiftHeld() {
		return 1
	}
	return 0
}

// key hears the keys that no view wanted. Where nothing has the focus, they are the
// map's, but for Space, which plays time.
func (s *Shell) key(ev *fyne.KeyEvent) {
	s.tips.Show("", nil)
	if s.show != nil {
		s.show.Key(ev)
		return
	}
	if name, ok := parts.Keypad[ev.Name]; ok {
		s.pad(name)
		return
	}
	if s.coder != nil {
		switch {
		case !s.busy():
			s.coder.view.Key(ev)
		case ev.Name == fyne.KeyEscape:
			s.closeDialogs()
		}
		return
	}
	if s.keys().Key(ev) || s.busy() || s.window.Canvas().Focused() != nil {
		return
	}
	m, ok := s.maps.(*mapPane)
	switch {
	case !ok:
	case ev.Name == fyne.KeySpace:
		heard(m.axis).Key(ev)
	case ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter:
		heard(m.maps).Key(ev)
	}
}

// rune hears the characters that no view wanted. What the map knows is the map's,
// wherever the focus is; where it is nowhere, the map gets it.
func (s *Shell) rune(r rune) {
	s.noPad()
	if s.show != nil {
		s.show.Rune(r)
		return
	}
	if s.coder != nil {
		if !s.busy() {
			s.coder.view.Rune(r)
		}
		return
	}
	if s.busy() && r != '?' || s.keys().Rune(r) {
		return
	}
	m, ok := s.maps.(*mapPane)
	if !ok {
		return
	}
	if f, ok := m.maps.(fyne.Focusable); ok && (r == '[' || r == ']') && s.window.Canvas().Focused() == nil {
		s.window.Canvas().Focus(f) // so that Enter chooses
	}
	heard(m.maps).Rune(r)
}

// busy reports whether a dialog or a list is open, behind which no pane answers.
func (s *Shell) busy() bool { return s.window.Canvas().Overlays().Top() != nil }

// hearing is a pane that says what keys it hears.
type hearing interface{ Keys() parts.Keys }

func heard(pane fyne.CanvasObject) parts.Keys {
	if x, ok := pane.(hearing); ok {
		return x.Keys()
	}
	return nil
}

// openMenu opens the first of the menus, or closes them.
func (s *Shell) openMenu() {
	if c, ok := s.window.Canvas().(interface{ ToggleMenu() }); ok {
		c.ToggleMenu()
	}
}

// padWait is how long the character of a digit may take: it comes with the same
// press of the key.
const padWait = 30 * time.Millisecond

// pad takes a digit for the key of that name on the keypad, unless a character
// follows.
func (s *Shell) pad(name fyne.KeyName) {
	s.noPad()
	s.stopPad = s.scope.After(padWait, func() {
		ev := &fyne.KeyEvent{Name: name}
		if f := s.window.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
			return
		}
		s.key(ev)
	})
}

func (s *Shell) noPad() {
	if s.stopPad != nil {
		s.stopPad()
		s.stopPad = nil
	}
}

func (s *Shell) fit() { s.host.Dispatch(state.SetCamera{}) }

// escape leaves the innermost thing: a pop-up or dialog, what is lit, the keys' focus,
// what is being opened, a warning, the selection, the drawer, full screen.
func (s *Shell) escape() {
	c := s.window.Canvas()
	switch v := s.host.Store.State(); {
	case s.closeDialogs():
	case s.host.LetGo():
	case c.Focused() != nil:
		c.Unfocus()
	case s.bar.Fold():
	case s.panes.notice.stop():
	case s.panes.notice.close():
	case v.Meeting != "" || v.Document != "" || v.Statement != "" || v.Page != "":
		s.host.Dispatch(state.ClearSelection{})
	case s.panes.openDrawer(false):
	case s.full:
		s.SetFullScreen(false)
	}
}

// addShortcuts adds the second keys of what the menu has already. None acts behind
// what is open over the panes.
func (s *Shell) addShortcuts(c fyne.Canvas) {
	control := fyne.KeyModifierShortcutDefault
	on := func(x fyne.Shortcut, f func()) {
		c.AddShortcut(x, func(fyne.Shortcut) {
			if s.show == nil && s.coder == nil && !s.busy() {
				f()
			}
		})
	}
	add := func(name fyne.KeyName, mod fyne.KeyModifier, f func()) {
		on(&desktop.CustomShortcut{KeyName: name, Modifier: mod}, f)
	}
	code := func(x fyne.Shortcut, f func(*coding.View)) { // where the menu does not
		c.AddShortcut(x, func(fyne.Shortcut) {
			if s.coder != nil && !s.busy() {
				f(s.coder.view)
			}
		})
	}
	code(&fyne.ShortcutUndo{}, (*coding.View).Undo)
	code(&fyne.ShortcutRedo{}, (*coding.View).Redo)
	code(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: control}, (*coding.View).Add)
	code(&desktop.CustomShortcut{KeyName: fyne.KeyEnter, Modifier: control}, (*coding.View).Add)
	code(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: control}, func(v *coding.View) { v.Finish() })
	c.AddShortcut(key(fyne.KeyQ, control), func(fyne.Shortcut) { s.closing() }) // where no menu hears it
	on(&fyne.ShortcutCopy{}, s.CopyPane)
	on(&fyne.ShortcutSelectAll{}, func() {
		if c.Focused() == s.documents.Reader() {
			s.documents.SelectAll()
		}
	})
	add(fyne.KeyLeft, fyne.KeyModifierAlt, s.documents.Back)
	add(fyne.KeyRight, fyne.KeyModifierAlt, s.documents.Forward)
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: control | fyne.KeyModifierShift}, func(fyne.Shortcut) {
		switch {
		case s.busy():
		case s.coder != nil:
			s.coder.view.Redo()
		case s.lesson == nil:
			s.host.Store.Redo()
		}
	})
	add(fyne.KeyEqual, control, func() { s.textSize(1) })
	add(fyne.KeyEqual, control|fyne.KeyModifierShift, func() { s.textSize(1) })
	add(fyne.KeyPlus, control|fyne.KeyModifierShift, func() { s.textSize(1) })
}

// textSizes are the steps of Larger and Smaller text.
var textSizes = []float64{0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2}

func (s *Shell) textSize(by int) {
	now := s.host.Store.State().TextSize
	to := now
	for _, f := range textSizes {
		if by > 0 && f > now+0.001 {
			to = f
			break
		}
		if by < 0 && f < now-0.001 {
			to = f
		}
	}
	s.host.Dispatch(state.SetTextSize(to))
}
