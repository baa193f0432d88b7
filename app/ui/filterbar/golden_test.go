package filterbar

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/golden"
)

// TestGolden compares the list of what is found with pictures that were looked at.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, lang, typed string
		theme             state.Theme
	}{
		{"drop", "en", "astana", state.Light},
		{"drop-hidden-uk", "uk", "безпека", state.Dark},
		{"drop-none-ru", "ru", "ыъыъ", state.Light},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := uitest.Opening()
			s.Lang, s.Theme = c.lang, c.theme
			g := newRig(t, s)
			room := fyne.NewSize(1000, 560)
			g.win.SetContent(container.NewWithoutLayout(g.Bar, g.Drop()))
			g.win.Resize(room)
			g.Resize(fyne.NewSize(room.Width, g.HeightFor(room.Width)))
			g.type1(c.typed)
			g.Resize(fyne.NewSize(room.Width, g.HeightFor(room.Width)))
			g.PlaceDrop(room)
			uitest.Press(g.win, fyne.KeyDown)
			golden.CompareSoon(t, filepath.Join("testdata", "golden", c.name+".png"), g.win.Canvas().Capture, 2*time.Second, golden.Pixels(23), 20)
		})
	}
}

// What is searched for may be longer than the entry and than a row: how many are
// found and how many are left stay in sight.
func TestLongQueryKeepsItsCount(t *testing.T) {
	s := uitest.Opening()
	s.Query = strings.Repeat("security and defence ", 10)
	g := newRig(t, s)
	g.SetFound("3 of 17")
	for _, width := range []float32{1280, 1000, 700} {
		g.Resize(fyne.NewSize(width, g.HeightFor(width)))
		g.Place(g.Size())
		for _, o := range []fyne.CanvasObject{g.found, g.count} {
			if end := o.Position().X + o.MinSize().Width; !o.Visible() || o.Position().X < 0 || end > width {
				t.Errorf("at %v: it ends at %v", width, end)
			}
		}
		if g.under.Position().X > g.found.Position().X || g.under.Size().Width < g.found.MinSize().Width {
			t.Error("what was typed runs into the count")
		}
	}
}
