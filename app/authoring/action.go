package authoring

import (
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Action is something that a person does to a lesson. Scenes are counted from 0;
// what is said of one that is not there changes nothing, and so does what would
// make more than [export.MaxScenes].
type Action interface {
	Apply(l export.Lesson) export.Lesson
}

// Insert puts a scene at a place: behind the last if that is beyond it.
type Insert struct {
	At    int
	Scene export.LessonScene
}

// Apply implements Action.
func (a Insert) Apply(l export.Lesson) export.Lesson {
	if len(l.Scenes) >= export.MaxScenes {
		return l
	}
	l.Scenes = slices.Insert(slices.Clone(l.Scenes), min(max(a.At, 0), len(l.Scenes)), a.Scene)
	return l
}

// Duplicate puts a copy of a scene behind it.
type Duplicate struct{ At int }

// Apply implements Action.
func (a Duplicate) Apply(l export.Lesson) export.Lesson {
	if !has(l, a.At) {
		return l
	}
	return Insert{a.At + 1, l.Scenes[a.At]}.Apply(l)
}

// Delete takes a scene away.
type Delete struct{ At int }

// Apply implements Action.
func (a Delete) Apply(l export.Lesson) export.Lesson {
	if has(l, a.At) {
		l.Scenes = slices.Delete(slices.Clone(l.Scenes), a.At, a.At+1)
	}
	return l
}

// Move puts the scene From where To is, and those between closer.
type Move struct{ From, To int }

// Apply implements Action.
func (a Move) Apply(l export.Lesson) export.Lesson {
	if !has(l, a.From) || !has(l, a.To) {
		return l
	}
	moved := l.Scenes[a.From]
	l.Scenes = slices.Insert(slices.Delete(slices.Clone(l.Scenes), a.From, a.From+1), a.To, moved)
	return l
}

// Lay chooses the panes of a scene. One that had no second view begins with its
// own there.
type Lay struct {
	At    int
	Panes scene.Panes
}

// Apply implements Action.
func (a Lay) Apply(l export.Lesson) export.Lesson {
	return change(l, a.At, func(s *export.LessonScene) {
		if a.Panes.Twice() && !s.Panes.Twice() {
			s.Beside = s.View
		}
		if s.Panes = a.Panes; !a.Panes.Twice() {
			s.Beside = state.View{}
		}
	})
}

// Look has a scene show another view, or, if Second, another one beside it.
type Look struct {
	At     int
	View   state.View
	Second bool
}

// Apply implements Action.
func (a Look) Apply(l export.Lesson) export.Lesson {
	return change(l, a.At, func(s *export.LessonScene) {
		switch {
		case !a.Second:
			s.View = a.View
		case s.Panes.Twice():
			s.Beside = a.View
		}
	})
}

// Ask says how a scene's question is answered, and, where that is by a click, the id
// of the place to find.
type Ask struct {
	At    int
	Kind  scene.QuestionKind
	Place string
}

// Apply implements Action.
func (a Ask) Apply(l export.Lesson) export.Lesson {
	return change(l, a.At, func(s *export.LessonScene) { s.Question.Kind, s.Question.Place = a.Kind, a.Place })
}

// Cite names the documents that the words of a scene rest on, by id.
type Cite struct {
	At      int
	Sources state.Set
}

// Apply implements Action.
func (a Cite) Apply(l export.Lesson) export.Lesson {
	return change(l, a.At, func(s *export.LessonScene) { s.Sources = a.Sources })
}

// Hide says what of a scene a class is not to see as it begins.
type Hide struct {
	At    int
	Parts state.Hidden
}

// Apply implements Action.
func (a Hide) Apply(l export.Lesson) export.Lesson {
	return change(l, a.At, func(s *export.LessonScene) { s.Reveals = a.Parts })
}

// Annotate has these strokes, and no others, drawn over the scenes.
type Annotate struct{ Strokes map[int][]scene.Stroke }

// Apply implements Action.
func (a Annotate) Apply(l export.Lesson) export.Lesson {
	l.Scenes = slices.Clone(l.Scenes)
	for i := range l.Scenes {
		l.Scenes[i].Strokes = a.Strokes[i]
	}
	return l
}

// Field is a text of a scene.
type Field string

// The texts of a scene.
const (
	Title   Field = "title"
	When    Field = "when"
	Caption Field = "caption"
	Note    Field = "note"
	Asks    Field = "asks"   // its question
	Answer  Field = "answer" // to that
)

// Fields lists the texts in the order of a form.
func Fields() []Field { return []Field{Title, When, Caption, Note, Asks, Answer} }

// in is where a scene has the text.
func (f Field) in(s *export.LessonScene) *dataset.Text {
	switch f {
	case When:
		return &s.When
	case Caption:
		return &s.Caption
	case Note:
		return &s.Note
	case Asks:
		return &s.Question.Text
	case Answer:
		return &s.Question.Answer
	}
	return &s.Title
}

// Of returns the text of a scene in each of its languages.
func (f Field) Of(s export.LessonScene) dataset.Text { return *f.in(&s) }

// Write puts a text of a scene, or, where At is -1, the title of the lesson, into
// a language; Lang "" is for all that have none of their own. What is longer than
// a file may have is cut.
type Write struct {
	At         int
	Field      Field
	Lang, Text string
}

// place says where it writes.
func (a Write) place() string { return fmt.Sprintf("%d %s %s", a.At, a.Field, a.Lang) }

// Apply implements Action.
func (a Write) Apply(l export.Lesson) export.Lesson {
	if a.At == -1 {
		l.Title = with(l.Title, a.Lang, a.Text)
		return l
	}
	return change(l, a.At, func(s *export.LessonScene) {
		t := a.Field.in(s)
		*t = with(*t, a.Lang, a.Text)
		if a.Field == Asks {
			s.Question.Paper = nil // which says the question that was
		}
	})
}

// with is a text with other words in one language; nil if there are none in any.
func with(t dataset.Text, lang, words string) dataset.Text {
	for len(words) > export.MaxSceneText {
		_, n := utf8.DecodeLastRuneInString(words)
		words = words[:len(words)-n]
	}
	out := dataset.Text{}
	maps.Copy(out, t)
	if out[lang] = words; words == "" {
		delete(out, lang)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func has(l export.Lesson, at int) bool { return at >= 0 && at < len(l.Scenes) }

// change is the lesson with one scene changed.
func change(l export.Lesson, at int, do func(*export.LessonScene)) export.Lesson {
	if has(l, at) {
		l.Scenes = slices.Clone(l.Scenes)
		do(&l.Scenes[at])
	}
	return l
}
