//go:build unix

package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

// doors has the windows of a test meet in a folder of their own.
func doors(t *testing.T) (dir string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "door") //nolint:usetesting // t.TempDir is too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("TMPDIR", dir)
	return dir
}

// A lesson that is opened elsewhere comes to the window that is open, and begins
// there if that was asked. While it is on, nothing else is taken.
func TestHandedOver(t *testing.T) {
	dir := doors(t)
	path, _ := teacher(t)
	hand := func(r *rig, cfg Config) bool {
		done := make(chan bool, 1)
		go func() { done <- handed(meeting(), cfg) }()
		var took bool
		r.until("answered", func() bool {
			select {
			case took = <-done:
				return true
			default:
				return false
			}
		})
		return took
	}

	r := start(t, "")
	if hand(r, Config{Path: path}) {
		t.Fatal("taken by nobody")
	}
	r.hear(meeting())
	defer r.deaf()
	if r.door == nil {
		t.Fatal("it does not hear")
	}
	r.listen()
	if hand(r, Config{}) || hand(r, Config{Path: path, NewWindow: true}) {
		t.Error("taken, though a window of its own was wanted")
	}
	if !hand(r, Config{Path: path}) {
		t.Fatal("not taken")
	}
	r.until("ready", func() bool { return r.saysAll("F5", "3 scenes", "Water and borders") })
	if r.shell.Presenting() {
		t.Error("it begins by itself")
	}
	if !hand(r, Config{Path: path, Present: true}) {
		t.Fatal("not taken to be presented")
	}
	r.until("begun", func() bool { return r.shell.Presenting() && r.host.Store.State().Scene == 1 })
	if hand(r, Config{Path: path}) {
		t.Error("a lesson that is on is disturbed")
	}
	r.press(fyne.KeyEscape)
	if !hand(r, Config{Path: filepath.Join(dir, "none.png"), Present: true}) {
		t.Fatal("what is not there is not taken")
	}
	r.until("warned", func() bool { return r.saysAll("none.png") })
	if r.shell.Presenting() {
		t.Error("what cannot be opened is presented")
	}
	if len(sockets(t, dir)) != 1 {
		t.Errorf("in the folder are %v", sockets(t, dir))
	}
	r.deaf()
	if left := sockets(t, dir); len(left) > 0 || handed(meeting(), Config{Path: path, Present: true}) {
		t.Errorf("a closed window leaves %v", left)
	}
}

// When the window that hears closes, or is killed, the second one takes its turn.
func TestNextWindowHears(t *testing.T) {
	for name, end := range map[string]func(*rig, string){
		"closed": func(r *rig, _ string) { r.deaf() },
		"killed": func(r *rig, place string) { // its socket is left, and nobody is behind it
			left := place + ".left"
			if err := os.Link(place, left); err != nil {
				t.Fatal(err)
			}
			r.deaf()
			if err := os.Rename(left, place); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			doors(t)
			path, _ := teacher(t)
			place := meeting()

			first, second := start(t, ""), start(t, "")
			first.hear(place)
			first.listen()
			second.hear(place)
			second.listen()
			defer second.deaf()
			if first.door == nil || second.door != nil {
				t.Fatal("the second window hears beside the first")
			}
			end(first, place)
			second.until("its turn", func() bool { return second.door != nil })
			took := make(chan bool, 1)
			go func() { // a window that is slow says that it is busy
				again := 10
				for ; again > 0 && !handed(place, Config{Path: path}); again-- {
				}
				took <- again > 0
			}()
			second.until("opened", func() bool { return second.saysAll("F5", "3 scenes") })
			if !<-took {
				t.Error("who asked opens another window")
			}
		})
	}
}

// sockets are those of windows in the folder.
func sockets(t *testing.T, dir string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, "c5atlas-*"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}
