package shell

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/strip"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// author is the part of the window in which a lesson is written.
type author struct {
	paper *strip.Desk
	strip *strip.View
	said  authored
}

// authored is what the menu says of the lesson that is written.
type authored struct {
	open, dirty, scenes, undo, redo, focused bool
	title                                    string
}

// newAuthor makes the desk and the strip of its scenes.
func (s *Shell) newAuthor() {
	s.paper = strip.NewDesk(s.scope, s.cfg.Copies)
	s.strip = strip.New(s.scope, s.paper, s.ToggleScenes)
	s.strip.Edit, s.strip.Save, s.strip.OnFocus = s.EditScene, s.SaveLesson, s.followDesk
	s.strip.Hide()
	s.paper.OnChange(s.followDesk)
	host.Watch(s.scope, func(v state.State) bool { return v.ShowScenes }, func(on bool) {
		parts.SetShown(s.strip, on)
		if s.root != nil {
			s.root.Refresh()
		}
	})
}

// followDesk says in bar and menu what lies on the desk.
func (s *Shell) followDesk() {
	d := s.paper
	now := authored{d.Is(), d.Dirty(), len(d.Lesson().Scenes) > 0, d.CanUndo(), d.CanRedo(), s.strip.Focused(), ""}
	if d.Is() {
		now.title = d.Title()
	}
	if now == s.said || s.menu == nil {
		return
	}
	s.said, s.taught = now, clip(now.title)
	s.follow()
	s.menu.rebuild()
}

// inStrip does one thing while the strip has the keys, else another.
func (s *Shell) inStrip(strip, without func()) func() {
	return func() {
		if s.strip.Focused() {
			strip()
		} else {
			without()
		}
	}
}

// stripWide is the width that the strip takes of the panes.
func (s *Shell) stripWide() float32 {
	if !s.strip.Visible() {
		return 0
	}
	return s.strip.MinSize().Width
}

// lessonItems are the entries of the menu for the lesson that is written.
func (m *menu) lessonItems(item func(string, fyne.Shortcut, func()) *fyne.MenuItem) []*fyne.MenuItem {
	s, t := m.s, m.s.host.T
	able := func(i *fyne.MenuItem, can bool) *fyne.MenuItem { i.Disabled = !can; return i }
	shown := item(t("strip.menuStrip"), key(fyne.KeyF9, 0), s.ToggleScenes)
	shown.Checked = s.host.Store.State().ShowScenes
	return []*fyne.MenuItem{
		fyne.NewMenuItemSeparator(),
		item(t("strip.menuAdd"), key(fyne.KeyL, control), m.quiet(s.AddView)),
		shown,
		item(t("strip.menuNew"), nil, s.NewLesson),
		able(item(t("strip.menuSave"), key(fyne.KeyS, control), m.quiet(s.SaveLesson)), s.said.scenes),
		able(item(t("strip.menuSaveAs"), nil, s.SaveLessonAs), s.said.scenes),
		item(t("strip.menuHistory"), nil, s.LessonHistory),
		item(t("shell.outMenu"), nil, s.ExportLesson),
	}
}

// AddView puts the present view into the lesson. The first one shows the strip.
func (s *Shell) AddView() {
	if !s.paper.Is() {
		s.showScenes(true)
	}
	s.paper.AddView()
}

// ToggleScenes shows the strip and gives it the keys, or folds it away.
func (s *Shell) ToggleScenes() {
	on := !s.host.Store.State().ShowScenes
	if !on && s.strip.Focused() {
		s.window.Canvas().Unfocus()
	}
	if s.showScenes(on); on {
		s.strip.Take()
	}
}

func (s *Shell) showScenes(on bool) {
	s.host.Dispatch(state.Func(func(v state.State) state.State { v.ShowScenes = on; return v }))
}

// EditScene opens the words of the scene that is chosen.
func (s *Shell) EditScene() {
	s.closeDialogs()
	s.open = strip.ShowForm(s.scope, s.paper, s.window.Canvas(), s.closed)
}

// OpenLesson lays a lesson on the desk after what is there was saved or given up.
// path is its file, "" if it has none. It returns the scenes as they are presented, in
// the window's language, with the error of what could not be filled.
func (s *Shell) OpenLesson(path string, l export.Lesson, m authoring.Mark) ([]scene.Step, error) {
	s.paper.Open(path, l, m)
	return s.paper.Steps(s.host.Printer())
}

// NewLesson begins an empty lesson.
func (s *Shell) NewLesson() {
	s.LetGoLesson(func() {
		s.paper.Begin()
		s.showScenes(true)
	})
}

// chooseLesson lays a lesson of the data on the desk and shows its scenes: who chooses one
// sees that it is there, and what F5 presents.
func (s *Shell) chooseLesson(l export.PackagedLesson) {
	s.showScenes(true)
	s.cfg.Lesson(l)
}

// CloseLesson takes the lesson from the desk, and its scenes from the window.
func (s *Shell) CloseLesson() {
	s.LetGoLesson(func() {
		s.paper.Close()
		s.showScenes(false)
		s.Teach("", nil)
	})
}

// LetGoLesson does something that takes the lesson from the desk, after asking whether
// to save what is not saved.
func (s *Shell) LetGoLesson(then func()) {
	if !s.paper.Dirty() || len(s.paper.Lesson().Scenes) == 0 {
		then()
		return
	}
	t := s.host.T
	s.pick(t("strip.closeTitle"), t("strip.closeText", i18n.Args{"Name": clip(s.paper.Title())}), "", nil,
		s.cancel(),
		choice{t("strip.discard"), func() { s.paper.Close(); then() }},
		choice{t("strip.saveYes"), func() { s.saveThen(then) }})
}

// SaveLesson saves the lesson to its file, or asks for one.
func (s *Shell) SaveLesson() { s.saveThen(func() {}) }

func (s *Shell) saveThen(then func()) {
	if len(s.paper.Lesson().Scenes) == 0 {
		return
	}
	path := s.paper.Path()
	if path == "" {
		s.saveLessonAs(then)
		return
	}
	s.paper.Save(path, false, func(err error) { s.lessonSaved(path, err, then) })
}

func (s *Shell) lessonSaved(path string, err error, then func()) {
	t, args := s.host.T, i18n.Args{"Name": clip(filepath.Base(path))}
	switch {
	case errors.Is(err, context.Canceled): // there is no lesson any more
	case errors.Is(err, authoring.ErrChanged):
		s.pick(t("strip.changedTitle"), t("strip.changed", args), path, nil,
			choice{t("strip.reload"), s.reload},
			choice{t("strip.overwrite"), func() { s.paper.Save(path, true, func(err error) { s.lessonSaved(path, err, then) }) }},
			choice{t("strip.saveAs"), func() { s.saveLessonAs(then) }})
	case err != nil:
		s.host.Log.WithError(err).Warn("save lesson")
		s.Warn(func() string { return export.WriteError(path, err, s.host.Printer()) })
	default:
		s.host.Say(t("strip.saved", args))
		then()
	}
}

// reload takes what another program wrote.
func (s *Shell) reload() {
	name := filepath.Base(s.paper.Path())
	s.paper.Reload(func(err error) {
		if err != nil {
			s.host.Log.WithError(err).Warn("open")
			s.Warn(func() string { return s.host.T("shell.openLesson", i18n.Args{"Name": name}) })
		}
	})
}

// SaveLessonAs asks for another file to save the lesson to.
func (s *Shell) SaveLessonAs() { s.saveLessonAs(func() {}) }

func (s *Shell) saveLessonAs(then func()) {
	s.saveData(exportdialog.DataConfig{
		Title: s.host.T("strip.saveTitle"), Name: fileName(s.paper.Title()), Forms: []exportdialog.Form{exportdialog.Form(authoring.Ending)},
		Write: func(_ context.Context, path string, force bool) error {
			done := make(chan error, 1)
			s.scope.Do(func() {
				s.paper.Save(path, force, func(err error) { done <- err })
			})
			select {
			case err := <-done:
				return err
			case <-s.scope.Context.Done():
				return context.Canceled
			}
		},
		Saved: func(path string) { s.lessonSaved(path, nil, then) },
	})
}

// LessonHistory lists the copies of the lesson, with a button that brings one back.
func (s *Shell) LessonHistory() {
	list := s.paper.Copies()
	go func() { // twenty files
		copies := list()
		s.scope.Do(func() { s.showHistory(copies) })
	}()
}

// moment is when a copy was made, in the language of the window; clock says how the
// hour is written.
func (s *Shell) moment(c authoring.Copy, clock string) string {
	return s.host.Printer().Date(c.Time.Format(time.DateOnly)) + ", " + c.Time.Format(clock)
}

func (s *Shell) showHistory(copies []authoring.Copy) {
	h, x := s.host, &sheet{s: s}
	if len(copies) == 0 {
		x.text(0, h.T("strip.historyNone"), theme.Body, false, false)
	}
	for _, c := range copies {
		words := s.moment(c, "15:04:05") + " · " + h.Printer().N("strip.scenes", len(c.Lesson.Scenes))
		if c.Of != "" && !s.paper.Is() {
			words += " · " + clip(filepath.Base(c.Of))
		}
		x.add(theme.Space1, parts.NewButton(h, nil, words, h.T("strip.restore"), func() {
			s.closeDialogs()
			if s.paper.Is() {
				s.restore(c) // one step of undo
				return
			}
			s.LetGoLesson(func() { s.restore(c) })
		}))
	}
	x.show(h.T("strip.historyTitle"), 520)
}

// OfferLost asks whether to bring back a lesson that was not saved. What is not wanted
// is not offered again, but stays among the earlier versions.
func (s *Shell) OfferLost(c authoring.Copy, settle func()) {
	t, name := s.host.T, s.called(c)
	s.pick(t("strip.lostTitle"), t("strip.lost", i18n.Args{"Name": name}),
		s.moment(c, "15:04")+" · "+s.host.Printer().N("strip.scenes", len(c.Lesson.Scenes)), settle,
		choice{t("strip.discard"), settle},
		choice{t("strip.restore"), func() { s.restore(c) }})
}

// restore brings a copy back and shows its scenes.
func (s *Shell) restore(c authoring.Copy) {
	s.paper.Restore(c, func() { s.showScenes(true); s.host.Say(s.host.T("strip.restored")) })
}

// called is what a copy's lesson is called.
func (s *Shell) called(c authoring.Copy) string {
	if c.Of != "" {
		return clip(filepath.Base(c.Of))
	}
	if t := c.Lesson.Title.In(s.host.Printer().Lang()); t != "" {
		return clip(t)
	}
	return s.host.T("strip.untitled")
}

// WarnGone names the scenes that name what the data have not.
func (s *Shell) WarnGone(name string, scenes []int) {
	var list []string
	for _, n := range scenes {
		list = append(list, strconv.Itoa(n))
	}
	s.Warn(func() string {
		return s.host.T("strip.gone", i18n.Args{"Name": clip(name), "List": strings.Join(list, ", ")})
	})
}
