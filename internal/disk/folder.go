package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// A Folder is a folder as an [fs.FS] of what is in it: regular files and
// folders. A link that leaves it, and what is neither file nor folder, is an
// error when it is opened. It may be used from any goroutine and must be
// closed.
type Folder struct{ root *os.Root }

// ErrNotFolder is wrapped by the error for what is at a path but is no folder.
var ErrNotFolder = errors.New("is not a folder")

// OpenFolder opens the folder at path, or at the end of the links there.
func OpenFolder(path string) (*Folder, error) {
	info, err := os.Stat(path) // to open a pipe would wait
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: bare(err)}
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotFolder}
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &Folder{root}, nil
}

// Close ends the folder. Files opened in it stay open.
func (f *Folder) Close() error { return f.root.Close() }

// Open opens a file, or a folder to list it. It never waits.
func (f *Folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a look before would take as long again
	if err != nil {
		if info, e := f.root.Stat(name); e == nil && !info.IsDir() && regular(name, info) != nil {
			return nil, regular(name, info) // a socket cannot be opened
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: bare(err)}
	}
	info, err := file.Stat()
	if err == nil && !info.IsDir() {
		err = readable(name, file, info)
	}
	if err != nil {
		file.Close() //nolint:errcheck,gosec // nothing was read
		return nil, err
	}
	return &listed{file, name}, nil
}

// Stat describes what is at name, whatever it is, without opening it.
func (f *Folder) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	info, err := f.root.Stat(name)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: bare(err)}
	}
	return info, nil
}

// listed is an open file or folder whose faults speak of its name inside the
// folder.
type listed struct {
	*os.File
	name string
}

// Read says what was to be read if it is a folder.
func (l *listed) Read(p []byte) (int, error) {
	n, err := l.File.Read(p)
	if err == nil || err == io.EOF {
		return n, err
	}
	if info, e := l.Stat(); e == nil && info.IsDir() {
		return n, regular(l.name, info)
	}
	return n, &fs.PathError{Op: "read", Path: l.name, Err: bare(err)}
}

// OpenList opens the folder at path, or at the end of the links there, to read
// what is in it. Unlike [Folder] it looks at nothing that lies there, which in a
// large folder takes much the longest.
func OpenList(path string) (*os.File, error) {
	info, err := os.Stat(path) // to open a pipe would wait
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: bare(err)}
	}
	if !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotFolder}
	}
	return os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}
