//go:build unix

package handover

import (
	"os"
	"runtime"
	"syscall"
)

// private is the folder that the system has for the sockets of one person.
func private(getenv func(string) string) string {
	if runtime.GOOS == "darwin" {
		return os.TempDir()
	}
	return getenv("XDG_RUNTIME_DIR")
}

// ours reports whether the folder is this person's, and nobody else may even
// look into it.
func ours(folder string) bool {
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() || info.Mode().Perm()&0o077 != 0 {
		return false
	}
	of, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(of.Uid) == os.Geteuid()
}

// yield lets another window come to the front, where that has to be allowed.
func yield() {}
