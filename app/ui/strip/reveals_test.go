package strip_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/strip"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// What is hidden at first is ticked in the form, in the order in which it is revealed,
// and that is what the lesson's file has.
func TestRevealsInTheForm(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	scope := uitest.Open(t, h)
	d := strip.NewDesk(scope, "")
	d.AddView()
	win := uitest.Show(t, canvas.NewRectangle(nil), fyne.NewSize(1366, 768))
	hide := strip.ShowForm(scope, d, win.Canvas(), func() {})
	button, ok := uitest.Find(win.Canvas().Overlays().Top(), func(b *parts.Button) bool { return b.Text == h.T("strip.revealsNone") })
	if !ok {
		t.Fatal("no button says that nothing is hidden")
	}
	win.Canvas().Focus(button)
	uitest.Press(win, fyne.KeySpace)
	tick := func(part, want string) {
		t.Helper()
		row, ok := uitest.Find(win.Canvas().Overlays().Top(), func(c *parts.Check) bool { return c.Option.Code == part })
		if !ok {
			t.Fatalf("no row for %q", part)
		}
		win.Canvas().Focus(row)
		uitest.Press(win, fyne.KeySpace)
		if got := d.Lesson().Scenes[0].Reveals; got != state.Hidden(want) {
			t.Errorf("%q ticked: %q, want %q", part, got, want)
		}
	}
	tick(state.HideValues, "values")
	tick(state.HideCaption, "values,caption")
	if got := button.Text; !strings.HasPrefix(got, "Figures, and the sentence") {
		t.Errorf("the button says %q", got)
	}
	tick(state.HideValues, "caption")
	tick(state.HideValues, "caption,values")
	d.Undo()
	if got := d.Lesson().Scenes[0].Reveals; got != "caption" {
		t.Errorf("undone: %q", got)
	}
	tick("", "") // nothing
	hide()
}
