//go:build !windows

package app

import (
	"os"
	"os/exec"
)

// boxes are what desktops have to show a sentence, the best first, with what
// stands before the sentence.
var boxes = [][]string{
	{"zenity", "--error", "--no-markup", "--no-wrap", "--title=C+C5 Atlas", "--text"},
	{"kdialog", "--title", "C+C5 Atlas", "--error"},
	{"xmessage", "-center", "-xrm", "*international: true", "-title", "C+C5 Atlas"},
}

// tell shows the sentence in a box of the desktop's, if there is one, and does
// not wait until somebody has read it.
func tell(sentence string) {
	for _, b := range boxes {
		path, err := exec.LookPath(b[0])
		if err != nil {
			continue
		}
		c := exec.Command(path, append(b[1:], sentence)...) //nolint:gosec,noctx // a program of the desktop's, which outlives this one
		c.Env = append(os.Environ(), "GSK_RENDERER=cairo")  // what this box is about may be that there is no OpenGL
		if c.Start() == nil {
			return
		}
	}
}
