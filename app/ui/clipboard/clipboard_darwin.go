package clipboard

import (
	"context"
	"os"
	"os/exec"
	"time"
)

// image lets AppleScript read the picture from a file.
func image(ctx context.Context, png []byte) error {
	osascript := tool("osascript")
	if osascript == "" {
		return ErrUnavailable
	}
	f, err := os.CreateTemp("", "c5atlas-*.png")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) //nolint:errcheck // a leftover in the folder for leftovers
	_, err = f.Write(png)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	script := `on run argv
set the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)
end run`
	return exec.CommandContext(ctx, osascript, "-e", script, f.Name()).Run()
}
