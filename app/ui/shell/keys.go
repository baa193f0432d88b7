package shell

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// help is one line of the card of keys.
type help struct{ keys, text string }

// keyTable is the card of keys in two columns: those of the window, and those
// of map, documents and lesson. A line without keys heads a group.
func (s *Shell) keyTable() (left, right []help) {
	t := s.host.T
	left = []help{
		{"", t("shell.keysWindow")},
		{"F1, ?", t("shell.keyHelp")},
		{"F5, Shift+F5", t("shell.keyPresent")},
		{"F3, Shift+F3", t("shell.keyFound")},
		{"F6, F7", t("shell.keyPanes")},
		{"F11", t("shell.keyFull")},
		{"/, Ctrl+F", t("shell.keySearch")},
		{"Ctrl+R", t("shell.keyReset")},
		{"Ctrl+Z, Ctrl+Y", t("shell.keyUndo")},
		{"Ctrl+1 … Ctrl+" + strconv.Itoa(min(len(scene.Specs()), 9)), t("shell.keyCharts")},
		{"Ctrl++, Ctrl+−", t("shell.keyTextSize")},
		{"Ctrl+E, Ctrl+Shift+E", t("shell.keyExport")},
		{"Ctrl+C, Ctrl+Shift+C", t("shell.keyCopy")},
		{"Ctrl+O", t("shell.keyOpen")},
		{"D, Ctrl+D", t("shell.keyDescribe")},
		{"Tab, Shift+Tab", t("shell.keyTab")},
		{"Esc", t("shell.keyEscape")},
	}
	right = []help{
		{"", t("shell.keysMap")},
		{"← → ↑ ↓, + −", t("shell.keyMap")},
		{"[ ], Enter", t("shell.keyMarkers")},
		{"0, L", t("shell.keyFit")},
		{"", t("shell.keysDocuments")},
		{"↑ ↓, PgUp, PgDn", t("shell.keyScroll")},
		{"← →, Enter", t("shell.keyStatements")},
		{"", t("shell.keysLesson")},
		{"PgDn → ↓ Space Enter N", t("shell.keyNext")},
		{"PgUp ← ↑ Backspace P", t("shell.keyBack")},
		{"Home, End", t("shell.keyEnds")},
		{"B .  W ,", t("shell.keyBlank")},
		{"Esc", t("shell.keyLeave")},
	}
	return left, right
}

// key hears the keys that no view wanted.
func (s *Shell) key(ev *fyne.KeyEvent) {
	if s.lesson != nil {
		s.lesson.Key(ev)
		return
	}
	switch ev.Name {
	case fyne.KeyF1:
		s.ShowKeys()
	case fyne.KeyF3:
		by := 1
		if s.host.ShiftHeld() {
			by = -1
		}
		s.documents.Step(by)
	case fyne.KeyF5:
		s.Present(s.host.ShiftHeld())
	case fyne.KeyF6:
		s.ToggleDocuments()
	case fyne.KeyF7:
		s.ToggleCharts()
	case fyne.KeyF11:
		s.SetFullScreen(!s.full)
	case fyne.KeyEscape:
		s.escape()
	}
}

// rune hears the characters that no view wanted.
func (s *Shell) rune(r rune) {
	if s.lesson != nil {
		s.lesson.Rune(r)
		return
	}
	switch r {
	case '?':
		s.ShowKeys()
	case '/':
		s.bar.FocusSearch()
	case '0':
		s.fit()
	case 'd', 'D', 'в', 'В': // the same key on Cyrillic layouts
		s.ShowDescription()
	}
}

func (s *Shell) fit() { s.host.Dispatch(state.SetCamera{}) }

// escape leaves the innermost thing: a pop-up or dialog, what is lit, the keys' focus,
// a warning, the selection, the drawer, full screen.
func (s *Shell) escape() {
	c := s.window.Canvas()
	switch v := s.host.Store.State(); {
	case s.closeDialogs():
	case s.host.LetGo():
	case c.Focused() != nil:
		c.Unfocus()
	case s.panes.notice.close():
	case v.Meeting != "" || v.Document != "" || v.Statement != "" || v.Page != "":
		s.host.Dispatch(state.ClearSelection{})
	case s.panes.openDrawer(false):
	case s.full:
		s.SetFullScreen(false)
	}
}

// addShortcuts adds the second keys of what the menu has already.
func (s *Shell) addShortcuts(c fyne.Canvas) {
	control := fyne.KeyModifierShortcutDefault
	add := func(name fyne.KeyName, mod fyne.KeyModifier, f func()) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mod}, func(fyne.Shortcut) {
			if s.lesson == nil {
				f()
			}
		})
	}
	c.AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) {
		if s.lesson == nil {
			s.CopyPane()
		}
	})
	add(fyne.KeyC, control|fyne.KeyModifierShift, s.CopyRows)
	add(fyne.KeyZ, control|fyne.KeyModifierShift, s.host.Store.Redo)
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
