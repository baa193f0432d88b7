package export

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/atomicfile"
	"c5atlas.org/c5atlas/app/export/slides"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pattern"
	"c5atlas.org/c5atlas/internal/workbook"
)

// LessonName is the name of the lesson itself in its folder. Beside it are what a
// class gets in hand, and for each scene three files: scene-01.png,
// scene-01.alt.txt, scene-01.csv.
const (
	LessonName    = "lesson.json"
	handoutName   = "handout.pdf"
	worksheetName = "worksheet.pdf"
)

var ownNames = pattern.Late(`^(lesson\.json|(handout|worksheet)\.pdf|sources\.(txt|bib)|licence\.txt|CITATION\.cff|scene-\d{2,3}\.(png|csv|alt\.txt))$`)

// Script is a lesson in words, ready to be shown to a person.
type Script struct {
	Title string // may be empty
	Steps []scene.Step
	By    state.Person // whose language and look it has
}

// called is the title, or that of the first scene which has one.
func (l *Script) called() string {
	if l.Title != "" {
		return l.Title
	}
	for _, s := range l.Steps {
		if s.Title != "" {
			return s.Title
		}
	}
	return ""
}

// Boxes says, in one sentence, that pictures and pages of the lesson show boxes for
// letters of its words; "" if they do not.
func (l *Script) Boxes(p *i18n.Printer) string {
	texts := []string{l.Title}
	for _, s := range l.Steps {
		texts = append(texts, s.Title, s.When, s.Caption, s.Note, s.Question.Text, s.Question.Paper, s.Question.Answer)
	}
	return boxes(p, texts...)
}

// LessonOptions says how a lesson leaves the program.
type LessonOptions struct {
	Options
	Form      string // one of [LessonForms], LessonFolder, or "" for that of the path
	Handout   Handout
	Worksheet bool                  // a .pdf is the worksheet, not the handout
	Drawn     func(done, total int) // hears how much is done, on the goroutine that writes; may be nil
}

// LessonForms lists the endings of the files that [WriteScript] writes; a path without
// an ending is a folder.
func LessonForms() []string { return []string{".zip", ".pptx", ".odp", ".pdf"} }

// LessonFolder is the form of a lesson that is a folder of files.
const LessonFolder = "/"

// ErrForm says that nothing is written in the form of an ending.
var ErrForm = errors.New("no form has this ending")

// LessonForm is the ending of path that says in which form a lesson is written, or
// LessonFolder: a folder has no ending, or a separator behind it. Another ending is ErrForm.
func LessonForm(path string) (string, error) { return formOf(path, LessonForms()) }

func formOf(path string, forms []string) (string, error) {
	if path == "" || os.IsPathSeparator(path[len(path)-1]) {
		return LessonFolder, nil
	}
	base := filepath.Base(path)
	ending := strings.ToLower(filepath.Ext(base))
	switch {
	case len(ending) < 2 || len(ending) == len(base): // "..", ".hidden"
		return LessonFolder, nil
	case !slices.Contains(forms, ending):
		return "", ErrForm
	}
	return ending, nil
}

// WriteScript writes a lesson to path, in the form that o has or its [LessonForm]: .pptx
// and .odp are slides that people can edit, .pdf the handout or the worksheet, .zip and
// a folder hold for each scene a picture, its alternative text and the numbers of its
// chart, then handout, worksheet, sources, licence and the lesson itself. All of it is
// there whole or not at all; see [atomicfile.Folder] for force. Equal lessons give equal
// bytes. It stops with ctx's error when ctx ends.
func WriteScript(ctx context.Context, path string, force bool, room *scene.Room, l *Script, o LessonOptions) error {
	if len(l.Steps) == 0 {
		return errors.New("export lesson: no scenes")
	}
	pages := *l
	pages.Steps = scene.Pages(l.Steps)
	b := &box{ctx: ctx, room: room, Script: &pages, scenes: l.Steps, o: o, p: i18n.With(l.By.Lang, l.By.SecondLang)}
	file := func(passes int, write func(io.Writer) error) error {
		b.total = passes * len(b.Steps)
		return atomicfile.Write(path, force, func(w io.Writer) error { return errors.Join(write(w), ctx.Err()) })
	}
	form := o.Form
	if form == "" {
		var err error
		if form, err = LessonForm(path); err != nil {
			return err
		}
	}
	switch form {
	case ".zip":
		return file(3, b.zip)
	case ".pptx":
		return file(1, b.slides(slides.WritePPTX))
	case ".odp":
		return file(1, b.slides(slides.WriteODP))
	case ".pdf":
		if o.Worksheet {
			return file(1, b.worksheet)
		}
		return file(1, b.handout)
	}
	b.total = 3 * len(b.Steps)
	return atomicfile.Folder(path, force, ownNames().MatchString, func(dir string) error {
		err := b.files(func(name string, write func(io.Writer) error) error { return writeNew(filepath.Join(dir, name), write) })
		return errors.Join(err, ctx.Err())
	})
}

// box is a lesson on its way out.
type box struct {
	*Script
	ctx         context.Context //nolint:containedctx // it lives as long as the one call
	room        *scene.Room
	o           LessonOptions
	scenes      []scene.Step // of the lesson, which Steps are the pages of
	p           *i18n.Printer
	done, total int // scenes drawn, each once for each thing that shows it
}

// files makes the files of a lesson one by one.
func (b *box) files(put func(name string, write func(io.Writer) error) error) error {
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	type file struct {
		name  string
		write func(io.Writer) error
	}
	for i := range b.Steps {
		pic, err := b.draw(i)
		if err != nil {
			return err
		}
		base := fmt.Sprintf("scene-%02d", i+1)
		for _, f := range []file{
			{base + ".png", pic.WritePNG},
			{base + ".alt.txt", text(pic.Description + "\n")},
			{base + ".csv", func(w io.Writer) error { return WriteCSV(w, b.room, seen(b.Steps[i], b.By), Chart) }},
		} {
			if strings.HasSuffix(f.name, ".csv") && b.Steps[i].Hidden != "" {
				continue // the numbers come with the page that shows them
			}
			if err := put(f.name, f.write); err != nil {
				return err
			}
		}
	}
	for _, f := range []file{
		{LessonName, func(w io.Writer) error { return WriteLesson(w, LessonOf(b.room, b.Title, b.scenes, b.By.Lang)) }},
		{handoutName, b.handout},
		{worksheetName, b.worksheet},
		{"sources.txt", text(b.sources())},
		{"sources.bib", text(b.bibliography())},
		{"licence.txt", text(b.licence())},
		{"CITATION.cff", text(b.citation())},
	} {
		if err := put(f.name, f.write); err != nil {
			return err
		}
	}
	return nil
}

// draw draws the picture of scene i, from 0.
func (b *box) draw(i int) (*Picture, error) {
	of := b.o.Options
	of.Kind, of.Scene = Slide, sceneIn(b.Steps, i)
	pic, err := Draw(b.ctx, b.room, seen(b.Steps[i], b.By), of)
	if err != nil {
		return nil, fmt.Errorf("scene %d: %w", i+1, err)
	}
	b.drawn()
	return pic, nil
}

// drawn counts a scene.
func (b *box) drawn() {
	b.done++
	if b.o.Drawn != nil {
		b.o.Drawn(min(b.done, b.total), b.total)
	}
}

// zip writes the files as one, none of which has a date. What is dense already is
// stored as it is.
func (b *box) zip(w io.Writer) error {
	z := zip.NewWriter(w)
	err := b.files(func(name string, write func(io.Writer) error) error {
		how := zip.Deflate
		if strings.HasSuffix(name, ".png") {
			how = zip.Store
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: how, Modified: workbook.NoDate})
		if err == nil {
			err = write(f)
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		return nil
	})
	return errors.Join(err, z.Close())
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
