package lesson

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

var (
	escape   = stroke{fyne.KeyEscape, 0}
	enter    = stroke{fyne.KeyReturn, 0}
	keypad   = stroke{fyne.KeyEnter, 0}
	pageDown = stroke{fyne.KeyPageDown, 0}
	tab      = stroke{fyne.KeyTab, 0}
	light    = stroke{fyne.KeyL, 'l'}
	lensKey  = stroke{fyne.KeyM, 'm'}
)

func digits(n string) []stroke {
	var out []stroke
	for _, r := range n {
		out = append(out, stroke{fyne.KeyName(r), r})
	}
	return out
}

// says reports whether the room's window shows some words.
func (g *rig) says(words string) bool {
	return strings.Contains(strings.Join(uitest.Texts(g.view), " "), words)
}

// A number and Enter go to that scene; it shows as it is typed. Escape clears it,
// Backspace its last digit, and two seconds without a digit forget it.
func TestNumbers(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(14), false)
	var wait []func()
	g.h.Timer = func(_ time.Duration, f func()) func() {
		wait = append(wait, f)
		i := len(wait) - 1
		return func() { wait[i] = func() {} }
	}
	for _, last := range []stroke{enter, keypad} {
		g.press(ends[0])
		g.press(digits("12")...)
		if g.n() != 1 || !g.says("12") {
			t.Errorf("while it is typed: scene %d, %q", g.n(), uitest.Texts(g.view))
		}
		if g.press(last); g.n() != 12 || g.typed != "" {
			t.Errorf("12 and %+v lead to %d, %q left", last, g.n(), g.typed)
		}
	}
	g.press(digits("03")...)
	if g.press(enter); g.n() != 3 {
		t.Errorf("03 leads to %d", g.n())
	}
	g.press(digits("14")...)
	g.press(stroke{fyne.KeyBackspace, 0})
	if g.press(enter); g.n() != 1 {
		t.Errorf("14, less its last digit, leads to %d", g.n())
	}
	for _, n := range []string{"0", "15", "999", "0000"} {
		g.press(digits(n)...)
		if g.press(enter); g.n() != 1 || !g.says("14") {
			t.Errorf("%s leads to %d and says %q", n, g.n(), uitest.Texts(g.view))
		}
	}
	g.press(digits("5")...)
	if g.press(escape); g.typed != "" || g.h.Store.State().Scene != 1 {
		t.Errorf("Escape leaves %q, scene %d", g.typed, g.h.Store.State().Scene)
	}
	g.press(digits("5")...)
	for _, f := range wait {
		f()
	}
	if g.press(enter); g.n() != 2 {
		t.Errorf("after two seconds Enter leads to %d", g.n())
	}
	// Whatever covers the room, a number goes there and uncovers it.
	g.press(blacks[0])
	g.press(digits("7")...)
	if g.press(enter); g.n() != 7 || g.Blank() {
		t.Errorf("under black 7 leads to %d, blank %v", g.n(), g.Blank())
	}
}

// The overview has all scenes; keys, wheel and clicks go about in it.
func TestOverview(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(40), false)
	for _, k := range []stroke{tab, {fyne.KeyG, 'g'}, {"", 'п'}, {"", 'П'}} {
		if g.press(k); !g.grid || !g.says("Scene 2") {
			t.Errorf("%+v does not open it: %q", k, uitest.Texts(g.view))
		}
		if g.press(k); g.grid || g.says("Scene 2") {
			t.Errorf("%+v does not close it", k)
		}
	}
	g.press(tab)
	across := g.across
	if across < 2 {
		t.Fatalf("it has %d columns", across)
	}
	g.press(stroke{fyne.KeyDown, 0}, stroke{fyne.KeyRight, 0}, stroke{fyne.KeyRight, 0}, stroke{fyne.KeyLeft, 0}, pageDown, stroke{fyne.KeyUp, 0})
	if g.n() != 1 || g.pick != 2 {
		t.Errorf("arrows lead to %d, the lesson to %d", g.pick+1, g.n())
	}
	if g.press(enter); g.n() != 3 || g.grid {
		t.Errorf("Enter leads to %d, open %v", g.n(), g.grid)
	}
	g.press(tab, ends[1])
	if !g.says("Scene 40") {
		t.Errorf("the last scene is not in sight: %q", uitest.Texts(g.view))
	}
	o := g.view.over.grid
	at := o.cells[len(o.cells)-1].frame
	test.TapCanvas(g.win.Canvas(), uitest.At(at).AddXY(at.Size().Width/2, at.Size().Height/2))
	if g.n() != 40 || g.grid {
		t.Errorf("a click leads to %d, open %v", g.n(), g.grid)
	}
	g.press(tab)
	for range 30 {
		test.Scroll(g.win.Canvas(), uitest.At(o).AddXY(100, 100), 0, 20)
	}
	if !g.says("Scene 1 ") && !g.says("Scene 2") || g.n() != 40 {
		t.Errorf("the wheel shows %q, scene %d", uitest.Texts(g.view), g.n())
	}
	if g.press(escape); g.grid || g.h.Store.State().Scene != 40 {
		t.Error("Escape does not close it alone")
	}
	g.press(blacks[0])
	if g.press(tab); !g.grid || g.Blank() {
		t.Error("it is opened under black")
	}
}

// A frozen room keeps the very picture while the lesson goes on behind it, whatever
// turns it; then it shows where the lesson is. Nothing under it is touched.
func TestFreeze(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(6), false)
	rest := func() { g.said = ""; g.change() } // two seconds pass
	rest()
	was := g.win.Canvas().Capture()
	for _, k := range []stroke{{fyne.KeyF, 'F'}, {"", 'а'}, {"", 'А'}, {fyne.KeyF, 'f'}} {
		if g.press(k); !g.Frozen() || !g.says("F") {
			t.Fatalf("%+v does not freeze, or does not say so: %q", k, uitest.Texts(g.view))
		}
		if g.press(k); g.Frozen() || g.still != nil {
			t.Fatalf("%+v again does not thaw", k)
		}
	}
	g.press(stroke{fyne.KeyF, 'f'})
	if rest(); !same(was, g.win.Canvas().Capture()) {
		t.Fatal("it does not keep the picture")
	}
	g.press(pageDown, pageDown)
	test.TapCanvas(g.win.Canvas(), fyne.NewPos(300, 300)) // where a mark could be
	g.press(blacks[0], blacks[0], tab, tab)
	test.Drag(g.win.Canvas(), fyne.NewPos(300, 300), 50, 50)
	g.desk.Dispatch(state.SetTheme(state.Dark))
	g.desk.Dispatch(state.SetLang("uk"))
	if g.n() != 4 || g.live() || !same(was, g.win.Canvas().Capture()) {
		t.Errorf("the room sees that the lesson went on to %d", g.n())
	}
	g.desk.Dispatch(state.SetTheme(state.System))
	g.desk.Dispatch(state.SetLang("en"))
	g.press(stroke{fyne.KeyF, 'f'})
	now := g.win.Canvas().Capture()
	fresh := newRig(t, uitest.Opening(), deck(6), false)
	fresh.press(digits("4")[0], enter)
	fresh.said = ""
	if fresh.change(); g.Frozen() || !same(now, fresh.win.Canvas().Capture()) {
		t.Error("what it shows then is not the scene")
	}
	g.press(stroke{fyne.KeyF, 'f'}, escape)
	if g.Frozen() || g.h.Store.State().Scene != 4 {
		t.Error("Escape does not thaw alone")
	}
	g.press(blacks[0], stroke{fyne.KeyF, 'f'})
	if g.Blank() || g.Frozen() {
		t.Error("what is under black was frozen unseen")
	}
}

// Black is black in every pixel, white is white, and what was there comes back.
func TestCoversEveryPixel(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(5), false)
	g.said = "" // two seconds have passed
	g.change()
	was := g.win.Canvas().Capture()
	for _, c := range []struct {
		key   stroke
		level uint32
	}{{blacks[0], 0}, {whites[0], 0xffff}} {
		for _, open := range []stroke{others[0], tab, {fyne.KeyF1, 0}, digits("4")[0]} {
			g.press(open, c.key)
			pic := g.win.Canvas().Capture()
			b := pic.Bounds()
			for y := b.Min.Y; y < b.Max.Y; y++ {
				for x := b.Min.X; x < b.Max.X; x++ {
					if r, gr, bl, _ := pic.At(x, y).RGBA(); r != c.level || gr != c.level || bl != c.level {
						t.Fatalf("%+v after %+v: pixel %d,%d is %v", c.key, open, x, y, pic.At(x, y))
					}
				}
			}
			g.press(c.key)
			for g.grid || g.card || g.typed != "" {
				g.press(escape)
			}
			if !same(was, g.win.Canvas().Capture()) {
				t.Fatalf("%+v after %+v: what comes back is not what was", c.key, open)
			}
		}
	}
}

func same(a, b image.Image) bool {
	x, ok := a.(*image.NRGBA)
	y, ok2 := b.(*image.NRGBA)
	return ok && ok2 && x.Rect == y.Rect && slices.Equal(x.Pix, y.Pix)
}

// Escape leaves the innermost of what is open, one at a time, and last the lesson.
func TestEscape(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.press(stroke{fyne.KeyZ, 'z'}, stroke{fyne.KeyF, 'f'}, tab, stroke{fyne.KeyF1, 0}, blacks[0])
	g.press(digits("2")...)
	open := func() string {
		return fmt.Sprint(g.typed != "", g.Blank(), g.card, g.grid, g.Frozen(), g.whole > 0, g.h.Store.State().Scene > 0)
	}
	for _, want := range []string{
		"true true true true true true true", "false true true true true true true", "false false true true true true true", "false false false true true true true",
		"false false false false true true true", "false false false false false true true", "false false false false false false true", "false false false false false false false",
	} {
		if got := open(); got != want {
			t.Errorf("open are %s, want %s", got, want)
		}
		g.press(escape)
	}
}

// What a hand does to a scene is undone by the next step, by Backspace first, and
// by leaving, all as one step of undo.
func TestLive(t *testing.T) {
	before := uitest.Opening()
	before.States = "KAZ"
	g := newRig(t, before, deck(3), false)
	play := func() {
		g.h.Dispatch(state.SetCamera{Lon: 70, Lat: 45, Span: 900})
		g.h.Store.Break()
		g.h.Dispatch(state.SetDomains("TRD"))
	}
	for _, c := range []struct {
		at   int
		key  stroke
		want int
	}{
		{2, stroke{fyne.KeyBackspace, 0}, 2},
		{2, pageDown, 3},
		{2, stroke{fyne.KeyPageUp, 0}, 1},
		{3, pageDown, 3},
		{1, stroke{fyne.KeyPageUp, 0}, 1},
		{1, ends[0], 1},
	} {
		g.jump(c.at - 1)
		play()
		g.press(c.key)
		if now := g.h.Store.State(); g.n() != c.want || now.Domains != "SEC" || g.live() {
			t.Errorf("%+v after play at %d: scene %d, %+v", c.key, c.at, g.n(), now.View)
		}
	}
	g.jump(1)
	if g.press(stroke{fyne.KeyBackspace, 0}); g.n() != 1 {
		t.Errorf("Backspace leads from an untouched scene to %d", g.n())
	}
	for range 250 { // more than undo remembers
		play()
		g.h.Dispatch(state.ClearSelection{})
		g.press(pageDown, stroke{fyne.KeyPageUp, 0})
	}
	g.press(escape)
	if got := g.desk.Store.State(); got != before {
		t.Errorf("leaving leads to %+v,\nwant %+v", got, before)
	}
}

// A click beside the marks goes on, the right button and the thumb's go back, once
// however long they are held; the wheel steps once a turn.
func TestPointer(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(9), false)
	at := fyne.NewPos(1100, 300)
	for i := range 5 {
		if test.TapCanvas(g.win.Canvas(), at); g.n() != i+2 {
			t.Errorf("click %d leads to %d", i+1, g.n())
		}
	}
	for i, b := range []desktop.MouseButton{desktop.MouseButtonSecondary, 0} {
		ev := &desktop.MouseEvent{Button: b}
		g.view.MouseDown(ev)
		if g.view.MouseUp(ev); g.n() != 5-i {
			t.Errorf("button %v leads to %d", b, g.n())
		}
	}
	g.view.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	g.view.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonTertiary})
	wheel := func(dy float32, after time.Duration) {
		g.time = g.time.Add(after)
		test.Scroll(g.win.Canvas(), at, 0, dy)
	}
	for i := range 40 { // a stroke over a touch pad
		wheel(-3, time.Duration(15+i)*time.Millisecond)
	}
	if g.n() != 5 {
		t.Errorf("a stroke leads to %d", g.n())
	}
	wheel(-25, time.Second)
	wheel(25, time.Second)
	if wheel(25, time.Second); g.n() != 4 {
		t.Errorf("three turns lead to %d", g.n())
	}
	h := hand{g.Show}
	if h.Click(fyne.NewPos(10, 10), true) {
		t.Error("a click on a mark turned the lesson")
	}
	h.Click(fyne.NewPos(10, 10), false)
	if n := g.n(); !h.Click(fyne.NewPos(11, 10), true) || g.n() != n+1 {
		t.Error("a hand that has not moved since it turned the lesson does not turn it again")
	}
	g.press(blacks[0])
	if !h.Click(fyne.NewPos(500, 500), true) || g.Blank() {
		t.Error("under black a click is on a mark")
	}
}

// F5 goes on where a lesson was left on the way, and begins anew one that was left
// at its end or is no longer the same; Shift+F5 goes on, too, unless another
// meeting was selected meanwhile.
func TestGoesOn(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	d := deck(5)
	d[4].View.Meeting = "2020-07-16-fm1"
	g := newRig(t, uitest.Opening(), d, false)
	h.Deck = g.desk.Deck
	at := func(here bool, meeting string, l Left) int {
		s := uitest.Opening()
		s.Meeting = meeting
		h.Store.Begin(s)
		h.Dispatch(Start(h, here, l))
		return h.Store.State().Scene
	}
	g.press(pageDown, pageDown)
	mid := g.Left("")
	g.press(ends[1], escape)
	end := g.Left("")
	old := mid
	old.Meeting = "2020-07-16-fm1"
	gone := mid
	gone.Of = 7
	for _, c := range []struct {
		what    string
		left    Left
		here    bool
		meeting string
		want    int
	}{
		{"F5, left on the way", mid, false, "", 3},
		{"Shift+F5, left on the way", mid, true, "", 3},
		{"F5, left at the end", end, false, "", 1},
		{"Shift+F5, left at the end", end, true, "", 5},
		{"Shift+F5, a meeting selected meanwhile", mid, true, "2020-07-16-fm1", 5},
		{"Shift+F5, a meeting that was selected before", old, true, "2020-07-16-fm1", 3},
		{"F5, another lesson", gone, false, "", 1},
		{"never left", Left{}, false, "", 1},
	} {
		if got := at(c.here, c.meeting, c.left); got != c.want {
			t.Errorf("%s: begins at %d, want %d", c.what, got, c.want)
		}
	}
	g.h.Store.Begin(h.Store.State())
}

// The first words in the room say how to leave, for two seconds, and where the
// lesson goes on.
func TestSaysHowToLeave(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	var after time.Duration
	var pass func()
	h.Timer = func(d time.Duration, f func()) func() { after, pass = d, f; return func() {} }
	d := deck(5)
	h.Deck = newRig(t, uitest.Opening(), d, false).desk.Deck
	h.Dispatch(Start(h, false, Left{N: 4, Of: 5, Title: d[3].Title}))
	s := Begin(uitest.Open(t, h).Lesson())
	v := New(s, bare)
	uitest.Show(t, v, fyne.NewSize(1366, 768))
	said := strings.Join(uitest.Texts(v), " ")
	if !strings.Contains(said, "Esc") || !strings.Contains(said, "4 of 5") || !strings.Contains(said, "Home") || after != 2*time.Second {
		t.Errorf("for %v it says %q", after, said)
	}
	pass()
	if said = strings.Join(uitest.Texts(v), " "); strings.Contains(said, "Esc") {
		t.Errorf("after that it says %q", said)
	}
}

// The watch is started, paused and set back by one key.
func TestStopwatch(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(2), false)
	key := stroke{fyne.KeyT, 't'}
	read := func() string { return clock(g.elapsed.read(g.time)) }
	g.elapsed = stopwatch{}
	g.press(key)
	g.time = g.time.Add(65 * time.Second)
	if read() != "1:05" {
		t.Errorf("it shows %s", read())
	}
	g.press(key)
	g.time = g.time.Add(time.Hour)
	if read() != "1:06" {
		t.Errorf("paused, it shows %s", read())
	}
	if g.press(key); read() != "0:00" {
		t.Errorf("set back, it shows %s", read())
	}
	g.press(key)
	g.time = g.time.Add(time.Hour + 2*time.Minute)
	if read() != "1:02:00" {
		t.Errorf("started again, it shows %s", read())
	}
}
