package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an entry and has nothing but the wheel, which Fyne gives to the
// innermost thing that scrolls: an entry moves its own lines while it can, and then
// what it lies in.
type wheel struct {
	widget.BaseWidget

	own, outer *container.Scroll // either may be nil
}

// CreateRenderer is for Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if w.own != nil && w.own.Visible() {
		was := w.own.Offset
		if w.own.Scrolled(ev); w.own.Offset != was {
			return
		}
	}
	if w.outer != nil {
		w.outer.Scrolled(ev)
	}
}

// wheeled is an entry's renderer with the wheel over it.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
}

func (r wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

func (r wheeled) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects()[:len(r.WidgetRenderer.Objects()):len(r.WidgetRenderer.Objects())], r.wheel)
}

// CreateRenderer is for Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			e.wheel.own = s
		}
	}
	return wheeled{r, &e.wheel}
}

// lieIn tells the entries within an object what they scroll with.
func lieIn(outer *container.Scroll, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *Entry:
		o.wheel.outer = outer
	case *fyne.Container:
		for _, x := range o.Objects {
			lieIn(outer, x)
		}
	}
}
