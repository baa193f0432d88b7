package coding

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
)

// entry is a place to write in. Enter, with Ctrl or without, is for the whole
// form; Escape leads back to the text.
type entry struct {
	widget.Entry

	h     *host.Host
	enter func()
	leave func()
}

func newEntry(h *host.Host, many bool, enter, leave func()) *entry {
	e := &entry{h: h, enter: enter, leave: leave}
	if many {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(3)
	}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		e.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		e.enter()
	default:
		e.Entry.TypedKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable. What an entry has no use for is the
// window's.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if x, ok := s.(*desktop.CustomShortcut); ok {
		switch x.KeyName {
		case fyne.KeyReturn, fyne.KeyEnter:
			e.enter()
			return
		case fyne.KeyS:
			if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e).(fyne.Shortcutable); ok {
				c.TypedShortcut(s)
			}
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// AcceptsTab implements fyne.Tabbable: Tab leads on, also from words of several
// lines.
func (e *entry) AcceptsTab() bool { return false }

// set shows other words, and leaves the cursor where it is if they are the same.
func (e *entry) set(words string) {
	if e.Text != words {
		e.SetText(words)
	}
}
