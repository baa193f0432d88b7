// Package uitest is what the tests of views share: a host with the embedded
// data, a queue in place of the UI goroutine, a window that draws nothing, hands
// to work it and eyes to read it. Only tests import it.
package uitest

import (
	"context"
	"io"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

var room = sync.OnceValues(func() (*scene.Room, error) {
	d, _, err := dataset.Shipped()
	if err != nil {
		return nil, err
	}
	return scene.NewRoom(d)
})

// Room returns the embedded data and what is drawn around them, one for all
// tests of a package.
func Room(t testing.TB) *scene.Room {
	t.Helper()
	r, err := room()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Opening is the view of the embedded data that a newcomer sees first.
func Opening() state.State {
	r, err := room()
	if err != nil {
		return state.Default() // Room fails the test
	}
	return r.Opening()
}

// Queue holds what is meant for the UI goroutine until the test, which is that
// goroutine, runs it.
type Queue chan func()

// Run runs what waits.
func (q Queue) Run() {
	for {
		select {
		case f := <-q:
			f()
		default:
			return
		}
	}
}

// Until runs what comes until it is so.
func (q Queue) Until(t testing.TB, is func() bool) {
	t.Helper()
	late := time.After(2 * time.Minute) // with the race detector, beside other work
	for !is() {
		select {
		case f := <-q:
			f()
		case <-late:
			t.Fatal("it did not happen")
		}
	}
}

// Host returns a host of the view, and the queue that its Do fills, in an app
// that has the view's look. Its context ends with the test.
func Host(t testing.TB, s state.State) (*host.Host, Queue) {
	t.Helper()
	q := make(Queue, 10000)
	log := logrus.New()
	log.SetOutput(io.Discard)
	h := &host.Host{Store: state.NewStore(s), Room: Room(t), Log: log, Do: func(f func()) { q <- f }, Context: t.Context()}
	wear(look{h.Palette(), s.TextSize})
	return h, q
}

// Still keeps all work beside the window back: views that are made now order pictures
// and counts, and none comes. Most of what a window costs is that work, and a test that
// asks where things stand or what they say does not look at it.
func Still(h *host.Host) { Pause(h)(true) }

// Pause returns what keeps the work of views that are made from now on back, and what
// lets it go on with what is ordered then. What was kept back stays so.
func Pause(h *host.Host) (pause func(on bool)) {
	var on atomic.Bool
	h.Hold = func(ctx context.Context) {
		if on.Load() {
			<-ctx.Done()
		}
	}
	return on.Store
}

// look is all that the theme of an app is made of.
type look struct {
	palette *scene.Palette
	size    float64
}

// worn is the app of the last host, its look, and the theme that it had then.
var worn struct {
	app fyne.App
	look
	theme fyne.Theme
}

// wear sees to it that the app has the look. It keeps the app of the test before if
// that has it still: another one, or another theme, has Fyne read all fonts once more.
func wear(x look) {
	if worn.look == x && worn.app == fyne.CurrentApp() && worn.theme == worn.app.Settings().Theme() {
		return
	}
	worn.app, worn.look, worn.theme = test.NewApp(), x, theme.New(x.palette, x.size)
	worn.app.Settings().SetTheme(worn.theme)
}

// Open opens a scope that closes with the test, if not before.
func Open(t testing.TB, h *host.Host) *host.Scope {
	t.Helper()
	scope := h.Open()
	t.Cleanup(scope.Close)
	return scope
}

// Show opens a window of the size that has nothing but the object.
func Show(t testing.TB, o fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	w := fyne.CurrentApp().NewWindow("")
	w.SetPadded(false)
	w.SetContent(container.NewStack(o))
	w.Resize(size)
	t.Cleanup(w.Close)
	return w
}

// Walk sees every object of a tree that is visible.
func Walk(o fyne.CanvasObject, see func(fyne.CanvasObject)) {
	walkUnder(o, nil, func(o, _ fyne.CanvasObject) { see(o) })
}

// walkUnder is Walk that says of each object what it lies in.
func walkUnder(o, under fyne.CanvasObject, see func(o, under fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	see(o, under)
	var all []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		all = x.Objects
	case fyne.Widget:
		all = test.WidgetRenderer(x).Objects()
	}
	for _, c := range all {
		walkUnder(c, o, see)
	}
}

// Texts returns all words that a tree shows.
func Texts(o fyne.CanvasObject) []string {
	var out []string
	Walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			out = append(out, t.Text)
		}
	})
	return out
}

// Find returns the first object of a tree that is what is looked for.
func Find[T fyne.CanvasObject](o fyne.CanvasObject, is func(T) bool) (found T, ok bool) {
	Walk(o, func(o fyne.CanvasObject) {
		if x, is1 := o.(T); is1 && !ok && is(x) {
			found, ok = x, true
		}
	})
	return found, ok
}

// Overlap reports whether two objects of one parent lie on each other.
func Overlap(a, b fyne.CanvasObject) bool {
	p, q, z, y := a.Position(), b.Position(), a.Size(), b.Size()
	return p.X+z.Width > q.X+0.5 && q.X+y.Width > p.X+0.5 && p.Y+z.Height > q.Y+0.5 && q.Y+y.Height > p.Y+0.5
}

// Press types keys as a window's driver does: what has the focus hears them, or
// else the window.
func Press(w fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		Strike(w, n, 0)
	}
}

// Strike presses a key and lets go of it: it goes down, its name is heard, then the
// character that it types, if any, and it comes up.
func Strike(w fyne.Window, name fyne.KeyName, char rune) { Hold(w, name, char, 0) }

// Hold presses a key, has it repeat some times and lets go of it.
func Hold(w fyne.Window, name fyne.KeyName, char rune, repeats int) {
	ev := &fyne.KeyEvent{Name: name}
	able := func() desktop.Keyable { k, _ := w.Canvas().Focused().(desktop.Keyable); return k }
	if k := able(); k != nil {
		k.KeyDown(ev)
	}
	for range repeats + 1 {
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else if hear := w.Canvas().OnTypedKey(); hear != nil {
			hear(ev)
		}
		if char == 0 {
			continue
		}
		if f := w.Canvas().Focused(); f != nil {
			f.TypedRune(char)
		} else if hear := w.Canvas().OnTypedRune(); hear != nil {
			hear(char)
		}
	}
	if k := able(); k != nil {
		k.KeyUp(ev)
	}
}

// Click presses the pointer's button in the middle of an object: what lies on
// top there is hit, as in a window.
func Click(w fyne.Window, o fyne.CanvasObject) {
	size := o.Size()
	test.TapCanvas(w.Canvas(), At(o).AddXY(size.Width/2, size.Height/2))
}

// At is where an object stands in its window.
func At(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}
