package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/ui/uitest"
)

// The wheel over a text field moves its lines while there are any, and then the dialog
// that the field is in.
func TestWheelOverAnEntryScrollsTheDialog(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	w := uitest.Show(t, canvas.NewRectangle(nil), fyne.NewSize(600, 300))
	long, line := NewEntry(h), NewEntry(h)
	long.Lines(3)
	long.SetText(strings.Repeat("a line\n", 9))
	body := container.NewVBox(container.NewVBox(line), long)
	for range 12 {
		body.Add(Text("below", 20, false, nil))
	}
	d := NewDialog(h, w.Canvas(), "A form", 400, body, nil, NewButton(h, nil, "Done", "", func() {}))
	d.Show(nil)
	turn := func(over fyne.CanvasObject, dy float32) float32 {
		was := d.scroll.Offset.Y
		test.Scroll(w.Canvas(), uitest.At(over), 0, dy)
		return d.scroll.Offset.Y - was
	}
	if got := turn(line, -10); got != 10 {
		t.Errorf("over a line the dialog moves by %v", got)
	}
	if got := turn(long, -10); got != 0 || long.wheel.own.Offset.Y != 10 {
		t.Errorf("over a field of many lines the dialog moves by %v, its lines by %v", got, long.wheel.own.Offset.Y)
	}
	turn(long, -1000)
	if got := turn(long, -10); got != 10 {
		t.Errorf("over the last lines of a field the dialog moves by %v", got)
	}
	// Whoever has these hides them from what lies below.
	for _, is := range []func(any) bool{
		func(o any) bool { _, ok := o.(fyne.Tappable); return ok }, func(o any) bool { _, ok := o.(desktop.Mouseable); return ok },
		func(o any) bool { _, ok := o.(desktop.Hoverable); return ok }, func(o any) bool { _, ok := o.(desktop.Cursorable); return ok },
		func(o any) bool { _, ok := o.(fyne.Focusable); return ok }, func(o any) bool { _, ok := o.(fyne.Draggable); return ok },
	} {
		if is(&line.wheel) {
			t.Error("a field does not have the pointer and the keys")
		}
	}
}
