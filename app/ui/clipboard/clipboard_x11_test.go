//go:build unix && !darwin

package clipboard

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

func TestNoDesktop(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	if err := Image(t.Context(), []byte("x")); !errors.Is(err, ErrUnavailable) {
		t.Errorf("without a desktop: %v", err)
	}
	t.Setenv("DISPLAY", ":97531")
	if err := Image(t.Context(), []byte("x")); !errors.Is(err, ErrUnavailable) {
		t.Errorf("without an X server: %v", err)
	}
}

// TestWayland checks that wl-copy gets the bytes and their type.
func TestWayland(t *testing.T) {
	dir := t.TempDir()
	script := "#!/bin/sh\necho \"$@\" > " + dir + "/args\ncat > " + dir + "/got\n"
	if err := os.WriteFile(filepath.Join(dir, "wl-copy"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("WAYLAND_DISPLAY", "wayland-0")
	if err := Image(t.Context(), []byte("picture")); err != nil {
		t.Fatal(err)
	}
	args, _ := os.ReadFile(filepath.Join(dir, "args"))
	got, _ := os.ReadFile(filepath.Join(dir, "got"))
	if string(args) != "--type image/png\n" || string(got) != "picture" {
		t.Errorf("wl-copy %q got %q", args, got)
	}
}

// TestX11 reads the picture back with xclip, on a server of its own. It is
// longer than one X request may be.
func TestX11(t *testing.T) {
	for _, need := range []string{"Xvfb", "xclip"} {
		if tool(need) == "" {
			t.Logf("%s is not installed; nothing is read back", need)
			return
		}
	}
	t.Setenv("WAYLAND_DISPLAY", "")
	t.Setenv("DISPLAY", server(t))
	want := make([]byte, 3<<20+7)
	for i := range want {
		want[i] = byte(rand.Uint32())
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for range 2 { // the second takes the clipboard from the first
		want[0]++
		if err := Image(ctx, want); err != nil {
			t.Fatal(err)
		}
		got, err := read(t, "image/png")
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%d bytes came back as %d (%v)", len(want), len(got), err)
		}
	}
	if list, err := read(t, "TARGETS"); err != nil || string(list) != "TARGETS\nimage/png\n" {
		t.Errorf("targets %q, %v", list, err)
	}
	if text, err := read(t, "UTF8_STRING"); err == nil {
		t.Errorf("the picture is also the text %q", text)
	}
	cancel()
	for range 100 {
		if _, err := read(t, "image/png"); err != nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("the clipboard outlives its context")
}

func read(t *testing.T, target string) ([]byte, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	return exec.CommandContext(ctx, "xclip", "-selection", "clipboard", "-t", target, "-o").Output()
}

// server starts an X server on a free number and returns its name.
func server(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	c := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset")
	c.ExtraFiles = []*os.File{w}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Kill()
		c.Wait()
	})
	w.Close()
	var n int
	if _, err := fmt.Fscan(r, &n); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(":%d", n)
}
