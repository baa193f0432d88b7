package disk

import (
	"os"

	"golang.org/x/sys/unix"
)

// IsTerminal reports whether what is written to f is shown to a person as text.
func IsTerminal(f *os.File) bool {
	_, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS)
	return err == nil
}
