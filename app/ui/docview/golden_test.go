package docview

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/internal/golden"
)

// TestGolden compares the pane with pictures that were looked at.
func TestGolden(t *testing.T) {
	first, _ := open(t, uitest.Opening(), pane)
	for _, c := range []struct {
		name string
		size fyne.Size
		view func(*View) state.State
	}{
		{"overview", pane, func(*View) state.State { return uitest.Opening() }},
		{"statement-dark-uk", pane, func(v *View) state.State {
			s := uitest.Opening()
			s.Lang, s.Theme, s.Status = "uk", state.Dark, state.AllStatuses
			x := v.h.Room.Data.Statements[len(v.h.Room.Data.Statements)/2]
			s.Document, s.Meeting, s.Statement = x.Document, x.Meeting, x.ID
			return s
		}},
		{"meeting-large", fyne.NewSize(420, 660), func(v *View) state.State {
			s := uitest.Opening()
			s.TextSize, s.Meeting = 1.5, v.h.Room.Data.Documents[0].Meetings[0]
			return s
		}},
		{"found", pane, func(*View) state.State {
			s := uitest.Opening()
			s.Query, s.Status, s.Statement = "cooperation", state.AllStatuses, ""
			return s
		}},
		{"coding-uk", pane, func(*View) state.State { return reading("uk", scene.CodingPage) }},
		{"term", pane, func(*View) state.State { return reading("en", scene.TermPage("three-forces")) }},
		{"person-ru", pane, func(v *View) state.State {
			return reading("ru", scene.PersonPage(v.h.Room.Data.People[0].Person))
		}},
		{"glossary", pane, func(*View) state.State { return reading("en", scene.GlossaryPage) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, w := open(t, c.view(first), c.size)
			// Fyne fades its scroll bars by the clock.
			path := filepath.Join("testdata", "golden", c.name+".png")
			golden.CompareSoon(t, path, w.Canvas().Capture, 2*time.Second, golden.Pixels(23), 20)
		})
	}
}

// reading is the opening view with a page of its own in the pane.
func reading(lang, page string) state.State {
	s := uitest.Opening()
	s.Lang, s.Page = lang, page
	return s
}
