package shell

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/screens"
)

// monitors are the screens of the computer and what puts windows on them; tests have
// their own.
type monitors interface {
	List() []screens.Screen
	Put(w fyne.Window, p screens.Place)
	Where(w fyne.Window) screens.Spot
	Return(w fyne.Window, s screens.Spot)
	Leave(w fyne.Window)
}

// pair is the windows of a lesson: the room's, which is the program's own, and the
// presenter's.
type pair struct {
	s         *Shell
	presenter fyne.Window // nil while it is closed
	stop      func()      // ends what lives in it
	home      screens.Spot
	list      []screens.Screen
	now       *layout // nil before the first
}

// layout is where the windows of a lesson are.
type layout struct {
	twice           bool
	room, presenter screens.Place
}

// screenTime is how often a lesson looks for a screen that was plugged in or out, or
// has changed its size: nobody tells all of it.
const screenTime = 500 * time.Millisecond

// newPair takes the windows over from the program when a lesson begins.
func newPair(s *Shell) *pair {
	p := &pair{s: s, home: s.monitors.Where(s.window)}
	p.watch()
	s.show.Follow(s.room, p.follow)
	p.follow()
	return p
}

// watch looks for other screens, as long as the lesson lives.
func (p *pair) watch() {
	if list := p.s.monitors.List(); !slices.Equal(list, p.list) {
		p.list = list
		names := make([]string, len(list))
		for i, x := range list {
			names[i] = x.Name
		}
		p.s.show.Plugged(names)
	}
	p.s.room.After(screenTime, p.watch)
}

// follow opens and closes the presenter's window and puts both in their places, if
// that has changed: where a person has put them meanwhile is left alone.
func (p *pair) follow() {
	show := p.s.show
	if show == nil {
		return // being left
	}
	want := layout{twice: show.Twice(), room: screens.Place{Kind: screens.Whole}}
	if want.twice {
		want.room.Kind = screens.Plain
	}
	if len(p.list) > 0 {
		want.room, want.presenter = screens.Arrange(p.list, show.Screen(), want.twice)
	}
	was := p.now
	if was != nil && want == *was {
		return
	}
	p.now = &want
	if want.twice && p.presenter == nil {
		p.open()
	} else if !want.twice {
		p.shut()
	}
	if was == nil || want.room != was.room {
		p.s.monitors.Put(p.s.window, want.room)
	}
	if want.twice && (was == nil || want.presenter != was.presenter || !was.twice) {
		p.s.monitors.Put(p.presenter, want.presenter)
	}
	// A window manager may take the keyboard from a window whose screen was unplugged, and
	// give it to none: a clicker would do nothing any more.
	if want.twice {
		p.presenter.RequestFocus()
	} else {
		p.s.window.RequestFocus()
	}
}

// open opens the presenter's window.
func (p *pair) open() {
	s := p.s
	scope := s.room.Open()
	w := s.app.NewWindow(s.host.T("present.window"))
	v := lesson.NewPresenter(scope, s.show, s.lesson.Aspect)
	w.SetPadded(false)
	w.SetContent(v)
	w.SetCloseIntercept(func() {
		if s.show != nil && s.show.Twice() {
			s.show.Presenter()
		}
	})
	w.Canvas().AddShortcut(key(fyne.KeyQ, control), func(fyne.Shortcut) { s.closing() })
	w.Resize(fyne.NewSize(960, 640))
	w.Show()
	s.monitors.Leave(w)
	w.Canvas().Focus(v)
	p.presenter = w
	p.stop = func() {
		scope.Close()
		w.Close()
	}
}

// shut closes the presenter's window.
func (p *pair) shut() {
	if p.presenter != nil {
		stop := p.stop
		p.presenter, p.stop = nil, nil
		stop()
	}
}

// end closes the presenter's window and gives the other back as it was.
func (p *pair) end(full bool) {
	if p.presenter != nil {
		p.shut()
		p.s.window.RequestFocus() // not every window manager passes it on
	}
	p.s.monitors.Return(p.s.window, p.home)
	if full {
		p.s.window.SetFullScreen(true)
	}
}

// Settle puts the window where it was, if that screen is there, and in any case makes it
// no larger than its screen; the documents come in. It must be on the screen already, and
// not in a lesson.
func (s *Shell) Settle(was screens.Spot) {
	s.panes.opened()
	s.monitors.Leave(s.window)
	list := s.monitors.List()
	if len(list) == 0 || s.show != nil {
		return
	}
	now := s.monitors.Where(s.window)
	was.Frame = now.Frame
	want := screens.Fit(list, was)
	if !want.Known {
		want = screens.Fit(list, now)
	}
	if want.Known && want != now {
		s.monitors.Return(s.window, want)
	}
}

// Spot is where the window is; not Known on a full screen and in a lesson. It must not be asked for
// while the window is laid out.
func (s *Shell) Spot() screens.Spot {
	if s.full || s.show != nil {
		return screens.Spot{}
	}
	return s.monitors.Where(s.window)
}
