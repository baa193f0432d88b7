package lesson

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
)

// glass lies over a scene, in the room and in the presenter's picture of it, while a
// tool is in the hand: it shows the tool and has the pointer.
type glass struct {
	widget.BaseWidget
	s     *Show
	plan  func() scene.Plan             // of the scene, in pixels of the glass
	turns bool                          // click and wheel turn the lesson
	see   func() image.Image            // what the scene looks like, for the lens; nil while that is not known
	over  func(*image.RGBA, scene.Plan) // draws the strokes, if they are not in that; may be nil

	shade [4]*canvas.Rectangle // beside the light, and above and below it
	light *canvas.Raster
	nib   *canvas.Circle // of the pen
	at    draw.Box       // the circle's, in pixels of the glass
	lit   draw.Box       // what of it is on the glass
}

// dim is how dark it is beside the light.
var dim = color.NRGBA{A: 184}

func newGlass(s *Show, plan func() scene.Plan, turns bool, see func() image.Image) *glass {
	x := &glass{s: s, plan: plan, turns: turns, see: see}
	for i := range x.shade {
		x.shade[i] = canvas.NewRectangle(dim)
	}
	x.nib = canvas.NewCircle(color.Black)
	x.light = canvas.NewRaster(x.draw)
	x.light.ScaleMode = canvas.ImageScaleFastest
	x.ExtendBaseWidget(x)
	x.Hide()
	return x
}

// follow shows the glass while a tool is in the hand and the scene is in sight.
func (x *glass) follow(seen bool) {
	if parts.SetShown(x, seen && x.s.tool != noTool); x.Visible() {
		x.track()
	}
}

// track moves the tool to where it is.
func (x *glass) track() {
	if x.Visible() {
		x.Place(x.Size())
	}
}

// Least implements parts.Drawn.
func (x *glass) Least() fyne.Size { return fyne.NewSize(1, 1) }

// CreateRenderer is for Fyne.
func (x *glass) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *glass) Place(size fyne.Size) {
	g := x.plan()
	cx, cy, ok := g.At(x.s.spot)
	lit := ok && x.s.tool == spotlight
	for _, o := range x.shade {
		parts.SetShown(o, lit)
	}
	round := lit || ok && x.s.tool == lens
	parts.SetShown(x.light, round)
	if parts.SetShown(x.nib, ok && x.s.tool == pen); x.nib.Visible() {
		r := float32(scene.PenWidth(g.Whole.Height())) * 0.75
		x.nib.Move(fyne.NewPos(float32(cx)-r, float32(cy)-r))
		x.nib.Resize(fyne.NewSize(2*r, 2*r))
		x.Paint()
	}
	if !round {
		return
	}
	d, w, h := parts.Density(x), float64(size.Width), float64(size.Height)
	even := func(v, most float64) float64 { return math.Round(min(max(v, 0), most)*d) / d } // so that no seam shows
	r := g.Whole.Height() * reaches[x.s.reach]
	x.at = draw.Box{X0: cx - r, Y0: cy - r, X1: cx + r, Y1: cy + r}
	x.lit = draw.Box{X0: even(x.at.X0-1, w), Y0: even(x.at.Y0-1, h), X1: even(x.at.X1+1, w), Y1: even(x.at.Y1+1, h)}
	put := func(o fyne.CanvasObject, b draw.Box) {
		o.Move(fyne.NewPos(float32(b.X0), float32(b.Y0)))
		o.Resize(fyne.NewSize(float32(max(b.Width(), 0)), float32(max(b.Height(), 0))))
	}
	put(x.shade[0], draw.Box{X1: w, Y1: x.lit.Y0})
	put(x.shade[1], draw.Box{Y0: x.lit.Y1, X1: w, Y1: h})
	put(x.shade[2], draw.Box{Y0: x.lit.Y0, X1: x.lit.X0, Y1: x.lit.Y1})
	put(x.shade[3], draw.Box{X0: x.lit.X1, Y0: x.lit.Y0, X1: w, Y1: x.lit.Y1})
	put(x.light, x.lit)
	x.light.Refresh()
}

// draw dims what of the light's square is not in its circle, or shows the lens there.
func (x *glass) draw(w, h int) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if x.lit.Empty() {
		return out
	}
	k := float64(w) / x.lit.Width()
	cx, cy, r := ((x.at.X0+x.at.X1)/2-x.lit.X0)*k, ((x.at.Y0+x.at.Y1)/2-x.lit.Y0)*k, x.at.Width()/2*k
	if x.s.tool == lens {
		return x.magnify(w, h, k, cx, cy, r)
	}
	for py := range h {
		row := out.Pix[py*out.Stride:]
		for px := range w {
			over := math.Hypot(float64(px)+0.5-cx, float64(py)+0.5-cy) - r + 0.5
			row[4*px+3] = uint8(min(max(over, 0), 1) * float64(dim.A))
		}
	}
	return out
}

// power is how much larger the lens shows things.
const power = 2

// magnify is what is seen through the lens: a circle about cx and cy in a picture whose
// pixels are k to one of the glass.
func (x *glass) magnify(w, h int, k, cx, cy, r float64) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	of, whole := x.see(), x.plan().Whole
	if of == nil || whole.Empty() {
		return out
	}
	pal, from := x.s.h.Palette(), of.Bounds()
	xdraw.Draw(out, out.Rect, image.NewUniform(pal.Panel), image.Point{}, xdraw.Src)
	wide, high := float64(from.Dx()), float64(from.Dy())
	grown := power * k * whole.Width() / wide // pixels here to one of the picture
	px := ((x.at.X0+x.at.X1)/2-whole.X0)/whole.Width()*wide + float64(from.Min.X)
	py := ((x.at.Y0+x.at.Y1)/2-whole.Y0)/whole.Height()*high + float64(from.Min.Y)
	xdraw.ApproxBiLinear.Transform(out, f64.Aff3{grown, 0, cx - grown*px, 0, grown, cy - grown*py}, of, from, xdraw.Over, nil)
	if k *= power; x.over != nil {
		x.over(out, x.plan().Scaled(k, cx-k*(x.at.X0+x.at.X1)/2, cy-k*(x.at.Y0+x.at.Y1)/2))
	}
	rim := max(r/60, 1.5)
	for y := range h {
		row := out.Pix[y*out.Stride:]
		for i := range w {
			away := math.Hypot(float64(i)+0.5-cx, float64(y)+0.5-cy) - r
			c := row[4*i : 4*i+4 : 4*i+4]
			if away > -rim {
				c[0], c[1], c[2] = pal.InkMuted.R, pal.InkMuted.G, pal.InkMuted.B
			}
			for n, v := range c {
				c[n] = uint8(float64(v) * min(max(0.5-away, 0), 1))
			}
		}
	}
	return out
}

// Paint implements parts.Drawn.
func (x *glass) Paint() {
	pal := x.s.h.Palette()
	if c := pal.Pen(x.s.pen); x.nib.FillColor != c {
		x.nib.FillColor, x.nib.StrokeColor, x.nib.StrokeWidth = c, pal.Paper, 1
		x.nib.Refresh()
	}
}

// Pieces implements parts.Drawn.
func (x *glass) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.shade[0], x.shade[1], x.shade[2], x.shade[3], x.light, x.nib}
}

// aim hears where the pointer is.
func (x *glass) aim(at fyne.Position) { x.s.aim(x.plan().Find(float64(at.X), float64(at.Y))) }

// MouseIn implements desktop.Hoverable.
func (x *glass) MouseIn(ev *desktop.MouseEvent) { x.aim(ev.Position) }

// MouseMoved implements desktop.Hoverable.
func (x *glass) MouseMoved(ev *desktop.MouseEvent) { x.aim(ev.Position) }

// MouseOut implements desktop.Hoverable: the tool stays where it was last.
func (*glass) MouseOut() {}

// Tapped implements fyne.Tappable.
func (x *glass) Tapped(ev *fyne.PointEvent) {
	if x.turns && x.s.tool != pen {
		hand{x.s}.Click(ev.AbsolutePosition, false)
	}
}

// MouseDown implements desktop.Mouseable.
func (x *glass) MouseDown(ev *desktop.MouseEvent) {
	if x.s.tool == pen && ev.Button == desktop.MouseButtonPrimary {
		x.aim(ev.Position)
		x.s.put(x.plan(), float64(ev.Position.X), float64(ev.Position.Y))
	}
}

// MouseUp implements desktop.Mouseable.
func (x *glass) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		x.s.lift()
	}
	if x.turns {
		x.s.h.Pressed(ev.Button)
	}
}

// Dragged implements fyne.Draggable: no map moves under it.
func (x *glass) Dragged(ev *fyne.DragEvent) {
	x.aim(ev.Position)
	x.s.pull(x.plan(), float64(ev.Position.X), float64(ev.Position.Y))
}

// DragEnd implements fyne.Draggable.
func (x *glass) DragEnd() { x.s.lift() }

// Cursor implements desktop.Cursorable.
func (x *glass) Cursor() desktop.Cursor {
	if x.s.tool == pen {
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// Scrolled implements fyne.Scrollable.
func (x *glass) Scrolled(ev *fyne.ScrollEvent) {
	if !x.s.wheeled(ev.Scrolled.DY) && x.turns {
		hand{x.s}.Wheel(ev.Scrolled.DY)
	}
}
