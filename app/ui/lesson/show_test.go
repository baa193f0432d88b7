package lesson

import (
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

// says reports whether the room's window shows some words.
func (g *rig) says(words string) bool {
	return strings.Contains(strings.Join(uitest.Texts(g.view), " "), words)
}

// A frozen room keeps the very picture while the lesson goes on behind it, whatever
// turns it; then it shows where the lesson is. Nothing under it is touched.
func TestFreeze(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(6), false)
	g.coarse(0.5)
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
	fresh.coarse(0.5)
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
	g.coarse(0.25)
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
