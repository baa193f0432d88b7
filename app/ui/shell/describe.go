package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// description is the view in words, the alternative text of its pictures.
func (s *Shell) description() string {
	h := s.host
	return scene.Count(h.Room, h.Selection(), h.State(), h.Printer()).Describe()
}

// ShowDescription shows the view in words that can be selected and copied.
func (s *Shell) ShowDescription() {
	x := &sheet{s: s}
	words := newWords(s.description())
	x.add(0, words)
	x.add(theme.Space3, parts.NewButton(s.host, nil, s.host.T("shell.copyDescription"), "", s.CopyDescription))
	x.show(s.host.T("shell.description"), 640)
}

// words is running text that can be selected.
type words struct{ widget.Label }

func newWords(text string) *words {
	w := &words{}
	w.Text, w.Wrapping, w.Selectable = text, fyne.TextWrapWord, true
	w.ExtendBaseWidget(w)
	return w
}

// HeightFor implements parts.Flowing.
func (w *words) HeightFor(width float32) float32 {
	w.Resize(fyne.NewSize(width, w.Size().Height))
	return w.MinSize().Height
}
