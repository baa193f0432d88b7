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

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/plain"
)

// Limits of a lesson file.
const (
	MaxLesson   = 4 << 20 // bytes
	MaxScenes   = 200
	maxSceneRun = 8 << 10 // bytes of one text of a scene
)

// ErrLesson says that a file holds no lesson; the error says why.
var ErrLesson = errors.New("this is not a lesson")

// sceneFile is a scene as a lesson file holds it.
type sceneFile struct {
	Title   string          `json:"title"`
	When    string          `json:"when,omitempty"`
	Caption string          `json:"caption,omitempty"`
	Note    string          `json:"note,omitempty"`
	View    json.RawMessage `json:"view"`

	Data *DataMark `json:"data,omitempty"` // of the first scene, if a person brought them
}

// ReadLesson reads a lesson: a JSON list of scenes, each a title, a caption for
// the room, a note for the teacher, and a view as [state.EncodeView] writes
// it. Fields of later versions are ignored. Texts lose control and direction
// marks. Errors other than r's wrap
// [ErrLesson]; whether ids exist is for the data to say.
func ReadLesson(r io.Reader) ([]scene.Step, error) {
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
	var files []sceneFile
	if err := plain.Unmarshal(body, &files); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrLesson, err)
	}
	if len(files) == 0 || len(files) > MaxScenes {
		return nil, fmt.Errorf("%w: it has %d scenes, not 1 to %d", ErrLesson, len(files), MaxScenes)
	}
	steps := make([]scene.Step, len(files))
	for i, f := range files {
		in, _, err := state.Decode(f.View)
		if err != nil {
			return nil, fmt.Errorf("%w: scene %d: %w", ErrLesson, i+1, err)
		}
		for _, text := range []*string{&f.Title, &f.When, &f.Caption} {
			*text = legible(*text)
		}
		paragraphs := strings.Split(f.Note, "\n")
		for k := range paragraphs {
			paragraphs[k] = legible(paragraphs[k])
		}
		f.Note = strings.TrimSpace(strings.Join(paragraphs, "\n"))
		for _, text := range []string{f.Title, f.When, f.Caption, f.Note} {
			if len(text) > maxSceneRun {
				return nil, fmt.Errorf("%w: scene %d has a text over %d kB", ErrLesson, i+1, maxSceneRun>>10)
			}
		}
		steps[i] = scene.Step{View: in.View, Title: f.Title, When: f.When, Caption: f.Caption, Note: f.Note}
	}
	return steps, nil
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

// WriteLesson writes what [ReadLesson] reads, and whose the data are. Equal
// lessons give equal bytes.
func WriteLesson(w io.Writer, steps []scene.Step, of DataMark) error {
	files := make([]sceneFile, len(steps))
	for i, s := range steps {
		files[i] = sceneFile{Title: s.Title, When: s.When, Caption: s.Caption, Note: s.Note, View: state.EncodeView(s.View)}
		if i == 0 && of.File != "" {
			files[i].Data = &of
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(files); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
