package handover

import (
	"os"

	"golang.org/x/sys/windows"
)

// private is the person's folder for what is temporary.
func private(func(string) string) string { return os.TempDir() }

// ours: other people have no rights in a profile.
func ours(string) bool { return true }

// yield lets another window come to the front: Windows allows it to who was
// started by a person, which is this program and not the one that has the window.
func yield() {
	const anybody = 0xFFFFFFFF
	allow := windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")
	if allow.Find() == nil {
		allow.Call(anybody) //nolint:errcheck // the window blinks in the task bar instead
	}
}
