package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// sub is what a submenu of the File menu lists.
func (r *rig) sub(label string) (out []*fyne.MenuItem) {
	r.t.Helper()
	for _, i := range r.shell.Window().MainMenu().Items[0].Items {
		if i.Label == label && i.ChildMenu != nil {
			return i.ChildMenu.Items
		}
	}
	return nil
}

// A sample shows as data of one's own do, and cannot be changed: it is saved as
// another package, and then is watched as that.
func TestSample(t *testing.T) {
	r := start(t, "")
	list := r.sub("Open sample")
	if len(list) != 3 || !strings.Contains(list[1].Label, "European Union") {
		t.Fatalf("%d samples", len(list))
	}
	list[1].Action()
	r.opens("eu-central-asia")
	if !strings.HasSuffix(r.shell.Window().Title(), " – The European Union and the five Central Asian states (eu-central-asia) – C+C5 Atlas") {
		t.Errorf("the title is %q", r.shell.Window().Title())
	}
	if r.path != "" || !r.foreign() || !r.saysAll("The sample", "save it as your own data") {
		t.Errorf("at %q, the window says %q", r.path, r.says())
	}
	r.host.Dispatch(state.SetStates("KAZ"))

	fsys, done, err := r.source()
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	if d, _, err := dataset.Open(fsys); err != nil || d.Hash != r.room.Data.Hash {
		t.Errorf("saved would be other data: %v", err)
	}
	r.shell.CodeDocument(false) // of no document
	if r.shell.Coding() != nil {
		t.Error("coded")
	}

	r.sub("Open sample")[0].Action()
	r.opens("c5plus1")
	r.keeper.left.Wait() // until the view of the other is kept
	r.sub("Open sample")[1].Action()
	r.opens("eu-central-asia")
	if s := r.host.Store.State(); s.States != "KAZ" {
		t.Errorf("comes back as %+v", s.Subject)
	}
	r.shell.SaveData()
	uitest.Press(r.shell.Window(), fyne.KeyEscape)
	r.shell.CloseData()
	r.opens("")
	if r.foreign() {
		t.Error("still the sample")
	}
	if len(r.sub("Open recent")) != 0 {
		t.Error("a sample is no file")
	}
}

// What was opened is in the menu, in this window and after a new start; what is gone
// says so and leaves the list.
func TestOpenRecent(t *testing.T) {
	folder, text := codedFolder(t)
	lesson, _ := teacher(t)
	kept := t.TempDir()
	r := again(t, folder, kept)
	r.work()
	labels := func(r *rig) (out []string) {
		for _, i := range r.sub("Open recent") {
			out = append(out, i.Label)
		}
		return out
	}
	begins := func(r *rig, names ...string) {
		t.Helper()
		got := labels(r)
		if len(got) != len(names)+2 || got[len(got)-1] != "Clear list" {
			t.Fatalf("%q, want %q", got, names)
		}
		for i, n := range names {
			if !strings.HasPrefix(got[i], n+"  –  ") {
				t.Errorf("%q, want %q", got, names)
			}
		}
	}
	begins(r, "package")
	r.openIn(text)
	r.until("attached", func() bool { return r.shell.Documents().Original() != nil })
	r.openIn(lesson)
	r.until("ready", func() bool { return r.saysAll("Water and borders") })
	begins(r, "lesson.json", "copy of the text.txt", "package")
	r.openIn(filepath.Join(t.TempDir(), "none.zip")) // never opened: it is no recent one
	r.until("said", func() bool { return r.saysAll("none.zip was not found") })
	r.memory.Wait()

	r = again(t, "", kept)
	begins(r, "lesson.json", "copy of the text.txt", "package")
	r.sub("Open recent")[2].Action()
	r.opens("package")
	begins(r, "package", "lesson.json", "copy of the text.txt")
	for _, gone := range []string{text, lesson} {
		if err := os.Remove(gone); err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(labels(r), func(l string) bool { return strings.HasPrefix(l, filepath.Base(gone)) })
		r.sub("Open recent")[at].Action()
		r.until("said", func() bool { return r.saysAll(filepath.Base(gone)+" is no longer there", "left the list") })
	}
	begins(r, "package")
	r.sub("Open recent")[2].Action()
	if len(r.sub("Open recent")) != 0 || len(r.memory.Files()) != 0 {
		t.Errorf("cleared, and lists %q", labels(r))
	}
}
