package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/internal/disk"
)

// builtIn is the name of the lesson that the program makes of any data: the meetings
// in order of time. A file of that name is ./meetings.
const builtIn = "meetings"

// exportLesson writes a lesson in the form of --out's ending.
func (c *call) exportLesson(ctx context.Context) error {
	started, out, force := c.Now(), c.value("out"), c.on("force")
	switch {
	case len(c.words) < 2:
		return wrong("export lesson needs a lesson: a file, one of the data by its name, or %s", builtIn)
	case out == "" || out == "-":
		return wrong("export lesson needs --out: a new folder, or a file that ends in %s", strings.Join(export.LessonForms(), ", "))
	case c.has("title"), c.has("subtitle"), c.has("credit"):
		return wrong("export lesson takes no --title, --subtitle or --credit: each scene has its own title")
	}
	form, err := c.lessonForm(out)
	if err != nil {
		return err
	}
	options, err := c.exportAs(export.Slide)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(out); err == nil && !force {
		return c.unwritten(out, &fs.PathError{Op: "write", Path: out, Err: fs.ErrExist})
	}
	room, err := c.room(true)
	if err != nil {
		return err
	}
	script, err := c.lesson(room, c.words[1])
	if err != nil {
		return err
	}
	if options.Extras, err = c.extras(); err != nil {
		return err
	}
	perPage, _ := strconv.Atoi(c.value("per-page")) // one of its values
	o := export.LessonOptions{
		Options:   options,
		Form:      form,
		Handout:   export.Handout{PerPage: perPage, NoNotes: c.on("no-notes"), Letter: c.value("paper") == "letter"},
		Worksheet: c.on("worksheet"),
	}
	if err := export.WriteScript(ctx, out, force, room, script, o); err != nil {
		return c.unwritten(out, err)
	}
	c.boxes(script.Boxes(i18n.For(i18n.English)))
	c.log("exported", map[string]any{"kind": "lesson", "out": out, "scenes": len(script.Steps), "ms": c.Now().Sub(started).Milliseconds()})
	return nil
}

// lessonForm is in which form a lesson is written: that of --format, or of the ending
// of --out.
func (c *call) lessonForm(out string) (form string, err error) {
	if v := c.value("format"); v != "" {
		forms := make([]string, len(export.LessonForms()))
		for i, f := range export.LessonForms() {
			forms[i] = f[1:]
		}
		if v, err = choice("format", v, forms); err != nil {
			return "", err
		}
		form = "." + v
	} else if form, err = export.LessonForm(out); err != nil {
		return "", wrong("export lesson cannot write %s files: let --out end in %s, or name a folder, with a / at its end if there is a dot in its name", filepath.Ext(out), strings.Join(export.LessonForms(), ", "))
	}
	if c.on("worksheet") && form != ".pdf" {
		return "", wrong("--worksheet goes with --out FILE.pdf: a folder and a .zip have it already")
	}
	return form, nil
}

// lesson reads the lesson; flags of the view that were given hold in every
// scene. It also says in which language and look.
func (c *call) lesson(room *scene.Room, name string) (*export.Script, error) {
	s, err := c.state(room)
	if err != nil {
		return nil, err
	}
	if name == builtIn {
		return &export.Script{Steps: scene.Deck(room, s, i18n.With(s.Lang, s.SecondLang)), By: s.Person}, nil
	}
	if c.has("view") {
		return nil, wrong("--view goes with %s: a lesson's file has its own views", builtIn)
	}
	l, err := lessonAt(room, name)
	if err != nil {
		return nil, err
	}
	p := i18n.With(s.Lang, s.SecondLang)
	steps, err := l.Steps(room, p)
	if err != nil {
		return nil, wrong("%s: %w", name, err)
	}
	for i := range steps {
		s.View = steps[i].View
		if s, err = c.over(s, room.Data); err != nil {
			return nil, inScene(name, i+1, err)
		}
		steps[i].View = s.View
	}
	return &export.Script{Title: l.Title.In(p.Lang()), Steps: steps, By: s.Person}, nil
}

// lessonAt reads a lesson: one of the data by its name, else a file. A file of such
// a name is ./NAME.
func lessonAt(room *scene.Room, name string) (*export.Lesson, error) {
	packaged, err := export.PackageLessons(room.Data)
	for _, l := range packaged {
		if l.Name == name {
			return l.Lesson, nil
		}
	}
	for _, f := range room.Data.Lessons {
		if f.Name == name {
			return nil, wrong("the lesson %s of the data cannot be read: %w", name, err)
		}
	}
	path := name
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		path = filepath.Join(name, export.LessonName) // the folder of an exported lesson, as the window takes it
	}
	f, err := disk.OpenWithin(path, export.MaxLesson)
	if err != nil {
		return nil, failed("cannot read the lesson %s: %w", name, cause(err))
	}
	defer f.Close() //nolint:errcheck // only read from
	l, err := export.ReadLesson(bufio.NewReader(f))
	if errors.Is(err, export.ErrLesson) {
		return nil, wrong("%s: %w", name, err)
	} else if err != nil {
		return nil, failed("cannot read the lesson %s: %w", name, cause(err))
	}
	return l, nil
}

// inScene says in which scene a fault is.
func inScene(name string, n int, err error) error {
	if f, ok := errors.AsType[*fault](err); ok {
		return &fault{f.status, fmt.Errorf("%s, scene %d: %w", name, n, f.err)}
	}
	return err
}
