package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// LessonName is the name of the lesson itself in its folder. Beside it are a
// handout, and for each scene three files: scene-01.png, scene-01.alt.txt,
// scene-01.csv.
const (
	LessonName  = "lesson.json"
	handoutName = "handout.pdf"
)

var ownNames = regexp.MustCompile(`^(lesson\.json|handout\.pdf|scene-\d{2,3}\.(png|csv|alt\.txt))$`)

// WriteLessonFolder writes a lesson as a folder: for each scene a picture, its
// alternative text and the numbers of its chart, then a handout with the notes
// and the lesson itself. The folder is there whole or not at all; see
// [atomicfile.Folder] for force. Equal lessons give equal bytes. o says size
// and software, by the language and the look; it stops with ctx's error when ctx
// ends.
func WriteLessonFolder(ctx context.Context, path string, force bool, room *scene.Room, steps []scene.Step, by state.Person, o Options) error {
	return atomicfile.Folder(path, force, ownNames.MatchString, func(dir string) error {
		for i, s := range steps {
			of := o
			of.Kind, of.Scene = Slide, &SceneOf{s, i + 1, len(steps)}
			pic, err := Draw(ctx, room, seen(s, by), of)
			if err != nil {
				return fmt.Errorf("scene %d: %w", i+1, err)
			}
			base := filepath.Join(dir, fmt.Sprintf("scene-%02d", i+1))
			for ending, write := range map[string]func(io.Writer) error{
				".png":     pic.WritePNG,
				".alt.txt": func(w io.Writer) error { _, err := io.WriteString(w, pic.Description+"\n"); return err },
				".csv":     func(w io.Writer) error { return WriteCSV(w, room, seen(s, by), Chart) },
			} {
				if err := writeNew(base+ending, write); err != nil {
					return err
				}
			}
		}
		if err := writeNew(filepath.Join(dir, LessonName), func(w io.Writer) error { return WriteLesson(w, LessonOf(room, "", steps, by.Lang)) }); err != nil {
			return err
		}
		if err := writeNew(filepath.Join(dir, handoutName), func(w io.Writer) error { return writeHandout(ctx, w, room, steps, by, o) }); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// seen is a scene as a person sees it.
func seen(s scene.Step, by state.Person) state.State {
	v := state.Default()
	v.View, v.Person = s.View, by
	return v
}

// writeNew writes a file that nobody sees before its folder is complete.
func writeNew(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Sync(); err != nil {
		return errors.Join(err, f.Close())
	}
	return f.Close()
}
