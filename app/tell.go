//go:build !windows

package app

import (
	"os"
	"os/exec"
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/ui/shell"
)

// boxes are what desktops have to show a sentence, the best first, with what
// stands before the sentence.
var boxes = [][]string{
	{"zenity", "--error", "--no-markup", "--width=480", "--title=" + shell.Title, "--text"},
	{"kdialog", "--title", shell.Title, "--error"},
	{"xmessage", "-center", "-xrm", "*international: true", "-title", shell.Title},
}

// tell shows the sentence in a box of the desktop's, if there is one, and does
// not wait until somebody has read it.
func tell(sentence string) {
	// GTK must not ask for the very OpenGL that is missing. A desktop may name a locale
	// that the system has not, in which a box takes no letters but English ones and ends,
	// on a slow machine after it was taken for one that stays; so the locale that is
	// everywhere comes first.
	env := append(os.Environ(), "GSK_RENDERER=cairo")
	for _, env := range [][]string{append(slices.Clip(env), "LC_ALL=C.UTF-8"), env} {
		for _, b := range boxes {
			path, err := exec.LookPath(b[0])
			if err != nil {
				continue
			}
			c := exec.Command(path, append(slices.Clip(b[1:]), sentence)...) //nolint:gosec,noctx // a program of the desktop's, which outlives this one
			c.Env = env
			if stays(c) {
				return
			}
		}
	}
}

// stays reports whether the program is still there a moment after its start, or
// ended well.
func stays(c *exec.Cmd) bool {
	if c.Start() != nil {
		return false
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		return err == nil
	case <-time.After(time.Second):
		return true
	}
}
