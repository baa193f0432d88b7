//go:build !windows

package chooser

import "io/fs"

// hidden reports whether a file is not for every day's eyes.
func hidden(name string, _ fs.FileInfo) bool { return name[0] == '.' }
