package chooser

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/uitest"
)

// By keys alone: into a folder and out of it again, to a file by the beginning of its
// name, and Enter.
func TestKeys(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "alpha/", "beta/", "beta/deep.png", "beta/desk.png", "beta/note.txt", "x.png")
	r := ask(t, "en", wide, Config{At: dir, Kinds: []Kind{pictures}})
	uitest.Press(r.w, fyne.KeyDown, fyne.KeyDown)
	if r.chosenName() != "beta" {
		t.Fatalf("at %q", r.chosenName())
	}
	uitest.Press(r.w, fyne.KeyReturn)
	r.listed(filepath.Join(dir, "beta"))
	if len(r.listing.items) != 2 || r.yes.Disabled() == false {
		t.Errorf("%v", names(r.listing))
	}
	uitest.Press(r.w, fyne.KeyBackspace)
	r.listed(dir)
	if r.chosenName() != "beta" {
		t.Errorf("back at %q", r.chosenName())
	}
	uitest.Press(r.w, fyne.KeyEnter)
	r.listed(filepath.Join(dir, "beta"))
	r.shortcut(altUp)
	r.listed(dir)
	uitest.Press(r.w, fyne.KeyReturn)
	r.listed(filepath.Join(dir, "beta"))
	r.types("DES")
	if r.chosenName() != "desk.png" {
		t.Errorf("typed to %q", r.chosenName())
	}
	uitest.Press(r.w, fyne.KeyReturn)
	r.q.Until(t, func() bool { return r.closed })
	if want := filepath.Join(dir, "beta", "desk.png"); r.picked != want {
		t.Errorf("chose %q", r.picked)
	}
}

// One letter again and again leads from name to name, round the list.
func TestOneLetter(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "a1", "a2", "b", "a3")
	r := ask(t, "en", wide, Config{At: dir})
	for _, want := range []string{"a1", "a2", "a3", "a1"} {
		r.types("a")
		if r.chosenName() != want {
			t.Errorf("at %q, want %q", r.chosenName(), want)
		}
	}
}

// Escape leaves the chooser from whatever has the keys, and nothing is chosen.
func TestEscapeFromAnywhere(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "a.png", "b.png")
	for _, mode := range []Mode{File, Save, Folder} {
		for n := 0; ; n++ {
			r := ask(t, "en", wide, Config{Mode: mode, At: dir, Name: "c.png", Kinds: []Kind{pictures}})
			for range n {
				r.w.Canvas().FocusNext()
			}
			at := r.w.Canvas().Focused()
			if at == nil {
				t.Fatalf("mode %d, %d times Tab: nothing has the keys", mode, n)
			}
			uitest.Press(r.w, fyne.KeyEscape)
			if !r.closed || r.picked != "" || r.w.Canvas().Overlays().Top() != nil {
				t.Errorf("mode %d: Escape on %T does not leave", mode, at)
			}
			if n == 12 {
				break
			}
		}
	}
	r := ask(t, "en", wide, Config{At: dir})
	r.shortcut(ctrlL)
	uitest.Press(r.w, fyne.KeyEscape)
	if !r.closed {
		t.Error("Escape in the path does not leave")
	}
	if r.w.Canvas().Unfocus(); r.window != 0 {
		t.Error("the window heard keys")
	}
	if uitest.Press(r.w, fyne.KeyDown); r.window != 1 {
		t.Error("the window's keys are not its own again")
	}
}

// Tab goes as one reads: up, path, new folder, places, files, name, kind, hidden,
// and the answers.
func TestTabOrder(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, "in/", "in/a.png")
	r := ask(t, "en", wide, Config{Mode: Save, At: filepath.Join(dir, "in"), Name: "c.png", Kinds: []Kind{pictures}})
	want := []fyne.Focusable{r.name, r.filter, r.secrets, r.no, r.yes, r.up, r.crumbs, r.fresh, r.side, r.files, r.name}
	for i, o := range want {
		if got := r.w.Canvas().Focused(); got != o {
			t.Fatalf("step %d: %T", i, got)
		}
		r.w.Canvas().FocusNext()
	}
}
