package shell

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/manual"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	manualview "c5atlas.org/c5atlas/app/ui/manual"
)

// manualWide is the width of the manual at size of type 1: contents, and a column of
// text.
const manualWide = 920

// ShowManual opens the book about the program.
func (s *Shell) ShowManual() {
	scope := s.scope.Open()
	v := manualview.New(scope, manualview.Config{Room: s.shipped(), Keys: s.manualKeys(), Show: s.showFigure()})
	d := s.dialogOf(s.host.T("manual.title"), manualWide, v, func(float32) float32 { return s.window.Canvas().Size().Height }, s.shutter())
	after(d, scope.Close)
	d.Show(v.First())
	hear := s.host.Key // the dialog's, until it closes
	s.host.Key = func(ev *fyne.KeyEvent) {
		if !v.Key(ev) {
			hear(ev)
		}
	}
}

// shipped returns what gives the data that ship, which the manual is about.
func (s *Shell) shipped() func() (*scene.Room, error) {
	if s.cfg.Shipped != nil && !s.ownShipped() {
		return s.cfg.Shipped
	}
	room := s.host.Room
	return func() (*scene.Room, error) { return room, nil }
}

// ownShipped reports whether the data at hand are those that ship.
func (s *Shell) ownShipped() bool { return s.host.Room.Data.File == "" }

// showFigure returns what shows the view of a picture of the manual; nil where the
// window has other data.
func (s *Shell) showFigure() func(state.View) {
	if !s.ownShipped() {
		return nil
	}
	return func(v state.View) {
		s.closeDialogs()
		s.host.Store.Break()
		s.host.Dispatch(state.Show(v))
	}
}

// manualKeys is the card of keys as a chapter has it.
func (s *Shell) manualKeys() (out []manual.Block) {
	for _, column := range s.keyTable() {
		for _, g := range column {
			out = append(out, manual.Block{Kind: manual.KeyHead, Text: g.head})
			for _, k := range g.lines {
				out = append(out, manual.Block{Kind: manual.KeyLine, Lead: k.Keys, Text: k.Text})
			}
		}
	}
	return out
}
