package strip_test

import (
	"strings"
	"testing"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/strip"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A scene made of a meeting has under its name what is coded of that meeting, and
// never the sum of all meetings, which the class would take for what was agreed there.
func TestCaptionOfAMeeting(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	d := strip.NewDesk(uitest.Open(t, h), "")
	all := scene.Count(h.Room, scene.Select(h.Room.Data, h.Store.State()), h.Store.State(), h.Printer()).Finding()
	for _, m := range h.Room.Data.Meetings {
		h.Dispatch(scene.LightMeetings(false, m.ID))
		if h.Store.State().At() != m.ID {
			t.Fatalf("%s is not lit", m.ID)
		}
		d.AddView()
		scenes := d.Lesson().Scenes
		s := scenes[len(scenes)-1]
		got, err := scene.Fill(h.Room, h.Store.State(), s.Caption[""], h.Printer())
		if err != nil || got == "" || strings.Contains(got, all) {
			t.Errorf("%s: %q, %v", m.ID, got, err)
		}
	}
}
