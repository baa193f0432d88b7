package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A window that nobody touches is not painted anew: a laptop's battery lasts the
// lesson.
func TestIdleWindowRests(t *testing.T) {
	r := start(t, "")
	r.work()
	d, opening := r.room.Data, r.host.State()
	for _, size := range []fyne.Size{{Width: 1024, Height: 600}, {Width: 1920, Height: 1040}} {
		r.shell.Window().Resize(size)
		set := func(change func(*state.State)) func() {
			return func() {
				s := opening
				change(&s)
				r.host.Dispatch(state.Func(func(state.State) state.State { return s }))
			}
		}
		dos := map[string]func(){
			"opening":  func() {},
			"meeting":  set(func(s *state.State) { s.Meeting = d.Meetings[0].ID }),
			"document": set(func(s *state.State) { s.Document = d.Documents[0].ID }),
			"table":    set(func(s *state.State) { s.Table = true }),
			"search":   set(func(s *state.State) { s.Query = "a" }),
			"strip":    func() { r.press(fyne.KeyF9) },
			"keys":     func() { r.press(fyne.KeyF1) },
			"lesson":   func() { r.press(fyne.KeyF5) },
			"two":      r.shell.PresentTwice,
			"manual":   r.shell.ShowManual,
			"welcome":  r.shell.Welcome,
		}
		for _, kind := range state.ChartKinds() {
			dos[string(kind)] = set(func(s *state.State) { s.Kind = kind })
		}
		for name, do := range dos {
			do()
			r.until("is idle", func() bool { return len(r.queue) == 0 })
			for _, w := range fyne.CurrentApp().Driver().AllWindows() {
				for _, root := range append(w.Canvas().Overlays().List(), w.Content()) {
					if root == nil {
						continue
					}
					for _, o := range uitest.Restless(root) {
						t.Errorf("%v, %s: %s", size, name, o)
					}
				}
			}
			r.press(fyne.KeyEscape)
			if name == "strip" {
				r.press(fyne.KeyF9)
			}
			r.host.Dispatch(state.Func(func(state.State) state.State { return opening }))
		}
	}
}
