package parts

import (
	"image"
	"image/color"

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
	here   bool // the keyboard is
}

// NewWord returns a word that says tip on hover.
func NewWord(h *host.Host, tip string, open func()) *Word {
	w := &Word{OnTap: open, ground: Box(color.Transparent)}
	w.dots = canvas.NewRaster(w.draw)
	w.Tip, w.Pointer = tip, desktop.PointerCursor
	w.Marks = []fyne.CanvasObject{w.ground, w.dots}
	w.Init(w, h)
	return w
}

// draw dots the line: a third of it is ink.
func (w *Word) draw(width, height int) image.Image {
	c := w.h.Palette().InkMuted
	if w.Hovered() || w.here {
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
