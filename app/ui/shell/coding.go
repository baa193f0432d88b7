package shell

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/agreement"
	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/draft"
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/original"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/coding"
	"c5atlas.org/c5atlas/app/ui/host"
)

// coder is the coding of a document, while it is in the window in place of the
// panes.
type coder struct {
	view    *coding.View
	scope   *host.Scope
	tell    func(string) // who said things before
	waits   bool         // for a copy of the data, to save into
	writing bool
}

// CodeDocument begins to code the document that is shown, or goes on with it:
// blind, without a look at what is coded there already. Of a document without its
// text it asks for that first.
func (s *Shell) CodeDocument(blind bool) {
	h := s.host
	x := h.Room.Data.Document(scene.ReadDocument(h.Room, h.State()))
	switch {
	case s.coder != nil || s.lesson != nil || s.cfg.Shelf == nil:
		return
	case x == nil:
		s.Warn(func() string { return h.T("coder.which") })
		return
	case blind && !codedAlready(h.Room.Data, x.ID):
		s.Warn(func() string { return h.T("coder.uncoded") })
		return
	}
	s.closeDialogs()
	document, room := x.ID, h.Room
	go func() { // a text may be long
		text := s.cfg.Shelf.Find(room.Data, room.Data.Document(document))
		var dr draft.Draft
		var older bool
		if text != nil {
			dr, older = s.cfg.Drafts.Load(draft.Key{Package: room.Data.Name, Document: document, Text: text.SHA256, Blind: blind})
		}
		s.scope.Do(func() {
			switch {
			case text == nil:
				s.chooseText(h.T("coder.textTitle"), h.T("shell.attachYes"), func(path string) {
					s.wanted = func() { s.CodeDocument(blind) }
					s.openPath(path)
				})
			case s.coder == nil && s.lesson == nil && h.Room.Data.Name == room.Data.Name && h.Room.Data.Document(document) != nil:
				s.code(dr, older, text)
			}
		})
	}()
}

func codedAlready(d *dataset.Dataset, document string) bool {
	k, ok := d.Index.Document.Number(document)
	return ok && len(d.Index.Document.Statements(k)) > 0
}

// Attached says that a text is attached to the document that is shown; who asked
// for it to code the document goes on.
func (s *Shell) Attached() {
	s.documents.Attached()
	if do := s.wanted; do != nil {
		s.wanted = nil
		do()
	}
}

// code puts a coding into the window in place of the panes.
func (s *Shell) code(dr draft.Draft, older bool, text *original.Attached) {
	h := s.host
	s.panes.notice.close()
	k := &coder{scope: s.scope.Open(), tell: h.Tell}
	finish := s.saveCoding
	if dr.Key.Blind {
		finish = s.compareCoding
	}
	about := func() { s.describe(k.view.Draft().New, text, k.view.Describe) }
	k.view = coding.New(k.scope, coding.Config{Draft: dr, Older: older, Text: text, Shelf: s.cfg.Drafts, Finish: finish, About: about, Close: s.endCoding})
	host.WatchData(k.scope, s.dataUnderCoding)
	s.coder = k
	h.Tell = k.view.Say
	s.window.Canvas().Unfocus()
	s.window.SetMainMenu(nil)
	s.stage.Move(fyne.NewPos(0, 0)) // where the menu was
	s.stage.Resize(s.window.Canvas().Size())
	s.put(container.NewStack(k.view, s.tips.Layer))
	s.window.Canvas().Focus(k.view.First())
}

// Coding is the coding that is in the window; nil if none is.
func (s *Shell) Coding() *coding.View {
	if s.coder == nil {
		return nil
	}
	return s.coder.view
}

// endCoding brings the panes back. What is coded is kept.
func (s *Shell) endCoding() {
	k := s.coder
	if k == nil {
		return
	}
	s.closeDialogs()
	s.window.Canvas().Unfocus()
	s.coder = nil
	s.host.Tell = k.tell
	k.scope.Close()
	s.put(s.root)
	s.menu.rebuild()
	s.root.Refresh()
}

// dataUnderCoding hears that other data took the place of those at hand.
func (s *Shell) dataUnderCoding() {
	k := s.coder
	if k == nil {
		return
	}
	key := k.view.Draft().Key
	switch {
	case s.host.Room.Data.Name != key.Package || key.Document != "" && s.host.Room.Data.Document(key.Document) == nil:
		s.endCoding()
		s.host.Say(s.host.T("coder.gone"))
	case k.waits && s.path() != "":
		k.waits = false
		s.scope.Do(s.writeCoding) // once all have heard of the data
	}
}

func (s *Shell) path() string {
	if s.cfg.Path == nil {
		return ""
	}
	return s.cfg.Path()
}

// saveCoding puts the statements into the package. Data that cannot be changed
// are copied first, and the coding goes on in the copy.
func (s *Shell) saveCoding() {
	k, h := s.coder, s.host
	if k == nil || k.writing || len(k.view.Draft().Rows) == 0 || s.cfg.Write == nil {
		return
	}
	path := s.path()
	switch {
	case path == "" || !export.CanChange(path):
		s.consent(h.T("coder.copyTitle"), h.T("coder.copyWhy"), h.T("coder.copyYes"), func() {
			k.waits = true
			s.SaveData()
		})
	case strings.EqualFold(filepath.Ext(path), ".xlsx"):
		s.consent(h.T("coder.bookTitle"), h.T("coder.bookWhy"), h.T("coder.save"), s.writeCoding)
	default:
		s.writeCoding()
	}
}

func (s *Shell) writeCoding() {
	k := s.coder
	if k == nil || k.writing {
		return
	}
	k.writing = true
	s.cfg.Write(k.view.Draft(), k.view.Text())
}

// Written says what came of the statements of a draft: the panes are back with
// them in their places; or the row that the package would not take is in the form
// again, with the reason; or why says why nothing was written.
func (s *Shell) Written(row int, why string) {
	k := s.coder
	if k == nil {
		return
	}
	k.writing = false
	if why != "" {
		if row >= 0 {
			k.view.Refused(row, why)
		} else {
			k.view.Say(why)
		}
		return
	}
	if err := k.view.Forget(); err != nil {
		s.host.Log.WithError(err).Warn("forget a draft")
	}
	s.endCoding()
}

// compareCoding shows how far a blind coding agrees with the one in the package.
func (s *Shell) compareCoding() {
	k := s.coder
	if k == nil || len(k.view.Draft().Rows) == 0 {
		return
	}
	document := k.view.Draft().Key.Document
	s.showAgreement(agreement.CompareDocument(s.host.Room.Data, document, k.view.Units()), k.view.Paragraph)
}
