package manual

import (
	"context"
	"errors"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/manual"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// figure is a picture of the book with what is said below it, and a button that shows
// its view in the window.
type figure struct {
	widget.BaseWidget

	x       *page
	of      manual.Figure
	picture *canvas.Image
	frame   *canvas.Rectangle
	caption *parts.Paragraph
	show    *parts.Button // nil: the window has other data
	failed  *parts.Paragraph
	asked   int // pixels that it was asked for in
}

func (x *page) newFigure(of manual.Figure, caption *parts.Paragraph) *figure {
	h := x.v.h
	f := &figure{x: x, of: of, picture: canvas.NewImageFromImage(nil), frame: parts.Box(nil), caption: caption}
	f.picture.FillMode, f.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleFastest
	f.frame.CornerRadius = 0
	if show := x.v.cfg.Show; show != nil {
		f.show = parts.NewButton(h, nil, h.T("manual.show"), "", func() { show(of.View) })
		f.show.Foot = true
		f.show.OnFocus = func(in bool) {
			if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.show); in {
				into(x.scroll, at.Y-fyne.CurrentApp().Driver().AbsolutePositionForObject(x.column).Y, f.show.Size().Height)
			}
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// HeightFor implements parts.Flowing.
func (f *figure) HeightFor(width float32) float32 {
	high := width*f.of.Aspect() + theme.Space2 + f.caption.HeightFor(width)
	if f.show != nil {
		high += f.show.MinSize().Height
	}
	return high
}

// CreateRenderer is for Fyne.
func (f *figure) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(f) }

// Least implements parts.Drawn.
func (f *figure) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements parts.Drawn.
func (f *figure) Paint() {
	p := f.x.v.h.Palette()
	f.frame.FillColor, f.frame.StrokeColor, f.frame.StrokeWidth = p.Paper, p.Hairline, 1
}

// Place implements parts.Drawn. The picture is asked for in the pixels that it has.
func (f *figure) Place(size fyne.Size) {
	high := size.Width * f.of.Aspect()
	f.frame.Resize(fyne.NewSize(size.Width, high))
	f.picture.Resize(fyne.NewSize(size.Width, high))
	y := high + theme.Space2
	m := f.caption.HeightFor(size.Width)
	f.caption.Move(fyne.NewPos(0, y))
	f.caption.Resize(fyne.NewSize(size.Width, m))
	if f.show != nil {
		z := f.show.MinSize()
		f.show.Move(fyne.NewPos(-theme.Space2, y+m))
		f.show.Resize(z)
	}
	if f.failed != nil {
		f.failed.Move(fyne.NewPos(theme.Space4, theme.Space4))
		f.failed.Resize(fyne.NewSize(size.Width-2*theme.Space4, f.failed.HeightFor(size.Width-2*theme.Space4)))
	}
	if pixels := int(float64(size.Width) * parts.Density(f.x)); pixels > 100 && pixels != f.asked {
		f.asked = pixels
		f.x.drawing.want(f)
	}
}

// Pieces implements parts.Drawn.
func (f *figure) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{f.frame, f.picture, f.caption}
	if f.failed != nil {
		out = append(out, f.failed)
	}
	if f.show != nil {
		out = append(out, f.show)
	}
	return out
}

// fail says in place of the picture that it could not be drawn.
func (f *figure) fail() {
	h := f.x.v.h
	f.failed = parts.NewParagraph(h.T("manual.failed"), parts.Scaled(h, theme.Body), false, h.Palette().InkMuted)
	f.Refresh()
}

// order is a figure that is wanted.
type order struct {
	figure *figure
	pixels int
	by     state.Person
	book   *manual.Book
}

// drawing draws the figures of a chapter one after the other, behind the window.
type drawing struct {
	h      *host.Host
	book   func() *manual.Book
	wanted []*figure
	worker *work.Latest[order, image.Image]
}

func newDrawing(scope *host.Scope, book func() *manual.Book) *drawing {
	d := &drawing{h: scope.Host, book: book}
	d.worker = host.Latest(scope, func(ctx context.Context, o order) (image.Image, error) {
		pic, _, err := o.book.Draw(ctx, o.figure.of, o.by, o.pixels)
		return pic, err
	}, func(o order, pic image.Image, err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			scope.Log.WithError(err).Warn("picture of the manual")
			o.figure.fail()
		default:
			o.figure.picture.Image = pic
			o.figure.picture.Refresh()
		}
		d.next(o.figure)
	})
	return d
}

// forget leaves what is not drawn yet undrawn.
func (d *drawing) forget() { d.wanted = nil }

// want has a figure drawn after those that are wanted already.
func (d *drawing) want(f *figure) {
	d.wanted = append(d.wanted, f)
	if len(d.wanted) == 1 {
		d.request()
	}
}

func (d *drawing) request() {
	f := d.wanted[0]
	d.worker.Request(order{f, f.asked, d.h.State().Person, d.book()})
}

// next goes on with the figure after one that was drawn, if that is still wanted.
func (d *drawing) next(drawn *figure) {
	if len(d.wanted) == 0 || d.wanted[0] != drawn {
		return
	}
	if d.wanted = d.wanted[1:]; len(d.wanted) > 0 {
		d.request()
	}
}
