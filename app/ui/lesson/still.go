package lesson

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/image/draw"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// still is the picture that a frozen room keeps. While it is there, and while the
// room is black or white, the pointer reaches nothing that lies under it.
type still struct {
	widget.BaseWidget
	s       *Show
	picture *canvas.Raster
	shown   image.Image // by picture
}

func newStill(s *Show) *still {
	x := &still{s: s}
	x.picture = canvas.NewRaster(x.draw)
	x.picture.ScaleMode = canvas.ImageScaleFastest
	x.ExtendBaseWidget(x)
	x.Hide()
	s.scope.OnClose(func() { x.shown = nil; x.picture.Refresh() }) // lets go of the texture
	return x
}

// follow shows what the show keeps.
func (x *still) follow() {
	if x.shown != x.s.still {
		x.shown = x.s.still
		x.picture.Refresh()
	}
	parts.SetShown(x, x.s.Frozen() || x.s.Blank())
}

// draw gives the picture as it is, or, in a window that has another size by now, as
// large as it fits there.
func (x *still) draw(w, h int) image.Image {
	if x.shown == nil {
		return image.Transparent
	}
	from := x.shown.Bounds()
	if from.Dx() == w && from.Dy() == h {
		return x.shown
	}
	k := min(float64(w)/float64(from.Dx()), float64(h)/float64(from.Dy()))
	to := image.Rect(0, 0, int(float64(from.Dx())*k), int(float64(from.Dy())*k))
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.NewUniform(x.s.h.Palette().Panel), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(out, to.Add(image.Pt((w-to.Dx())/2, (h-to.Dy())/2)), x.shown, from, draw.Src, nil)
	return out
}

// CreateRenderer is for Fyne.
func (x *still) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(x.picture) }

// Tapped implements fyne.Tappable.
func (x *still) Tapped(ev *fyne.PointEvent) { hand{x.s}.Click(ev.AbsolutePosition, false) }

// MouseDown implements desktop.Mouseable.
func (*still) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements desktop.Mouseable.
func (x *still) MouseUp(ev *desktop.MouseEvent) { x.s.h.Pressed(ev.Button) }

// Scrolled implements fyne.Scrollable.
func (x *still) Scrolled(ev *fyne.ScrollEvent) { hand{x.s}.Wheel(ev.Scrolled.DY) }

// Dragged implements fyne.Draggable: no map moves under it.
func (*still) Dragged(*fyne.DragEvent) {}

// DragEnd implements fyne.Draggable.
func (*still) DragEnd() {}

// MouseIn implements desktop.Hoverable: no mark is hovered under it.
func (*still) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (*still) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (*still) MouseOut() {}

// picture draws what the room sees of the lesson itself, without what lies over it.
// The canvas of a window with a graphics card cannot be asked for that.
func (v *View) picture() image.Image {
	c, density, lesson := software.NewCanvas(), float32(parts.Density(v)), newProxy(v.under())
	c.SetPadded(false)
	c.SetScale(density)
	c.SetContent(lesson)
	c.Resize(v.Size())
	// It takes the pixel above for what lies between two, a graphics card the nearest.
	lesson.Move(fyne.NewSquareOffsetPos(-0.49 / density))
	return c.Capture()
}

// proxy has another window's objects drawn where they are.
type proxy struct {
	widget.BaseWidget
	of []fyne.CanvasObject
}

func newProxy(of []fyne.CanvasObject) *proxy {
	x := &proxy{of: of}
	x.ExtendBaseWidget(x)
	return x
}

// CreateRenderer is for Fyne.
func (x *proxy) CreateRenderer() fyne.WidgetRenderer { return proxied{x.of} }

type proxied struct{ of []fyne.CanvasObject }

func (proxied) MinSize() fyne.Size             { return fyne.Size{} }
func (proxied) Layout(fyne.Size)               {}
func (p proxied) Objects() []fyne.CanvasObject { return p.of }
func (proxied) Refresh()                       {}
func (proxied) Destroy()                       {}
