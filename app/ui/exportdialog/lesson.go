package exportdialog

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// The forms that a lesson can be written in.
const (
	lessonFolder Form = "/"
	lessonZip    Form = ".zip"
	powerPoint   Form = ".pptx"
	libreOffice  Form = ".odp"
	handout      Form = "handout.pdf"
	worksheet    Form = "worksheet.pdf"
)

// LessonConfig is what the dialog that hands out a lesson is opened with.
type LessonConfig struct {
	Window   fyne.Window
	Title    string                             // of the lesson; may be empty
	Name     string                             // of the file, without its ending
	Steps    func(p *i18n.Printer) []scene.Step // the lesson in a language; called on the UI goroutine
	Software string                             // name and version, for the files
	Memory   *recent.Memory                     // of folders; may be nil
	Saved    func(path string)                  // hears of what was saved, when the dialog has closed
	Closed   func()                             // called when it has closed, also by its own buttons
}

// handing is the dialog that hands out a lesson.
type handing struct {
	*keeping
	of    LessonConfig
	room  *scene.Room // the data that it began with
	paper export.Handout
	lang  string
	look  state.Theme

	perPage, papers, langs *parts.Choices
	onPages, onPaper       []fyne.CanvasObject // what only pages have, and what has no look of its own
	looks                  []fyne.CanvasObject
	notes                  *parts.Check
}

// ShowLesson opens the dialog that hands out a lesson: as a folder or one file, as slides
// to edit, as a handout or a worksheet. Its life ends with the scope at the latest. The
// function that it returns closes it.
func ShowLesson(scope *host.Scope, c LessonConfig) (hide func()) {
	own := scope.Open()
	d := newHanding(own, c)
	d.dialog.OnClosed = func() { own.Close(); c.Closed() }
	d.dialog.Show(nil)
	return d.dialog.Hide
}

func newHanding(scope *host.Scope, c LessonConfig) *handing {
	h := scope.Host
	d := &handing{of: c, room: h.Room, lang: h.State().Lang, look: state.Light, paper: export.Handout{PerPage: export.PerPage()[0]}}
	d.keeping = newKeeping(scope, DataConfig{
		Window: c.Window, Title: h.T("shell.outTitle"), Name: c.Name, Memory: c.Memory, Kind: recent.Export, Saved: c.Saved,
		Forms: []Form{lessonFolder, lessonZip, powerPoint, libreOffice, handout, worksheet},
		Begin: d.script,
	})
	d.build()
	d.chosen = func(Form) { d.choose() }
	d.choose()
	return d
}

// build makes what there is to choose besides the form.
func (d *handing) build() {
	h := d.h
	d.perPage = parts.NewSegments(h, func(code string) { d.paper.PerPage, _ = strconv.Atoi(code); d.choose() })
	d.papers = parts.NewSegments(h, func(code string) { d.paper.Letter = code == "letter"; d.choose() })
	d.langs = parts.NewSegments(h, func(code string) { d.lang = code; d.choose() })
	ticked := func() scene.Option { return scene.Option{Label: h.T("shell.outNotes"), On: !d.paper.NoNotes} }
	d.notes = parts.NewCheck(h, ticked(), false, func() {
		d.paper.NoNotes = !d.paper.NoNotes
		d.notes.Set(ticked())
	})
	look := themeSelect(h, d.look, func(t state.Theme) { d.look = t })
	form := container.New(layout.NewFormLayout())
	row := func(key string, o fyne.CanvasObject) []fyne.CanvasObject {
		label := ""
		if key != "" {
			label = h.T(key)
		}
		return addRow(h, form, label, container.NewHBox(o))
	}
	row("shell.language", d.langs)
	d.looks = row("shell.theme", container.NewGridWrap(fyne.NewSize(parts.Scaled(h, 220), look.MinSize().Height), look))
	d.onPages = row("shell.outPerPage", d.perPage)
	d.onPages = append(d.onPages, row("", d.notes)...)
	d.onPaper = row("shell.outPaper", d.papers)
	d.fill()
	d.more.Objects = []fyne.CanvasObject{container.New(steady{form.MinSize().Height}, form)}
}

// fill shows what is chosen.
func (d *handing) fill() {
	var o []scene.Option
	for _, n := range export.PerPage() {
		o = append(o, scene.Option{Code: strconv.Itoa(n), Label: strconv.Itoa(n), On: n == d.paper.PerPage})
	}
	d.perPage.SetItems(o)
	d.papers.SetItems([]scene.Option{
		{Code: "A4", Label: "A4", Tip: d.h.T("shell.outA4"), On: !d.paper.Letter}, {Code: "letter", Label: "Letter", Tip: d.h.T("shell.outLetter"), On: d.paper.Letter},
	})
	o = nil
	for _, l := range i18n.Languages() {
		o = append(o, scene.Option{Code: l, Label: strings.ToUpper(l), Tip: i18n.NameOf(l), On: l == d.lang})
	}
	d.langs.SetItems(o)
}

// choose shows what the form has to choose.
func (d *handing) choose() {
	d.fill()
	boxed := d.form == lessonFolder || d.form == lessonZip
	show := func(on bool, list []fyne.CanvasObject) {
		for _, o := range list {
			parts.SetShown(o, on)
		}
	}
	show(d.form != handout && d.form != worksheet, d.looks)
	show(boxed || d.form == handout, d.onPages)
	show(boxed || d.form == handout || d.form == worksheet, d.onPaper)
	d.more.Refresh()
}

// script takes the lesson as it is now, and returns what writes it.
func (d *handing) script() func(ctx context.Context, path string, force bool) error {
	p := i18n.With(d.lang, d.h.State().SecondLang)
	s := d.h.Store.State()
	s.Lang, s.Theme = d.lang, d.look
	l := &export.Script{Title: d.of.Title, Steps: d.of.Steps(p), By: export.View(s).Person}
	form := d.form.ending()
	if d.form == lessonFolder {
		form = export.LessonFolder
	}
	o := export.LessonOptions{
		Options: export.Options{Size: export.SlideSize(), Software: d.of.Software}, Form: form, Handout: d.paper, Worksheet: d.form == worksheet,
		Drawn: func(done, total int) { d.scope.Do(func() { d.share(done, total) }) },
	}
	return func(ctx context.Context, path string, force bool) error {
		return export.WriteScript(ctx, path, force, d.room, l, o)
	}
}

// steady is a layout of one thing, which has the width and keeps a height, whatever of
// it is hidden.
type steady struct{ high float32 }

func (s steady) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, s.high) }

func (steady) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// themeSelect is the choice of a picture's look, a list: side by side the names have no
// room in every language.
func themeSelect(h *host.Host, now state.Theme, set func(state.Theme)) *parts.Select {
	themes := state.PictureThemes()
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = scene.ThemeName(t, h.Printer())
	}
	c := parts.NewSelect(h, names)
	c.SetSelectedIndex(slices.Index(themes, now))
	c.OnChanged = func(string) { set(themes[c.SelectedIndex()]) }
	return c
}
