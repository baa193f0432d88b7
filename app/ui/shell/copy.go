package shell

import (
	"bytes"
	"errors"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/ui/clipboard"
)

// pane is the part of the view that copying and exporting mean: the map if the
// focus is there or there is nothing else, the chart if not.
func (s *Shell) pane() export.Kind {
	if s.panes.mapAlone() {
		return export.Map
	}
	if o, ok := s.window.Canvas().Focused().(fyne.CanvasObject); ok && inside(o, s.maps) {
		return export.Map
	}
	return export.Chart
}

// inside reports whether the middle of an object lies over another.
func inside(o, in fyne.CanvasObject) bool {
	d := fyne.CurrentApp().Driver()
	at, corner := d.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2), d.AbsolutePositionForObject(in)
	end := corner.AddXY(in.Size().Width, in.Size().Height)
	return at.X >= corner.X && at.Y >= corner.Y && at.X < end.X && at.Y < end.Y
}

// CopyPane puts what the focused pane shows on the clipboard: the text that is
// selected in the documents, the picture of map or chart, or, if it shows them as
// text, the chart's numbers.
func (s *Shell) CopyPane() {
	if !s.documents.Copy() {
		s.CopyPicture()
	}
}

// CopyPicture does so whatever is selected in the documents.
func (s *Shell) CopyPicture() {
	kind := s.pane()
	if kind == export.Chart && s.host.State().Table {
		if c, ok := s.charts.(interface{ CopyCells() bool }); !ok || !c.CopyCells() {
			s.CopyRows()
		}
		return
	}
	s.copyPicture(kind)
}

// copyPicture puts the file that the export dialog would save, as a slide, on
// the clipboard.
func (s *Shell) copyPicture(kind export.Kind) {
	h, room := s.host, s.host.Room
	v := h.Store.State()
	v.Theme = s.choices.Valid().Theme
	v = export.View(v)
	go func() {
		pic, err := export.Draw(s.scope.Context, room, v, export.Options{Kind: kind, Size: export.SlideSize(), Software: s.cfg.Software})
		var b bytes.Buffer
		if err == nil {
			err = pic.WritePNG(&b)
		}
		if err == nil {
			err = s.copy(s.scope.Context, b.Bytes())
		}
		s.scope.Do(func() { s.copied(kind, err) })
	}()
}

// copied says what came of it. Where the desktop takes no picture, the dialog
// offers the file.
func (s *Shell) copied(kind export.Kind, err error) {
	h := s.host
	if err == nil {
		h.Say(h.T("shell.copiedPicture"))
		return
	}
	h.Log.WithError(err).Warn("copy picture")
	if errors.Is(err, clipboard.ErrUnavailable) {
		s.export(kind, "png")
		h.Say(h.T("shell.copyNoClipboard"))
		return
	}
	h.Say(h.T("shell.copyFailed"))
}

// CopyRows puts the numbers behind the focused pane on the clipboard, with
// tabs between cells.
func (s *Shell) CopyRows() {
	h := s.host
	head, rows, err := export.Rows(h.Room, h.Store.State(), s.pane())
	if err != nil {
		h.Log.WithError(err).Warn("copy rows")
		return
	}
	s.app.Clipboard().SetContent(clipboard.TSV(head, rows))
	h.Say(h.T("panes.copied"))
}
