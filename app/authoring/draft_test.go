package authoring

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// lesson has n scenes, each with its number for a title.
func lesson(n int) export.Lesson {
	l := export.Lesson{}
	for i := range n {
		l = Insert{i, numbered(i + 1)}.Apply(l)
	}
	return l
}

func numbered(n int) export.LessonScene {
	s := export.LessonScene{View: state.Default().View}
	s.Title = with(nil, "", strconv.Itoa(n))
	return s
}

func titles(l export.Lesson) string {
	var out []string
	for _, s := range l.Scenes {
		out = append(out, s.Title.In("en"))
	}
	return strings.Join(out, " ")
}

func bytesOf(t *testing.T, l export.Lesson) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.WriteLesson(&b, &l); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestActions(t *testing.T) {
	t.Parallel()
	for want, a := range map[string]Action{
		"1 2 3 9":   Insert{99, numbered(9)},
		"9 1 2 3":   Insert{-1, numbered(9)},
		"1 1 2 3":   Duplicate{0},
		"1 3":       Delete{1},
		"2 3 1":     Move{0, 2},
		"3 1 2":     Move{2, 0},
		"1 two 3":   Write{1, Title, "", "two"},
		"1 2 drei":  Write{2, Title, "en", "drei"},
		"1 2 3":     Delete{3},
		"1  3":      Write{1, Title, "", ""},
		"1 2 3 3":   Duplicate{2},
		"1 2 three": Replace{Write{2, Title, "", "three"}.Apply(lesson(3))},
	} {
		if got := titles(a.Apply(lesson(3))); got != want {
			t.Errorf("%#v gives %q, want %q", a, got, want)
		}
	}
	full := lesson(export.MaxScenes)
	if n := len((Duplicate{0}).Apply(full).Scenes); n != export.MaxScenes {
		t.Errorf("%d scenes", n)
	}
	two := Lay{1, scene.TwoMaps}.Apply(lesson(2))
	if s := two.Scenes[1]; s.Beside != s.View {
		t.Error("a second map begins elsewhere")
	}
	v := state.Default().View
	v.Kind = state.Matrix
	if s := (Look{1, v, true}).Apply(two).Scenes[1]; s.Beside != v || s.View == v {
		t.Errorf("the second view: %+v", s)
	}
	if s := (Look{1, v, true}).Apply(lesson(2)).Scenes[1]; s.Beside == v {
		t.Error("a map alone has a second view")
	}
}

// random is any action, also one that cannot be done.
func anyAction(r *rand.Rand, n int) Action {
	at := r.IntN(n+3) - 1
	v := state.Default().View
	v.Domains, v.Camera.Span = state.Set([]string{"", "SEC", "TRD"}[r.IntN(3)]), float64(r.IntN(3)*500)
	langs := []string{"", "en", "uk", "ru"}
	switch r.IntN(12) {
	case 0, 1:
		s := numbered(r.IntN(1000))
		s.View = v
		return Insert{at, s}
	case 2:
		return Delete{at}
	case 3:
		return Duplicate{at}
	case 4:
		return Move{at, r.IntN(n+3) - 1}
	case 5:
		return Lay{at, scene.AllPanes()[r.IntN(len(scene.AllPanes()))]}
	case 6:
		return Look{at, v, r.IntN(2) == 0}
	case 7:
		return Ask{at, []scene.QuestionKind{scene.ByHands, scene.OnMap}[r.IntN(2)], []string{"", "xian"}[r.IntN(2)]}
	case 8:
		return Cite{at, []state.Set{"", "000", "000,001"}[r.IntN(3)]}
	case 9:
		return Hide{at, state.Hidden("").Toggle(state.HiddenParts()[r.IntN(8)]).Toggle(state.HideValues)}
	}
	words := strings.Repeat("Wörter ", r.IntN(4))
	if r.IntN(20) == 0 {
		words = strings.Repeat("ж", export.MaxSceneText)
	}
	return Write{at, Fields()[r.IntN(len(Fields()))], langs[r.IntN(len(langs))], words}
}

// Every action undone gives the same bytes, and every one that is done again those
// that it gave; whatever was done, the lesson can be read.
func TestUndo(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 12))
		h := Begin(lesson(1 + r.IntN(4)))
		for range 60 {
			before := bytesOf(t, h.Now())
			h.Break()
			a := anyAction(r, len(h.Now().Scenes))
			did := h.Do(a)
			after := bytesOf(t, h.Now())
			if !did && !bytes.Equal(before, after) { // an answer to no question is in no file
				t.Fatalf("seed %d: %#v did nothing, and the bytes differ", seed, a)
			}
			if !did {
				continue
			}
			if h.Undo(); !bytes.Equal(bytesOf(t, h.Now()), before) {
				t.Fatalf("seed %d: undone %#v is %s,\nwant %s", seed, a, bytesOf(t, h.Now()), before)
			}
			if h.Redo(); !bytes.Equal(bytesOf(t, h.Now()), after) {
				t.Fatalf("seed %d: done again %#v is %s,\nwant %s", seed, a, bytesOf(t, h.Now()), after)
			}
			if len(h.Now().Scenes) == 0 {
				continue
			}
			read, err := export.ReadLesson(bytes.NewReader(after))
			if err != nil {
				t.Fatalf("seed %d: after %#v: %v", seed, a, err)
			}
			if len(read.Scenes) != len(h.Now().Scenes) {
				t.Fatalf("seed %d: %d scenes are read of %d", seed, len(read.Scenes), len(h.Now().Scenes))
			}
		}
		for h.CanUndo() {
			h.Undo()
		}
		if h.Dirty() {
			t.Errorf("seed %d: all undone, and not as it was", seed)
		}
	}
}

// Letters typed one after the other in one place are one step of undo.
func TestTypingIsOneStep(t *testing.T) {
	t.Parallel()
	h := Begin(lesson(2))
	for _, w := range []string{"W", "Wa", "Wat"} {
		h.Do(Write{0, Caption, "en", w})
	}
	h.Do(Write{1, Caption, "en", "F"})
	h.Undo()
	if got := h.Now().Scenes; got[0].Caption.In("en") != "Wat" || got[1].Caption != nil {
		t.Errorf("%+v", got)
	}
	if h.Undo(); h.CanUndo() || h.Dirty() {
		t.Error("three letters are more than one step")
	}
	h.Do(Delete{0})
	h.Saved(h.Now())
	if h.Dirty() {
		t.Error("saved, and dirty")
	}
	if h.Undo(); !h.Dirty() {
		t.Error("the file has what was undone")
	}
	if !slices.Equal(bytesOf(t, h.Now()), bytesOf(t, lesson(2))) {
		t.Error("undo after saving")
	}
}

// A question that is written anew is no longer asked in other words on paper.
func TestPaperGoesWithItsQuestion(t *testing.T) {
	t.Parallel()
	l := lesson(1)
	l.Scenes[0].Question = export.LessonQuestion{Text: dataset.Text{"en": "Where? Click."}, Paper: dataset.Text{"en": "Where? Mark it."}}
	if got := (Write{0, Answer, "en", "Here."}).Apply(l).Scenes[0].Question.Paper.In("en"); got != "Where? Mark it." {
		t.Errorf("after its answer is written it is %q", got)
	}
	if got := (Write{0, Asks, "uk", "Коли?"}).Apply(l).Scenes[0].Question.Paper; got != nil {
		t.Errorf("on paper it is still %q", got)
	}
}
