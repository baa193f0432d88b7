package lesson

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// besides opens the presenter's window of a lesson, as the program does.
func (g *rig) besides(size fyne.Size) (*Presenter, fyne.Window) {
	g.t.Helper()
	g.Presenter()
	g.elapsed = stopwatch{since: g.time, on: true}
	v := NewPresenter(g.room, g.Show, g.view.Aspect)
	w := uitest.Show(g.t, v, size)
	w.Canvas().Focus(v)
	g.queue.Run()
	return v, w
}

func (v *Presenter) words() string { return strings.Join(uitest.Texts(v), " ") }

// It says which scene is shown and which comes next, what to say to it and to ask, and
// what the room sees in place of it.
func TestPresenter(t *testing.T) {
	steps := deck(4)
	steps[1].Question = scene.Question{Text: "Who met first?", Answer: "The ministers."}
	steps[3].Note = ""
	g := newRig(t, uitest.Opening(), steps, false)
	v, w := g.besides(fyne.NewSize(1366, 768))
	has := func(what ...string) {
		t.Helper()
		for _, x := range what {
			if !strings.Contains(v.words(), x) {
				t.Errorf("scene %d: %q is not in %q", g.n(), x, v.words())
			}
		}
	}
	has("1 of 4", "Scene 1", "Scene 2", "Ask for the year first.")
	uitest.Press(w, fyne.KeyPageDown)
	has("2 of 4", "Scene 2", "Scene 3", "Who met first?", "The ministers.")
	if g.n() != 2 {
		t.Fatalf("PageDown in the presenter's window leads to %d", g.n())
	}
	uitest.Press(w, fyne.KeyEnd)
	has("4 of 4", g.h.T("present.end"), g.h.T("present.noNote"))
	uitest.Strike(w, fyne.KeyW, 'w')
	has(g.h.T("present.flagWhite"))
	if !v.now.cloth.Visible() || v.next.cloth.Visible() || !g.Blank() {
		t.Error("what covers the room does not cover its picture alone")
	}
	uitest.Strike(w, fyne.KeyPeriod, '.')
	has(g.h.T("present.flagBlack"))
	uitest.Press(w, fyne.KeyEscape)
	if strings.Contains(v.words(), g.h.T("present.flagBlack")) || g.Blank() {
		t.Error("Escape in the presenter's window does not uncover the room")
	}
	uitest.Strike(w, fyne.KeyF, 'f')
	uitest.Press(w, fyne.KeyHome)
	has(g.h.T("present.flagFrozen"), "1 of 4", "Ask for the year first.")
	if g.still == nil {
		t.Error("the presenter's window goes on, and the room with it")
	}
}

// A key that reveals something changes what the teacher sees: which parts are still
// to come before the next scene, and the question and the answer in sight once the room
// sees them, however long the note is.
func TestPresenterSaysWhatIsRevealed(t *testing.T) {
	steps := deck(2)
	steps[0].Note = strings.Repeat("There is much to say before anything is asked. ", 60)
	steps[0].Question = scene.Question{Text: "Who met first?", Answer: "The ministers."}
	steps[0].Caption, steps[0].Hidden = "Said.", "values"
	g := newRig(t, uitest.Opening(), steps, false)
	v, w := g.besides(fyne.NewSize(1366, 768))
	insight := func(words string) (ink color.Color, seen bool) {
		uitest.Walk(v.note.scroll, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok && x.Text == words {
				top, bottom := uitest.At(v.note.scroll).Y, uitest.At(v.note.scroll).Y+v.note.scroll.Size().Height
				ink, seen = x.Color, uitest.At(x).Y >= top-1 && uitest.At(x).Y+x.MinSize().Height <= bottom+1
			}
		})
		return ink, seen
	}
	p := g.h.Palette()
	for _, want := range []struct {
		next             string
		question, answer bool
		picture          string
	}{
		{"Next: question, figures, answer; then", false, false, "Said."},
		{"Next: figures, answer; then", true, false, "Said.\nWho met first?"},
		{"Next: answer; then", true, false, "Said.\nWho met first?"},
		{"Next", true, true, "Said.\nWho met first?\nThe ministers."},
	} {
		if got := v.orders()[0].words(i18n.For("en")); got != want.picture {
			t.Errorf("%s: beside the picture stands %q, want %q", want.next, got, want.picture)
		}
		if !slices.Contains(uitest.Texts(v), want.next) {
			t.Errorf("%q is not said", want.next)
		}
		for _, x := range []struct {
			words string
			shown bool
		}{{steps[0].Question.Text, want.question}, {steps[0].Question.Answer, want.answer}} {
			ink, seen := insight(x.words)
			if x.shown && (!seen || ink != p.Ink) || !x.shown && ink != p.InkMuted {
				t.Errorf("%s: %q in sight %t, ink %v", want.next, x.words, seen, ink)
			}
		}
		uitest.Press(w, fyne.KeyPageDown)
	}
	for _, size := range []fyne.Size{{Width: 500, Height: 700}, {Width: 1366, Height: 768}} {
		w.Resize(size)
		uitest.Press(w, fyne.KeyHome)
		if x := v.next.role; x.MinSize().Width > v.next.Size().Width || !strings.HasPrefix(x.Text, "Next: question") {
			t.Errorf("%v: %q is %v wide over a picture of %v", size, x.Text, x.MinSize().Width, v.next.Size().Width)
		}
	}
	uitest.Press(w, fyne.KeyEnd)
	if g.n() != 2 || v.note.scroll.Offset.Y != 0 {
		t.Errorf("the note of scene %d begins at %v", g.n(), v.note.scroll.Offset.Y)
	}
}

// Every key does in the presenter's window what it does in the room's.
func TestKeysOfBothWindows(t *testing.T) {
	what := func(g *rig) string {
		return fmt.Sprint(g.n(), g.cover, g.whole, g.larger, g.grid, g.pick, g.card, g.typed, g.noted(), g.twice, g.elapsed.on, g.tool, g.reach, g.pen)
	}
	for _, k := range slices.Concat(ahead, back, ends, blacks, whites, others, tools, digits("3"), []stroke{{"", '['}, {"", ']'}, {fyne.KeyV, 'v'}, {"", 'м'}}) {
		var got [2]string
		for i := range got {
			g := newRig(t, uitest.Opening(), deck(5), false)
			g.coarse(0.25)
			_, w := g.besides(fyne.NewSize(900, 700))
			g.press(digits("2")[0], enter)
			if i == 1 {
				g.win = w
			}
			g.press(k)
			got[i] = what(g)
		}
		if got[0] != got[1] {
			t.Errorf("%+v: %s from the room's window, %s from the presenter's", k, got[0], got[1])
		}
	}
}

// Overview, keys and words for the teacher are in the presenter's window while there
// is one; the room sees none of them.
func TestRoomSeesNoTools(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(8), false)
	g.coarse(0.25)
	g.h.Timer = func(time.Duration, func()) func() { return func() {} } // the hint stays, however slow the machine is
	g.hint("for the teacher")
	v, _ := g.besides(fyne.NewSize(1100, 700))
	was := g.win.Canvas().Capture()
	for _, k := range []stroke{{fyne.KeyF1, 0}, {fyne.KeyF1, 0}, tab} {
		g.press(k)
		if !same(was, g.win.Canvas().Capture()) {
			t.Fatalf("%+v shows in the room", k)
		}
	}
	if !v.over.grid.Visible() || !v.over.hint.Visible() {
		t.Error("the presenter does not see them")
	}
	g.press(digits("5")...)
	if !strings.Contains(v.words(), "5") || !same(was, g.win.Canvas().Capture()) {
		t.Error("a number shows in the room as it is typed")
	}
}

// The picture is of the scene as the teacher's hand has changed it, not as the lesson
// has it, and is of the lesson's again afterwards.
func TestPresenterSeesWhatTheRoomSees(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	v, _ := g.besides(fyne.NewSize(1366, 768))
	if o := v.orders(); len(o) != 2 || o[0].step.View != g.deck[0].View || o[1].step != &g.deck[1] {
		t.Fatalf("pictures of %+v", o)
	}
	g.desk.Dispatch(state.SetCamera{Lon: 70, Lat: 41, Span: 500})
	if o := v.orders(); o[0].step.View != g.h.Store.State().View || o[0].step.View.Camera.Span != 500 {
		t.Errorf("after a zoom the picture is of %+v", o[0].step.View.Camera)
	}
	g.press(stroke{fyne.KeyBackspace, 0})
	if o := v.orders(); o[0].step.View != g.deck[0].View {
		t.Error("it stays so when the scene is put back")
	}
	g.press(ends[1])
	if o := v.orders(); len(o) != 1 {
		t.Errorf("after the last scene come %d", len(o)-1)
	}
	g.queue.Until(t, func() bool { return v.now.pic.Visible() })
}

// Notes are set in type of 20 pixels or more, and can be made larger and smaller.
func TestNotes(t *testing.T) {
	steps := deck(2)
	steps[0].Note = strings.Repeat("What they agreed, and who says so. ", 60)
	g := newRig(t, uitest.Opening(), steps, false)
	v, w := g.besides(fyne.NewSize(700, 500))
	size := func() (out float32) {
		uitest.Walk(v.note.scroll, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok {
				out = x.TextSize
			}
		})
		return out
	}
	if size() < 20 {
		t.Errorf("notes are %v high", size())
	}
	was := size()
	uitest.Strike(w, fyne.KeyRightBracket, ']')
	if size() <= was {
		t.Error("] does not make them larger")
	}
	for range 20 {
		uitest.Strike(w, "", 'ї')
	}
	if size() < 2*was {
		t.Errorf("the largest are %v high", size())
	}
	for range 20 {
		uitest.Strike(w, fyne.KeyLeftBracket, '[')
	}
	if size() < 16 || size() >= was {
		t.Errorf("the smallest are %v high", size())
	}
	before := g.n()
	v.note.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -80)})
	if v.note.scroll.Offset.Y <= 0 || g.n() != before {
		t.Errorf("the wheel moves the notes by %v and leads to scene %d", v.note.scroll.Offset.Y, g.n())
	}
	uitest.Press(w, fyne.KeyPageDown)
	if v.note.scroll.Offset.Y != 0 {
		t.Error("the next scene's notes begin in their middle")
	}
}

// In every language, at every size of type and of window no words of the presenter's
// window lie on each other or leave it.
func TestPresenterFits(t *testing.T) {
	long := strings.Repeat("Ministerialkonferenz über grenzüberschreitende Wasserwirtschaft ", 8)
	steps := deck(3)
	steps[1].Title, steps[1].Note = long, long
	for _, lang := range i18n.Languages() {
		for _, text := range []float64{1, 1.5, 2} {
			before := uitest.Opening()
			before.Lang, before.TextSize = lang, text
			g := newRig(t, before, steps, false)
			v, w := g.besides(fyne.NewSize(1366, 768))
			g.said = ""
			g.Plugged([]string{"eDP-1", "HDMI-1"})
			for _, size := range []fyne.Size{{Width: 615, Height: 748}, {Width: 461, Height: 620}, {Width: 1366, Height: 740}, {Width: 960, Height: 640}, {Width: 1920, Height: 1050}} {
				w.Resize(size)
				if seen := v.now.paper.Size(); seen.Height < size.Height*0.12 || v.note.Size().Height < size.Height*0.2 {
					t.Errorf("%s, type %v, %v: the scene is %v high, the notes %v", lang, text, size, seen.Height, v.note.Size().Height)
				}
				for range steps {
					uitest.Strike(w, fyne.KeyB, 'b')
					for _, x := range uitest.Misfits(v, size) {
						t.Errorf("%s, type %v, %v, scene %d: %s", lang, text, size, g.n(), x)
					}
					uitest.Strike(w, fyne.KeyB, 'b')
					uitest.Press(w, fyne.KeyPageDown)
				}
				uitest.Press(w, fyne.KeyHome)
			}
		}
	}
}

// The stopwatch runs from the first scene, is paused, goes on and is set to zero.
func TestStopwatchOfThePresenter(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(2), false)
	v, w := g.besides(fyne.NewSize(1100, 700))
	shows := func(want string) {
		t.Helper()
		v.tick()
		if v.head.spent.Text != want {
			t.Errorf("it shows %s, want %s", v.head.spent.Text, want)
		}
	}
	begun := g.time
	g.elapsed = stopwatch{since: begun, on: true}
	g.time = begun.Add(65 * time.Second)
	shows("1:05")
	uitest.Click(w, v.head.pause)
	g.time = begun.Add(100 * time.Second)
	shows("1:05")
	uitest.Click(w, v.head.pause)
	g.time = begun.Add(101 * time.Second)
	shows("1:06")
	uitest.Click(w, v.head.reset)
	g.time = begun.Add(104 * time.Second)
	shows("0:03")
	if got, want := v.head.clock.Text, g.time.Format("15:04"); got != want {
		t.Errorf("the clock shows %s, want %s", got, want)
	}
}

// The buttons of the presenter's window do what their keys do.
func TestButtonsOfThePresenter(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(4), false)
	v, w := g.besides(fyne.NewSize(1100, 700))
	button := func(key string) *parts.Button {
		b, ok := uitest.Find(v, func(b *parts.Button) bool { return b.Text == g.h.T(key) })
		if !ok {
			t.Fatalf("there is no button %s", key)
		}
		return b
	}
	click := func(key string) {
		t.Helper()
		uitest.Click(w, button(key))
		g.queue.Run()
	}
	if click("shell.keyNext"); g.n() != 2 {
		t.Errorf("forward leads to %d", g.n())
	}
	if click("shell.keyBack"); g.n() != 1 {
		t.Errorf("back leads to %d", g.n())
	}
	if click("present.black"); !g.Blank() || !button("present.black").On {
		t.Error("black does not")
	}
	click("present.black")
	if click("present.overview"); !g.grid {
		t.Error("the overview does not open")
	}
	g.press(escape)
	if click("present.keys"); !g.card {
		t.Error("the keys do not open")
	}
	g.press(escape)
	uitest.Press(w, fyne.KeyPageDown) // a click leaves the keys where they were
	if g.n() != 2 {
		t.Errorf("after the clicks PageDown leads to %d", g.n())
	}
	if click("present.leave"); g.h.Store.State().Scene != 0 {
		t.Error("the lesson does not end")
	}
}

// The first second screen opens the presenter's window, unless it was closed; the room
// keeps the screen that was chosen for it while that is there.
func TestPlugged(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	is := func(what string, twice bool, screen int) {
		t.Helper()
		if g.Twice() != twice || g.Screen() != screen {
			t.Errorf("%s: twice %v, the room on screen %d; want %v and %d", what, g.Twice(), g.Screen(), twice, screen)
		}
	}
	s := stroke{fyne.KeyS, 's'}
	g.Plugged([]string{"A"})
	is("one screen", false, 0)
	if g.press(s); !g.says(g.h.T("present.oneScreen")) {
		t.Error("S with one screen says nothing")
	}
	g.Plugged([]string{"A", "B"})
	is("a second one", true, 1)
	g.press(s)
	is("swapped", true, 0)
	g.press(stroke{"", 'ы'})
	is("swapped again", true, 1)
	g.press(s)
	g.Plugged([]string{"A"})
	is("unplugged", true, 0)
	if len(g.flags(g.h)) != 1 {
		t.Error("nothing says that a screen is gone")
	}
	g.Plugged([]string{"A", "B", "C"})
	is("plugged in again", true, 0)
	if len(g.flags(g.h)) != 0 {
		t.Error("it is still said to be gone")
	}
	g.press(s)
	g.press(s)
	is("the third", true, 2)
	g.Plugged([]string{"A", "B"})
	is("the third is gone", true, 1)
	g.press(stroke{fyne.KeyV, 'v'})
	g.Plugged([]string{"A"})
	g.Plugged([]string{"A", "B"})
	is("closed, then plugged in again", false, 1)
	g.press(stroke{fyne.KeyV, 'v'})
	g.press(s)
	g.press(stroke{"", ']'})
	g.press(stroke{"", ']'})
	is("the first again", true, 0)

	v := uitest.Opening()
	v.Layout = g.h.Store.State().Layout // as the session keeps it
	next := newRig(t, v, deck(3), false)
	next.Plugged([]string{"A", "B"})
	if next.Screen() != 0 || next.noted() != g.noted() || g.noted() != 3 {
		t.Errorf("the next lesson has screen %d and notes of size %d, the last had %d", next.Screen(), next.noted(), g.noted())
	}
}
