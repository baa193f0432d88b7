// Package clipboard puts pictures on the desktop's clipboard. Fyne's own
// clipboard takes texts only.
//
// Under X11 it speaks the protocol itself: libraries that do so through cgo ask
// for libX11.so, which only machines of developers have. Windows has calls for
// it; Wayland and macOS have programs.
package clipboard

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"sync"
)

// ErrUnavailable says that this desktop offers no way to take a picture.
var ErrUnavailable = errors.New("no clipboard for pictures")

// Image puts a PNG on the clipboard. On X11 other programs can have it for as
// long as nothing newer is copied and ctx lasts; then it is handed to the desktop's
// clipboard manager, if there is one, and the goroutine that serves them ends. A
// desktop without a way gives [ErrUnavailable].
func Image(ctx context.Context, png []byte) error {
	if err := image(ctx, png); err != nil {
		return fmt.Errorf("copy the picture: %w", err)
	}
	return nil
}

// serving counts the pictures that this program still has to serve.
var serving sync.WaitGroup

// Wait returns when all pictures whose context has ended are handed over, or
// nobody took them within a few seconds. A program calls it before it ends.
func Wait() { serving.Wait() }

// tool finds a program; "" if there is none.
func tool(name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return path
}
