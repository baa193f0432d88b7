package coding

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// newEntry returns a place to write in. Enter, with Ctrl or without, is for the
// whole form; Escape leads back to the text; Ctrl+S is the window's.
func newEntry(h *host.Host, many bool, enter, leave func()) *parts.Entry {
	e := parts.NewEntry(h)
	if many {
		e.Lines(3)
	}
	e.OnKey = func(name fyne.KeyName) bool {
		switch name {
		case fyne.KeyEscape:
			leave()
		case fyne.KeyReturn, fyne.KeyEnter:
			enter()
		default:
			return false
		}
		return true
	}
	e.OnShortcut = func(s fyne.Shortcut) bool {
		x, ok := s.(*desktop.CustomShortcut)
		switch {
		case !ok:
			return false
		case x.KeyName == fyne.KeyReturn, x.KeyName == fyne.KeyEnter:
			enter()
		case x.KeyName == fyne.KeyS, x.KeyName == fyne.KeyQ:
			if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
				c.TypedShortcut(s)
			}
		default:
			return false
		}
		return true
	}
	return e
}
