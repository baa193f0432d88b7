package strip_test

import (
	"os"
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/ui/strip"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The program may end when the desk has closed: what was let go before is among the
// copies and needs no rescue, and a file that was being saved is there.
func TestDeskEndsWhenAllIsWritten(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	for range 20 { // what is not waited for is late as a rule, not always
		dir := t.TempDir()
		folder, path := filepath.Join(dir, "copies"), filepath.Join(dir, "mine"+authoring.Ending)
		scope := uitest.Open(t, h)
		d := strip.NewDesk(scope, folder)
		d.AddView()
		d.Close()
		d.AddView()
		d.AddView()
		d.Save(path, false, func(error) {})
		scope.Close()
		if _, err := os.Stat(path); err != nil {
			t.Fatal(err)
		}
		if rings := authoring.Rings(folder); len(rings) != 2 {
			t.Fatalf("%d lessons have copies, want 2", len(rings))
		}
		if c, _, lost := authoring.LostIn(folder); lost {
			t.Fatalf("%d scenes count as lost", len(c.Lesson.Scenes))
		}
	}
}
