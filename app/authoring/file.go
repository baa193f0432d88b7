package authoring

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/internal/disk"
)

// Ending is that of a lesson's file. What it holds may be called .json as well.
const Ending = ".c5lesson"

// ErrChanged says that another program has written the file since it was read
// or written here.
var ErrChanged = errors.New("another program has changed the file")

// Mark is what a file was when it was read or written; the zero Mark is that of
// no file.
type Mark struct {
	size int64
	time time.Time
	hash [sha256.Size]byte
}

// Encode is a lesson as its file has it. Equal lessons give equal bytes. One that
// could not be read again is an error: without a scene or too long.
func Encode(l export.Lesson) ([]byte, error) {
	var b bytes.Buffer
	if err := export.WriteLesson(&b, &l); err != nil {
		return nil, err
	}
	if len(l.Scenes) == 0 || b.Len() > export.MaxLesson {
		return nil, fmt.Errorf("%w: %d scenes, %d bytes", export.ErrLesson, len(l.Scenes), b.Len())
	}
	return b.Bytes(), nil
}

// Read reads the lesson at path. Its errors are those of [disk.Read] and
// [export.ReadLesson].
func Read(path string) (export.Lesson, Mark, error) {
	body, m, err := read(path)
	if err != nil {
		return export.Lesson{}, Mark{}, err
	}
	l, err := export.ReadLesson(bytes.NewReader(body))
	if err != nil {
		return export.Lesson{}, Mark{}, fmt.Errorf("open %s: %w", path, err)
	}
	return *l, m, nil
}

func read(path string) ([]byte, Mark, error) {
	body, err := disk.Read(path, export.MaxLesson)
	if err != nil {
		return nil, Mark{}, err
	}
	return body, markOf(path, body), nil
}

// markOf is the mark of the file at path, which holds body.
func markOf(path string, body []byte) Mark {
	m := Mark{size: int64(len(body)), hash: sha256.Sum256(body)}
	if info, err := os.Stat(path); err == nil && info.Size() == m.size {
		m.time = info.ModTime()
	}
	return m
}

// changed reports whether the file at path is another than it was. One that has
// gone has not changed.
func (m Mark) changed(path string) bool {
	info, err := os.Stat(path)
	if err != nil || m.size == info.Size() && m.time.Equal(info.ModTime()) {
		return false
	}
	_, now, err := read(path)
	return !errors.Is(err, fs.ErrNotExist) && now.hash != m.hash
}

// Save writes a lesson to its file, which was as it was: whole or not at all. If
// another program has written it since, the error is [ErrChanged], unless force is
// set. A zero Mark is for a file that is not there yet; the error of one that is
// wraps [fs.ErrExist].
func Save(path string, l export.Lesson, was Mark, force bool) (Mark, error) {
	body, err := Encode(l)
	if err != nil {
		return Mark{}, err
	}
	fresh := was == Mark{}
	if !force && !fresh && was.changed(path) {
		return Mark{}, fmt.Errorf("save %s: %w", path, ErrChanged)
	}
	if err := atomicfile.Bytes(path, force || !fresh, body); err != nil {
		return Mark{}, err
	}
	return markOf(path, body), nil
}
