package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A right click, and the key for it, open the menu of a marker.
func TestContextMenu(t *testing.T) {
	g := newRig(t, nil)
	c := g.win.Canvas()
	m := g.pic.where.Markers()[0]
	copied := func() {
		t.Helper()
		menu, ok := c.Focused().(*widget.PopUpMenu)
		if !ok {
			t.Fatalf("the focus is on %T", c.Focused())
		}
		fyne.CurrentApp().Clipboard().SetContent("")
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if fyne.CurrentApp().Clipboard().Content() == "" || c.Overlays().Top() != nil {
			t.Error("nothing is copied, or the menu stays open")
		}
	}
	g.TappedSecondary(at(m.X, m.Y))
	copied()
	c.Focus(g.View)
	g.marks.walked = key(m.IDs)
	g.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	copied()
	g.TappedSecondary(at(2, 2))
	if c.Overlays().Top() != nil {
		t.Error("the sea has a menu")
	}
}
