package app

import "os"

// shelter gives Fyne a folder for as long as the program runs where the system
// has none for settings, as without a home: else its files would lie wherever the
// program was started. It reports whether that is so; leave takes the folder away.
func shelter() (homeless bool, leave func()) {
	if _, err := os.UserConfigDir(); err == nil {
		return false, func() {}
	}
	folder, err := os.MkdirTemp("", "c5atlas-")
	if err != nil || os.Setenv("XDG_CONFIG_HOME", folder) != nil {
		return true, func() {}
	}
	return true, func() { os.RemoveAll(folder) } //nolint:errcheck,gosec // it lies among what is temporary
}
