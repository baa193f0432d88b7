package export

import (
	"errors"
	"fmt"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
)

// PackagedLesson is a lesson that came with a data package.
type PackagedLesson struct {
	Name string // of its file, without the ending
	*Lesson
}

// PackageLessons reads the lessons of a package, in the order of their names. The
// error joins what those have that are none; they are left out.
func PackageLessons(d *dataset.Dataset) (list []PackagedLesson, err error) {
	var faults []error
	for _, f := range d.Lessons {
		l, err := ReadLesson(strings.NewReader(f.Text))
		if err != nil {
			faults = append(faults, fmt.Errorf("lessons/%s.json: %w", f.Name, err))
			continue
		}
		list = append(list, PackagedLesson{f.Name, l})
	}
	return list, errors.Join(faults...)
}
