//go:build unix

package app

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"c5atlas.org/c5atlas/internal/disk"
)

// Pipes in place of the program's own files, or of what it is to open, hold up
// nothing.
func TestPipesInPlaceOfFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"session.json", "c5atlas.log", "crash.txt", "lesson.json", "view.png"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := readSession(filepath.Join(dir, "session.json")); !errors.Is(err, errDamaged) {
		t.Errorf("session: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "session.json.damaged")); err != nil {
		t.Errorf("not set aside: %v", err)
	}
	if _, err := openLog(filepath.Join(dir, "c5atlas.log")); !errors.Is(err, disk.ErrNotFile) {
		t.Errorf("log: %v", err)
	}
	if _, err := catchCrash(filepath.Join(dir, "crash.txt")); !errors.Is(err, disk.ErrNotFile) {
		t.Errorf("crash file: %v", err)
	}
	for _, name := range []string{"lesson.json", "view.png", "."} {
		o, err := openAnyway(filepath.Join(dir, name))
		if err != nil || o.room == nil || o.unopened == nil {
			t.Errorf("%s: %v, %v", name, o.unopened, err)
		}
		if want := "shell.openNoFile"; openFault(o.unopened) != want {
			t.Errorf("%s: %s (%v), want %s", name, openFault(o.unopened), o.unopened, want)
		}
	}
}
