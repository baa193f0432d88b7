package shell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
