package shell

import (
	"bytes"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Each card opens a live example by the keyboard alone: the busiest meeting with a
// place is lit, a lesson is on, the dialog of export is open. Escape leaves all as it was.
func TestWelcome(t *testing.T) {
	h, in := uitest.Host(t, opening())
	s := openOn(t, h, large)
	before := h.Store.State()
	card := func(n int) {
		s.Welcome()
		for range n {
			uitest.Press(s.window, fyne.KeyRight)
		}
		uitest.Press(s.window, fyne.KeyReturn)
	}
	s.Welcome()
	top := s.window.Canvas().Overlays().Top()
	for _, b := range buttons(top) {
		if b.Primary {
			t.Errorf("%q is louder than the cards", b.Text)
		}
	}
	in.Until(t, func() bool {
		n := 0
		uitest.Walk(top, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Image); ok && x.Image != nil {
				n++
			}
		})
		return n == 3
	})
	uitest.Press(s.window, fyne.KeyEscape)
	if overlays(s) != 0 || h.Store.State() != before {
		t.Error("Escape leaves something of the welcome")
	}

	card(0)
	most, best := 0, ""
	for i := range h.Room.Data.Meetings {
		m := &h.Room.Data.Meetings[i]
		n := 0
		for _, k := range h.Selection().Statements {
			if h.Room.Data.Statements[k].Meeting == m.ID {
				n++
			}
		}
		if m.Place != "" && n > most {
			most, best = n, m.ID
		}
	}
	if got := h.Store.State().LitMeetings; overlays(s) != 0 || got != state.NewSet(best) {
		t.Errorf("the first card lights %q, want %q of %d statements", got, best, most)
	}
	uitest.Press(s.window, fyne.KeyEscape)

	card(1)
	if overlays(s) != 0 || !s.Presenting() {
		t.Error("the second card begins no lesson")
	}
	uitest.Press(s.window, fyne.KeyEscape)

	card(2)
	if overlays(s) != 1 || s.open == nil || s.Presenting() {
		t.Error("the third card does not open the export")
	}
	s.closeDialogs()
	if h.Store.State() != before {
		t.Errorf("the view is %+v, was %+v", h.Store.State(), before)
	}
}

// The card of the lesson shows the scene that it begins with, whatever the window shows.
func TestWelcomeShowsTheScene(t *testing.T) {
	h, _ := uitest.Host(t, opening())
	uitest.Still(h)
	s := openOn(t, h, large)
	s.cfg.Lesson = func(export.PackagedLesson) {} // so that those of the data are there
	draw := func() []byte {
		img, err := s.welcomeCards()[1].Draw(t.Context(), 480, 270)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	one := draw()
	h.Dispatch(state.SetDomains("SEC"))
	h.Dispatch(state.SetChart(state.Timeline))
	if !bytes.Equal(one, draw()) {
		t.Error("it shows the window's view")
	}
}

// The cards fit side by side and below each other, in every language.
func TestWelcomeFits(t *testing.T) {
	h, _ := uitest.Host(t, opening())
	uitest.Still(h)
	s := openOn(t, h, large)
	for _, k := range []float64{1, 2} {
		h.Dispatch(state.SetTextSize(k))
		for _, lang := range []string{"en", "uk", "ru"} {
			h.Dispatch(state.SetLang(lang))
			for _, size := range []fyne.Size{{Width: 683, Height: 480}, {Width: 1024, Height: 640}, large} {
				s.window.Resize(size)
				s.Welcome()
				for _, x := range uitest.Misfits(s.window.Canvas().Overlays().Top(), size) {
					t.Errorf("%v %s ×%v: %s", size, lang, k, x)
				}
				s.closeDialogs()
			}
		}
	}
}
