package shell

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/chartview"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/mapview"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A lesson with all that its panes draw stands still, pixel by pixel, while it goes
// on, whichever panes a scene has.
func TestFreezesPanes(t *testing.T) {
	h, in := uitest.Host(t, opening())
	var steps []scene.Step
	for _, p := range scene.AllPanes() {
		steps = append(steps, scene.Step{View: opening().View, Beside: opening().View, Panes: p, Title: p.String(), Caption: "Who met whom."})
	}
	pass := func() {}
	h.Timer = func(_ time.Duration, f func()) func() { pass = f; return func() {} }
	h.Deck = func(*i18n.Printer) []scene.Step { return steps }
	s := filled(Config{
		App: fyne.CurrentApp(), Host: h, Software: "test",
		Map:    func(s *host.Scope) fyne.CanvasObject { return Over(mapview.New(s), timeaxis.New(s)) },
		Charts: func(s *host.Scope) fyne.CanvasObject { return chartview.New(s) },
	})
	t.Cleanup(func() { s.Close(); s.Window().Close() })
	s.Window().Resize(fyne.NewSize(480, 360))
	s.Present(false)
	seen := func() image.Image {
		pass() // the words that the room reads for two seconds
		return s.Window().Canvas().Capture()
	}
	for i := range steps {
		in.Run()
		uitest.Strike(s.Window(), fyne.KeyF, 'f')
		was := seen()
		uitest.Strike(s.Window(), fyne.KeyPageDown, 0)
		in.Run()
		_, n, _ := s.show.Step()
		if want := min(i+2, len(steps)); n != want || !s.show.Frozen() || !equal(was, seen()) {
			t.Errorf("%s: the room sees that scene %d is shown", steps[i].Panes, n)
		}
		uitest.Strike(s.Window(), fyne.KeyF, 'f')
		if i+1 < len(steps) && equal(was, seen()) {
			t.Errorf("%s: it stays frozen", steps[i].Panes)
		}
	}
}

func equal(a, b image.Image) bool {
	x, y := a.(*image.NRGBA), b.(*image.NRGBA)
	return string(x.Pix) == string(y.Pix)
}
