package docview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tapped does what the block is for.
func (x *block) Tapped(*fyne.PointEvent) {
	if acts(x.b) && !x.do.quiet() {
		x.do.act(x.b)
	}
}

// MouseDown implements desktop.Mouseable.
func (x *block) MouseDown(ev *desktop.MouseEvent) { x.do.press(ev) }

// MouseUp implements desktop.Mouseable.
func (x *block) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (x *block) Dragged(ev *fyne.DragEvent) { x.do.drag(ev) }

// DragEnd implements fyne.Draggable.
func (x *block) DragEnd() { x.do.drop() }

// TappedSecondary offers to copy.
func (x *block) TappedSecondary(ev *fyne.PointEvent) { x.do.menu(x.b, ev.AbsolutePosition) }
