// Package disk opens what is on a disk and was put there by others.
//
// A name may stand for something that is no file: a pipe without a writer
// stops a program for ever, a device never ends, a socket cannot be read. What
// this package opens is a regular file, or it is an error that says at once
// what it is instead.
package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// ErrNotFile is wrapped by the error for what is at a path but is no regular
// file. Its text says what is there, such as "is a folder, not a file".
var ErrNotFile = errors.New("is not a file")

// ErrTooLarge is wrapped by the error for a file longer than what was to be
// read. Its text says the limit.
var ErrTooLarge = errors.New("is too large")

// Open opens the regular file at path, or at the end of the links there, for
// reading. Its errors are those of [os.Open] and [ErrNotFile], as
// *[fs.PathError]; it never waits.
func Open(path string) (*os.File, error) {
	if err := Check(path); err != nil { // before it is opened: to open a device may do something
		return nil, err
	}
	return open(path, os.O_RDONLY, 0)
}

// OpenWithin is [Open] for a file of at most limit bytes; a longer one is
// [ErrTooLarge].
func OpenWithin(path string, limit int64) (*os.File, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.Size() > limit {
		f.Close() //nolint:errcheck,gosec // nothing was read
		return nil, &fs.PathError{Op: "open", Path: path, Err: tooLarge(limit)}
	}
	return f, nil
}

// Create empties the regular file at path, or makes one with the permissions
// perm, and opens it for writing. It never waits.
func Create(path string, perm fs.FileMode) (*os.File, error) {
	if err := Check(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	f, err := open(path, os.O_WRONLY|os.O_CREATE, perm)
	if err != nil {
		return nil, err
	}
	if err := f.Truncate(0); err != nil {
		f.Close() //nolint:errcheck,gosec // nothing was written
		return nil, err
	}
	return f, nil
}

// open opens path and makes sure that what was opened is a regular file: it may
// have changed since it was looked at.
func open(path string, flag int, perm fs.FileMode) (*os.File, error) {
	f, err := os.OpenFile(path, flag|syscall.O_NONBLOCK, perm) // a pipe gives itself at once
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil {
		err = readable(path, f, info)
	}
	if err != nil {
		f.Close() //nolint:errcheck,gosec // nothing was read or written
		return nil, err
	}
	return f, nil
}

// Check returns nil if a regular file is at path, or at the end of the links
// there. It opens nothing. A missing file is [fs.ErrNotExist].
func Check(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return &fs.PathError{Op: "open", Path: path, Err: bare(err)}
	}
	return regular(path, info)
}

// Read returns what the regular file at path holds. A file of more than limit
// bytes is [ErrTooLarge].
func Read(path string, limit int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read from
	data, err := ReadAll(f, limit)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: path, Err: bare(err)}
	}
	return data, nil
}

// ReadAll reads r to its end. More than limit bytes are [ErrTooLarge]. A file
// that says beforehand that it is longer is not read at all.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	if f, ok := r.(fs.File); ok {
		if info, err := f.Stat(); err == nil && info.Size() > limit {
			return nil, tooLarge(limit)
		}
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, tooLarge(limit)
	}
	return data, err
}

func tooLarge(limit int64) error {
	n, unit := limit, "bytes"
	switch {
	case limit >= 1<<20:
		n, unit = limit>>20, "MiB"
	case limit >= 1<<10:
		n, unit = limit>>10, "KiB"
	}
	return fmt.Errorf("%w: it has more than %d %s", ErrTooLarge, n, unit)
}

// kind is [ErrNotFile] with what is there instead.
type kind string

// Error says what is there.
func (k kind) Error() string { return string(k) }

// Is reports whether err is [ErrNotFile].
func (kind) Is(err error) bool { return err == ErrNotFile }

// regular returns an error unless info is that of a regular file.
func regular(path string, info fs.FileInfo) error {
	var k kind
	switch mode := info.Mode(); {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		k = "is a folder, not a file"
	case mode&fs.ModeNamedPipe != 0:
		k = "is a pipe, not a file"
	case mode&fs.ModeSocket != 0:
		k = "is a socket, not a file"
	case mode&fs.ModeDevice != 0:
		k = "is a device, not a file"
	default:
		k = "is not a file"
	}
	return &fs.PathError{Op: "open", Path: path, Err: k}
}

// readable is regular for a file that is open.
func readable(path string, f *os.File, info fs.FileInfo) error {
	if err := regular(path, info); err != nil {
		return err
	}
	if info.Size() == 0 && ofKernel(f) { // what has a length can be read at once
		return &fs.PathError{Op: "open", Path: path, Err: kind("is a device, not a file")}
	}
	return nil
}

// bare drops the operation and path that package os puts before an error.
func bare(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}
