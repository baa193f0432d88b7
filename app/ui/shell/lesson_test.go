package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

func TestLesson(t *testing.T) {
	v := opening()
	v.Domains = "SEC"
	s := open(t, v, large)
	press := func(name fyne.KeyName) { uitest.Press(s.window, name) }
	press(fyne.KeyF5)
	if s.lesson == nil || s.window.MainMenu() != nil {
		t.Fatal("F5 does not start the lesson")
	}
	_, n, of := s.show.Step()
	if n != 1 || of < 3 {
		t.Fatalf("the lesson starts at %d of %d", n, of)
	}
	press(fyne.KeyPageUp)
	press(fyne.KeyF5)
	if _, n, _ = s.show.Step(); n != 1 {
		t.Errorf("it went round, or F5 moved it: %d", n)
	}
	press(fyne.KeyRight)
	press(fyne.KeyRight)
	if _, n, _ = s.show.Step(); n != 3 {
		t.Errorf("two steps lead to %d", n)
	}
	if s.host.Store.State().Scene != 3 {
		t.Errorf("the view is scene %d", s.host.Store.State().Scene)
	}
	uitest.Strike(s.window, fyne.KeyB, 'b')
	if !s.show.Blank() {
		t.Error("b does not blank")
	}
	press(fyne.KeyEscape)
	if s.lesson == nil || s.show.Blank() {
		t.Error("Escape does not leave the black screen only")
	}
	press(fyne.KeyEnd)
	press(fyne.KeyRight)
	if _, n, _ = s.show.Step(); n != of {
		t.Errorf("after the end: %d of %d", n, of)
	}
	press(fyne.KeyEscape)
	if s.lesson != nil || s.window.MainMenu() == nil {
		t.Fatal("Escape does not leave the lesson")
	}
	if got := s.host.Store.State(); got != v {
		t.Errorf("after the lesson the view is %+v, was %+v", got, v)
	}
	press(fyne.KeyEscape)
	if s.lesson != nil {
		t.Error("Escape outside a lesson started one")
	}
}

// A clicker held down sends PageDown again and again.
func TestLessonIgnoresRepeats(t *testing.T) {
	s := open(t, opening(), large)
	s.Present(false)
	uitest.Hold(s.window, fyne.KeyPageDown, 0, 40)
	if _, n, _ := s.show.Step(); n != 2 {
		t.Errorf("forty repeats lead to step %d", n)
	}
}

// What the room reads is large enough for its far end.
func TestLessonType(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 1920, Height: 1080}} {
		for _, lang := range i18n.Languages() {
			if size.Width > 1024 && lang == "en" {
				continue // its words are the shortest
			}
			v := opening()
			v.Lang = lang
			s := open(t, v, size)
			s.Present(false)
			s.lesson.Resize(size)
			_, _, of := s.show.Step()
			for range of {
				uitest.Walk(s.lesson, func(o fyne.CanvasObject) {
					if x, ok := o.(*canvas.Text); ok && x.Text != "" && x.TextSize < size.Height/50-0.5 {
						t.Errorf("%v %s: %q is %v high", size, lang, x.Text, x.TextSize)
					}
				})
				uitest.Press(s.window, fyne.KeyRight)
			}
		}
	}
}

// What a lesson or a document that is coded covers stands still, and shows the view
// again afterwards.
func TestPanesRestUnderALesson(t *testing.T) {
	s := open(t, opening(), large)
	s.Present(false)
	for range 3 {
		uitest.Press(s.window, fyne.KeyRight)
		s.host.Dispatch(state.SetTheme(state.Dark)) // all is laid out anew
		s.host.Dispatch(state.SetTheme(state.Light))
		if s.documents.Visible() || s.maps.Size().Width > 0 {
			t.Fatalf("under a lesson the documents are shown: %t; the map has %v", s.documents.Visible(), s.maps.Size())
		}
	}
	uitest.Press(s.window, fyne.KeyEscape)
	if !s.documents.Visible() || s.maps.Size().Width < 200 {
		t.Errorf("after a lesson the documents are shown: %t; the map has %v", s.documents.Visible(), s.maps.Size())
	}
}
