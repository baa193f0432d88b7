package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The welcome is shown at the first start of all, and never again: not with a session,
// not with a damaged one, not for a file, and not where nothing can be kept.
func TestWelcomeOnce(t *testing.T) {
	welcomed := func(r *rig) bool {
		r.cfg.Welcome = true
		r.started()
		return r.shell.Window().Canvas().Overlays().Top() != nil
	}
	folder := t.TempDir()
	r := again(t, "", folder)
	if !welcomed(r) {
		t.Fatal("nothing is shown at the first start")
	}
	uitest.Press(r.shell.Window(), fyne.KeyEscape)
	r.keep()
	r.keeper.flush()
	if welcomed(again(t, "", folder)) {
		t.Error("it is shown again")
	}
	damaged := t.TempDir()
	if err := os.WriteFile(filepath.Join(damaged, sessionName), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if welcomed(again(t, "", damaged)) {
		t.Error("it is shown to who has a damaged session")
	}
	if welcomed(again(t, filepath.Join(t.TempDir(), "missing.c5lesson"), t.TempDir())) {
		t.Error("it is shown over a file that was to be opened")
	}
	if welcomed(again(t, "", "")) {
		t.Error("it is shown where it cannot be remembered")
	}
}
