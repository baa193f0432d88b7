package shell

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// messageFor is how long a sentence stands in the status line.
const messageFor = 8 * time.Second

// status is the line at the bottom: what is shown, or for a while a sentence
// about what just happened. What is broken stands until it is mended.
type status struct {
	parts.Hover

	scope   *host.Scope
	h       *host.Host
	line    *canvas.Rectangle
	words   *canvas.Text
	full    string
	message string
	stop    func()        // leaves the message
	badge   *badge        // of what was found in the data
	broken  func() string // in place of what is shown; nil: nothing is
}

func newStatus(scope *host.Scope, findings func()) *status {
	h := scope.Host
	s := &status{scope: scope, h: h, stop: func() {}, badge: newBadge(h, findings), line: parts.Hairline(h), words: canvas.NewText("", h.Palette().InkMuted)}
	s.Marks = []fyne.CanvasObject{s.line}
	s.Init(s, h)
	type part struct {
		state.Subject
		state.Person
	}
	host.Watch(scope, func(v state.State) part {
		return part{v.Subject, v.Person}
	}, func(part) { s.badge.Refresh(); s.Refresh() })
	host.WatchData(scope, s.Refresh)
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

// CreateRenderer is for Fyne.
func (s *status) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(s) }

// Least implements parts.Drawn.
func (s *status) Least() fyne.Size {
	return fyne.NewSize(100, parts.Measure("Mg", parts.Scaled(s.h, theme.Small), false).Height+theme.Space2)
}

// Place implements parts.Drawn. Where the line is cut, its tip says it whole.
func (s *status) Place(size fyne.Size) {
	s.line.Resize(fyne.NewSize(size.Width, 1))
	room := size.Width - 2*theme.Space3
	if s.badge.Visible() {
		least := s.badge.MinSize()
		s.badge.Resize(fyne.NewSize(least.Width, size.Height-1))
		s.badge.Move(fyne.NewPos(size.Width-theme.Space1-least.Width, 1))
		room -= least.Width
	}
	cut := parts.Shorten(s.full, s.words.TextSize, false, room)
	if cut != s.words.Text {
		s.words.Text = cut
		s.words.Refresh()
	}
	s.Tip = ""
	if cut != s.full {
		s.Tip = s.full
	}
	m := s.words.MinSize()
	s.words.Resize(m)
	s.words.Move(fyne.NewPos(theme.Space3, (size.Height-m.Height)/2))
}

// Paint implements parts.Drawn.
func (s *status) Paint() {
	p := s.h.Palette()
	s.full = scene.StatusLine(s.h.Room, s.h.Selection(), s.h.State(), s.h.Printer())
	s.words.Color, s.words.TextSize = p.InkMuted, parts.Scaled(s.h, theme.Small)
	if s.broken != nil {
		s.full, s.words.Color = s.broken(), p.Warning
	}
	if s.message != "" {
		s.full, s.words.Color = s.message, p.Ink
	}
	s.line.FillColor = p.Hairline
}

// Pieces implements parts.Drawn.
func (s *status) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{s.line, s.words, s.badge} }

// empty says why no statement shows; "" of a chronology, of which its meetings are all
// that there is.
func empty(h *host.Host) string {
	if len(h.Room.Data.Statements) == 0 && len(h.Selection().Meetings) > 0 {
		return ""
	}
	return scene.Empty(h.Room, h.Selection(), h.State(), h.Printer())
}
