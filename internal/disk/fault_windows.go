package disk

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// The numbers that Windows gives. Those of the same name in package syscall are
// made up and never come.
var (
	full     = []syscall.Errno{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED, windows.ERROR_FILE_TOO_LARGE}
	readOnly = []syscall.Errno{windows.ERROR_WRITE_PROTECT}
	noFolder = []syscall.Errno{windows.ERROR_DIRECTORY, windows.ERROR_BAD_PATHNAME}
)
