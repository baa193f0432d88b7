package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// create makes a file without a name, which the kernel drops when the program
// ends however it ends. File systems that cannot get a hidden name instead.
func create(path string) (*file, error) {
	fd, err := unix.Open(filepath.Dir(path), unix.O_TMPFILE|unix.O_RDWR|unix.O_CLOEXEC, 0o666)
	if err != nil {
		return createNamed(path)
	}
	f := &file{File: os.NewFile(uintptr(fd), path)}
	if _, err := os.Stat(f.handle()); err != nil { // no /proc: it could never get a name
		f.discard()
		return createNamed(path)
	}
	return f, nil
}

// handle is the path through which the nameless file can be linked.
func (f *file) handle() string { return fmt.Sprintf("/proc/self/fd/%d", f.Fd()) }

// place gives the complete file the name path.
func (f *file) place(path string, force bool) error {
	if f.named {
		return f.placeNamed(path, force)
	}
	err := f.link(path)
	if !errors.Is(err, fs.ErrExist) || !force {
		return err
	}
	// A link cannot replace a name, a rename can.
	name := besides(path)
	if err := f.link(name); err != nil {
		return under(path, err)
	}
	if err := os.Rename(name, path); err != nil {
		_ = os.Remove(name)
		return err
	}
	return f.Close()
}

func (f *file) link(path string) error {
	err := unix.Linkat(unix.AT_FDCWD, f.handle(), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
	if err != nil {
		return &fs.PathError{Op: "write", Path: path, Err: err}
	}
	return nil
}

// swap gives a and b each other's name, at once where the file system can.
func swap(a, b string) error {
	if unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE) == nil {
		return nil
	}
	return swapInTurn(a, b)
}
