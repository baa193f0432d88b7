package lesson

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// frame is a scene in the presenter's window: what it is to the room, its title, and
// its picture under what covers the room.
type frame struct {
	widget.BaseWidget
	h *host.Host

	role  *canvas.Text
	what  string // role says, as far as it has room
	title *parts.Paragraph
	name  string
	made  wording // what title is made of
	most  float32 // of its height
	paper *canvas.Rectangle
	pic   *canvas.Image
	cloth *canvas.Rectangle
	cover cover

	panes []draw.Box     // where the picture has them, in shares of it
	maps  []geo.Viewport // what these show
	glass *glass         // over the scene that the room sees; nil for another
	ink   *ink           // below it
	room  func() float32
}

func newFrame(h *host.Host) *frame {
	x := &frame{
		h: h, role: canvas.NewText("", color.Black), title: parts.NewParagraph("", theme.Lead, true, color.Black),
		paper: canvas.NewRectangle(color.Transparent), pic: canvas.NewImageFromImage(nil), cloth: canvas.NewRectangle(color.Black),
	}
	x.pic.FillMode = canvas.ImageFillContain
	x.pic.Hide()
	x.cloth.Hide()
	x.ExtendBaseWidget(x)
	return x
}

// set takes over the words and what covers the scene.
func (x *frame) set(role, title string, over cover) {
	x.what, x.name, x.cover = role, title, over
}

// show takes over the picture. While a new one is drawn the last one stays away: it
// would be taken for this scene.
func (x *frame) show(pic shot) {
	if pic.RGBA == nil {
		x.pic.Image = nil
		x.pic.Hide()
		return
	}
	x.panes, x.maps = pic.panes, pic.maps
	if x.pic.Image != image.Image(pic.RGBA) {
		x.pic.Image = pic.RGBA
		x.pic.Refresh()
	}
	parts.SetShown(x.pic, true)
}

// words is the height of the words: one line above the picture for the role and two
// below it for the title, which always have their room, so that nothing moves.
func (x *frame) words() (role, title float32) {
	return parts.Measure("Mg", parts.Scaled(x.h, theme.Body), false).Height, 2 * parts.Measure("Mg", parts.Scaled(x.h, theme.Lead), true).Height
}

// HeightFor is the height for the width and the aspect of the picture.
func (x *frame) HeightFor(width, aspect float32) float32 {
	role, title := x.words()
	return role + title + 2*theme.Space1 + width/aspectOf(aspect)
}

// Least implements parts.Drawn.
func (x *frame) Least() fyne.Size { return fyne.NewSize(40, 40) }

// CreateRenderer is for Fyne.
func (x *frame) CreateRenderer() fyne.WidgetRenderer {
	x.ExtendBaseWidget(x)
	return parts.Draw(x)
}

// Place implements parts.Drawn.
func (x *frame) Place(size fyne.Size) {
	role, title := x.words()
	x.role.TextSize = parts.Scaled(x.h, theme.Body)
	x.role.Text = parts.Shorten(x.what, x.role.TextSize, false, size.Width)
	x.role.Resize(fyne.NewSize(size.Width, role))
	if whole := size.Width / aspectOf(x.room()); size.Height-role-title-2*theme.Space1 < whole*0.6 { // rather a line of the title less
		title /= 2
	}
	if made := (wording{x.name, parts.Scaled(x.h, theme.Lead), true, x.h.Palette().Ink, size.Width}); made != x.made || title != x.most {
		x.made, x.most = made, title
		x.title = parts.NewParagraph(made.words, made.size, made.bold, made.ink)
		x.title.Cut(size.Width, title+1)
	}
	high := max(size.Height-role-title-2*theme.Space1, 1)
	x.title.Move(fyne.NewPos(0, role+high+2*theme.Space1))
	x.title.Resize(fyne.NewSize(size.Width, x.title.HeightFor(size.Width)))
	for _, o := range []fyne.CanvasObject{x.paper, x.pic, x.cloth} {
		o.Move(fyne.NewPos(0, role+theme.Space1))
		o.Resize(fyne.NewSize(size.Width, high))
	}
	if x.glass != nil {
		at := x.seen(size.Width, high)
		x.glass.Move(fyne.NewPos(float32(at.X0), role+theme.Space1+float32(at.Y0)))
		x.glass.Resize(fyne.NewSize(float32(at.Width()), float32(at.Height())))
		x.ink.raster.Move(x.glass.Position())
		x.ink.raster.Resize(x.glass.Size())
		x.ink.follow()
	}
}

// seen is what a picture takes of a part of the window.
func (x *frame) seen(w, h float32) draw.Box {
	aspect := aspectOf(x.room())
	wide, high := float64(min(w, h*aspect)), float64(min(h, w/aspect))
	left, top := (float64(w)-wide)/2, (float64(h)-high)/2
	return draw.Box{X0: left, Y0: top, X1: left + wide, Y1: top + high}
}

// through is what the lens sees, below what is drawn over it.
func (x *frame) through() image.Image {
	if pic, ok := x.pic.Image.(*image.RGBA); ok && pic != nil {
		return pic
	}
	return nil
}

// plan is where the picture has the panes, in pixels of the glass.
func (x *frame) plan() scene.Plan {
	size := x.glass.Size()
	w, h := float64(size.Width), float64(size.Height)
	g := scene.Plan{Whole: draw.Box{X1: w, Y1: h}, Maps: x.maps}
	for _, b := range x.panes {
		g.Panes = append(g.Panes, draw.Box{X0: b.X0 * w, Y0: b.Y0 * h, X1: b.X1 * w, Y1: b.Y1 * h})
	}
	return g
}

// Paint implements parts.Drawn.
func (x *frame) Paint() {
	p := x.h.Palette()
	x.role.Color = p.InkMuted
	x.paper.FillColor, x.paper.StrokeColor, x.paper.StrokeWidth = p.Paper, p.Hairline, 1
	x.cloth.Hidden = x.cover == nothing
	x.cloth.FillColor = color.Black
	if x.cover == white {
		x.cloth.FillColor = color.White
	}
	x.cloth.StrokeColor, x.cloth.StrokeWidth = p.Hairline, 1
}

// Pieces implements parts.Drawn.
func (x *frame) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{x.role, x.title, x.paper, x.pic}
	if x.glass != nil {
		out = append(out, x.ink.raster, x.glass)
	}
	return append(out, x.cloth)
}
