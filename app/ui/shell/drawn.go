package shell

import (
	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/lesson"
)

// owned reports whether the lesson that F5 presents lies on the desk, where what is drawn
// in it can be kept with its scenes.
func (s *Shell) owned() bool {
	return s.host.Deck != nil && s.paper.Is() && len(s.paper.Lesson().Scenes) > 0
}

// keepDrawn keeps what was drawn over the scenes of the lesson on the desk, as one step
// of undo, and reports whether there was room for it in a file.
func (s *Shell) keepDrawn(strokes map[int][]scene.Stroke) bool {
	a := authoring.Annotate{Strokes: strokes}
	if _, err := authoring.Encode(a.Apply(s.paper.Lesson())); err != nil {
		s.host.Log.WithError(err).Warn("keep strokes")
		return false
	}
	s.paper.Do(a)
	return true
}

// offerDrawn asks, when a lesson has ended, whether to keep what was drawn in it: with
// the lesson on the desk, or else with a copy of the one that was made of the view.
func (s *Shell) offerDrawn(show *lesson.Show) {
	strokes, changed := show.Drawn()
	if !changed {
		return
	}
	t, owned, steps := s.host.T, s.owned(), show.Deck()
	text, yes := t("present.keepCopy"), t("present.keepCopyYes")
	if owned {
		text, yes = t("present.keepOwn"), t("present.keepYes")
	}
	s.pick(t("present.keepTitle"), text, "", nil,
		choice{t("present.keepNo"), func() {}},
		choice{yes, func() {
			if owned != s.owned() || owned && len(s.paper.Lesson().Scenes) != len(steps) {
				return // the lesson has gone meanwhile
			}
			if !owned {
				s.LetGoLesson(func() {
					s.paper.Begin()
					s.paper.Do(authoring.Replace{By: *export.LessonOf(s.host.Room, "", steps, s.host.Printer().Lang())})
					s.kept(s.keepDrawn(strokes))
				})
				return
			}
			s.kept(s.keepDrawn(strokes))
		}})
}

// kept shows where what was drawn is now, or says why it is not.
func (s *Shell) kept(ok bool) {
	if !ok {
		s.Warn(func() string { return s.host.T("present.keepFull") })
		return
	}
	s.showScenes(true)
	s.host.Say(s.host.T("present.keptSaved"))
}
