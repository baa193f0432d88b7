package uitest

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Restless lists the visible widgets and containers that have new objects among
// theirs each time they are laid out. Fyne takes a new object for a change of size and
// lays out its parent once more, so that such a window is painted without end.
func Restless(root fyne.CanvasObject) (out []string) {
	layAll(root)
	before := map[fyne.CanvasObject]bool{}
	Walk(root, func(o fyne.CanvasObject) { before[o] = true })
	layAll(root)
	walkUnder(root, nil, func(o, under fyne.CanvasObject) {
		if !before[o] && (under == nil || before[under]) {
			out = append(out, fmt.Sprintf("%T in %T", o, under))
		}
	})
	return out
}

// layAll lays out each widget and container below an object again, as Fyne does.
func layAll(root fyne.CanvasObject) {
	Walk(root, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			if o.Layout != nil {
				o.Layout.Layout(o.Objects, o.Size())
			}
		case fyne.Widget:
			test.WidgetRenderer(o).Layout(o.Size())
		}
	})
}
