package dataset

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync/atomic"
)

// Limits on one package as a whole, and on its parts. They leave room for
// 100,000 statements of 10,000 documents and keep what reads them below 300 MiB.
const (
	maxBytes      = 96 << 20 // of all files, after unpacking
	maxFile       = 64 << 20
	maxDescriptor = 16 << 20
	maxSummary    = 256 << 10
	maxFiles      = 50_000 // in a zip, in a folder's documents, and listed in the descriptor
	maxRows       = 400_000
	maxCells      = 5_000_000
	maxCols       = 500
	maxCell       = 1 << 20 // bytes
)

// errNotFile is what is said of a folder, a pipe or a device.
var errNotFile = error(Phrase{Key: "finding.notFile"})

// files reads the files of one package within one budget.
type files struct {
	fsys               fs.FS
	bytesLeft          *atomic.Int64 // which files read at the same time share
	rowsLeft, cellLeft int
	buf                []byte // for copying

	// vouched says that the package is the program's own: a test has read it with every
	// check, of which none found anything or read a cell otherwise than it is written. So
	// its cells are taken as they are, and its tables need no schema here.
	vouched bool
}

func newFiles(fsys fs.FS) files {
	left := &atomic.Int64{}
	left.Store(maxBytes)
	return files{fsys: fsys, bytesLeft: left, rowsLeft: maxRows, cellLeft: maxCells, buf: make([]byte, 32<<10)}
}

// beside reads other files of the same package at the same time.
func (p *files) beside() files {
	return files{fsys: p.fsys, bytesLeft: p.bytesLeft, vouched: p.vouched, buf: make([]byte, 32<<10)}
}

// over is the error of a package that is past one of its limits.
func over(what string) error {
	return refused("the package has more than %s", what)
}

// has reports whether there is a file of that name, readable or not.
func (p *files) has(name string) bool {
	_, err := fs.Stat(p.fsys, name)
	return err == nil || !errors.Is(err, fs.ErrNotExist)
}

// regular refuses what is no regular file before it is opened: to open a FIFO
// may wait for ever.
func (p *files) regular(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	info, err := fs.Stat(p.fsys, name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, errNotFile
	}
	return info, err
}

// read returns a file of at most limit bytes, and its SHA-256. The error is
// [ErrUnsafe] when the budget of the package is spent.
func (p *files) read(name string, limit int) (string, [sha256.Size]byte, error) {
	var sum [sha256.Size]byte
	info, err := p.regular(name)
	if err != nil {
		return "", sum, err
	}
	if info.Size() < 0 || info.Size() > int64(limit) { // below 0: a .zip that says 2^63 and more
		return "", sum, Phrase{Key: "finding.large", N: limit >> 10}
	}
	left := p.bytesLeft.Load()
	if info.Size() > left {
		return "", sum, over(fmt.Sprintf("%d MiB", maxBytes>>20))
	}
	f, err := p.fsys.Open(name)
	if err != nil {
		return "", sum, err
	}
	defer f.Close() //nolint:errcheck // only read from
	h := sha256.New()
	if m, ok := p.fsys.(*memory); ok { // its texts are in memory already
		text := m.texts[name]
		if p.bytesLeft.Add(-int64(len(text))) < 0 {
			return "", sum, over(fmt.Sprintf("%d MiB", maxBytes>>20))
		}
		io.CopyBuffer(h, struct{ io.Reader }{f}, p.buf) //nolint:errcheck,gosec // from memory into memory
		h.Sum(sum[:0])
		return text, sum, nil
	}
	var b strings.Builder // its text is the file's, without a second copy
	b.Grow(int(info.Size()))
	n, err := io.CopyBuffer(io.MultiWriter(&b, h), io.LimitReader(f, min(int64(limit), left)+1), p.buf)
	if err != nil {
		return "", sum, err
	}
	if n > int64(limit) { // a file that grows, or says nothing of its size
		return "", sum, Phrase{Key: "finding.large", N: limit >> 10}
	}
	if p.bytesLeft.Add(-n) < 0 {
		return "", sum, over(fmt.Sprintf("%d MiB", maxBytes>>20))
	}
	h.Sum(sum[:0])
	return b.String(), sum, nil
}

// unread says why a file cannot be read, without the words of the system.
func unread(err error) Phrase {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Phrase{Key: "finding.missing"}
	case errors.Is(err, fs.ErrPermission):
		return Phrase{Key: "finding.denied"}
	case errors.Is(err, fs.ErrInvalid):
		return Phrase{Key: "finding.outside"}
	}
	return phrase(err)
}
