package shell

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/screens"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// bench is screens that a test plugs in and out, and where the windows are on them.
type bench struct {
	list   []screens.Screen
	places map[fyne.Window]screens.Place
	puts   int
	home   fyne.Window // that returned
}

// asking counts how often a window asks for the keyboard.
type asking struct {
	fyne.Window
	times int
}

func (a *asking) RequestFocus() {
	a.times++
	a.Window.RequestFocus()
}

func (b *bench) List() []screens.Screen { return b.list }

func (b *bench) Put(w fyne.Window, p screens.Place) { b.places[w] = p; b.puts++ }

func (*bench) Leave(fyne.Window) {}

func (b *bench) Where(fyne.Window) screens.Spot {
	return screens.Spot{Box: screens.Box{X: 3, Y: 4, Width: 900, Height: 600}, Known: true}
}

func (b *bench) Return(w fyne.Window, s screens.Spot) {
	if s == b.Where(w) {
		b.home = w
	}
}

// A second screen is the room's, and the presenter's window is on the first. Both
// swap; a projector that is unplugged and plugged in again, five times, changes no
// scene; the end of the lesson closes the one and gives the other back.
func TestWindowsOfALesson(t *testing.T) {
	h, in := uitest.Host(t, opening())
	uitest.Still(h)
	var look []func() // for other screens, as time passes
	h.Timer = func(d time.Duration, f func()) func() {
		if d == screenTime {
			look = append(look, f)
		}
		return func() {}
	}
	pass := func() {
		now := look
		look = nil
		for _, f := range now {
			f()
		}
		in.Run()
	}
	s := openOn(t, h, large)
	room := &asking{Window: s.window}
	s.window = room
	laptop := screens.Screen{Name: "A", Primary: true, Box: screens.Box{Width: 1280, Height: 800}, Work: screens.Box{Width: 1280, Height: 760}}
	projector := screens.Screen{Name: "B", Box: screens.Box{X: 1280, Width: 1920, Height: 1080}}
	projector.Work = projector.Box
	one, two := []screens.Screen{laptop}, []screens.Screen{laptop, projector}
	b := &bench{list: two, places: map[fyne.Window]screens.Place{}}
	s.monitors = b
	state := func() string {
		out := fmt.Sprint(b.places[s.window].Kind, b.places[s.window].Screen.Name)
		if p := s.windows.presenter; p != nil {
			out += fmt.Sprint(" ", b.places[p].Kind, b.places[p].Screen.Name)
		}
		_, n, _ := s.show.Step()
		return fmt.Sprint(out, " ", n)
	}
	is := func(what, want string) {
		t.Helper()
		if got := state(); got != want {
			t.Errorf("%s: the windows are %s, want %s", what, got, want)
		}
	}
	key := func(w fyne.Window, name fyne.KeyName, r rune) { uitest.Strike(w, name, r) }
	s.Present(false)
	is("begun", "0B 1A 1")
	key(s.window, fyne.KeyRight, 0)
	key(s.windows.presenter, fyne.KeyRight, 0)
	is("two steps, one from each window", "0B 1A 3")
	key(s.window, fyne.KeyS, 's')
	is("swapped", "0A 1B 3")
	key(s.windows.presenter, fyne.KeyS, 's')
	is("swapped again", "0B 1A 3")
	for range 5 {
		b.list = one
		pass()
		is("unplugged", "2A 2A 3")
		b.list = two
		pass()
		is("plugged in again", "0B 1A 3")
	}
	was := b.puts
	pass()
	key(s.window, fyne.KeyB, 'b')
	key(s.window, fyne.KeyB, 'b')
	if b.puts != was {
		t.Error("windows are put in their places though nothing has changed")
	}
	key(s.windows.presenter, fyne.KeyV, 'v')
	is("without the presenter's window", "0B 3")
	key(s.window, fyne.KeyV, 'v')
	is("with it", "0B 1A 3")
	key(s.windows.presenter, fyne.KeyV, 'v')
	room.times = 0
	b.list = one
	pass()
	is("one screen, one window", "0A 3")
	if room.times == 0 {
		t.Error("the lesson's only window does not ask for the keyboard, which xfwm4 takes from it as its screen is unplugged")
	}
	key(s.window, fyne.KeyV, 'v')
	is("one screen, two windows", "2A 2A 3")
	s.closing()
	if s.show != nil || b.home != s.window {
		t.Error("closing the room's window does not end the lesson alone")
	}
	b.home = nil
	s.PresentTwice()
	is("begun with both", "2A 2A 3")
	presenter := s.windows.presenter
	key(presenter, fyne.KeyEscape, 0)
	if s.show != nil || s.windows != nil || b.home != s.window {
		t.Error("Escape in the presenter's window does not end the lesson, or the window is not as it was")
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w == presenter {
			t.Error("the presenter's window stays open")
		}
	}
}
