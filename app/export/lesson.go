package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/plain"
)

// Limits of a lesson file.
const (
	MaxLesson    = 4 << 20 // bytes
	MaxScenes    = 200
	MaxSceneText = 8 << 10 // bytes of one text of a scene
)

// lessonFormat is the version of a lesson's file, which begins with it.
const lessonFormat = 1

// ErrLesson says that a file holds no lesson; the error says why.
var ErrLesson = errors.New("this is not a lesson")

// Lesson is a lesson as its file has it. Its texts are in one language or more,
// and captions ([scene.Fill]) of the views of their scenes.
type Lesson struct {
	Title  dataset.Text  `json:"title,omitempty"`
	Data   *DataMark     `json:"data,omitempty"` // whose data it is of, if a person brought them
	Scenes []LessonScene `json:"scenes"`
}

// LessonScene is a scene of a lesson.
type LessonScene struct {
	Title   dataset.Text
	When    dataset.Text
	Caption dataset.Text
	Note    dataset.Text
	Panes   scene.Panes
	View    state.View
	Beside  state.View

	Question LessonQuestion
	Reveals  state.Hidden // what the class is not to see before it is revealed
	Sources  state.Set    // ids of documents
	Strokes  []scene.Stroke
}

// LessonQuestion is a question of a scene in the languages of its lesson; see
// [scene.Question].
type LessonQuestion struct {
	Text, Paper, Answer dataset.Text
	Kind                scene.QuestionKind
	Place               string
}

func (q LessonQuestion) asks() bool { return len(q.Text) > 0 }

// sceneFile is a scene as a lesson file holds it.
type sceneFile struct {
	Title   dataset.Text    `json:"title"`
	When    dataset.Text    `json:"when,omitempty"`
	Caption dataset.Text    `json:"caption,omitempty"`
	Note    dataset.Text    `json:"note,omitempty"`
	Panes   string          `json:"panes,omitempty"`
	View    json.RawMessage `json:"view"`
	Beside  json.RawMessage `json:"beside,omitempty"`

	Question *questionFile `json:"question,omitempty"`
	Reveals  string        `json:"reveals,omitempty"`
	Sources  string        `json:"sources,omitempty"`
	Strokes  []strokeFile  `json:"strokes,omitempty"`
}

// questionFile is a question as a lesson file holds it.
type questionFile struct {
	Text   dataset.Text `json:"text"`
	Paper  dataset.Text `json:"paper,omitempty"`
	Kind   string       `json:"kind,omitempty"`
	Answer dataset.Text `json:"answer,omitempty"`
	Place  string       `json:"place,omitempty"`
}

// MarshalJSON writes a scene as [ReadLesson] reads it.
func (s LessonScene) MarshalJSON() ([]byte, error) {
	f := sceneFile{Title: s.Title, When: s.When, Caption: s.Caption, Note: s.Note, Panes: string(s.Panes), View: state.EncodeView(s.View), Reveals: string(s.Reveals), Sources: string(s.Sources), Strokes: strokeFiles(s.Strokes)}
	if q := s.Question; q.asks() {
		f.Question = &questionFile{q.Text, q.Paper, string(q.Kind), q.Answer, q.Place}
	}
	if f.Title == nil {
		f.Title = dataset.Text{"": ""}
	}
	if s.Panes.Twice() {
		f.Beside = state.EncodeView(s.Beside)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(f)
	return b.Bytes(), err
}

// take reads what a file says of a scene. Texts lose control and direction marks.
func (s *LessonScene) take(f *sceneFile) error {
	panes, err := scene.ParsePanes(f.Panes)
	if err != nil {
		return err
	}
	*s = LessonScene{Title: eachText(f.Title, legible), When: eachText(f.When, legible), Caption: eachText(f.Caption, paragraphs), Note: eachText(f.Note, paragraphs), Panes: panes}
	if err := s.question(f.Question); err != nil {
		return err
	}
	if s.Reveals, err = state.ParseHidden(f.Reveals); err != nil {
		return fmt.Errorf("reveals: %w", err)
	}
	s.Sources = state.NewSet(legible(f.Sources))
	if s.Strokes, err = strokesOf(f.Strokes); err != nil {
		return err
	}
	for _, t := range []dataset.Text{s.Title, s.When, s.Caption, s.Note, s.Question.Text, s.Question.Paper, s.Question.Answer} {
		for _, text := range t {
			if len(text) > MaxSceneText {
				return fmt.Errorf("a text is over %d kB", MaxSceneText>>10)
			}
		}
	}
	in, _, err := state.Decode(f.View)
	if err != nil {
		return err
	}
	s.View = in.View
	if !panes.Twice() {
		return nil
	}
	if in, _, err = state.Decode(f.Beside); err != nil {
		return err
	}
	s.Beside = in.View
	return nil
}

// question takes what a file says of the scene's question; one without a text is none.
func (s *LessonScene) question(f *questionFile) error {
	if f == nil {
		return nil
	}
	kind, err := scene.ParseQuestionKind(f.Kind)
	if err != nil {
		return err
	}
	q := LessonQuestion{Text: eachText(f.Text, paragraphs), Paper: eachText(f.Paper, paragraphs), Answer: eachText(f.Answer, paragraphs), Kind: kind, Place: legible(f.Place)}
	if q.asks() {
		s.Question = q
	}
	return nil
}

// ReadLesson reads a lesson: {"c5lesson": 1, "title": …, "scenes": [{title, when,
// caption, note, panes, view, beside, question, reveals, sources, strokes}]}, or the
// list of scenes alone, as version 0.1 wrote it. A text is "…" or {"en": "…"}; views are
// as [state.EncodeView] writes them. Errors other than r's wrap [ErrLesson]; whether ids
// exist is for the data to say.
func ReadLesson(r io.Reader) (*Lesson, error) {
	body, err := io.ReadAll(io.LimitReader(r, MaxLesson+1))
	if err != nil {
		return nil, err
	}
	if len(body) > MaxLesson {
		return nil, fmt.Errorf("%w: it is over %d MB", ErrLesson, MaxLesson>>20)
	}
	if !utf8.Valid(body) {
		return nil, fmt.Errorf("%w: it is not UTF-8", ErrLesson)
	}
	file, err := readFile[sceneFile](body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLesson, inScene(body, err))
	}
	if len(file.Scenes) == 0 || len(file.Scenes) > MaxScenes {
		return nil, fmt.Errorf("%w: it has %d scenes, not 1 to %d", ErrLesson, len(file.Scenes), MaxScenes)
	}
	l := &Lesson{Title: eachText(file.Title, legible), Data: file.Data, Scenes: make([]LessonScene, len(file.Scenes))}
	for i := range file.Scenes {
		if err := l.Scenes[i].take(&file.Scenes[i]); err != nil {
			return nil, fmt.Errorf("%w: scene %d: %w", ErrLesson, i+1, err)
		}
	}
	return l, nil
}

// lessonFile is a lesson as its file holds it.
type lessonFile[Scene any] struct {
	Title  dataset.Text `json:"title"`
	Data   *DataMark    `json:"data"`
	Scenes []Scene      `json:"scenes"`
}

func readFile[Scene any](body []byte) (file lessonFile[Scene], err error) {
	var into any = &file
	if bytes.HasPrefix(bytes.TrimSpace(body), []byte{'['}) {
		into = &file.Scenes
	}
	err = plain.Unmarshal(body, into)
	return file, err
}

// inScene is an error with the scene that it is in, if it is in one.
func inScene(body []byte, err error) error {
	file, all := readFile[json.RawMessage](body)
	if all != nil {
		return err
	}
	for i, raw := range file.Scenes {
		var f sceneFile
		if one := plain.Unmarshal(raw, &f); one != nil {
			return fmt.Errorf("scene %d: %w", i+1, one)
		}
	}
	return err
}

// legible turns line ends and tabs into spaces and drops marks that cannot be
// seen but change how a text reads.
func legible(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// paragraphs is legible for a text of several paragraphs.
func paragraphs(text string) string {
	list := strings.Split(text, "\n")
	for i := range list {
		list[i] = legible(list[i])
	}
	return strings.TrimSpace(strings.Join(list, "\n"))
}

// eachText changes a text in each of its languages; what becomes empty goes.
func eachText(t dataset.Text, change func(string) string) dataset.Text {
	var out dataset.Text
	for lang, text := range t {
		if text = change(text); text != "" {
			if out == nil {
				out = dataset.Text{}
			}
			out[lang] = text
		}
	}
	return out
}

// WriteLesson writes what [ReadLesson] reads, with "c5lesson" first, by which a
// file is known. Equal lessons give equal bytes.
func WriteLesson(w io.Writer, l *Lesson) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(struct {
		Format int `json:"c5lesson"`
		*Lesson
	}{lessonFormat, l}); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// LessonOf is the lesson that has these scenes, word for word, in a room's data.
func LessonOf(room *scene.Room, title string, steps []scene.Step, lang string) *Lesson {
	l := &Lesson{Title: word(title), Scenes: make([]LessonScene, len(steps))}
	if mark := markOf(room.Data, lang); mark.File != "" {
		l.Data = &mark
	}
	for i, s := range steps {
		l.Scenes[i] = LessonScene{
			Title: word(s.Title), When: word(s.When), Caption: word(s.Caption), Note: word(s.Note), Panes: s.Panes, View: s.View, Beside: s.Beside, Reveals: s.Hidden, Sources: s.Sources, Strokes: s.Strokes,
		}
		if q := s.Question; q.Text != "" {
			l.Scenes[i].Question = LessonQuestion{word(q.Text), word(q.Paper), word(q.Answer), q.Kind, q.Place}
		}
	}
	return l
}

// word is a text in whatever language, without holes.
func word(text string) dataset.Text {
	if text == "" {
		return nil
	}
	return dataset.Text{"": scene.Literal(text)}
}

// CaptionError says that a text of a scene cannot be filled from its view.
type CaptionError struct {
	Scene int // from 1
	Err   error
}

func (e *CaptionError) Error() string { return fmt.Sprintf("scene %d: %v", e.Scene, e.Err) }

// Unwrap returns what is wrong with the text.
func (e *CaptionError) Unwrap() error { return e.Err }

// Presented are the [Lesson.Steps] without what the data have not.
func (l *Lesson) Presented(room *scene.Room, p *i18n.Printer) ([]scene.Step, error) {
	steps, err := l.Steps(room, p)
	for i := range steps {
		steps[i].View, steps[i].Beside = scene.Known(room.Data, steps[i].View), scene.Known(room.Data, steps[i].Beside)
	}
	return steps, err
}

// Steps are the scenes in words, in a printer's language. The error of texts
// that cannot be filled wraps a [CaptionError] for each; the steps then have it as it was. Ids are
// left as they are, whether or not the data have them.
func (l *Lesson) Steps(room *scene.Room, p *i18n.Printer) ([]scene.Step, error) {
	var faults []error
	steps := make([]scene.Step, len(l.Scenes))
	for i, s := range l.Scenes {
		v := state.Default()
		v.View, v.Lang = s.View, p.Lang()
		fill := func(t dataset.Text) string {
			text, err := scene.Fill(room, v, t.In(p.Lang()), p)
			if err != nil {
				faults = append(faults, &CaptionError{i + 1, err})
			}
			return text
		}
		caption, gaps, err := scene.FillGaps(room, v, s.Caption.In(p.Lang()), p)
		if err != nil {
			faults = append(faults, &CaptionError{i + 1, err})
		}
		steps[i] = scene.Step{
			View: s.View, Beside: s.Beside, Panes: s.Panes, Hidden: s.Reveals,
			Title: fill(s.Title), When: fill(s.When), Caption: caption, Gaps: gaps, Note: fill(s.Note), Sources: s.Sources, Strokes: s.Strokes,
			Question: scene.Question{Text: fill(s.Question.Text), Paper: fill(s.Question.Paper), Kind: s.Question.Kind, Answer: fill(s.Question.Answer), Place: s.Question.Place},
		}
		if _, err := scene.SourcesOf(room, s.Sources, p); err != nil {
			faults = append(faults, &CaptionError{i + 1, err})
		}
		if at := s.Question.Place; at != "" && room.Data.Place(at) == nil {
			faults = append(faults, &CaptionError{i + 1, fmt.Errorf("question: there is no place %q", at)})
		}
	}
	return steps, errors.Join(faults...)
}
