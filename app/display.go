package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// displayed reports whether there is a screen, as far as can be told before
// the window system starts.
func displayed(getenv func(string) string) bool {
	if runtime.GOOS != "linux" && !strings.HasSuffix(runtime.GOOS, "bsd") || getenv("WAYLAND_DISPLAY") != "" {
		return true
	}
	display := getenv("DISPLAY")
	number, local := strings.CutPrefix(strings.TrimPrefix(display, "unix"), ":")
	if !local {
		return display != "" // on another machine
	}
	number, _, _ = strings.Cut(number, ".")
	for _, socket := range [...]string{"/tmp/.X11-unix/X", "@/tmp/.X11-unix/X"} {
		if c, err := net.DialTimeout("unix", socket+number, time.Second); err == nil {
			return c.Close() == nil
		}
	}
	return false
}

// spareDepth tells Mesa's renderer for machines without a GPU to leave out the
// depth buffer, which no flat window needs: a seventh of all work of a frame at
// 1920 by 1080. The renderer hears of it when the first window opens; done then
// keeps it from the programs that this one starts.
func spareDepth() (done func()) {
	const name = "LP_PERF"
	if _, set := os.LookupEnv(name); set || os.Setenv(name, "no_depth") != nil {
		return func() {}
	}
	return func() { os.Unsetenv(name) } //nolint:errcheck // it was set a moment ago
}

// ErrScreen says that the window system would not open a window.
var ErrScreen = errors.New("the window could not be opened: OpenGL 2.1 or later is needed; the command line works without (c5atlas help)")

// watchDriver calls fail when Fyne says, in the only way it has, that the
// window system failed: a line in the standard log before it ends the program.
func watchDriver(fail func(error)) {
	if fail == nil {
		return
	}
	log.SetOutput(&driverLog{next: log.Writer(), fail: fail})
}

type driverLog struct {
	next io.Writer
	fail func(error)

	mu      sync.Mutex
	failing bool
}

// Write passes p on and looks for the line with the cause.
func (d *driverLog) Write(p []byte) (int, error) {
	d.mu.Lock()
	failing := d.failing
	d.failing = bytes.Contains(p, []byte("window creation error")) || bytes.Contains(p, []byte("failed to initialise GLFW"))
	d.mu.Unlock()
	n, err := d.next.Write(p)
	if failing {
		_, cause, _ := strings.Cut(string(p), "Cause:")
		d.fail(fmt.Errorf("%w (%s)", ErrScreen, strings.TrimSpace(cause)))
	}
	return n, err
}
