package parts

import (
	"image"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/host"
)

// Word lies over a word of a [Paragraph] that has more to say: dotted beneath,
// explained on hover, open to a click.
type Word struct {
	Hover

	OnTap  func()
	OnMenu func(at fyne.Position) // a right click; may be nil

	dots   *canvas.Raster
	ground *canvas.Rectangle
	here   bool    // the keyboard is
	others []*Word // the same word, where it goes on to other lines
}

var _ Again = (*Word)(nil)

// NewWord returns a word that says tip on hover.
func NewWord(h *host.Host, tip string, open func()) *Word {
	w := &Word{OnTap: open, ground: Box(color.Transparent)}
	w.dots = canvas.NewRaster(w.draw)
	w.Tip, w.Pointer = tip, desktop.PointerCursor
	w.OnHover = func(bool) { w.beside((*Word).Repaint) }
	w.Marks = []fyne.CanvasObject{w.ground, w.dots}
	w.Init(w, h)
	return w
}

// Again implements Again.
func (w *Word) Again() fyne.CanvasObject {
	x := NewWord(w.h, w.Tip, w.OnTap)
	x.OnMenu, x.here = w.OnMenu, w.here
	x.others = append(x.others, w)
	w.beside(func(o *Word) {
		x.others, o.others = append(x.others, o), append(o.others, x)
	})
	w.others = append(w.others, x)
	return x
}

// beside does something with the word on other lines.
func (w *Word) beside(do func(*Word)) {
	for _, o := range w.others {
		do(o)
	}
}

// Lit reports whether pointer or keyboard are at the word, on whatever line.
func (w *Word) Lit() bool {
	return w.Hovered() || w.here || slices.ContainsFunc(w.others, (*Word).Hovered)
}

// draw dots the line: a third of it is ink.
func (w *Word) draw(width, height int) image.Image {
	c := w.h.Palette().InkMuted
	if w.Lit() {
		c = w.h.Palette().Accent
	}
	pic := image.NewNRGBA(image.Rect(0, 0, width, height))
	dot := max(height, 1)
	for x := range width {
		if x/dot%3 == 0 {
			for y := range height {
				pic.SetNRGBA(x, y, c)
			}
		}
	}
	return pic
}

// SetHere says that the keyboard is at the word, or has left it. What hovering
// says is then said, too.
func (w *Word) SetHere(here bool) {
	if w.here == here {
		return
	}
	w.here = here
	if here {
		w.h.Hint(w.Tip, w)
	} else {
		w.h.Hint("", w)
	}
	w.Repaint()
	w.beside(func(o *Word) {
		o.here = here
		o.Repaint()
	})
}

// Tapped implements fyne.Tappable.
func (w *Word) Tapped(*fyne.PointEvent) { w.OnTap() }

// TappedSecondary implements fyne.SecondaryTappable.
func (w *Word) TappedSecondary(ev *fyne.PointEvent) {
	if w.OnMenu != nil {
		w.OnMenu(ev.AbsolutePosition)
	}
}

// CreateRenderer is for Fyne.
func (w *Word) CreateRenderer() fyne.WidgetRenderer { return Draw(w) }

// Least implements Drawn.
func (w *Word) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements Drawn.
func (w *Word) Paint() {
	w.ground.StrokeColor, w.ground.StrokeWidth = color.Transparent, 0
	if w.here {
		w.ground.StrokeColor, w.ground.StrokeWidth = w.h.Palette().Accent, 2
	}
}

// Place implements Drawn.
func (w *Word) Place(size fyne.Size) {
	w.ground.Resize(size)
	w.dots.Move(fyne.NewPos(0, size.Height-2))
	w.dots.Resize(fyne.NewSize(size.Width, 1))
}

// Pieces implements Drawn.
func (w *Word) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{w.ground, w.dots} }
