package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
)

// Drawn is a widget of the window's own: objects, and how they are sized, placed
// and coloured. [Draw] makes a renderer of it.
type Drawn interface {
	fyne.Widget
	Least() fyne.Size            // the smallest size
	Place(size fyne.Size)        // puts the objects in their places
	Paint()                      // takes over colours and words
	Pieces() []fyne.CanvasObject // from the lowest to the uppermost
}

// Draw returns what Fyne draws a widget with.
func Draw(w Drawn) fyne.WidgetRenderer {
	w.Paint()
	return drawn{w}
}

type drawn struct{ w Drawn }

func (d drawn) MinSize() fyne.Size           { return d.w.Least() }
func (d drawn) Layout(size fyne.Size)        { d.w.Place(size) }
func (d drawn) Objects() []fyne.CanvasObject { return d.w.Pieces() }
func (d drawn) Destroy()                     {}

// Refresh leaves widgets among the pieces to themselves: they hear of what they
// follow, and Fyne tells all of a change of theme. Icons come before the places: Fyne
// reads one that is new for its size, too, and then only draws what it has read.
func (d drawn) Refresh() {
	d.w.Paint()
	for _, o := range d.w.Pieces() {
		if icon, ok := o.(*canvas.Image); ok {
			icon.Refresh()
		}
	}
	d.w.Place(d.w.Size())
	for _, o := range d.w.Pieces() {
		switch o.(type) {
		case fyne.Widget, *canvas.Image:
		default:
			o.Refresh()
		}
	}
}

// Hover is the part of a widget that feels the pointer over it. A widget embeds
// it and calls Init.
type Hover struct {
	widget.BaseWidget

	Tip     string                 // shown beside it once the pointer rests
	Pointer desktop.StandardCursor // over it
	OnHover func(in bool)          // hears of the pointer; may be nil
	Marks   []fyne.CanvasObject    // what pointer and focus change in its looks; nil: all of it

	h       *host.Host
	self    fyne.Widget
	hovered bool
}

// Init says which widget it is a part of.
func (x *Hover) Init(self fyne.Widget, h *host.Host) {
	x.self, x.h = self, h
	x.ExtendBaseWidget(self)
}

// Hovered reports whether the pointer is over the widget.
func (x *Hover) Hovered() bool { return x.hovered }

// Cursor implements desktop.Cursorable.
func (x *Hover) Cursor() desktop.Cursor { return x.Pointer }

// MouseIn implements desktop.Hoverable.
func (x *Hover) MouseIn(*desktop.MouseEvent) { x.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (*Hover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (x *Hover) MouseOut() { x.hover(false) }

func (x *Hover) hover(in bool) {
	x.hovered = in
	if tip := x.Tip; in && tip != "" {
		x.h.Hint(tip, x.self)
	} else {
		x.h.Hint("", x.self)
	}
	if x.OnHover != nil {
		x.OnHover(in)
	}
	x.Repaint()
}

// Repaint takes over colours, and has no more drawn anew than Marks.
func (x *Hover) Repaint() {
	w, ok := x.self.(Drawn)
	if !ok || x.Marks == nil {
		x.Refresh()
		return
	}
	w.Paint()
	for _, o := range x.Marks {
		o.Refresh()
	}
}

// Surface is the part of a widget that answers to pointer and keys: a click,
// Space and Enter do the same, and keys that it has no use for go to the
// window. A widget embeds it and calls Init.
type Surface struct {
	Hover

	OnTap   func()                       // what it is for; may be nil
	OnKey   func(ev *fyne.KeyEvent) bool // takes a key before it means anything else; may be nil
	OnFocus func(in bool)                // hears of the focus; may be nil

	focused, grabbed bool
}

var (
	_ fyne.Focusable     = (*Surface)(nil)
	_ fyne.Tappable      = (*Surface)(nil)
	_ desktop.Hoverable  = (*Surface)(nil)
	_ desktop.Cursorable = (*Surface)(nil)
)

// Focused reports whether the widget hears the keys.
func (x *Surface) Focused() bool { return x.focused }

// Grabbed reports whether it does because of a press of the pointer, which needs
// no frame to be seen.
func (x *Surface) Grabbed() bool { return x.focused && x.grabbed }

// Grab makes the widget hear the keys after a press of the pointer.
func (x *Surface) Grab() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(x.self); c != nil {
		x.grabbed = true
		c.Focus(x.self.(fyne.Focusable))
		x.grabbed = x.focused
	}
}

// Tapped implements fyne.Tappable.
func (x *Surface) Tapped(*fyne.PointEvent) {
	x.h.Hint("", x.self) // it has been read, and what the press shows may lie under it
	if x.OnTap != nil {
		x.OnTap()
	}
}

// FocusGained implements fyne.Focusable.
func (x *Surface) FocusGained() { x.focus(true) }

// FocusLost implements fyne.Focusable.
func (x *Surface) FocusLost() { x.focus(false) }

func (x *Surface) focus(in bool) {
	x.focused, x.grabbed = in, in && x.grabbed
	if x.OnFocus != nil {
		x.OnFocus(in)
	}
	x.Repaint()
	if in && !x.grabbed {
		x.h.Reached(x.self)
	}
}

// TypedRune implements fyne.Focusable. A space is a key, not a character.
func (x *Surface) TypedRune(r rune) {
	if r != ' ' {
		x.h.PassRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (x *Surface) TypedKey(ev *fyne.KeyEvent) {
	press := ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	switch {
	case x.OnKey != nil && x.OnKey(ev):
	case press && x.OnTap != nil:
		x.OnTap()
	default:
		x.h.PassKey(ev)
	}
}
