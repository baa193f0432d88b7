package shell

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// dot draws a dot with the pen in the room's window, at a share of it.
func dot(t *testing.T, s *Shell, x, y float32) {
	t.Helper()
	size := s.lesson.Size()
	o, ok := uitest.Find(s.lesson, func(o fyne.CanvasObject) bool {
		_, pen := o.(interface{ Cursor() desktop.Cursor })
		_, drag := o.(fyne.Draggable)
		return pen && drag && o.Visible() && o.Size() == size
	})
	if !ok {
		t.Fatal("there is nothing to draw on")
	}
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(size.Width*x, size.Height*y)}, Button: desktop.MouseButtonPrimary}
	o.(desktop.Mouseable).MouseDown(ev)
	o.(desktop.Mouseable).MouseUp(ev)
}

// press clicks a button of the dialog by its words.
func clickButton(t *testing.T, s *Shell, key string) {
	t.Helper()
	top := s.window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("no dialog offers %s", key)
	}
	b, ok := uitest.Find(top, func(b *parts.Button) bool { return b.Text == s.host.T(key) })
	if !ok {
		t.Fatalf("no %q among %q", s.host.T(key), uitest.Texts(top))
	}
	b.OnTap()
}

// Strokes over a lesson made of the view are forgotten, or kept with a copy of it that
// is the teacher's own; in that one K keeps them at once, and nothing is asked again.
func TestKeepsWhatWasDrawn(t *testing.T) {
	v := opening()
	s := open(t, v, large)
	draws := func(what ...float32) {
		uitest.Press(s.window, fyne.KeyF5)
		uitest.Press(s.window, fyne.KeyHome)
		uitest.Strike(s.window, fyne.KeyD, 'd')
		for i := 0; i < len(what); i += 2 {
			dot(t, s, what[i], what[i+1])
		}
	}
	leave := func() {
		uitest.Press(s.window, fyne.KeyEscape)
		uitest.Press(s.window, fyne.KeyEscape)
		if s.show != nil {
			t.Fatal("the lesson goes on")
		}
	}
	uitest.Press(s.window, fyne.KeyF5)
	uitest.Press(s.window, fyne.KeyEscape)
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("nothing was drawn, and yet it asks")
	}
	draws(0.3, 0.5)
	leave()
	clickButton(t, s, "present.keepNo")
	if s.paper.Is() || s.host.Store.State() != v {
		t.Error("what is forgotten is there")
	}
	draws(0.3, 0.5, 0.6, 0.5)
	of := len(s.show.Deck())
	leave()
	clickButton(t, s, "present.keepCopyYes")
	l := s.paper.Lesson()
	if len(l.Scenes) != of || len(l.Scenes[0].Strokes) != 2 || !s.paper.Dirty() || s.paper.Path() != "" {
		t.Fatalf("the copy has %d scenes of %d and %+v, dirty %v, in %q", len(l.Scenes), of, l.Scenes[0].Strokes, s.paper.Dirty(), s.paper.Path())
	}
	for i, x := range l.Scenes[1:] {
		if len(x.Strokes) > 0 {
			t.Errorf("scene %d has strokes", i+2)
		}
	}
	draws(0.4, 0.4)
	uitest.Strike(s.window, fyne.KeyK, 'k')
	if n := len(s.paper.Lesson().Scenes[0].Strokes); n != 3 {
		t.Errorf("K keeps %d strokes", n)
	}
	leave()
	if s.window.Canvas().Overlays().Top() != nil {
		t.Error("what is kept is offered again")
	}
	draws(0.2, 0.4)
	leave()
	clickButton(t, s, "present.keepYes")
	if n := len(s.paper.Lesson().Scenes[0].Strokes); n != 4 {
		t.Errorf("4 strokes are %d", n)
	}
	s.paper.Undo()
	if n := len(s.paper.Lesson().Scenes[0].Strokes); n != 3 {
		t.Errorf("one step of undo leaves %d strokes", n)
	}
	uitest.Press(s.window, fyne.KeyF5)
	uitest.Press(s.window, fyne.KeyHome)
	uitest.Strike(s.window, fyne.KeyE, 'e')
	uitest.Press(s.window, fyne.KeyEscape)
	clickButton(t, s, "present.keepYes")
	if slices.ContainsFunc(uitest.Texts(s.root), func(x string) bool { return strings.Contains(x, "keep") }) || len(s.paper.Lesson().Scenes[0].Strokes) != 0 {
		t.Error("what was cleared is not cleared in the lesson")
	}
}
