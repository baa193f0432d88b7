package lesson

import (
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The card has all of its keys in a window of any shape and language, and in a room's
// in type that is read from its far end.
func TestCardHasRoomForItsKeys(t *testing.T) {
	for _, lang := range []string{"en", "uk", "ru"} {
		s := uitest.Opening()
		s.Lang, s.Scene = lang, 1
		h, _ := uitest.Host(t, s)
		h.Dispatch(state.Func(func(s state.State) state.State { s.Scene = 1; return s }))
		x := newCard(Begin(uitest.Open(t, h).Lesson()))
		x.follow(true)
		for _, size := range []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1366, Height: 768}, {Width: 1024, Height: 640}, {Width: 1024, Height: 768}, {Width: 612, Height: 780}, {Width: 640, Height: 680}, {Width: 500, Height: 1000}} {
			x.place(size)
			if high := x.height(x.Size().Width); high > size.Height {
				t.Errorf("%s: at %v the keys are %v high", lang, size, high)
			}
			if wide := size.Width > 1.3*size.Height; x.size < 10 || wide && x.size < size.Height/50-0.01 {
				t.Errorf("%s: at %v the type is %v", lang, size, x.size)
			}
		}
	}
}
