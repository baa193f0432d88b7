package app

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2/lang"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/internal/disk"
)

// unixDesktop reports whether desktops here are those of Linux and the BSDs.
func unixDesktop() bool { return runtime.GOOS == "linux" || strings.HasSuffix(runtime.GOOS, "bsd") }

// displayed reports whether there is a screen, as far as can be told before the
// window system starts. A compositor of Wayland's that does not answer is no longer in
// the environment then: a shell has it that another session left or another person lent,
// and where the session says that it is Wayland's, GLFW would ask for it alone and not
// look for an X server. Where an X server is named, GLFW asks that alone: else it looks
// for a compositor at the usual place first, and waits for ever for one that hangs.
func displayed() bool {
	if !unixDesktop() || wayland() {
		return true
	}
	os.Unsetenv("WAYLAND_DISPLAY") //nolint:errcheck // a name without = and NUL
	display := os.Getenv("DISPLAY")
	if display != "" {
		os.Setenv("XDG_SESSION_TYPE", "x11") //nolint:errcheck,gosec // as above
	}
	number, local := strings.CutPrefix(strings.TrimPrefix(display, "unix"), ":")
	if !local {
		return display != "" // on another machine
	}
	number, _, _ = strings.Cut(number, ".")
	return answers("/tmp/.X11-unix/X"+number) || answers("@/tmp/.X11-unix/X"+number)
}

// wayland reports whether the compositor that the environment names is there.
func wayland() bool {
	socket := os.Getenv("WAYLAND_DISPLAY")
	if socket != "" && !filepath.IsAbs(socket) {
		socket = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), socket)
	}
	return socket != "" && answers(socket)
}

// answers reports whether a program hears at a socket of this machine.
func answers(socket string) bool {
	c, err := net.DialTimeout("unix", socket, time.Second)
	return err == nil && c.Close() == nil
}

// tuneMesa tells Mesa what suits the window. Its renderer for machines without
// a GPU leaves out the depth buffer, which no flat window needs: a seventh of
// all work of a frame at 1920 by 1080. And on a disk that is nearly full it
// keeps no cache of its three small shaders: it would map a file that has no
// room to grow, and the kernel would end the program. Mesa hears of it when the
// first window opens; done then keeps it from the programs that this one starts.
func tuneMesa() (done func()) {
	wanted := map[string]string{"LP_PERF": "no_depth"}
	if free, err := disk.Free(mesaCache(os.Getenv)); err == nil && free < leastCache {
		wanted["MESA_SHADER_CACHE_DISABLE"] = "true"
	}
	var set []string
	for name, value := range wanted {
		if _, own := os.LookupEnv(name); !own && os.Setenv(name, value) == nil {
			set = append(set, name)
		}
	}
	return func() {
		for _, name := range set {
			os.Unsetenv(name) //nolint:errcheck // it was set a moment ago
		}
	}
}

// leastCache is the room for Mesa's cache, in bytes, below which it has to do
// without: an index of 1.3 MB and the shaders of everything on the desktop.
const leastCache = 64 << 20

// mesaCache is the folder that Mesa keeps its cache in, or the nearest one
// above it that is there.
func mesaCache(getenv func(string) string) string {
	at := getenv("MESA_SHADER_CACHE_DIR")
	if at == "" {
		at = getenv("XDG_CACHE_HOME")
	}
	if at == "" {
		at = filepath.Join(getenv("HOME"), ".cache")
	}
	for {
		if info, err := os.Stat(at); err == nil && info.IsDir() || filepath.Dir(at) == at {
			return at
		}
		at = filepath.Dir(at)
	}
}

// ErrScreen says that the window system would not open a window.
var ErrScreen = errors.New("the window system opens no window")

// screenError is [ErrScreen] in a sentence for the person, and its cause in the
// system's words.
type screenError struct{ cause string }

// Said is what a person is told who started the program from a menu, in the
// language of the desktop.
func (e *screenError) Said() string { return e.words("shell.noScreen") }

func (e *screenError) words(key string) string {
	return i18n.For(language(os.Getenv, func() string { return string(lang.SystemLocale()) })).T(key)
}

// Error is for a terminal, where there are commands, too.
func (e *screenError) Error() string {
	return e.Said() + " " + e.words("shell.noScreenCommands") + " (" + e.cause + ")"
}

func (e *screenError) Unwrap() error { return ErrScreen }

// watchDriver calls fail when Fyne says, in the only way it has, that the
// window system failed: a line in the standard log before it ends the program. A
// fault of OpenGL's that GLFW did not expect is such a line, too, until up is called
// because the window is on the screen: Fyne would go on without any window.
func watchDriver(fail func(error)) (up func()) {
	d := &driverLog{next: log.Writer(), fail: fail}
	log.SetOutput(d)
	return func() { d.up.Store(true) }
}

type driverLog struct {
	next io.Writer
	fail func(error)
	up   atomic.Bool

	mu      sync.Mutex
	failing failure
}

// failure is what the line before said that failed.
type failure int

const (
	nothing failure = iota
	noWindow
	noDisplay
)

// unexpected is how go-gl logs what it returns no error for, before what gives
// programs their OpenGL.
const unexpected = "PlatformError: "

// Write passes p on and looks for the line with the cause.
func (d *driverLog) Write(p []byte) (int, error) {
	d.mu.Lock()
	failing := d.failing
	d.failing = nothing
	switch {
	case bytes.Contains(p, []byte("window creation error")):
		d.failing = noWindow
	case bytes.Contains(p, []byte("failed to initialise GLFW")):
		d.failing = noDisplay
	}
	d.mu.Unlock()
	n, err := d.next.Write(p)
	cause := ""
	if failing != nothing {
		_, cause, _ = strings.Cut(string(p), "Cause:")
	} else if _, said, ok := strings.Cut(string(p), unexpected); ok && !d.up.Load() {
		failing, cause = unexpectedly(said), said
	}
	switch cause = strings.TrimSpace(cause); {
	case failing == noDisplay && unixDesktop(): // where there is none, or none for this person
		d.fail(fmt.Errorf("%w (%s)", ErrNoDisplay, cause))
	case failing != nothing:
		d.fail(&screenError{cause})
	}
	return n, err
}

// unexpectedly is what failed if GLFW said so and go-gl returned no error for it.
func unexpectedly(said string) failure {
	for by, f := range map[string]failure{
		"WGL: ": noWindow, "GLX: ": noWindow, "EGL: ": noWindow,
		"X11: Failed to open display": noDisplay, "Wayland: Failed to connect to display": noDisplay,
	} {
		if strings.HasPrefix(said, by) {
			return f
		}
	}
	return nothing
}
