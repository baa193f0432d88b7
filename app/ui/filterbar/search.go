package filterbar

import (
	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// search is the entry for words to look for. It hands keys that mean nothing
// in an entry to the window.
type search struct {
	widget.Entry

	h     *host.Host
	clear *parts.Button
}

func newSearch(h *host.Host) *search {
	s := &search{h: h}
	s.ExtendBaseWidget(s)
	s.Icon = ftheme.SearchIcon()
	s.clear = parts.NewButton(h, ftheme.CancelIcon(), "", "", func() { h.Dispatch(state.Search("")) })
	s.clear.Hide()
	s.ActionItem = s.clear
	s.OnChanged = func(text string) {
		if text != h.Store.State().Query {
			h.Dispatch(state.Search(text))
		}
	}
	return s
}

// follow shows the view's query.
func (s *search) follow(query string) {
	if s.Text != query {
		s.SetText(query)
	}
	if shown := query != ""; shown != s.clear.Visible() {
		if shown {
			s.clear.Show()
		} else {
			s.clear.Hide()
		}
		s.Refresh()
	}
}

// TypedKey clears on Escape, leaves on the second one, and passes on what is
// not for an entry.
func (s *search) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		if s.Text != "" {
			s.SetText("")
			return
		}
		s.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.leave()
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		s.h.PassKey(ev)
	default:
		s.Entry.TypedKey(ev)
	}
}

// FocusLost ends the run of changes that one undo takes back.
func (s *search) FocusLost() {
	s.Entry.FocusLost()
	s.h.Store.Break()
}

func (s *search) leave() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Unfocus()
	}
}
