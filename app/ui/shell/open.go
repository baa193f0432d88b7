package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/ui/clipboard"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
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

// maxEvidenceRows bounds the rows of a picture that are shown.
const maxEvidenceRows = 500

// ShowEvidence shows the rows that came inside a picture made from other data,
// marked as such.
func (s *Shell) ShowEvidence(e *export.Evidence) {
	x, h := &sheet{s: s}, s.host
	x.text(0, h.T("shell.otherData", i18n.Args{"Name": clip(e.Data.Name), "Version": clip(e.Data.Version)}), theme.Body, false, false)
	for _, t := range e.Tables {
		x.text(theme.Space3, h.T("shell.rowsInPicture", i18n.Args{"Table": clip(t.Name)}), theme.Body, true, false)
		grid := container.NewGridWithColumns(max(len(t.Columns), 1))
		cell := func(text string, bold bool) {
			l := widget.NewLabel(clip(text))
			l.Truncation, l.Selectable, l.TextStyle.Bold = fyne.TextTruncateEllipsis, true, bold
			grid.Add(l)
		}
		for _, c := range t.Columns {
			cell(c, true)
		}
		for _, row := range t.Rows[:min(len(t.Rows), maxEvidenceRows)] {
			for _, c := range row {
				cell(c, false)
			}
		}
		x.add(theme.Space1, grid)
	}
	x.add(theme.Space3, parts.NewButton(h, nil, h.T("shell.copyRows"), "", func() {
		var b strings.Builder
		for _, t := range e.Tables {
			b.WriteString(clipboard.TSV(t.Columns, t.Rows))
		}
		s.app.Clipboard().SetContent(b.String())
		h.Say(h.T("panes.copied"))
	}))
	x.show(h.T("shell.otherDataTitle"), 860)
}

// clip shortens a text from a file that may be anyone's.
func clip(text string) string {
	const most = 120
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
