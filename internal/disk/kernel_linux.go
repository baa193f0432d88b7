package disk

import (
	"os"
	"slices"

	"golang.org/x/sys/unix"
)

// kernels are the file systems that hold no files of anybody's: to read one of
// theirs may wait for something to happen.
var kernels = []uint32{unix.PROC_SUPER_MAGIC, unix.SYSFS_MAGIC, unix.DEBUGFS_MAGIC, unix.TRACEFS_MAGIC, unix.CGROUP2_SUPER_MAGIC, unix.BPF_FS_MAGIC}

// ofKernel reports whether f is one of the kernel's own, though it says that it
// is a regular file.
func ofKernel(f *os.File) bool {
	var s unix.Statfs_t
	return unix.Fstatfs(int(f.Fd()), &s) == nil && slices.Contains(kernels, uint32(s.Type)) //nolint:gosec // magic numbers have 32 bits
}
