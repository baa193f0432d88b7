package shell

import (
	"c5atlas.org/c5atlas/app/export"
	"c5atlas.org/c5atlas/app/state"
)

// wording is an author's words for one view: another one has other titles.
type wording struct {
	own  export.Own
	view state.View
}

func (w wording) of(v state.View) export.Own {
	if w.view != v {
		return export.Own{}
	}
	return w.own
}

// Word takes an author's words for the view that is shown, as those of a picture
// that was opened: the export dialog begins with them.
func (s *Shell) Word(own export.Own) { s.wording = wording{own, s.host.State().View} }
