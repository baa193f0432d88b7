package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/screens"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// askingWindow asks for the least size of its content before it shows, as GLFW's does
// once the window system has made it; one that failed does not.
type askingWindow struct {
	fyne.Window
	failed bool
	least  []fyne.Size
	seen   func(string)
}

func (w *askingWindow) Show() {
	w.seen("made")
	if !w.failed {
		w.least = append(w.least, w.Content().MinSize(), w.Content().MinSize())
		w.seen("shown")
	}
}

// A window has its content when it shows for the first time, in the least size of that,
// and even one that cannot be shown is filled, once.
func TestWindowIsFilledBeforeItShows(t *testing.T) {
	for failed, want := range map[bool][]string{
		false: {"made", "built", "filled", "shown"},
		true:  {"made", "built", "filled"},
	} {
		var order []string
		w := &askingWindow{Window: fyne.CurrentApp().NewWindow(Title), failed: failed, seen: func(what string) { order = append(order, what) }}
		t.Cleanup(w.Close)
		content := canvas.NewRectangle(nil)
		content.SetMinSize(fyne.NewSize(640, 320))
		made := make(chan struct{})
		seen := w.seen
		w.seen = func(what string) {
			seen(what)
			if what == "made" {
				close(made)
			}
		}
		Open(w, fyne.NewSize(900, 700), func() {
			<-made // the window system starts beside
			if got := w.Canvas().Size(); got != fyne.NewSize(900, 700) {
				t.Errorf("what is built finds a window of %v", got)
			}
			seen("built")
		}, func() {
			seen("filled")
			w.SetContent(content)
		})
		if !slices.Equal(order, want) {
			t.Errorf("failed %v: %v, want %v", failed, order, want)
		}
		for _, least := range w.least {
			if least != content.MinSize() {
				t.Errorf("the least size of the window is that of %v", least)
			}
		}
	}
}

// polledPane counts how often it was asked for a picture that is drawn.
type polledPane struct {
	canvas.Rectangle
	polls int
}

func (p *polledPane) Poll() { p.polls++ }

// Map and chart are asked for what is drawn before the window is painted.
func TestFirstFrameHasWhatIsDrawn(t *testing.T) {
	h, _ := uitest.Host(t, opening())
	uitest.Still(h)
	maps, chart := &polledPane{}, &polledPane{}
	s := filled(Config{
		App: fyne.CurrentApp(), Host: h, Software: "C+C5 Atlas test",
		Map:    func(*host.Scope) fyne.CanvasObject { return Over(maps, canvas.NewRectangle(nil)) },
		Charts: func(*host.Scope) fyne.CanvasObject { return chart },
	})
	t.Cleanup(func() {
		s.Close()
		s.Window().Close()
	})
	maps.polls, chart.polls = 0, 0
	s.Window().Content().MinSize()
	if maps.polls == 0 || chart.polls == 0 {
		t.Errorf("the map was asked %d times, the chart %d times", maps.polls, chart.polls)
	}
}

// The documents come when the window has settled, not in its first picture; where they are
// a drawer, that stays as it is.
func TestDocumentsComeSecond(t *testing.T) {
	for _, size := range []fyne.Size{large, {Width: 1024, Height: 640}} {
		h, _ := uitest.Host(t, opening())
		uitest.Still(h)
		sh := filled(Config{
			App: fyne.CurrentApp(), Host: h, Software: "C+C5 Atlas test", Opening: true,
			Map:    func(scope *host.Scope) fyne.CanvasObject { return mapview.New(scope) },
			Charts: func(scope *host.Scope) fyne.CanvasObject { return chartview.New(scope) },
		})
		sh.Window().Resize(size)
		if sh.documents.Visible() {
			t.Errorf("%v: the documents are in the first picture", size)
		}
		sh.Settle(screens.Spot{})
		if got, want := sh.documents.Visible(), size.Width > drawerBelow; got != want {
			t.Errorf("%v: the documents show: %v, want %v", size, got, want)
		}
		sh.Close()
		sh.Window().Close()
	}
}
