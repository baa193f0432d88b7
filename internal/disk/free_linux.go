package disk

import (
	"io/fs"

	"golang.org/x/sys/unix"
)

// Free returns how many bytes a person can still write to the disk that a
// folder or file is on. Elsewhere than on Linux it is [errors.ErrUnsupported].
func Free(path string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(path, &s); err != nil {
		return 0, &fs.PathError{Op: "statfs", Path: path, Err: err}
	}
	return s.Bavail * uint64(s.Bsize), nil //nolint:gosec // the size of a block
}
