package shell

import (
	"io/fs"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"c5atlas.org/c5atlas/app/authoring"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/exportdialog"
	"c5atlas.org/c5atlas/assets"
)

// OpenFile asks for an exported picture, a lesson or a data package, and opens
// it.
func (s *Shell) OpenFile() {
	s.closeDialogs()
	s.chooseFile(s.host.T("shell.openTitle"), s.host.T("shell.openYes"), []string{".png", authoring.Ending, export.PackageEnding, ".zip", ".json", ".xlsx", ".ods"}, s.openPath)
}

// AttachOriginal asks for the publisher's own text of a document, and attaches it.
func (s *Shell) AttachOriginal() {
	s.closeDialogs()
	s.chooseFile(s.host.T("shell.attachTitle"), s.host.T("shell.attachYes"), original.Kinds(), s.openPath)
}

// chooseFile asks for a file of one of the kinds, and hands its path to then.
func (s *Shell) chooseFile(title, yes string, kinds []string, then func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			s.host.Log.WithError(err).Warn("open")
			s.host.Say(s.host.T("shell.openOther", i18n.Args{"Name": ""}))
		case f != nil:
			path := f.URI().Path()
			if err := f.Close(); err != nil {
				s.host.Log.WithError(err).Warn("open")
			}
			then(path)
		}
	}, s.window)
	d.SetFilter(storage.NewExtensionFileFilter(kinds))
	d.SetTitleText(title)
	s.showChooser(d, yes)
}

// showChooser shows a chooser of files as large as the window lets it be.
func (s *Shell) showChooser(d *dialog.FileDialog, yes string) {
	d.SetConfirmText(yes)
	d.SetDismissText(s.host.T("shell.cancel"))
	d.SetOnClosed(s.closed)
	s.startIn(d)
	d.Show() // before Resize, which needs what Show makes
	c := s.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(c.Width-80, 900), min(c.Height-80, 640)))
	s.open = d.Hide
}

// startIn has a chooser list names whole, in the folder where the last picture went
// or where a person is most likely to look.
func (s *Shell) startIn(d *dialog.FileDialog) {
	d.SetView(dialog.ListView)
	if at, err := storage.ListerForURI(storage.NewFileURI(exportdialog.Folder(s.choices.Folder))); err == nil {
		d.SetLocation(at)
	}
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
	args["Language"], args["Theme"] = i18n.NameOf(drawn.Lang), h.T("shell.themePrint")
	if key, ok := themeKeys[drawn.Theme]; ok {
		args["Theme"] = h.T(key)
	}
	h.Say(h.T("shell.openedDrawn", args))
}

// dropped opens the first of the things dropped on the window.
func (s *Shell) dropped(_ fyne.Position, what []fyne.URI) {
	if len(what) > 0 && s.lesson == nil && s.desk == nil {
		s.openPath(what[0].Path())
	}
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
func (s *Shell) Presenting() bool { return s.lesson != nil }

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

// Leave takes away what belongs to the data at hand, before others come: dialogs,
// what is said over the map, and the lesson that was opened.
func (s *Shell) Leave() {
	for s.closeDialogs() {
	}
	s.panes.notice.close()
	s.host.Deck, s.taught, s.wording, s.findings = nil, "", wording{}, nil
	if s.paper.Dirty() { // it waits on the desk
		s.taught = clip(s.paper.Title())
		return
	}
	s.paper.Close()
}

// SaveData asks where to save the data at hand, and goes on with what was saved.
func (s *Shell) SaveData() {
	path, name := "", s.host.Room.Data.Name
	if s.cfg.Path != nil && s.cfg.Path() != "" {
		path, name = s.cfg.Path(), exportdialog.DataName(s.host.Room.Data.File)
	}
	s.saveData(exportdialog.DataConfig{
		Title: s.host.T("shell.saveDataTitle"), Name: name, Forms: []exportdialog.Form{exportdialog.Workbook, exportdialog.Folders, exportdialog.Package},
		Source: func() (fs.FS, func(), error) {
			if path == "" {
				return assets.Data(), func() {}, nil
			}
			return dataset.Source(path)
		},
		Saved: s.cfg.Saved,
	})
}

// NewData asks where to write data to begin with, and opens them.
func (s *Shell) NewData() {
	s.saveData(exportdialog.DataConfig{
		Title: s.host.T("shell.newDataTitle"), Name: s.host.T("shell.newDataName"), Forms: []exportdialog.Form{exportdialog.Workbook, exportdialog.Folders},
		Source: func() (fs.FS, func(), error) { return assets.Template(), func() {}, nil }, Saved: s.cfg.Begun,
	})
}

func (s *Shell) saveData(c exportdialog.DataConfig) {
	s.closeDialogs()
	saved := c.Saved
	c.Window, c.Folder, c.Closed = s.window, s.choices.Folder, s.closed
	c.Saved = func(path string) {
		if s.choices.Folder = filepath.Dir(path); s.cfg.Remember != nil {
			s.cfg.Remember(s.choices)
		}
		if saved != nil {
			saved(path)
		}
	}
	s.open = exportdialog.ShowData(s.scope, c)
}
