package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"c5atlas.org/c5atlas/app/i18n"
)

// OpenFile asks for an exported picture, a lesson or a data package, and opens
// it.
func (s *Shell) OpenFile() {
	s.closeDialogs()
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
			s.openPath(path)
		}
	}, s.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".zip", ".json"}))
	d.SetTitleText(s.host.T("shell.openTitle"))
	d.SetConfirmText(s.host.T("shell.openYes"))
	d.SetDismissText(s.host.T("shell.cancel"))
	d.SetOnClosed(s.closed)
	d.Show() // before Resize, which needs what Show makes
	c := s.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(c.Width-80, 900), min(c.Height-80, 640)))
	s.open = d.Hide
}

// dropped opens the first of the things dropped on the window.
func (s *Shell) dropped(_ fyne.Position, what []fyne.URI) {
	if len(what) > 0 && s.lesson == nil {
		s.openPath(what[0].Path())
	}
}

func (s *Shell) openPath(path string) {
	if s.cfg.Open != nil {
		s.cfg.Open(path)
	}
}
