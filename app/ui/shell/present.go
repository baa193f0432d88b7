package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/lesson"
)

// Present starts the lesson: where it was left on the way, else at its first scene;
// with here at the scene that shows the selected meeting. In a lesson it does
// nothing.
func (s *Shell) Present(here bool) {
	if s.show != nil || s.coder != nil {
		return
	}
	s.closeDialogs()
	s.window.Canvas().Unfocus()
	s.host.Store.Break()
	s.host.Dispatch(lesson.Start(s.host, here, s.left))
}

// followLesson puts the lesson in place of the panes while the view is a
// scene, and the panes back afterwards.
func (s *Shell) followLesson(on bool) {
	switch {
	case on && s.show == nil:
		s.host.Store.Hold(lesson.Undo)
		s.wasFull = s.full
		s.room = s.scope.Lesson()
		s.show = lesson.Begin(s.room)
		if s.owned() {
			s.show.Keep = s.keepDrawn
		}
		s.lesson = lesson.New(s.show, lesson.Panes{Map: s.cfg.Map, Charts: s.cfg.Charts})
		s.window.SetMainMenu(nil)
		s.stage.Move(fyne.NewPos(0, 0)) // where the menu was
		s.stage.Resize(s.window.Canvas().Size())
		s.put(s.lesson)
		s.window.Canvas().Focus(s.lesson)
		s.windows = newPair(s)
		s.awake.Request(s.host.T("shell.awake"))
	case !on && s.show != nil:
		s.host.Store.Release()
		show := s.show
		s.left = show.Left(s.host.Store.State().At())
		s.room.Close()
		s.window.Canvas().Unfocus()
		s.show, s.lesson, s.room = nil, nil, nil
		s.windows.end(s.wasFull)
		s.windows = nil
		s.put(s.root)
		s.menu.rebuild()
		s.awake.Request("")
		if s.left.GoesOn(s.host) {
			s.host.Say(s.host.T("shell.lessonLeft", i18n.Args{"N": s.left.N, "Total": s.left.Of}))
		}
		s.offerDrawn(show)
	}
}

// PresentTwice starts the lesson with a window for its presenter.
func (s *Shell) PresentTwice() {
	s.Present(false)
	if s.show != nil && !s.show.Twice() {
		s.show.Presenter()
	}
}

// closing hears that the window is to close: beside the presenter's it is the room's,
// and what ends is the lesson.
func (s *Shell) closing() {
	if s.show != nil && s.show.Twice() {
		s.show.Leave()
		return
	}
	s.Quit()
}

// heard hands a key to the lesson, if one is on.
func (s *Shell) heard(by func(*lesson.Show, *fyne.KeyEvent), ev *fyne.KeyEvent) {
	if s.show != nil {
		by(s.show, ev)
	}
}

// newAwake returns what keeps the screen from going dark. It asks the desktop, which
// may take its time, away from the window.
func (s *Shell) newAwake() {
	d := s.app.Driver()
	s.awake = host.Latest(s.scope, func(_ context.Context, why string) (struct{}, error) {
		d.SetDisableScreenBlanking(why != "")
		if s.cfg.Awake == nil {
			return struct{}{}, nil
		}
		return struct{}{}, s.cfg.Awake(why)
	}, func(_ string, _ struct{}, err error) {
		if err != nil {
			s.host.Log.WithError(err).Debug("keep the screen on")
		}
	})
}
