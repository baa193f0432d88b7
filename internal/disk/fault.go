package disk

import (
	"errors"
	"io/fs"
	"slices"
	"syscall"
)

// Full reports whether err says that a disk, or what a person may fill of it,
// is full.
func Full(err error) bool { return is(err, full) }

// ReadOnly reports whether err says that nothing may be written to a place.
func ReadOnly(err error) bool { return errors.Is(err, fs.ErrPermission) || is(err, readOnly) }

// NoFolder reports whether err says that the folder of a path is not there.
func NoFolder(err error) bool { return errors.Is(err, fs.ErrNotExist) || is(err, noFolder) }

func is(err error, numbers []syscall.Errno) bool {
	n, ok := errors.AsType[syscall.Errno](err)
	return ok && slices.Contains(numbers, n)
}
