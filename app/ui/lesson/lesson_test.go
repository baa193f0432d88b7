package lesson

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/draw"
)

// rig is a lesson in a window that draws nothing; the test says when time
// passes.
type rig struct {
	*Show
	view  *View
	t     *testing.T
	desk  *host.Host  // of the ordinary window
	room  *host.Scope // of the lesson
	win   fyne.Window
	queue uitest.Queue
	time  time.Time
}

// newRig opens the lesson that the view can be taught with, as the window does.
func newRig(t *testing.T, s state.State, deck []scene.Step, here bool) *rig {
	t.Helper()
	h, q := uitest.Host(t, s)
	if len(deck) > 0 {
		h.Deck = func(*i18n.Printer) []scene.Step { return deck }
	}
	g := &rig{t: t, desk: h, queue: q, room: uitest.Open(t, h).Lesson(), time: time.Unix(1e9, 0)}
	h.Dispatch(Start(h, here, Left{}))
	h.Store.Hold(Undo)
	g.Show = Begin(g.room)
	g.now = func() time.Time { return g.time }
	g.draw = func(context.Context, order) (shot, error) {
		return shot{image.NewRGBA(image.Rect(0, 0, 32, 18)), []draw.Box{{X0: 0.05, Y0: 0.2, X1: 0.6, Y1: 0.9}}, nil}, nil
	}
	g.view = New(g.Show, bare)
	g.win = uitest.Show(t, g.view, fyne.NewSize(roomWidth, 720))
	g.win.Canvas().Focus(g.view)
	return g
}

// roomWidth is the width of the room's window.
const roomWidth = 1280

// coarse has the room's window, and what it keeps of itself, drawn with fewer pixels, for
// tests that look at many pictures of it.
func (g *rig) coarse(scale float32) {
	g.win.Canvas().(software.WindowlessCanvas).SetScale(scale)
	g.change()
}

// pixel is the colour at a point of the room's window in a picture of it, fine or coarse.
func pixel(of image.Image, at fyne.Position) color.Color {
	k := float32(of.Bounds().Dx()) / roomWidth
	return of.At(int(at.X*k), int(at.Y*k))
}

// bare are panes without anything in them.
var bare = Panes{Map: plain, Charts: plain}

func plain(*host.Scope) fyne.CanvasObject { return canvas.NewRectangle(color.White) }

// stroke is one press of a key as the window hears it: the key, and the character
// that it types, if any.
type stroke struct {
	key  fyne.KeyName
	char rune
}

func (g *rig) press(presses ...stroke) {
	for _, p := range presses {
		g.queue.Run()
		g.time = g.time.Add(time.Second)
		uitest.Strike(g.win, p.key, p.char)
	}
}

func (g *rig) n() int {
	_, n, _ := g.Step()
	return n
}

// deck has n scenes.
func deck(n int) []scene.Step {
	steps := []scene.Step{}
	for i := range n {
		v := uitest.Opening().View
		v.Domains, v.Camera = "SEC", state.Camera{Lon: 60 + float64(i), Lat: 40, Span: 2000}
		steps = append(steps, scene.Step{
			View: v, Title: fmt.Sprintf("Scene %d", i+1), When: "12 May 2021 · Xi’an", Caption: "Who met whom.", Note: "Ask for the year first.",
		})
	}
	return steps
}

var (
	ahead = []stroke{
		{fyne.KeyRight, 0},
		{fyne.KeyDown, 0},
		{fyne.KeyPageDown, 0},
		{fyne.KeySpace, ' '},
		{fyne.KeyReturn, 0},
		{fyne.KeyEnter, 0},
		{fyne.KeyN, 'n'},
		{fyne.KeyN, 'N'},
		{"", 'т'},
		{"", 'Т'},
	}
	back = []stroke{
		{fyne.KeyLeft, 0},
		{fyne.KeyUp, 0},
		{fyne.KeyPageUp, 0},
		{fyne.KeyBackspace, 0},
		{fyne.KeyP, 'p'},
		{fyne.KeyP, 'P'},
		{"", 'з'},
		{"", 'З'},
	}
	blacks = []stroke{{fyne.KeyB, 'b'}, {fyne.KeyB, 'B'}, {fyne.KeyPeriod, '.'}, {"", 'и'}, {"", 'И'}, {"", 'ю'}, {"", 'Ю'}}
	whites = []stroke{{fyne.KeyW, 'w'}, {fyne.KeyW, 'W'}, {fyne.KeyComma, ','}, {"", 'ц'}, {"", 'Ц'}, {"", 'б'}, {"", 'Б'}}
	ends   = []stroke{{fyne.KeyHome, 0}, {fyne.KeyEnd, 0}}
	// A clicker's start button sends F5; other keys may be hit by chance.
	others = []stroke{{fyne.KeyF5, 0}, {fyne.KeyF3, 0}, {fyne.KeyDelete, 0}, {fyne.KeyX, 'x'}, {"", '中'}, {"", 0}}
	// What opens, changes or counts something, but turns to no scene.
	tools = []stroke{
		{fyne.KeyTab, 0},
		{fyne.KeyG, 'g'},
		{fyne.KeyG, 'G'},
		{"", 'п'},
		{fyne.KeyF1, 0},
		{fyne.KeySlash, '?'},
		{fyne.KeyF, 'f'},
		{"", 'а'},
		{fyne.KeyR, 'r'},
		{fyne.KeyH, 'h'},
		{fyne.KeyZ, 'z'},
		{"", 'Я'},
		{fyne.KeyT, 't'},
		{"", 'е'},
		{fyne.KeyPlus, '+'},
		{fyne.KeyEqual, '='},
		{fyne.KeyMinus, '-'},
		light,
		penKey,
		lensKey,
		undo,
		wipe,
		{fyne.KeyC, 'c'},
		{"", 'Д'},
		{fyne.Key3, '3'},
		{fyne.Key0, '0'},
		{fyne.Key9, 0},
	}
)

// Each key for it goes one scene on or back, and none goes round.
func TestSteps(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	for _, k := range back {
		if g.press(k); g.n() != 1 {
			t.Errorf("%+v leads from the first scene to %d", k, g.n())
		}
	}
	for _, k := range ahead {
		g.press(ends[0], k)
		if g.n() != 2 {
			t.Errorf("%+v leads from the first scene to %d", k, g.n())
		}
		g.press(ends[1], k)
		if g.n() != 3 {
			t.Errorf("%+v leads from the last scene to %d", k, g.n())
		}
	}
	for _, k := range back {
		g.press(ends[1], k)
		if g.n() != 2 {
			t.Errorf("%+v leads from the last scene to %d", k, g.n())
		}
	}
	before := g.h.Store.State()
	for _, k := range others {
		if g.press(k); g.h.Store.State() != before || g.Blank() {
			t.Errorf("%+v did something: %+v", k, g.h.Store.State())
		}
	}
}

// A scene shows its view, its words and how far the lesson is; the note is for
// the teacher alone.
func TestShowsTheScene(t *testing.T) {
	steps := deck(4)
	g := newRig(t, uitest.Opening(), steps, false)
	for i, s := range steps {
		said := strings.Join(uitest.Texts(g.view), " ")
		for _, want := range []string{s.Title, s.When, s.Caption, fmt.Sprintf("%d of 4", i+1)} {
			if !strings.Contains(said, want) {
				t.Errorf("scene %d does not say %q but %q", i+1, want, said)
			}
		}
		if strings.Contains(said, "Ask") {
			t.Errorf("scene %d shows the note: %q", i+1, said)
		}
		if got := g.h.Store.State(); got.Camera != s.View.Camera || got.Domains != "SEC" || got.Scene != i+1 {
			t.Errorf("scene %d is the view %+v", i+1, got)
		}
		if share := g.view.bar.Size().Width / g.view.barBack.Size().Width; share != float32(i+1)/4 {
			t.Errorf("scene %d: the bar says %v", i+1, share)
		}
		g.press(ahead[0])
	}
	g.desk.Dispatch(state.SetLang("uk"))
	if said := uitest.Texts(g.view); !slices.Contains(said, "4 з 4") {
		t.Errorf("in Ukrainian it says %q", said)
	}
}

// From F5 the lesson begins at its first scene, from Shift+F5 at the one of the
// selected meeting, if it has one.
func TestStart(t *testing.T) {
	all := scene.Deck(uitest.Room(t), uitest.Opening(), (&host.Host{Store: state.NewStore(uitest.Opening())}).Printer())
	at := len(all) / 2
	for _, c := range []struct {
		meeting string
		here    bool
		want    int
	}{
		{all[at].View.Meeting, false, 1},
		{all[at].View.Meeting, true, at + 1},
		{"", true, 1},
		{"2999-01-01-none", true, 1},
	} {
		s := uitest.Opening()
		s.Meeting = c.meeting
		if g := newRig(t, s, nil, c.here); g.n() != c.want {
			t.Errorf("with %q, here %v, it begins at %d, want %d", c.meeting, c.here, g.n(), c.want)
		}
	}
}

// A cover is taken away by the same key, by Escape, and by every key that
// steps, which then does no more: the room must see where it was.
func TestBlank(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.press(ahead[0])
	for _, c := range []struct {
		keys []stroke
		want color.Color
	}{{blacks, color.Black}, {whites, color.White}} {
		for _, k := range c.keys {
			g.press(k)
			if !g.Blank() || !g.view.cloth.Visible() || g.view.cloth.FillColor != c.want || g.view.cloth.Size() != g.view.Size() {
				t.Errorf("%+v: blank %v, the cover %v is %v of %v", k, g.Blank(), g.view.cloth.FillColor, g.view.cloth.Size(), g.view.Size())
			}
			g.press(k)
			if g.Blank() || g.view.cloth.Visible() {
				t.Errorf("%+v again does not uncover", k)
			}
			for _, away := range slices.Concat(ahead, back, ends, []stroke{{fyne.KeyEscape, 0}}) {
				g.press(k, away)
				if g.Blank() || g.n() != 2 || g.h.Store.State().Scene != 2 {
					t.Fatalf("%+v after %+v: blank %v, scene %d", away, k, g.Blank(), g.n())
				}
			}
		}
	}
	g.press(blacks[0], whites[0])
	if g.view.cloth.FillColor != color.White {
		t.Error("w over black is not white")
	}
	objects := g.view.Pieces()
	if objects[len(objects)-1] != fyne.CanvasObject(g.view.cloth) {
		t.Error("something lies over the cover")
	}
}

// A key that is held is one step however long and however it repeats, and presses
// are steps however quick they follow each other.
func TestHeld(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(9), false)
	for _, k := range ahead {
		g.press(ends[0])
		if uitest.Hold(g.win, k.key, k.char, 60); g.n() != 2 {
			t.Errorf("%+v held leads to %d", k, g.n())
		}
		if uitest.Hold(g.win, k.key, k.char, 60); g.n() != 3 {
			t.Errorf("%+v held again leads to %d", k, g.n())
		}
	}
	for _, k := range back {
		g.press(ends[1])
		if uitest.Hold(g.win, k.key, k.char, 60); g.n() != 8 {
			t.Errorf("%+v held leads back to %d", k, g.n())
		}
	}
	for _, k := range slices.Concat(blacks, whites) {
		if uitest.Hold(g.win, k.key, k.char, 7); !g.Blank() {
			t.Errorf("%+v held flickers", k)
		}
		g.press(stroke{fyne.KeyEscape, 0})
	}
	// A key that went down before the lesson was there.
	g.press(ends[0])
	g.KeyUp(&fyne.KeyEvent{})
	g.KeyDown(&fyne.KeyEvent{Name: fyne.KeyReturn})
	g.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	g.Key(&fyne.KeyEvent{Name: fyne.KeyPageDown}) // without having gone down
	if g.n() != 2 {
		t.Errorf("a repeat of another key leads to %d", g.n())
	}
}

// Two hundred presses, as fast as a queue of events, are two hundred steps.
func TestManyPresses(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(200), false)
	for i := range 200 {
		g.time = g.time.Add(20 * time.Millisecond)
		uitest.Strike(g.win, fyne.KeyPageDown, 0)
		if want := min(i+2, 200); g.n() != want {
			t.Fatalf("press %d leads to %d", i+1, g.n())
		}
	}
}

// A lesson of one scene has nowhere to go; one of none is that of the meetings.
func TestShortDecks(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(1), false)
	for _, k := range slices.Concat(ahead, back, ends) {
		if g.press(k); g.n() != 1 {
			t.Fatalf("%+v leads to %d of 1", k, g.n())
		}
	}
	if got := g.view.bar.Size().Width; got != g.view.barBack.Size().Width {
		t.Errorf("the bar is %v of %v", got, g.view.barBack.Size().Width)
	}
	g = newRig(t, uitest.Opening(), []scene.Step{}, false)
	if _, n, of := g.Step(); n != 1 || of < 3 {
		t.Errorf("no scenes are shown as %d of %d", n, of)
	}
	g.press(ends[1])
	if _, n, of := g.Step(); n != of {
		t.Errorf("the end is %d of %d", n, of)
	}
}

// However the lesson went, leaving it brings back the view from before, as one
// step that redo takes back; what a person chose for themselves stays.
func TestLeave(t *testing.T) {
	s := uitest.Opening()
	s.States, s.Meeting, s.Kind = "KAZ", "2020-07-16-fm1", state.Matrix
	g := newRig(t, s, deck(5), false)
	g.press(ahead[0], ends[1], back[0], blacks[0])
	g.desk.Dispatch(state.SetTextSize(1.5))
	escape := stroke{fyne.KeyEscape, 0}
	g.press(escape)
	if g.h.Store.State().Scene == 0 {
		t.Fatal("Escape does more than uncover")
	}
	g.press(escape)
	want := s
	want.TextSize = 1.5
	if got := g.h.Store.State(); got != want {
		t.Errorf("leaving leads to %+v,\nwant %+v", got, want)
	}
	g.h.Store.Redo()
	if g.h.Store.State().Scene != 4 {
		t.Errorf("redo leads to scene %d", g.h.Store.State().Scene)
	}

	// A store that remembers nothing from before: the lesson was all there was.
	v := uitest.Opening()
	v.Scene = 2
	h, _ := uitest.Host(t, v)
	h.Deck = func(*i18n.Printer) []scene.Step { return deck(3) }
	l := Begin(uitest.Open(t, h).Lesson())
	l.KeyDown(nil)
	l.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if h.Store.State().Scene != 0 {
		t.Error("Escape does not leave a lesson that has no before")
	}
}

// Closed, it hears nothing more.
func TestClose(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	said := uitest.Texts(g.view)
	g.room.Close()
	g.desk.Dispatch(step{state.ShowScene{N: 2, View: g.deck[1].View}})
	if got := uitest.Texts(g.view); !slices.Equal(got, said) {
		t.Errorf("it follows the view after that: %q", got)
	}
}
