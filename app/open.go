package app

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/export/pngfile"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/assets"
	"c5atlas.org/c5atlas/internal/disk"
	"c5atlas.org/c5atlas/internal/workbook"
)

// origin is where data come from: what is at a path, or a sample that ships; the
// zero one is the data that ship.
type origin struct{ path, sample string }

// foreign reports whether the data are not the program's own.
func (o origin) foreign() bool { return o != origin{} }

// source is the files of the data, until done is called.
func (o origin) source() (fsys fs.FS, done func(), err error) {
	switch {
	case o.path != "":
		return dataset.Source(o.path)
	case o.sample != "":
		return assets.Sample(o.sample), func() {}, nil
	}
	return assets.Data(), func() {}, nil
}

// opened is what the window starts with.
type opened struct {
	origin
	room     *scene.Room
	stamp    uint64 // of their files, before they were read
	findings []dataset.Finding
	found
	unopened error             // why this is not what was asked for
	faults   []dataset.Finding // in that
}

// read opens the data package.
func (o *opened) read() (d *dataset.Dataset, err error) {
	switch {
	case o.path != "":
		d, o.findings, err = dataset.OpenPath(o.path)
	case o.sample == "":
		d, o.findings, err = dataset.Shipped()
	default:
		if d, o.findings, err = dataset.Open(assets.Sample(o.sample)); err != nil {
			return nil, fmt.Errorf("open sample %s: %w", o.sample, err)
		}
		d.File = o.sample
	}
	return d, err
}

// found is what a path holds besides data: at most one of view and lesson.
type found struct {
	view     *state.View
	drawn    state.Person     // in whose language and look that picture is
	evidence *export.Evidence // of the picture that the view came in
	lesson   *export.Lesson
	mark     authoring.Mark // of the lesson's file
}

// open reads what is at path: a data package, or a picture or a lesson, which
// open on the embedded data. An empty path is the embedded data.
func open(path string) (opened, error) {
	var in found
	if path != "" {
		path = partOf(path)
		var data bool
		var err error
		if in, data, err = find(path); err != nil {
			return opened{}, err
		}
		if !data {
			path = ""
		}
	}
	o, err := openData(origin{path: path})
	o.found = in
	return o, err
}

// instead opens the embedded data in place of what did not open: who double-clicked
// a file sees nothing but a window.
func instead(of arrival) (opened, error) {
	o, err := open("")
	o.unopened, o.faults = of.err, of.findings
	return o, err
}

// find reads the picture or the lesson at path. Anything else is data, which it
// does not read.
func find(path string) (f found, data bool, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return f, false, fmt.Errorf("open: %w", err)
	}
	if info.IsDir() {
		return f, true, nil
	}
	file, err := disk.OpenWithin(path, export.MaxPicture) // the longest of all that opens
	if err != nil {
		return f, false, err
	}
	defer file.Close() //nolint:errcheck // only read from
	r := bufio.NewReader(file)
	head, err := r.Peek(8)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
	case string(head) == "\x89PNG\r\n\x1a\n":
		f.evidence, f.view, f.drawn, err = viewIn(r)
	case strings.EqualFold(filepath.Ext(path), ".png"): // by its name alone
		err = pngfile.ErrFormat
	case strings.EqualFold(filepath.Ext(path), ".json"), strings.EqualFold(filepath.Ext(path), authoring.Ending):
		var l export.Lesson
		l, f.mark, err = authoring.Read(path)
		f.lesson = &l
	default:
		return f, true, nil
	}
	if err != nil {
		return found{}, false, fmt.Errorf("open %s: %w", path, err)
	}
	return f, false, nil
}

func viewIn(r io.Reader) (*export.Evidence, *state.View, state.Person, error) {
	in, err := export.Read(r)
	if err == nil && in.Evidence == nil {
		err = export.ErrNoEvidence
	}
	if err != nil {
		return nil, nil, state.Person{}, err
	}
	v, err := in.State()
	if err != nil {
		return nil, nil, state.Person{}, err
	}
	return in.Evidence, &v.View, v.Person, nil
}

// warn says over the map which file did not open, and why.
func (p *program) warn(path string, err error) {
	name, key := nameOf(path), openFault(err)
	p.shell.Warn(func() string { return p.host.T(key, i18n.Args{"Name": name}) })
}

// teach makes a lesson ready. It waits for the person to present it: the room
// may be looking at the screen already. A lesson without a title is called what
// its first scene with one is called.
func (p *program) teach(path string, l *export.Lesson, m authoring.Mark) {
	p.shell.LetGoLesson(func() { p.lay(path, l, m) })
}

// lay lays a lesson on the desk.
func (p *program) lay(path string, l *export.Lesson, m authoring.Mark) {
	file := path
	if m == (authoring.Mark{}) {
		file = "" // it comes with the data
	}
	steps, err := p.shell.OpenLesson(file, *l, m)
	title := nameOf(path)
	if i := slices.IndexFunc(steps, func(s scene.Step) bool { return s.Title != "" }); i >= 0 {
		title = steps[i].Title
	}
	p.shell.Teach(cmp.Or(l.Title.In(p.host.Printer().Lang()), title), p.host.Deck)
	if gone := authoring.Gone(p.room.Data, *l); len(gone) > 0 {
		p.shell.WarnGone(nameOf(path), gone)
	}
	if fault, ok := errors.AsType[*export.CaptionError](err); ok {
		p.cfg.Log.WithError(err).Warn("lesson")
		p.shell.Warn(func() string { return p.host.T("shell.lessonHole", i18n.Args{"Name": nameOf(path), "N": fault.Scene}) })
	}
}

// show brings back the view of a picture, in this person's language, look and
// layout. If it was made from other data, the rows inside it are shown, too.
func (p *program) show(e *export.Evidence, v state.View) {
	p.host.Store.Break()
	p.host.Dispatch(state.Show(scene.Known(p.room.Data, v)))
	p.compare(e)
}

// compare takes the words of a picture's author, and shows the rows inside it if it
// was made from other data.
func (p *program) compare(e *export.Evidence) {
	if e == nil {
		return
	}
	p.shell.Word(e.Extras().Own)
	if e.Later {
		p.host.Say(p.host.T("shell.openedLater"))
	}
	if e.Data.Hash != p.room.Data.Hash {
		p.shell.ShowEvidence(e)
	}
}

// descriptor is the file of a data package that the others are listed in.
const descriptor = "datapackage.json"

// partOf is the folder of a descriptor, the lesson in an exported lesson's
// folder, and any other path as it is.
func partOf(path string) string {
	if filepath.Base(path) == descriptor {
		return filepath.Dir(path)
	}
	if _, err := os.Stat(filepath.Join(path, descriptor)); err != nil {
		lesson := filepath.Join(path, export.LessonName)
		if _, err := os.Stat(lesson); err == nil {
			return lesson
		}
	}
	return path
}

// nameOf is what a person calls the file at path.
func nameOf(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filepath.Base(path)
}

// openFault is the key of the sentence that says why something did not open.
func openFault(err error) string {
	for _, f := range []struct {
		is  error
		key string
	}{
		{fs.ErrPermission, "shell.openDenied"},
		{disk.ErrNotFile, "shell.openNoFile"},
		{disk.ErrTooLarge, "shell.openLarge"},
		{dataset.ErrUnsafe, "shell.openUnsafe"},
		{original.ErrFormat, "shell.originalFormat"},
		{original.ErrLarge, "shell.openLarge"},
		{original.ErrNoText, "shell.originalNoText"},
		{original.ErrLocked, "shell.originalLocked"},
		{export.ErrNoEvidence, "shell.openNoView"},
		{export.ErrEvidence, "shell.openView"},
		{pngfile.ErrText, "shell.openView"},
		{pngfile.ErrFormat, "shell.openPicture"},
		{export.ErrLesson, "shell.openLesson"},
		{workbook.ErrFormat, "shell.openWorkbook"},
		{dataset.ErrPackage, "shell.openPackage"}, // before the next: a package without a descriptor is both
		{fs.ErrNotExist, "shell.openMissing"},
	} {
		if errors.Is(err, f.is) {
			return f.key
		}
	}
	return "shell.openOther"
}
