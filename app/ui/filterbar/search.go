package filterbar

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/work"
)

// search is the entry for words to look for. It hands keys that mean nothing
// in an entry to the window.
type search struct {
	widget.Entry

	scope *host.Scope
	h     *host.Host
	clear *parts.Button
	query string // of the view, as it was last seen
	stop  func() // leaves what was typed unsearched; nil if nothing waits

	large bool // the data are: words are found off the UI goroutine before the view asks for them
	found *work.Latest[sought, struct{}]
	asked string // what is being found; "" if nothing is

	list    *Drop
	focused bool
	typed   bool // the list is to open once what was typed is found
}

// sought is words, and where they are looked for.
type sought struct {
	room  *scene.Room
	query string
}

// searchRest is how long the keys rest before what was typed is looked for:
// words are counted, not letters.
const searchRest = 120 * time.Millisecond

func newSearch(scope *host.Scope) *search {
	h := scope.Host
	s := &search{scope: scope, h: h}
	s.found = host.Latest(scope, func(_ context.Context, q sought) (struct{}, error) {
		scene.Prepare(q.room, q.query)
		return struct{}{}, nil
	}, func(q sought, _ struct{}, _ error) {
		if s.asked != "" && s.asked == q.query {
			s.asked = ""
			h.Dispatch(state.Search(q.query))
			s.open()
		}
	})
	s.list = newDrop(h, s, s.take)
	s.ExtendBaseWidget(s)
	s.Icon = ftheme.SearchIcon()
	s.clear = parts.NewButton(h, ftheme.CancelIcon(), "", "", func() { s.SetText("") })
	s.clear.Hide()
	s.ActionItem = s.clear
	s.OnChanged = func(text string) {
		s.drop()
		if text == "" {
			s.list.close()
			s.look() // there is nothing to wait for
		} else if text != h.Store.State().Query {
			s.typed = true
			s.stop = scope.After(searchRest, s.look)
		}
	}
	return s
}

// look looks for what stands in the entry.
func (s *search) look() {
	s.drop()
	switch {
	case s.Text == s.h.Store.State().Query:
	case s.large && s.Text != "":
		s.asked = s.Text
		s.found.Request(sought{s.h.Room, s.Text})
	default:
		s.h.Dispatch(state.Search(s.Text))
		s.open()
	}
}

// open lists what is found, if a person typed it here.
func (s *search) open() {
	if s.typed && s.Text != "" && s.focused {
		s.list.show(scene.Find(s.h.Room, s.h.Store.State(), s.Text, s.h.Printer()))
	}
	s.typed = false
}

// take goes to a hit. The entry has the focus, also after a click.
func (s *search) take(a state.Action) {
	s.list.close()
	s.h.Store.Break()
	s.h.Dispatch(a)
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// drop leaves what waits.
func (s *search) drop() {
	s.asked = ""
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// follow shows the view's query, unless a person is typing another.
func (s *search) follow(query string) {
	if query != s.query {
		s.drop()
	}
	s.query = query
	if s.Text != query && s.stop == nil && s.asked == "" {
		s.SetText(query)
	}
	if shown := query != ""; shown != s.clear.Visible() {
		parts.SetShown(s.clear, shown)
		s.Refresh()
	}
}

// TypedKey walks the list with the arrows and goes to what is chosen on Enter;
// without a choice Enter filters. Escape closes the list, then clears, then
// leaves. What is not for an entry is passed on.
func (s *search) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp:
		switch by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[ev.Name]; {
		case s.list.Visible():
			s.list.step(by)
		case by > 0:
			s.typed = true
			s.open()
		}
	case fyne.KeyEscape:
		if s.list.close() {
			return
		}
		if s.Text != "" {
			s.SetText("")
			return
		}
		s.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.list.take() {
			return
		}
		s.typed = false
		s.look()
		s.list.close()
		s.h.Store.Break()
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		s.h.PassKey(ev)
	default:
		s.Entry.TypedKey(ev)
	}
}

// FocusGained gets ready for a search.
func (s *search) FocusGained() {
	s.Entry.FocusGained()
	s.focused = true
	if s.asked == "" {
		s.found.Request(sought{s.h.Room, ""})
	}
}

// FocusLost ends the run of changes that one undo takes back.
func (s *search) FocusLost() {
	s.Entry.FocusLost()
	s.focused, s.typed = false, false
	if !s.list.over { // else a click on it is coming
		s.list.close()
	}
	if s.stop != nil {
		s.look()
	}
	s.h.Store.Break()
}

func (s *search) leave() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Unfocus()
	}
}
