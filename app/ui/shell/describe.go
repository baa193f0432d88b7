package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// description is what copying and exporting mean in words, the alternative text of the
// picture.
func (s *Shell) description() string {
	return export.Describe(s.host.Room, s.host.State(), s.pane())
}

// ShowDescription shows the view in words that can be selected and copied.
func (s *Shell) ShowDescription() {
	x, text := &sheet{s: s}, s.description() // of what has the focus before the dialog takes it
	x.add(0, s.newWords(text))
	h := s.host
	s.dialog(h.T("shell.description"), 640, x,
		parts.NewButton(h, nil, h.T("shell.copyDescription"), "", func() { s.copyWords(text) }),
		s.shutter()).Show(nil)
}

// words is running text that can be selected and copied, and not changed.
type words struct {
	widget.Entry
	s *Shell
}

func (s *Shell) newWords(text string) *words {
	w := &words{s: s}
	w.MultiLine, w.Wrapping = true, fyne.TextWrapWord
	w.ExtendBaseWidget(w)
	w.SetText(text)
	return w
}

// TypedRune implements fyne.Focusable.
func (*words) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: the keys that move the cursor are its own.
func (w *words) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd:
		w.Entry.TypedKey(ev)
	default:
		w.s.host.PassKey(ev)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab leads on.
func (*words) AcceptsTab() bool { return false }

// TypedShortcut implements fyne.Shortcutable.
func (w *words) TypedShortcut(x fyne.Shortcut) {
	switch x.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		w.Entry.TypedShortcut(x)
	}
}

// HeightFor implements parts.Flowing.
func (w *words) HeightFor(width float32) float32 {
	size := parts.Scaled(w.s.host, theme.Body)
	lines := parts.Wrap(w.Text, width-2*theme.Space4, func(s string) float32 { return parts.Measure(s, size, false).Width })
	w.SetMinRowsVisible(len(lines) + 1)
	return w.MinSize().Height
}
