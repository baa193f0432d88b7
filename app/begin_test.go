package app

import (
	"context"
	"errors"
	"io/fs"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// slow is a window that was to open a sample package which is still being read.
func slow(t *testing.T) (r *rig, arrives chan arrival) {
	t.Helper()
	arrives = make(chan arrival, 1)
	o, late, err := first(t.Context(), packaged("c5plus1"), arrives)
	if err != nil || late == nil || o.room == nil || o.foreign() {
		t.Fatalf("without the package it begins with %v, %v", o.origin, err)
	}
	r = start(t, "")
	r.cfg.Path, r.late = packaged("c5plus1"), late
	r.arrive()
	r.until("said", func() bool { return r.saysAll("Opening c5plus1", r.host.T("shell.cancel")) })
	return r, arrives
}

// A package that takes long shows a window at once, which says that it opens, and then
// the package.
func TestWindowShowsFirst(t *testing.T) {
	r, arrives := slow(t)
	o, err := open(r.cfg.Path)
	arrives <- arrival{opened: o, err: err}
	r.opens("c5plus1")
	if r.saysAll("Opening c5plus1") {
		t.Errorf("it still says %q", r.says())
	}
}

// Escape leaves what is being opened: what comes of it later changes nothing.
func TestOpeningIsLeft(t *testing.T) {
	r, arrives := slow(t)
	r.press(fyne.KeyEscape)
	if r.saysAll("Opening c5plus1") {
		t.Errorf("it still says %q", r.says())
	}
	o, err := open(r.cfg.Path)
	arrives <- arrival{opened: o, err: err}
	r.run(500 * time.Millisecond)
	if r.foreign() {
		t.Error("what was left is opened")
	}

	// Another that is asked for afterwards is opened, and said in place of the first.
	r.openIn(packaged("eu"))
	r.opens("eu")
	if r.saysAll("Opening") {
		t.Errorf("the window says %q", r.says())
	}
}

// What does not open, late, is said as if it were in time, and the command line hears it.
func TestLateFault(t *testing.T) {
	r, arrives := slow(t)
	var heard error
	r.cfg.Unopened = func(err error) { heard = err }
	arrives <- arrival{err: fs.ErrPermission}
	r.until("warned", func() bool { return heard != nil && !r.saysAll("Opening c5plus1") && r.saysAll("c5plus1") })
	if !errors.Is(heard, fs.ErrPermission) || r.foreign() {
		t.Errorf("it heard %v", heard)
	}
}

// A window that nobody waits for any more does not open.
func TestFirstIsGivenUp(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := first(ctx, "", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("it waits: %v", err)
	}
}
