package parts

import (
	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
)

// Entry is a place to write in, a line or several, that leaves Escape to the window,
// which closes the dialog, and Tab to what comes next.
type Entry struct {
	widget.Entry

	OnKey      func(fyne.KeyName) bool  // takes a key before the entry does; may be nil
	OnShortcut func(fyne.Shortcut) bool // takes a shortcut before the entry does; may be nil
	OnFocus    func(in bool)            // hears of the focus; may be nil

	h     *host.Host
	hint  string // the placeholder as it is given
	wheel wheel
}

// NewEntry returns an empty line.
func NewEntry(h *host.Host) *Entry {
	e := &Entry{h: h}
	e.ExtendBaseWidget(e)
	e.wheel.ExtendBaseWidget(&e.wheel)
	return e
}

// Lines has the entry take as many lines at once as are given, and wrap its words.
func (e *Entry) Lines(n int) {
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(n)
}

// SetPlaceHolder has an empty entry say what belongs in it, on a line as much as it has room for.
func (e *Entry) SetPlaceHolder(hint string) {
	e.hint = hint
	e.fitHint()
}

// Resize implements fyne.CanvasObject.
func (e *Entry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	e.fitHint()
}

func (e *Entry) fitHint() {
	shown := e.hint
	if room := e.Size().Width - 2*e.Theme().Size(ftheme.SizeNameInnerPadding); !e.MultiLine && room > 0 {
		shown = Shorten(e.hint, e.Theme().Size(ftheme.SizeNameText), false, room)
	}
	if shown != e.PlaceHolder {
		e.Entry.SetPlaceHolder(shown)
	}
}

// Put shows other words, and leaves the cursor where it is if they are the same.
func (e *Entry) Put(words string) {
	if e.Text != words {
		e.SetText(words)
	}
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case e.OnKey != nil && e.OnKey(ev.Name):
	case ev.Name == fyne.KeyEscape:
		e.h.PassKey(ev)
	default:
		e.Entry.TypedKey(ev)
	}
}

// AcceptsTab implements fyne.Tabbable.
func (*Entry) AcceptsTab() bool { return false }

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.OnShortcut == nil || !e.OnShortcut(s) {
		e.Entry.TypedShortcut(s)
	}
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.tell(true)
	e.h.Reached(e)
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	e.tell(false)
}

func (e *Entry) tell(in bool) {
	if e.OnFocus != nil {
		e.OnFocus(in)
	}
}

// Select is a list to unfold that leaves Escape, and Enter while it is closed, to
// the window.
type Select struct {
	widget.Select
	h *host.Host
}

// NewSelect returns a list of the options, none of them chosen.
func NewSelect(h *host.Host, options []string) *Select {
	c := &Select{h: h}
	c.Options = options
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *Select) FocusGained() {
	c.Select.FocusGained()
	c.h.Reached(c)
}

// TypedKey implements fyne.Focusable.
func (c *Select) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		c.Select.TypedKey(ev)
	default:
		c.h.PassKey(ev)
	}
}
