package mapview

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
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

// A meeting of the tray has the same menu, by a right click and by the key.
func TestTrayContextMenu(t *testing.T) {
	g := newRig(t, nil)
	c := g.win.Canvas()
	row := g.tray.chips[0]
	for name, open := range map[string]func(){
		"a right click": func() { test.TapSecondary(row) },
		"the key":       func() { c.Focus(row); uitest.Press(g.win, desktop.KeyMenu) },
	} {
		open()
		menu, ok := c.Focused().(*widget.PopUpMenu)
		if !ok {
			t.Fatalf("%s: the focus is on %T", name, c.Focused())
		}
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		want, _ := scene.MeetingThing(g.host.Room, row.card.ID, g.host.Printer())
		if got := fyne.CurrentApp().Clipboard().Content(); got != want.Text || got == "" {
			t.Errorf("%s: %q is copied, want %q", name, got, want.Text)
		}
	}
}

// What the pointer is on lights the rows of the tray that share it.
func TestTrayPreview(t *testing.T) {
	g := newRig(t, nil)
	washed := func() (ids []string) {
		for _, r := range g.tray.shown {
			if c, ok := r.object.(*chip); ok && c.back.FillColor == g.host.Palette().Hover {
				ids = append(ids, c.card.ID)
			}
		}
		return ids
	}
	g.host.SetPreview(state.Focus{LitDocuments: "001"})
	g.in.Until(t, func() bool { return len(washed()) > 0 })
	for _, id := range washed() {
		if !slices.ContainsFunc(g.host.Room.Data.Statements, func(x dataset.Statement) bool { return x.Document == "001" && x.Meeting == id }) {
			t.Errorf("%s shares nothing", id)
		}
	}
	g.host.SetPreview(state.Focus{})
	if got := washed(); len(got) > 0 {
		t.Errorf("%v stay", got)
	}
}
