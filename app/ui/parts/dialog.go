package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Dialog is a sheet over a window: a title, a body that scrolls where it is higher
// than the window, and buttons that are always in sight. The last button is the
// one that Enter presses, Escape closes, whatever of it has the focus.
type Dialog struct {
	OnClosed func() // may be nil

	h       *host.Host
	canvas  fyne.Canvas
	popup   *widget.PopUp
	title   *Paragraph
	scroll  *container.Scroll
	body    fyne.CanvasObject
	buttons []*Button
	most    float32                 // the width that it asks for
	high    func(w float32) float32 // of the body at a width
	depth   int                     // of the window's overlays with this one
	hear    func(ev *fyne.KeyEvent) // heard the keys before
	see     func(fyne.CanvasObject) // saw to the focus before
}

// NewDialog returns a closed dialog of that width at size of type 1. high is how
// high the body is at a width; nil: as high as its smallest size.
func NewDialog(h *host.Host, c fyne.Canvas, title string, width float32, body fyne.CanvasObject, high func(width float32) float32, buttons ...*Button) *Dialog {
	d := &Dialog{h: h, canvas: c, body: body, buttons: buttons, most: width, high: high}
	if high == nil {
		d.high = func(float32) float32 { return body.MinSize().Height }
	}
	d.title = NewParagraph(title, Scaled(h, theme.Title), true, h.Palette().Ink)
	d.scroll = container.NewScroll(container.New(besideBar{}, body))
	lieIn(d.scroll, body)
	content := container.New(dialogLayout{d}, d.title, d.scroll)
	for i, b := range buttons {
		b.Primary = i == len(buttons)-1
		content.Add(b)
	}
	d.popup = widget.NewModalPopUp(content, c)
	return d
}

// Show opens the dialog with the focus on focus; nil: on the button that Enter
// presses.
func (d *Dialog) Show(focus fyne.Focusable) {
	d.hear, d.h.Key = d.h.Key, d.key
	d.see, d.h.See = d.h.See, d.reach
	d.popup.Resize(d.size())
	d.popup.Show()
	d.depth = len(d.canvas.Overlays().List())
	if focus == nil && len(d.buttons) > 0 {
		focus = d.buttons[len(d.buttons)-1]
	}
	d.canvas.Focus(focus)
}

// Hide closes the dialog.
func (d *Dialog) Hide() {
	if d.hear == nil {
		return
	}
	for d.canvas.Overlays().Top() != nil && len(d.canvas.Overlays().List()) > d.depth {
		d.canvas.Overlays().Remove(d.canvas.Overlays().Top()) // what it has opened
	}
	d.h.Key, d.hear = d.hear, nil
	d.h.See = d.see
	d.popup.Hide()
	if d.OnClosed != nil {
		d.OnClosed()
	}
}

// SetTitle shows another title, and takes the height that the body now has.
func (d *Dialog) SetTitle(title string) {
	d.title.SetText(title)
	d.popup.Resize(d.size())
	d.popup.Content.Refresh()
}

// Refresh makes room for buttons that say something else.
func (d *Dialog) Refresh() { d.popup.Content.Refresh() }

// key hears what nothing in the dialog wanted.
func (d *Dialog) key(ev *fyne.KeyEvent) {
	over := d.canvas.Overlays()
	if len(over.List()) > d.depth { // a list that the dialog has opened
		if ev.Name == fyne.KeyEscape {
			over.Remove(over.Top())
		}
		return
	}
	line := Scaled(d.h, 3*theme.Title)
	switch ev.Name {
	case fyne.KeyEscape:
		d.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		if n := len(d.buttons); n > 0 && !d.buttons[n-1].Disabled() {
			d.buttons[n-1].tap()
		}
	case fyne.KeyUp:
		d.scrollBy(-line)
	case fyne.KeyDown:
		d.scrollBy(line)
	case fyne.KeyPageUp:
		d.scrollBy(-0.9 * d.scroll.Size().Height)
	case fyne.KeyPageDown:
		d.scrollBy(0.9 * d.scroll.Size().Height)
	case fyne.KeyHome:
		d.scroll.ScrollToTop()
	case fyne.KeyEnd:
		d.scroll.ScrollToBottom()
	}
}

// reach scrolls as little as brings what has the focus into sight, with what names it above.
func (d *Dialog) reach(o fyne.CanvasObject) {
	b, ok := o.(*Button)
	if ok && slices.Contains(d.buttons, b) || len(d.canvas.Overlays().List()) > d.depth { // always in sight, or of a list that the dialog has opened
		return
	}
	at, ok := below(d.body, o)
	if at -= d.scroll.Offset.Y; !ok { // a part of a widget
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject
		at = place(o).Y - place(d.scroll).Y
	}
	top, end, high := at-Scaled(d.h, 2*theme.Small), at+o.Size().Height+theme.Space2, d.scroll.Size().Height
	switch {
	case top < 0:
		d.scrollBy(top)
	case end > high:
		d.scrollBy(min(end-high, top))
	}
}

// below is how far an object stands below the upper edge of another that it lies in, which Fyne knows only of what it
// has drawn.
func below(in, o fyne.CanvasObject) (y float32, ok bool) {
	if in == o {
		return 0, true
	}
	if c, is := in.(*fyne.Container); is {
		for _, x := range c.Objects {
			if y, ok := below(x, o); ok {
				return y + x.Position().Y, true
			}
		}
	}
	return 0, false
}

func (d *Dialog) scrollBy(y float32) {
	most := max(d.body.MinSize().Height-d.scroll.Size().Height, 0)
	d.scroll.ScrollToOffset(fyne.NewPos(d.scroll.Offset.X, max(min(d.scroll.Offset.Y+y, most), 0)))
}

// Margins of a dialog, inside and to the window, and what of the margin at the right is the scroll bar's.
const (
	dialogInside  = theme.Space5
	dialogOutside = theme.Space5
	dialogBar     = theme.Space4
)

// size is what the dialog takes of the window.
func (d *Dialog) size() fyne.Size {
	window := d.canvas.Size().SubtractWidthHeight(2*dialogOutside, 2*dialogOutside)
	foot, row := d.foot()
	title := Measure(d.title.Text(), Scaled(d.h, theme.Title), true).Width
	width := min(max(Scaled(d.h, d.most), row+2*dialogInside, title+1+2*dialogInside), window.Width) // a hair more, so that no title breaks by rounding
	inside := width - 2*dialogInside
	high := d.title.HeightFor(inside) + d.high(inside) + foot + 4*theme.Space4
	return fyne.NewSize(width, min(high, window.Height))
}

// foot is the height of the row of buttons and its width.
func (d *Dialog) foot() (high, width float32) {
	for _, b := range d.buttons {
		m := b.MinSize()
		high, width = max(high, m.Height), width+m.Width+theme.Space2
	}
	return high, max(width-theme.Space2, 0)
}

// dialogLayout puts title, body and buttons below each other with one left edge.
type dialogLayout struct{ d *Dialog }

// MinSize is small: the window decides. It must not be larger than the window.
func (l dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.d.size() }

func (l dialogLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	d := l.d
	y := theme.Space4
	inside := size.Width - 2*dialogInside
	title := d.title.HeightFor(inside)
	d.title.Move(fyne.NewPos(dialogInside, y))
	d.title.Resize(fyne.NewSize(inside, title))
	y += title + theme.Space4
	foot, row := d.foot()
	end := size.Height - theme.Space4 - foot
	d.scroll.Move(fyne.NewPos(dialogInside, y))
	d.scroll.Resize(fyne.NewSize(inside+dialogBar, max(end-theme.Space4-y, 1)))
	x := max(size.Width-dialogInside-row, theme.Space2)
	for _, b := range d.buttons {
		m := b.MinSize()
		b.Resize(fyne.NewSize(m.Width, foot))
		b.Move(fyne.NewPos(x, end))
		x += m.Width + theme.Space2
	}
}

// besideBar leaves the scroll bar of a dialog a strip at the right.
type besideBar struct{}

func (besideBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(dialogBar, 0)
}

func (besideBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size.SubtractWidthHeight(dialogBar, 0))
}
