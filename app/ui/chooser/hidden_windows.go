package chooser

import (
	"io/fs"
	"syscall"
)

// hidden reports whether a file is not for every day's eyes.
func hidden(name string, info fs.FileInfo) bool {
	if name[0] == '.' || info == nil {
		return name[0] == '.'
	}
	data, ok := info.Sys().(*syscall.Win32FileAttributeData)
	return ok && data.FileAttributes&syscall.FILE_ATTRIBUTE_HIDDEN != 0
}
