package parts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// A title that is longer than the window goes on to another line; body and buttons have one right edge, and the scroll
// bar of what is higher than the window stands beside it.
func TestDialogEdges(t *testing.T) {
	h := newHand(t)
	const title = "Open an exported picture, a lesson or a data package of yours, or of another person's"
	for _, width := range []float32{400, 700, 1400} {
		body := container.NewVBox()
		for i := range 60 {
			body.Add(parts.NewButton(h.Host, nil, fmt.Sprint("Row ", i), "", func() {}))
		}
		last := parts.NewButton(h.Host, nil, "Close", "", func() {})
		size := fyne.NewSize(width, 500)
		win := uitest.Show(t, canvas.NewRectangle(nil), size)
		d := parts.NewDialog(h.Host, win.Canvas(), title, 300, body, nil, last)
		d.Show(nil)
		top := win.Canvas().Overlays().Top()
		if x := uitest.Misfits(top, size); len(x) > 0 {
			t.Errorf("in %v: %q", width, x)
		}
		if said := strings.Join(uitest.Texts(top), " "); !strings.HasPrefix(said, title) {
			t.Errorf("in %v the title is %.90q", width, said)
		}
		row := body.Objects[0]
		edge, scroll := uitest.At(row).X+row.Size().Width, uitest.At(last).X+last.Size().Width
		if edge != scroll {
			t.Errorf("in %v the body ends at %v, the buttons at %v", width, edge, scroll)
		}
		bar, ok := uitest.Find(top, func(*container.Scroll) bool { return true })
		if room := uitest.At(bar).X + bar.Size().Width - edge; !ok || room < theme.Space3 {
			t.Errorf("in %v the scroll bar has %v beside the body", width, room)
		}
		uitest.Press(win, fyne.KeyEnd)
		if end := body.Objects[59]; uitest.At(end).Y+end.Size().Height > uitest.At(last).Y {
			t.Errorf("in %v End does not come to the end", width)
		}
		d.SetTitle("Short")
		if x := uitest.Texts(top); !slices.Contains(x, "Short") || strings.Contains(strings.Join(x, " "), "person's") {
			t.Errorf("in %v it is now %q", width, x[:2])
		}
		d.Hide()
	}
}

// What an empty entry asks for is cut where it has no room, and comes back with the room; what is written is left alone.
func TestEntryHint(t *testing.T) {
	h := newHand(t)
	const hint = "before the line on what is counted"
	e := parts.NewEntry(h.Host)
	e.SetPlaceHolder(hint)
	uitest.Show(t, container.NewStack(e), fyne.NewSize(120, 40))
	shown := func() string { return strings.Join(uitest.Texts(e), "") }
	if got := shown(); got == hint || !strings.HasPrefix(got, "before") || parts.Measure(got, theme.Body, false).Width > e.Size().Width-12 {
		t.Errorf("in %v it asks for %q", e.Size(), got)
	}
	e.SetText(hint)
	if e.Text != hint {
		t.Errorf("it holds %q", e.Text)
	}
	e.SetText("")
	e.Resize(fyne.NewSize(600, 40))
	if got := shown(); got != hint {
		t.Errorf("with room it asks for %q", got)
	}
}

// What the keys come to in a dialog that is higher than the window is brought into sight: what the dialog opens on, and by
// Tab each field, list and choice on the way down and up again.
func TestDialogFollowsTheKeys(t *testing.T) {
	h := newHand(t)
	body := container.NewVBox()
	var fields []fyne.CanvasObject
	for i := range 30 {
		var o fyne.CanvasObject = parts.NewButton(h.Host, nil, fmt.Sprint("Button ", i), "", func() {})
		switch i % 3 {
		case 1:
			o = parts.NewEntry(h.Host)
		case 2:
			o = parts.NewSelect(h.Host, []string{"one", "two"})
		}
		fields = append(fields, o)
		body.Add(o)
	}
	last := parts.NewButton(h.Host, nil, "Close", "", func() {})
	win := uitest.Show(t, canvas.NewRectangle(nil), fyne.NewSize(500, 300))
	d := parts.NewDialog(h.Host, win.Canvas(), "High", 300, body, nil, last)
	d.Show(fields[15].(fyne.Focusable))
	seen := func(o fyne.CanvasObject) {
		t.Helper()
		scroll, _ := uitest.Find(win.Canvas().Overlays().Top(), func(*container.Scroll) bool { return true })
		top, at := uitest.At(scroll).Y, uitest.At(o).Y
		if at < top || at+o.Size().Height > top+scroll.Size().Height {
			t.Errorf("the keys are on %T at %v, the body shows from %v to %v", o, at, top, top+scroll.Size().Height)
		}
	}
	seen(fields[15])
	c := win.Canvas().(interface {
		FocusNext()
		FocusPrevious()
	})
	visited := map[fyne.Focusable]bool{}
	for _, step := range []func(){c.FocusNext, c.FocusPrevious} {
		for range 40 {
			step()
			on := win.Canvas().Focused()
			visited[on] = true
			if on != fyne.Focusable(last) {
				seen(on.(fyne.CanvasObject))
			}
		}
	}
	if len(visited) < 31 {
		t.Errorf("the keys were on %d of 31", len(visited))
	}
	before := h.Key
	d.Hide()
	win.Canvas().Focus(nil)
	if h.See != nil || before == nil {
		t.Error("a closed dialog still sees to the focus")
	}
}
