package chartview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A right click, and the key for it, open the menu of a mark; its first row copies
// what the mark says. The ground of the chart has none.
func TestContextMenu(t *testing.T) {
	g := newRig(t)
	c := g.win.Canvas()
	m := g.solid()
	g.plot.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	if c.Overlays().Top() != nil {
		t.Fatal("the ground has a menu")
	}
	open := func() {
		t.Helper()
		menu, ok := c.Focused().(*widget.PopUpMenu)
		if !ok {
			t.Fatalf("the focus is on %T", c.Focused())
		}
		typeKeys(menu, fyne.KeyDown, fyne.KeyReturn)
		if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasSuffix(got, ": "+m.Name) {
			t.Errorf("copied %q, want %q", got, m.Name)
		}
		if c.Overlays().Top() != nil {
			t.Error("the menu stays open")
		}
	}
	g.plot.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(float32(m.X+m.W/2), float32(m.Y+m.H/2))})
	open()
	c.Focus(g.plot)
	g.plot.walked, g.plot.walking = m.Key(), true
	typeKeys(g.plot, desktop.KeyMenu)
	open()
}
