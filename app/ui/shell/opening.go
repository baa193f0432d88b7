package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Open shows a window of that size in layout pixels. build makes what will be in it, on a
// goroutine of its own while the window system and OpenGL begin, which is most of a start
// and keeps one processor busy; then fill puts that into the window, before it shows. With
// no window to be had, fill is called all the same.
func Open(w fyne.Window, size fyne.Size, build, fill func()) {
	o := &doorway{window: w}
	w.SetContent(container.New(o))
	w.Resize(size)
	built := make(chan struct{})
	go func() {
		defer close(built)
		build()
	}()
	o.fill = func() {
		<-built
		fill()
	}
	w.Show()
	o.done()
}

// doorway is the layout of a window that is being opened, and empty. Fyne asks for its
// least size when the window system has the window and before that shows it: the moment to
// fill it. Until then Fyne touches nothing of what is being built.
type doorway struct {
	window fyne.Window
	fill   func() // nil: not yet, or no more
}

func (o *doorway) done() {
	if fill := o.fill; fill != nil {
		o.fill = nil
		fill()
	}
}

// MinSize implements fyne.Layout. It is that of what has come into the window.
func (o *doorway) MinSize([]fyne.CanvasObject) fyne.Size {
	if o.fill == nil {
		return fyne.Size{}
	}
	o.done()
	return o.window.Content().MinSize()
}

// Layout implements fyne.Layout.
func (o *doorway) Layout([]fyne.CanvasObject, fyne.Size) {}
