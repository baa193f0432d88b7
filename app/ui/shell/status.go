package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// messageFor is how long a sentence stands in the status line.
const messageFor = 8 * time.Second

// status is the line at the bottom: what is shown, or for a while a sentence
// about what just happened.
type status struct {
	widget.BaseWidget

	scope   *host.Scope
	h       *host.Host
	line    *canvas.Rectangle
	words   *canvas.Text
	full    string
	message string
	stop    func() // leaves the message
}

var _ desktop.Hoverable = (*status)(nil)

func newStatus(scope *host.Scope) *status {
	h := scope.Host
	s := &status{scope: scope, h: h, stop: func() {}, line: parts.Hairline(h), words: canvas.NewText("", h.Palette().InkMuted)}
	s.ExtendBaseWidget(s)
	type part struct {
		state.Subject
		state.Person
	}
	host.Watch(scope, func(v state.State) part {
		return part{v.Subject, v.Person}
	}, func(part) { s.Refresh() })
	return s
}

// say shows a sentence for a while.
func (s *status) say(text string) {
	s.stop()
	s.message = text
	s.Refresh()
	s.stop = s.scope.After(messageFor, func() {
		s.message = ""
		s.Refresh()
	})
}

// MouseIn says the whole line where it is cut.
func (s *status) MouseIn(*desktop.MouseEvent) {
	if s.words.Text != s.full {
		s.h.Hint(s.full, s)
	}
}

// MouseMoved does nothing.
func (s *status) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tip away.
func (s *status) MouseOut() { s.h.Hint("", s) }

// CreateRenderer is for Fyne.
func (s *status) CreateRenderer() fyne.WidgetRenderer {
	r := &statusRenderer{s}
	r.Refresh()
	return r
}

type statusRenderer struct{ s *status }

func (r *statusRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, parts.Measure("Mg", parts.Scaled(r.s.h, theme.Small), false).Height+theme.Space2)
}

func (r *statusRenderer) Layout(size fyne.Size) {
	s := r.s
	s.line.Resize(fyne.NewSize(size.Width, 1))
	cut := parts.Shorten(s.full, s.words.TextSize, false, size.Width-2*theme.Space3)
	if cut != s.words.Text {
		s.words.Text = cut
		s.words.Refresh()
	}
	m := s.words.MinSize()
	s.words.Resize(m)
	s.words.Move(fyne.NewPos(theme.Space3, (size.Height-m.Height)/2))
}

func (r *statusRenderer) Refresh() {
	s, p := r.s, r.s.h.Palette()
	s.full = scene.StatusLine(s.h.Room, s.h.Selection(), s.h.State(), s.h.Printer())
	s.words.Color, s.words.TextSize = p.InkMuted, parts.Scaled(s.h, theme.Small)
	if s.message != "" {
		s.full, s.words.Color = s.message, p.Ink
	}
	s.line.FillColor = p.Hairline
	r.Layout(s.Size())
	s.line.Refresh()
	s.words.Refresh()
}

func (r *statusRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.line, r.s.words}
}

func (r *statusRenderer) Destroy() {}

func empty(h *host.Host) string {
	return scene.Empty(h.Room, h.Selection(), h.State(), h.Printer())
}
