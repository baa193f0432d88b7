package strip_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/ui/strip"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The program may end when the desk has closed: what was let go before is among the
// copies and needs no rescue, and a file that was being saved is there.
func TestDeskEndsWhenAllIsWritten(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	for range 5 { // what is not waited for is late as a rule, not always
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

// What another program wrote takes the place of what is on the desk, unless something
// else lies there by the time it is read.
func TestDeskReloads(t *testing.T) {
	h, in := uitest.Host(t, uitest.Opening())
	path := filepath.Join(t.TempDir(), "mine"+authoring.Ending)
	d := strip.NewDesk(uitest.Open(t, h), "")
	d.AddView()
	saved := false
	d.Save(path, false, func(err error) { saved = err == nil })
	in.Until(t, func() bool { return saved })
	d.AddView()
	heard := 0
	d.Reload(func(err error) {
		if heard++; err != nil {
			t.Error(err)
		}
	})
	in.Until(t, func() bool { return heard > 0 })
	if n := len(d.Lesson().Scenes); n != 1 || d.Dirty() || d.Path() != path {
		t.Errorf("the desk has %d scenes, dirty %v, %q", n, d.Dirty(), d.Path())
	}
	d.Reload(func(error) { heard++ })
	d.Close()
	d.Begin()
	for range 50 { // time enough to read it
		time.Sleep(time.Millisecond)
		in.Run()
	}
	if n := len(d.Lesson().Scenes); n != 0 || d.Path() != "" || heard != 1 {
		t.Errorf("another lesson has %d scenes of the file; heard %d times", n, heard)
	}
}
