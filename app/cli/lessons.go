package cli

import (
	"errors"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
)

// withLessons adds what is wrong with the lessons of a package: one that is none, and
// words of a scene that its view cannot fill, in any language of the interface.
func withLessons(room *scene.Room, found []dataset.Finding) []dataset.Finding {
	for _, f := range room.Data.Lessons {
		x := dataset.Finding{File: "lessons/" + f.Name + ".json", Mend: dataset.Phrase{Key: "finding.writeLesson"}}
		l, err := export.ReadLesson(strings.NewReader(f.Text))
		if err != nil {
			x.Fault = dataset.Phrase{Key: "finding.notLesson"}
			found = append(found, x)
			continue
		}
		for _, lang := range i18n.Languages() {
			_, err := l.Steps(room, i18n.For(lang))
			if fault, ok := errors.AsType[*export.CaptionError](err); ok {
				x.Fault = dataset.Phrase{Key: "finding.lessonHole", Name: strconv.Itoa(fault.Scene)}
				found = append(found, x)
				break
			}
		}
	}
	return found
}
