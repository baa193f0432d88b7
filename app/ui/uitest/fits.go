package uitest

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// box is a rectangle of the window.
type box struct{ x0, y0, x1, y1 float32 }

func (b box) in(o box) bool {
	const slack = 1
	return b.x0 >= o.x0-slack && b.y0 >= o.y0-slack && b.x1 <= o.x1+slack && b.y1 <= o.y1+slack
}

func (b box) cuts(o box) bool {
	const slack = 1.5
	return b.x0 < o.x1-slack && o.x0 < b.x1-slack && b.y0 < o.y1-slack && o.y0 < b.y1-slack
}

func (b box) within(o box) box {
	return box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
}

// placed is a text or a control where it stands in the window.
type placed struct {
	what  string
	at    box // of all of it
	owner box // the widget that it is a piece of
	view  box // what of the window it may be seen in
	roll  roll
}

// roll is how what is out of sight comes into it.
type roll int

const (
	stands roll = iota
	rolls       // up and down
	rolls2      // sideways, too
)

// Misfits lists what is wrong with the places of what a window of that size shows:
// texts that lie on each other, leave their widget or the window, and controls that
// are not in the window. What can be scrolled into sight is not missing.
func Misfits(root fyne.CanvasObject, size fyne.Size) (out []string) {
	var texts, controls []placed
	all := box{0, 0, size.Width, size.Height}
	var walk func(o fyne.CanvasObject, at fyne.Position, owner, view box, how roll)
	walk = func(o fyne.CanvasObject, at fyne.Position, owner, view box, how roll) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		here := box{at.X, at.Y, at.X + o.Size().Width, at.Y + o.Size().Height}
		switch x := o.(type) {
		case *canvas.Text:
			if m := x.MinSize(); x.Text != "" {
				left := at.X
				switch x.Alignment {
				case fyne.TextAlignCenter:
					left += (x.Size().Width - m.Width) / 2
				case fyne.TextAlignTrailing:
					left += x.Size().Width - m.Width
				}
				texts = append(texts, placed{fmt.Sprintf("%q", x.Text), box{left, at.Y, left + m.Width, at.Y + m.Height}, owner, view, how})
			}
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c, at, owner, view, how)
			}
		case interface {
			fyne.Widget
			ScrollToTop()
		}:
			now := rolls
			if _, both := o.(interface{ ScrollToTrailing() }); both || how == rolls2 {
				now = rolls2
			}
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c, at, owner, view.within(here), now)
			}
		case fyne.Widget:
			if _, ok := o.(fyne.Tappable); ok {
				controls = append(controls, placed{fmt.Sprintf("%T %q", o, Texts(o)), here, owner, view, how})
			}
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c, at, here, view, how)
			}
		}
	}
	walk(root, fyne.Position{}, all, all, stands)
	for i, x := range texts {
		if x.roll != stands {
			if !x.at.cuts(x.view) {
				continue // out of sight
			}
			if x.roll == rolls && (x.at.x0 < x.view.x0-1 || x.at.x1 > x.view.x1+1) {
				out = append(out, fmt.Sprintf("%s at %v is cut by its page %v", x.what, x.at, x.view))
			}
		} else if !x.at.in(all) || !x.at.in(x.owner) {
			out = append(out, fmt.Sprintf("%s at %v leaves its box %v", x.what, x.at, x.owner))
		}
		for _, y := range texts[:i] {
			if x.at.within(x.view).cuts(y.at.within(y.view)) {
				out = append(out, fmt.Sprintf("%s at %v lies on %s at %v", x.what, x.at, y.what, y.at))
			}
		}
	}
	for _, x := range controls {
		if x.roll == stands && !x.at.in(all) {
			out = append(out, fmt.Sprintf("%s at %v is not in the window of %v", x.what, x.at, size))
		}
	}
	return out
}
