package shell

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// deck is a lesson of two scenes about the first and the last meeting.
func deck(t *testing.T) []scene.Step {
	t.Helper()
	m := uitest.Room(t).Data.Meetings
	one, two := opening().View, opening().View
	one.Meeting, two.Meeting, two.Domains = m[0].ID, m[len(m)-1].ID, "SEC"
	return []scene.Step{{View: one, Title: "Where it began", Caption: "Online."}, {View: two, Title: "Where it stands"}}
}

// taught is a lesson that has the same words in any language.
func taught(steps []scene.Step) func(*i18n.Printer) []scene.Step {
	return func(*i18n.Printer) []scene.Step { return steps }
}

// A lesson that was opened waits for F5, which then plays it instead of the
// meetings, until it is closed in the menu.
func TestTeach(t *testing.T) {
	s := open(t, opening(), large)
	press := func(name fyne.KeyName) { uitest.Press(s.window, name) }
	s.Teach("Where it began", taught(deck(t)))
	if s.lesson != nil {
		t.Fatal("it is shown before anybody asked")
	}
	if !shows(t, s.status, "F5") || !shows(t, s.status, "2 scenes: Where it began") {
		t.Errorf("the window says %q", uitest.Texts(s.status))
	}
	if !strings.Contains(s.present.Tip, "Where it began") {
		t.Errorf("the button's tip is %q", s.present.Tip)
	}
	s.host.Dispatch(state.SetLang("uk"))
	if !strings.Contains(s.present.Tip, "Урок «Where it began»") {
		t.Errorf("the button's tip in Ukrainian is %q", s.present.Tip)
	}
	press(fyne.KeyF5)
	if step, n, of := s.show.Step(); step.Title != "Where it began" || n != 1 || of != 2 || !shows(t, s.stage, "Where it began") {
		t.Errorf("F5 shows %q, %d of %d", step.Title, n, of)
	}
	press(fyne.KeyEnd)
	if got := s.host.Store.State(); got.Domains != "SEC" || got.Lang != "uk" {
		t.Errorf("the second scene is %+v", got)
	}
	s.Teach("Another", taught(deck(t)[:1])) // a slow disk
	if _, n, of := s.show.Step(); n != 2 || of != 2 {
		t.Errorf("the lesson that is shown became another: %d of %d", n, of)
	}
	press(fyne.KeyEscape)

	menu := s.menu.main.Items[3].Items
	last := menu[len(menu)-1]
	if !strings.Contains(last.Label, "«Another»") {
		t.Fatalf("the menu ends with %q", last.Label)
	}
	last.Action()
	if len(s.menu.main.Items[3].Items) == len(menu) {
		t.Error("a closed lesson stays in the menu")
	}
	press(fyne.KeyF5)
	if _, _, of := s.show.Step(); of < 3 {
		t.Errorf("after closing the lesson, F5 shows %d steps", of)
	}
}

// Shift+F5 begins where a lesson first shows the selected meeting, and at its
// beginning if it never does.
func TestTeachFromHere(t *testing.T) {
	s := open(t, opening(), large)
	d := deck(t)
	s.Teach("x", taught(append(d, d[1])))
	// A meeting that it never shows leaves it where it was left.
	for _, c := range []struct {
		id   string
		want int
	}{{uitest.Room(t).Data.Meetings[1].ID, 1}, {d[1].View.Meeting, 2}, {uitest.Room(t).Data.Meetings[1].ID, 2}} {
		id, want := c.id, c.want
		s.host.Dispatch(state.SelectMeeting(id))
		s.Present(true)
		if _, n, _ := s.show.Step(); n != want {
			t.Errorf("%s: step %d, want %d", id, n, want)
		}
		uitest.Press(s.window, fyne.KeyEscape)
	}
}

// The window says where F5 goes on with a lesson that is left on the way, and nothing of
// the kind at its ends or of a lesson that is another by then.
func TestWindowSaysWhereTheLessonGoesOn(t *testing.T) {
	s := open(t, opening(), large)
	d := deck(t)
	d = append(d, d[1])
	s.Teach("x", taught(d))
	for _, c := range []struct {
		keys  []fyne.KeyName
		other bool
		says  bool
	}{
		{[]fyne.KeyName{fyne.KeyF5, fyne.KeyEscape}, false, false},
		{[]fyne.KeyName{fyne.KeyF5, fyne.KeyRight, fyne.KeyEscape}, false, true},
		{[]fyne.KeyName{fyne.KeyF5, fyne.KeyEnd, fyne.KeyEscape}, false, false},
		{[]fyne.KeyName{fyne.KeyF5, fyne.KeyRight, fyne.KeyEscape}, true, false},
	} {
		s.host.Say("")
		for i, key := range c.keys {
			if c.other && i == len(c.keys)-1 {
				s.Teach("y", taught(d[:1]))
			}
			uitest.Press(s.window, key)
		}
		if got := shows(t, s.status, "goes on at scene 2 of 3"); got != c.says {
			t.Errorf("%v: the window says %q", c, uitest.Texts(s.status))
		}
	}
}

// A warning stays, in the language of the moment, until it is closed by its
// button or Escape.
func TestWarn(t *testing.T) {
	s := open(t, opening(), large)
	warn := func() { s.Warn(func() string { return s.host.T("shell.cancel") }) }
	warn()
	n := s.panes.notice
	if !n.Visible() || !shows(t, s.root, "Cancel") {
		t.Fatalf("no warning in %q", uitest.Texts(s.root))
	}
	s.host.Dispatch(state.SetLang("uk"))
	if !shows(t, n.Notice, "Скасувати") {
		t.Errorf("in Ukrainian it says %q", uitest.Texts(n.Notice))
	}
	s.host.Dispatch(state.SelectMeeting(uitest.Room(t).Data.Meetings[0].ID))
	uitest.Press(s.window, fyne.KeyEscape)
	if n.Visible() || s.host.Store.State().Meeting == "" {
		t.Error("Escape does not close the warning alone")
	}
	warn()
	button, ok := uitest.Find(fyne.CanvasObject(n.Notice), func(b *parts.Button) bool { return b.Text == "Закрити" })
	if !ok {
		t.Fatal("no button that closes it")
	}
	v := s.host.Store.State()
	test.Tap(button)
	if n.Visible() || s.host.Store.State() != v {
		t.Error("its button does not close it alone")
	}
}

// Words and button of a warning lie inside its box, the box inside the map, at
// every size that people have.
func TestWarningFits(t *testing.T) {
	s := open(t, opening(), large)
	n := s.panes.notice
	for _, text := range []string{"x.png is not there.", strings.Repeat("long", 60) + ".png is not a data package: " + strings.Repeat("choose another ", 8)} {
		s.panes.notice.say(func() string { return text }, func() {})
		for _, k := range []float64{1, 1.5, 2} {
			s.host.Dispatch(state.SetTextSize(k))
			for _, size := range []fyne.Size{{Width: 640, Height: 480}, {Width: 1024, Height: 768}, large, {Width: 1920, Height: 1080}} {
				s.window.Resize(size)
				if p := n.Position(); p.X < 0 || p.X+n.Size().Width > s.maps.Size().Width {
					t.Errorf("%v ×%v: the box at %v is %v wide, the map %v", size, k, p.X, n.Size().Width, s.maps.Size().Width)
				}
				said := n.Pieces()[2:] // on the band
				for i, o := range said {
					for _, other := range said[:i] {
						if uitest.Overlap(o, other) {
							t.Errorf("%v ×%v: a button lies on the words or another", size, k)
						}
					}
					if p := o.Position(); p.X < 0 || p.Y < 0 || p.X+o.Size().Width > n.Size().Width+0.5 || p.Y+o.Size().Height > n.Size().Height+0.5 {
						t.Errorf("%v ×%v: %v %v leaves the box of %v", size, k, p, o.Size(), n.Size())
					}
				}
			}
		}
	}
}

// Whatever a file says, the words of a scene end above its number, and those
// that were cut say so.
func TestLongScene(t *testing.T) {
	long := strings.Repeat("Who shares which river, and who decides about the water? ", 130)
	for _, size := range []fyne.Size{{Width: 1024, Height: 768}, {Width: 1920, Height: 1080}} {
		s := open(t, opening(), size)
		s.Teach("x", taught([]scene.Step{{View: opening().View, Title: long, When: long, Caption: long}, {View: opening().View, Title: "Short", Caption: long[:2500]}}))
		s.Present(false)
		s.lesson.Resize(size)
		for range 2 {
			var foot float32
			cut := 0
			for _, o := range test.WidgetRenderer(s.lesson).Objects() {
				if n, ok := o.(*canvas.Text); ok {
					foot = n.Position().Y
				}
			}
			for _, o := range test.WidgetRenderer(s.lesson).Objects() {
				if p, ok := o.(*parts.Paragraph); ok {
					if end := p.Position().Y + p.Size().Height; end > foot {
						t.Errorf("%v: %.30q ends at %v, the number begins at %v", size, p.Text(), end, foot)
					}
					if strings.HasSuffix(p.Text(), "…") {
						cut++
					}
				}
			}
			if _, n, _ := s.show.Step(); n == 1 && cut != 3 || n == 2 && cut != 1 {
				t.Errorf("%v: scene %d says of %d texts that they are cut", size, n, cut)
			}
			uitest.Press(s.window, fyne.KeyRight)
		}
	}
}

// The menu lists the lessons that come with the data, in the language of the window,
// and makes the one that is chosen ready.
func TestPackagedLessons(t *testing.T) {
	s := open(t, opening(), large)
	chosen := ""
	s.cfg.Lesson = func(l export.PackagedLesson) { chosen = l.Name }
	s.host.Dispatch(state.SetLang("ru"))
	for _, i := range s.menu.main.Items[3].Items {
		if i.Label == "Кто говорит «согласовано»?" {
			i.Action()
		}
	}
	if chosen != "agreed" {
		t.Errorf("%q is chosen", chosen)
	}
	if !s.strip.Visible() {
		t.Error("nothing in the window shows that a lesson was chosen")
	}
	s.CloseLesson()
	if s.strip.Visible() {
		t.Error("the scenes of no lesson stay")
	}
}
