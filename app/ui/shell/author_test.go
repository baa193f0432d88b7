package shell

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// writing is a window in which a lesson is written; nothing is worked out beside it.
func writing(t *testing.T, size fyne.Size, folder string) (*Shell, uitest.Queue) {
	t.Helper()
	h, in := uitest.Host(t, opening())
	uitest.Still(h)
	return writingOn(t, h, size, folder), in
}

func writingOn(t *testing.T, h *host.Host, size fyne.Size, folder string) *Shell {
	t.Helper()
	s := filled(Config{
		App: fyne.CurrentApp(), Host: h, Software: "test", Copies: folder,
		Map:    func(scope *host.Scope) fyne.CanvasObject { return Over(mapview.New(scope), timeaxis.New(scope)) },
		Charts: func(scope *host.Scope) fyne.CanvasObject { return chartview.New(scope) },
	})
	s.Window().Resize(size)
	t.Cleanup(func() {
		s.Close()
		s.Window().Close()
	})
	return s
}

// shortcut presses a key with Ctrl or Alt as a window's driver does: the menu comes
// first, then what has the focus.
func (s *Shell) press(t *testing.T, name fyne.KeyName, mod fyne.KeyModifier) {
	t.Helper()
	for _, m := range s.menu.main.Items {
		for _, i := range m.Items {
			x := i.Shortcut
			if own, ok := x.(shortcut); ok {
				x = own.Shortcut
			}
			k, ok := x.(fyne.KeyboardShortcut)
			if ok && k.Key() == name && k.Mod() == mod {
				if !i.Disabled {
					i.Action()
				}
				return
			}
		}
	}
	sc := &desktop.CustomShortcut{KeyName: name, Modifier: mod}
	if f, ok := s.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(sc)
	}
}

// domains are the filters of the scenes of a lesson, in their order.
func domains(s *Shell) string {
	var out []string
	for _, x := range s.paper.Lesson().Scenes {
		out = append(out, string(x.View.Domains))
	}
	return strings.Join(out, " ")
}

// Five scenes from nothing: made, reordered, written, saved, presented, opened again.
func TestWriteALesson(t *testing.T) {
	dir := t.TempDir()
	s, in := writing(t, fyne.NewSize(1366, 768), filepath.Join(dir, "lessons"))
	all := []string{"SEC", "TRD", "CUL", "POL", "ENV"}
	codes := s.host.Room.Data.Index.Domain.Codes
	for i := range all {
		all[i] = codes[i]
		s.host.Dispatch(state.SetDomains(state.Set(all[i])))
		s.press(t, fyne.KeyL, control)
		if said := strings.Join(uitest.Texts(s.status), " "); !strings.Contains(said, string(rune('1'+i))) {
			t.Errorf("after scene %d the window says %q", i+1, said)
		}
	}
	if got := domains(s); got != strings.Join(all, " ") || !s.strip.Visible() {
		t.Fatalf("the scenes are %q", got)
	}
	s.strip.Take()
	uitest.Press(s.window, fyne.KeyHome)
	if s.host.Store.State().Domains != state.Set(all[0]) {
		t.Error("a scene that is chosen does not show")
	}
	s.press(t, fyne.KeyRight, fyne.KeyModifierAlt)
	want := strings.Join([]string{all[1], all[0], all[2], all[3], all[4]}, " ")
	if got := domains(s); got != want {
		t.Errorf("moved: %q, want %q", got, want)
	}
	s.press(t, fyne.KeyD, control)
	uitest.Press(s.window, fyne.KeyDelete)
	s.press(t, fyne.KeyZ, control)
	s.press(t, fyne.KeyZ, control)
	if got := domains(s); got != want {
		t.Errorf("duplicated, deleted, both undone: %q, want %q", got, want)
	}
	uitest.Press(s.window, fyne.KeyReturn)
	if s.window.Canvas().Overlays().Top() == nil {
		t.Fatal("Enter opens no form")
	}
	test.Type(s.window.Canvas().Focused(), "X")
	title := s.paper.Lesson().Scenes[s.paper.At()].Title[""]
	if !strings.Contains(title, "X") {
		t.Errorf("typed into the title: %q", title)
	}
	s.closeDialogs()

	path := filepath.Join(dir, "mine"+authoring.Ending)
	var done bool
	s.paper.Save(path, false, func(err error) {
		if done = true; err != nil {
			t.Error(err)
		}
	})
	again := filepath.Join(dir, "again"+authoring.Ending)
	s.paper.Save(again, false, func(err error) { // while the first is being written
		if !done || err != nil {
			t.Errorf("done %v, %v", done, err)
		}
		s.paper.Save(path, true, func(error) { done = false })
	})
	in.Until(t, func() bool { return done })
	in.Until(t, func() bool { return !done })
	if _, _, err := authoring.Read(again); err != nil {
		t.Error(err)
	}
	if s.paper.Dirty() || s.paper.Path() != path {
		t.Errorf("saved, and dirty %v at %q", s.paper.Dirty(), s.paper.Path())
	}
	s.window.Canvas().Unfocus()
	uitest.Press(s.window, fyne.KeyF5)
	if s.lesson == nil {
		t.Fatal("F5 does not present it")
	}
	if _, n, of := s.show.Step(); n != 1 || of != 5 {
		t.Errorf("scene %d of %d", n, of)
	}
	uitest.Press(s.window, fyne.KeyEscape)
	l, m, err := authoring.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	s.paper.Close()
	steps, err := s.OpenLesson(path, l, m)
	if err != nil {
		t.Error(err)
	}
	if got := domains(s); got != want {
		t.Errorf("opened again: %q, want %q", got, want)
	}
	s.window.Canvas().Unfocus()
	uitest.Press(s.window, fyne.KeyF5)
	if &s.show.Deck()[0] != &steps[0] {
		t.Error("F5 fills the lesson again")
	}
	s.host.Dispatch(state.SetLang("uk"))
	if s.show.Deck()[0].Caption == steps[0].Caption {
		t.Errorf("in Ukrainian the caption is %q", steps[0].Caption)
	}
	uitest.Press(s.window, fyne.KeyEscape)
	s.host.Dispatch(state.SetLang("en"))
	s.paper.Do(authoring.Delete{At: 0})
	if got, _ := s.paper.Steps(s.host.Printer()); len(got) != len(steps)-1 {
		t.Errorf("without its first scene the lesson has %d", len(got))
	}
}

// Another writer is noticed, closing asks, and what was not saved is among the copies.
func TestNothingWrittenIsLost(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "lessons")
	s, in := writing(t, fyne.NewSize(1366, 768), folder)
	s.press(t, fyne.KeyL, control)
	s.Quit()
	if s.window.Canvas().Overlays().Top() == nil {
		t.Fatal("closing does not ask")
	}
	s.closeDialogs()
	if !s.paper.Is() {
		t.Fatal("Escape closes the lesson")
	}
	path := filepath.Join(dir, "mine"+authoring.Ending)
	save := func() (err error) {
		done := false
		s.paper.Save(path, false, func(e error) { done, err = true, e })
		in.Until(t, func() bool { return done })
		return err
	}
	if err := save(); err != nil {
		t.Fatal(err)
	}
	body, _ := os.ReadFile(path)
	if err := os.WriteFile(path, bytes.Replace(body, []byte("finding"), []byte("count"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	s.press(t, fyne.KeyL, control)
	if err := save(); !errors.Is(err, authoring.ErrChanged) {
		t.Errorf("another has written: %v", err)
	}
	s.SaveLesson()
	in.Until(t, func() bool { return s.window.Canvas().Overlays().Top() != nil })
	s.closeDialogs()
	later := time.Now().Add(-time.Minute)
	if err := os.Chtimes(path, later, later); err != nil {
		t.Fatal(err)
	}
	s.Close() // the window goes without a question
	c, ring, ok := authoring.LostIn(folder)
	if !ok || len(c.Lesson.Scenes) != 2 {
		t.Fatalf("lost: %v, %d scenes", ok, len(c.Lesson.Scenes))
	}
	next, in := writing(t, fyne.NewSize(1366, 768), folder)
	next.OfferLost(c, func() { _ = ring.Settle() })
	uitest.Press(next.window, fyne.KeyReturn)
	in.Until(t, next.paper.Is)
	next.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if n := len(next.paper.Lesson().Scenes); n != 2 || !next.paper.Dirty() || next.paper.Path() != path {
		t.Errorf("restored: %d scenes, dirty %v, %q", n, next.paper.Dirty(), next.paper.Path())
	}
}

// The time of a copy is written as the language of the window writes it.
func TestMomentOfACopy(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1366, 768))
	c := authoring.Copy{Time: time.Date(2026, 11, 7, 9, 5, 0, 0, time.UTC)}
	for lang, want := range map[string]string{"en": "7 November 2026, 09:05", "uk": "7 листопада 2026 р., 09:05", "ru": "7 ноября 2026 г., 09:05"} {
		s.host.Dispatch(state.SetLang(lang))
		if got := strings.ReplaceAll(s.moment(c, "15:04"), "\u00a0", " "); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// The strip leaves the map its room and cuts nothing, in small windows and large type.
func TestStripFits(t *testing.T) {
	s, _ := writing(t, fyne.NewSize(1024, 640), "")
	s.press(t, fyne.KeyL, control)
	s.press(t, fyne.KeyL, control)
	for _, lang := range i18n.Languages() { // a new lesson's title, and what becomes of it
		s.host.Dispatch(state.SetLang(lang))
		for _, size := range []float64{1, 1.5, 2} {
			s.host.Dispatch(state.SetTextSize(size))
			if head := uitest.Texts(s.strip)[:2]; strings.Contains(strings.Join(head, ""), "…") {
				t.Errorf("%s ×%v: the strip says %q", lang, size, head)
			}
		}
	}
	s.host.Dispatch(state.SetLang("en"))
	for _, size := range []float64{1, 2} {
		s.host.Dispatch(state.SetTextSize(size))
		if w := s.maps.Size().Width; w < 640 {
			t.Errorf("×%v: the map is %v wide", size, w)
		}
		wide := s.strip.Size()
		uitest.Walk(s.strip, func(o fyne.CanvasObject) {
			x, ok := o.(*canvas.Text)
			if !ok || x.Text == "" {
				return
			}
			if at := uitest.At(x); at.X+x.MinSize().Width > wide.Width+1 {
				t.Errorf("×%v: %q leaves the strip", size, x.Text)
			}
		})
	}
}

// The form of a scene opens with its title in sight, in a small window and large type too, and no field moves when the picture
// of the scene arrives.
func TestFormStandsStill(t *testing.T) {
	h, in := uitest.Host(t, opening())
	s := writingOn(t, h, fyne.NewSize(1024, 640), "")
	s.host.Dispatch(state.SetTextSize(2))
	s.press(t, fyne.KeyL, control)
	s.EditScene()
	top := s.window.Canvas().Overlays().Top()
	title, ok := s.window.Canvas().Focused().(*parts.Entry)
	scroll, found := uitest.Find(top, func(*container.Scroll) bool { return true })
	if !ok || !found {
		t.Fatalf("the focus is on %T", s.window.Canvas().Focused())
	}
	at := uitest.At(title)
	if from := uitest.At(scroll).Y; at.Y < from || at.Y+title.Size().Height > from+scroll.Size().Height {
		t.Errorf("the title stands at %v, out of sight", at)
	}
	in.Until(t, func() bool {
		_, ok := uitest.Find(top, func(x *canvas.Image) bool { return x.Image != nil && x.Image.Bounds().Dx() > 200 })
		return ok
	})
	uitest.Restless(top) // lays all out anew, as the window does
	if now := uitest.At(title); now != at {
		t.Errorf("the title moves from %v to %v when the picture arrives", at, now)
	}
}

// A file has the name of its lesson, also of one that is a question.
func TestFileNameOfATitle(t *testing.T) {
	for title, want := range map[string]string{"Who met where?": "Who met where", "Who: where?": "Who- where", "C+C5": "C+C5", "???": "---", `"Agreed"`: "Agreed"} {
		if got := fileName(title); got != want {
			t.Errorf("%q is called %q, want %q", title, got, want)
		}
	}
}
