package dataset

import (
	"errors"
	"io/fs"
	"path"
	"strings"
)

// Limits of the lessons of a package.
const (
	maxLessons = 60
	maxLesson  = 4 << 20 // bytes of one
)

// LessonFile is a lesson that comes with the package, the file lessons/NAME.json,
// as it stands there. Whether it is one is for who shows it to say.
type LessonFile struct{ Name, Text string }

// readLessons reads the lessons of the package, in the order of their names, if it
// has any. The error is [ErrUnsafe].
func (d *Dataset) readLessons(in *reader) error {
	listed := in.desc.listed()
	names, err := fs.Glob(in.fsys, "lessons/*.json")
	if err != nil {
		return nil //nolint:nilerr // a package may have none
	}
	for _, name := range names[:min(len(names), maxLessons)] {
		text, sum, err := in.read(name, maxLesson)
		switch r := listed[name]; {
		case errors.Is(err, ErrUnsafe):
			return err
		case err != nil:
			in.found.add(Finding{File: name, Fault: unread(err)})
			continue
		case r != nil:
			r.read = true
			in.checkHash(r, sum[:])
		}
		d.Lessons = append(d.Lessons, LessonFile{strings.TrimSuffix(path.Base(name), ".json"), text})
	}
	return nil
}
