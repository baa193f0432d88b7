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
)

// ErrUnavailable says that this desktop offers no way to take a picture.
var ErrUnavailable = errors.New("no clipboard for pictures")

// Image puts a PNG on the clipboard. On X11 other programs can have it for as
// long as this one runs, nothing newer is copied and ctx lasts; then the
// goroutine that serves them ends. A desktop without a way gives
// [ErrUnavailable].
func Image(ctx context.Context, png []byte) error {
	if err := image(ctx, png); err != nil {
		return fmt.Errorf("copy the picture: %w", err)
	}
	return nil
}

// tool finds a program; "" if there is none.
func tool(name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		return ""
	}
	return path
}
