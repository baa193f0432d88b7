package shell

import (
	"cmp"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/recent"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/chooser"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/app/ui/lesson"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/assets"
)

// OpenFile asks for an exported picture, a lesson or a data package, and opens
// it.
func (s *Shell) OpenFile() {
	t := s.host.T
	data, lessons, pictures := []string{export.PackageEnding, ".zip", ".json", ".xlsx", ".ods"}, []string{authoring.Ending, ".json"}, []string{".png"}
	at := s.cfg.Memory.Folder(recent.Data)
	for _, f := range s.cfg.Memory.Files() {
		if f.Kind != recent.Original {
			at = filepath.Dir(f.Path)
			break
		}
	}
	s.choose(chooser.Config{
		Title: t("shell.openTitle"), Yes: t("shell.openYes"), At: at, Recent: s.cfg.Memory.Folders(recent.Data), Chosen: s.openPath,
		Kinds: []chooser.Kind{
			{Label: t("chooser.opens"), Endings: slices.Concat(pictures, data, lessons)},
			{Label: t("chooser.kindData"), Endings: data},
			{Label: t("chooser.kindLesson"), Endings: lessons},
			{Label: t("chooser.kindPicture"), Endings: pictures},
		},
	})
}

// AttachOriginal asks for the publisher's own text of a document, and attaches it.
func (s *Shell) AttachOriginal() {
	s.chooseText(s.host.T("shell.attachTitle"), s.host.T("shell.attachYes"), s.openPath)
}

// chooseText asks for a publisher's text, and hands its path to then.
func (s *Shell) chooseText(title, yes string, then func(path string)) {
	s.chooseFile(title, yes, s.host.T("chooser.kindText"), original.Kinds(), then)
}

// chooseFile asks for a file with one of the endings, where the last text was, and
// hands its path to then.
func (s *Shell) chooseFile(title, yes, label string, endings []string, then func(path string)) {
	s.choose(chooser.Config{
		Title: title, Yes: yes, At: s.cfg.Memory.Folder(recent.Original), Recent: s.cfg.Memory.Folders(recent.Original),
		Kinds: []chooser.Kind{{Label: label, Endings: endings}},
		Chosen: func(path string) {
			s.cfg.Memory.Went(recent.Original, filepath.Dir(path))
			then(path)
		},
	})
}

// choose opens a chooser in place of what is open.
func (s *Shell) choose(c chooser.Config) {
	for s.closeDialogs() {
	}
	c.Window, c.Closed = s.window, s.closed
	s.open = chooser.Show(s.scope, c)
}

// Returned says that the view of a picture is back, and, if the picture is in
// another language or look than the window, in which it was drawn.
func (s *Shell) Returned(name string, drawn state.Person) {
	h := s.host
	args := i18n.Args{"Name": clip(name)}
	if now := h.State(); drawn.Lang == now.Lang && drawn.Theme == now.Theme {
		h.Say(h.T("shell.openedView", args))
		return
	}
	args["Language"], args["Theme"] = i18n.NameOf(drawn.Lang), scene.ThemeName(drawn.Theme, h.Printer())
	h.Say(h.T("shell.openedDrawn", args))
}

// dropped opens the things dropped on the window.
func (s *Shell) dropped(_ fyne.Position, what []fyne.URI) {
	if len(what) == 0 || !s.Takes() || s.cfg.Open == nil {
		return
	}
	paths := make([]string, len(what))
	for i, u := range what {
		paths[i] = u.Path()
	}
	s.cfg.Open(paths...)
}

func (s *Shell) openPath(path string) {
	if s.cfg.Open != nil {
		s.cfg.Open(path)
	}
}

// CloseData returns to the data that ship.
func (s *Shell) CloseData() {
	if s.cfg.Shut != nil {
		s.cfg.Shut()
	}
}

// Presenting reports whether a lesson is on.
func (s *Shell) Presenting() bool { return s.show != nil }

// Takes reports whether what comes from outside may be opened: not while a lesson
// is on or a document is coded.
func (s *Shell) Takes() bool { return s.show == nil && s.coder == nil }

// Busy reports whether a lesson is on, or a dialog or a list is open.
func (s *Shell) Busy() bool {
	return s.Presenting() || s.open != nil || s.window.Canvas().Overlays().Top() != nil
}

// Broken says at the foot of the window, in the language of the moment, that the
// data cannot be read as they are now; nil: they can.
func (s *Shell) Broken(text func() string) {
	if s.status.broken = text; text != nil {
		s.status.stop() // what was said before would hide it
		s.status.message = ""
	}
	s.status.Refresh()
}

// soon is how long something may take to open before the window says that it does.
const soon = 200 * time.Millisecond

// Loading says over the map that name is being opened, if that is not done soon, until
// loaded is called. Escape or a button leaves it.
func (s *Shell) Loading(name string, leave func()) (loaded func()) {
	n := s.panes.notice
	l := &loading{func() string { return s.host.T("shell.loading", i18n.Args{"Name": clip(name)}) }, leave}
	stop := s.scope.After(soon, func() { n.load(l) })
	return func() {
		stop()
		n.loaded(l)
	}
}

// Leave takes away what belongs to the data at hand, before others come: dialogs,
// what is said over the map, and the lesson that was opened.
func (s *Shell) Leave() {
	for s.closeDialogs() {
	}
	s.panes.notice.close()
	s.host.Deck, s.taught, s.wording, s.findings, s.unread = nil, "", wording{}, nil, nil
	if s.paper.Dirty() { // it waits on the desk
		s.taught = clip(s.paper.Title())
		return
	}
	s.paper.Close()
}

// SaveData asks where to save the data at hand, and goes on with what was saved.
func (s *Shell) SaveData() {
	name := s.host.Room.Data.Name
	if s.path() != "" {
		name = exportdialog.DataName(s.host.Room.Data.File)
	}
	s.saveData(exportdialog.DataConfig{
		Title: s.host.T("shell.saveDataTitle"), Name: name, Forms: []exportdialog.Form{exportdialog.Workbook, exportdialog.Folders, exportdialog.Package},
		Source: s.source(), Saved: s.cfg.Saved,
	})
}

// source opens the files of the data at hand, on any goroutine, until done is called.
func (s *Shell) source() func() (fsys fs.FS, done func(), err error) {
	if s.cfg.Source == nil {
		return func() (fs.FS, func(), error) { return assets.Data(), func() {}, nil }
	}
	return s.cfg.Source()
}

// NewData asks where to write data to begin with, and opens them.
func (s *Shell) NewData() {
	s.saveData(exportdialog.DataConfig{
		Title: s.host.T("shell.newDataTitle"), Name: s.host.T("shell.newDataName"), Forms: []exportdialog.Form{exportdialog.Workbook, exportdialog.Folders},
		Source: func() (fs.FS, func(), error) { return assets.Template(), func() {}, nil }, Saved: s.cfg.Begun,
	})
}

func (s *Shell) saveData(c exportdialog.DataConfig) {
	for s.closeDialogs() {
	}
	c.Window, c.Memory, c.Closed = s.window, s.cfg.Memory, s.closed
	s.open = exportdialog.ShowData(s.scope, c)
}

// ExportLesson asks how and where to hand out the lesson that F5 presents.
func (s *Shell) ExportLesson() {
	for s.closeDialogs() {
	}
	h := s.host
	title := s.taught
	if h.Deck == nil {
		title = ""
	}
	s.open = exportdialog.ShowLesson(s.scope, exportdialog.LessonConfig{
		Window: s.window, Title: title, Name: fileName(cmp.Or(title, h.Room.Data.Profile.Title.In(h.State().Lang))),
		Steps:    func(p *i18n.Printer) []scene.Step { return lesson.Deck(h, p) },
		Software: s.cfg.Software, Memory: s.cfg.Memory, Closed: s.closed,
		Saved: func(path string) { h.Say(h.T("shell.exportSaved", i18n.Args{"Path": path})) },
	})
}

// fileName is what a file of that title is called, without letters that some systems
// do not take: a question has no dash in place of its mark.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSuffix(parts.Clip(title, 60), "…"))
	return cmp.Or(strings.Trim(name, "- "), name)
}
