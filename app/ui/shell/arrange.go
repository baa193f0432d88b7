package shell

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
)

// arrangement is a way to divide the window, for one key.
type arrangement struct {
	key    fyne.KeyName
	text   string // of the translations
	drawer bool   // the documents are open where they are a drawer
	set    func(*state.Layout)
}

var arrangements = []arrangement{
	{fyne.Key1, "shell.layoutMap", false, func(l *state.Layout) { l.HideCharts, l.HideDocuments = true, true }},
	{fyne.Key2, "shell.layoutChart", false, func(l *state.Layout) { l.ShowCharts, l.HideDocuments, l.SplitCharts = true, true, 0.3 }},
	{fyne.Key3, "shell.layoutText", true, func(l *state.Layout) { l.HideCharts, l.SplitMap = true, 0.4 }},
	{fyne.Key4, "shell.layoutAll", false, func(*state.Layout) {}},
}

// Arrange divides the window anew: what an arrangement does not say is as at first.
func (s *Shell) Arrange(a arrangement) {
	s.host.Dispatch(state.Func(func(v state.State) state.State {
		v.Layout = a.of(v.Layout)
		return v
	}))
	s.panes.openDrawer(a.drawer)
}

// arranged reports whether the window is divided so.
func arranged(a arrangement, now state.Layout) bool {
	return a.of(now) == now
}

// of is the arrangement with what of a layout is no division of the window.
func (a arrangement) of(now state.Layout) state.Layout {
	l := state.Default().Layout
	l.Loop, l.ShowScenes, l.NoteSize, l.RoomScreen = now.Loop, now.ShowScenes, now.NoteSize, now.RoomScreen
	a.set(&l)
	return l
}
