//go:build unix

package handover_test

import (
	"bytes"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"c5atlas.org/c5atlas/app/handover"
)

// private is a folder for sockets: short, for the system has room for about a
// hundred bytes.
func private(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "door") //nolint:usetesting // t.TempDir is too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// window opens a door at the place; what it takes comes out of the channel.
func window(t *testing.T, place string, free bool) (*handover.Door, <-chan handover.Asked) {
	t.Helper()
	d, err := handover.Open(place)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	got := make(chan handover.Asked, 10)
	go d.Serve(func() bool { return free }, func(a handover.Asked) { got <- a })
	return d, got
}

func TestHand(t *testing.T) {
	t.Parallel()
	place := filepath.Join(private(t), "x")
	if handover.Hand(place, handover.Asked{Path: "/a"}) || handover.Hand("", handover.Asked{Path: "/a"}) {
		t.Error("nobody is there, and it was taken")
	}
	d, got := window(t, place, true)
	for _, a := range []handover.Asked{
		{Path: "/tmp/файл 中亚.c5lesson"},
		{Path: "/present\nopen\n", Present: true},
		{Path: "/not \xff UTF-8"},
		{Path: "/" + strings.Repeat("long", 1000), Present: true},
	} {
		if !handover.Hand(place, a) {
			t.Errorf("%.40q was not taken", a.Path)
			continue
		}
		if b := <-got; b != a {
			t.Errorf("%.40q arrived as %.40q", a.Path, b.Path)
		}
	}
	for _, path := range []string{"", "relative", "/zero\x00byte", "/" + strings.Repeat("x", 1<<17)} {
		if handover.Hand(place, handover.Asked{Path: path}) {
			t.Errorf("%.40q was taken", path)
		}
	}
	d.Close()
	if _, err := os.Lstat(place); err == nil {
		t.Error("the socket is left")
	}
	if handover.Hand(place, handover.Asked{Path: "/a"}) {
		t.Error("taken by a window that is closed")
	}
	if len(got) > 0 {
		t.Errorf("it opens %v", <-got)
	}
}

// A window with a lesson on lets others be opened elsewhere.
func TestHandToOneThatIsBusy(t *testing.T) {
	t.Parallel()
	place := filepath.Join(private(t), "x")
	_, got := window(t, place, false)
	if handover.Hand(place, handover.Asked{Path: "/a"}) || len(got) > 0 {
		t.Error("it was taken")
	}
}

// Whatever is said at the door, the next one is heard.
func TestHostileWords(t *testing.T) {
	t.Parallel()
	place := filepath.Join(private(t), "x")
	_, got := window(t, place, true)
	for _, words := range []string{
		"", "c5atlas 1", "c5atlas 1\n", "c5atlas 2\nopen\n/a", "c5atlas 1\nrun\n/bin/sh", "c5atlas 1\nopen\n", "GET / HTTP/1.1\r\n\r\n",
		strings.Repeat("c5atlas 1\nopen\n/", 1<<14),
	} {
		c, err := net.Dial("unix", place)
		if err != nil {
			t.Fatal(err)
		}
		c.SetDeadline(time.Now().Add(10 * time.Second))
		c.Write([]byte(words)) // the door may have closed before the end of long ones
		c.(*net.UnixConn).CloseWrite()
		var b [10]byte
		if n, _ := c.Read(b[:]); bytes.HasPrefix(b[:n], []byte("taken")) {
			t.Errorf("%.30q was taken", words)
		}
		c.Close()
	}
	silent, err := net.Dial("unix", place)
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	if !handover.Hand(place, handover.Asked{Path: "/after"}) {
		t.Fatal("who says nothing keeps the others out")
	}
	if a := <-got; a.Path != "/after" || len(got) > 0 {
		t.Errorf("it opens %v", a)
	}
}

// What is at the place already: a window, what a killed one left, something else.
func TestOpen(t *testing.T) {
	t.Parallel()
	dir := private(t)
	place := filepath.Join(dir, "x")
	first, _ := window(t, place, true)
	if _, err := handover.Open(place); !errors.Is(err, handover.ErrTaken) {
		t.Errorf("a second window: %v", err)
	}
	if !handover.Hand(place, handover.Asked{Path: "/a"}) {
		t.Error("the first window hears no more")
	}

	// A socket without its window, as a killed one leaves.
	stale := filepath.Join(dir, "stale")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: stale, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	l.Close()
	if handover.Hand(stale, handover.Asked{Path: "/a"}) {
		t.Error("taken by nobody")
	}
	window(t, stale, true)
	if !handover.Hand(stale, handover.Asked{Path: "/a"}) {
		t.Error("a stale socket keeps a window from hearing")
	}

	// The first one closes when another is at its place: that one's stays.
	os.Remove(place)
	window(t, place, true)
	first.Close()
	if !handover.Hand(place, handover.Asked{Path: "/a"}) {
		t.Error("the first window took the socket of the second")
	}

	for name, put := range map[string]func(string) error{
		"file":   func(p string) error { return os.WriteFile(p, []byte("mine"), 0o600) },
		"folder": func(p string) error { return os.Mkdir(p, 0o700) },
		"fifo":   func(p string) error { return syscall.Mkfifo(p, 0o600) },
		"link":   func(p string) error { return os.Symlink(filepath.Join(dir, "nothing"), p) },
	} {
		p := filepath.Join(dir, name)
		if err := put(p); err != nil {
			t.Fatal(err)
		}
		if handover.Hand(p, handover.Asked{Path: "/a"}) {
			t.Errorf("%s: taken", name)
		}
		if _, err := handover.Open(p); err == nil || errors.Is(err, handover.ErrTaken) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Lstat(p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := handover.Open(""); err == nil {
		t.Error("a door at no place")
	}
}

// Only a folder of this person alone is a place, and another screen or other
// settings are another one.
func TestPlace(t *testing.T) {
	dir := private(t)
	env := map[string]string{"XDG_RUNTIME_DIR": dir, "DISPLAY": ":1"}
	get := func(k string) string { return env[k] }
	t.Setenv("TMPDIR", dir) // where macOS has it
	place := handover.Place(get, "/home/a")
	if filepath.Dir(place) != dir {
		t.Fatalf("the place is %q", place)
	}
	if place != handover.Place(get, "/home/a") || place == handover.Place(get, "/home/b") {
		t.Error("other settings, the same place")
	}
	env["DISPLAY"] = ":2"
	if place == handover.Place(get, "/home/a") {
		t.Error("another screen, the same place")
	}
	if err := os.Chmod(dir, 0o750); err != nil { //nolint:gosec // that is the test
		t.Fatal(err)
	}
	if p := handover.Place(get, "/home/a"); p != "" {
		t.Errorf("others may look into the folder of %q", p)
	}
	for _, dir := range []string{"", "relative", filepath.Join(dir, "none"), "/proc/version"} {
		env["XDG_RUNTIME_DIR"] = dir
		t.Setenv("TMPDIR", dir)
		if p := handover.Place(get, "/home/a"); p != "" {
			t.Errorf("%q is a folder of nobody else's: %q", dir, p)
		}
	}
}
