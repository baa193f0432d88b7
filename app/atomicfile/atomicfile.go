// Package atomicfile writes a file whole or not at all.
//
// A reader of the path sees the old contents or the new ones, never a mixture
// and never a part, whatever interrupts the writer: an error, a full disk, a
// kill, a power cut.
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
)

// ErrFolder says that the path to write is a folder.
var ErrFolder = errors.New("is a folder")

// ErrUnread says that the path to write is a pipe that no program reads.
var ErrUnread = errors.New("is a pipe that no program reads")

// bufferSize is what Write gathers before it goes to the file, in bytes.
const bufferSize = 64 << 10

// Write calls write with a new file and then puts that file at path.
//
// If path exists, Write replaces it when force is set, keeping its permissions, and
// otherwise returns an error for which errors.Is(err, fs.ErrExist) holds; that refusal
// is safe against another program creating path meanwhile, where the file system has
// hard links. A symbolic link is followed. A device or a pipe is written to as it is;
// without a reader a pipe is [ErrUnread]. An error of write is returned as it came, with
// path untouched and nothing left beside it.
//
// On Linux the new file has no name until it is complete, so that even a
// killed program leaves nothing; elsewhere it may leave a hidden file that ends
// in ".tmp".
func Write(path string, force bool, write func(io.Writer) error) error {
	if path == "" {
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrInvalid}
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	old, err := os.Stat(path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err != nil:
		old = nil
	case old.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: ErrFolder}
	case !old.Mode().IsRegular():
		return writeThrough(path, old.Mode(), write)
	case !force:
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	}

	f, err := create(path)
	if err != nil {
		return err
	}
	defer f.discard()
	if err := fill(f.File, write); err != nil {
		return err
	}
	if old != nil {
		if err := f.Chmod(old.Mode().Perm()); err != nil && !errors.Is(err, errors.ErrUnsupported) {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.place(path, force); err != nil {
		return err
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// Bytes is Write for a file whose bytes are at hand.
func Bytes(path string, force bool, data []byte) error {
	return Write(path, force, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// fill writes through a buffer and reports the first error of either side.
func fill(f io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(f, bufferSize)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

func writeThrough(path string, mode fs.FileMode, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|syscall.O_NONBLOCK, 0) // does not wait for a reader
	if err != nil {
		if mode&fs.ModeNamedPipe != 0 && errors.Is(err, syscall.ENXIO) {
			return &fs.PathError{Op: "write", Path: path, Err: ErrUnread}
		}
		return err
	}
	return errors.Join(fill(f, write), f.Close())
}

// file is the new contents before they have the name that was asked for.
type file struct {
	*os.File
	named bool // has a name of its own, which must go if the writing fails
}

// createNamed makes a file under a hidden name beside path.
func createNamed(path string) (*file, error) {
	f, err := os.OpenFile(besides(path), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, under(path, err)
	}
	return &file{File: f, named: true}, nil
}

// besides returns a fresh hidden name in the folder of path.
func besides(path string) string {
	dir, name := filepath.Split(path)
	return filepath.Join(dir, fmt.Sprintf(".%.100s.%016x.tmp", name, rand.Uint64()))
}

// under makes err speak of the path that was asked for.
func under(path string, err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return &fs.PathError{Op: "write", Path: path, Err: pe.Err}
	}
	return err
}

// placeNamed gives a named file the name path.
func (f *file) placeNamed(path string, force bool) error {
	if err := f.Close(); err != nil {
		return err
	}
	if !force {
		err := os.Link(f.Name(), path)
		if err == nil {
			return nil // discard removes the other name
		}
		if _, there := os.Lstat(path); there == nil {
			return &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
		}
		// A file system without hard links: a rename is the best there is.
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	f.named = false
	return nil
}

// discard closes the file and removes its own name if it still has one.
func (f *file) discard() {
	_ = f.Close() // a second Close is harmless
	if f.named {
		_ = os.Remove(f.Name())
	}
}

// syncFolder makes the new name itself last. Not every file system can; the
// file is in its place either way.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
