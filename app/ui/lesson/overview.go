package lesson

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// overview is the grid of all scenes: a picture, a number and a title of each.
type overview struct {
	widget.BaseWidget

	s        *Show
	pictures *pictures
	aspect   func() float32 // of the room
	back     *canvas.Rectangle
	ring     *canvas.Rectangle // round the scene that the keys are on
	cells    []*cell           // those that are in sight
	top      int               // the first row in sight
	seen     int               // the scene that the rows were last moved for
	rows     int               // in sight
}

// cell is a scene in the grid.
type cell struct {
	n     int // its index
	frame *canvas.Rectangle
	pic   *canvas.Image
	title *parts.Paragraph
}

func newOverview(scope *host.Scope, s *Show, aspect func() float32) *overview {
	v := &overview{s: s, aspect: aspect, back: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent), seen: -1}
	v.ring.StrokeWidth = 4
	v.pictures = newPictures(scope, s, func() { v.Refresh() })
	v.ExtendBaseWidget(v)
	v.Hide()
	return v
}

// columns are as many as leave titles room.
func (v *overview) columns(size fyne.Size) int {
	return min(max(int(size.Width/max(size.Height*0.32, 240)), 2), 6)
}

// follow takes over what the lesson says, and asks for the pictures in sight.
func (v *overview) follow(shown bool) {
	if shown == v.Visible() && !shown {
		return
	}
	parts.SetShown(v, shown)
	if !shown {
		v.pictures.want(nil)
		v.cells, v.seen = nil, -1
		return
	}
	v.build(v.Size())
	v.Refresh()
}

// build makes the cells in sight.
func (v *overview) build(size fyne.Size) {
	v.cells = v.cells[:0]
	if size.Height <= 0 || !v.Visible() {
		return
	}
	s, p := v.s, v.s.h.Palette()
	across := v.columns(size)
	s.across = across
	w, h := v.cellSize(size)
	v.rows = max(int(size.Height/h), 1)
	if s.pick != v.seen { // by key: it must be in sight
		v.seen = s.pick
		row := s.pick / across
		v.top = min(max(v.top, row-v.rows+1), row)
	}
	last := (len(s.deck)-1)/across - v.rows + 1
	v.top = min(max(v.top, 0), max(last, 0))
	side := side(v, w)
	body := max(size.Height*floorShare, size.Height/44)
	var wanted []order
	for i := v.top * across; i < min((v.top+v.rows)*across, len(s.deck)); i++ {
		o := v.pictures.of(s, i, side, v.aspect())
		c := &cell{n: i, frame: canvas.NewRectangle(p.Paper), pic: canvas.NewImageFromImage(nil), title: parts.NewParagraph(strconv.Itoa(i+1)+"  "+s.deck[i].Title, body, i == s.at(), p.Ink)}
		c.frame.StrokeColor, c.frame.StrokeWidth = p.Hairline, 1
		if i == s.at() {
			c.frame.StrokeColor, c.frame.StrokeWidth = p.InkMuted, 2
		}
		if pic := v.pictures.get(o); pic.RGBA != nil {
			c.pic.Image = pic.RGBA
		} else {
			c.pic.Hide()
		}
		c.pic.FillMode = canvas.ImageFillContain
		c.title.Cut(w-gap(size), body*2.9)
		wanted = append(wanted, o)
		v.cells = append(v.cells, c)
	}
	v.pictures.want(wanted)
}

// side is the pixels of a picture of the width in a widget, in steps, so that few are
// drawn anew for a window of another size.
func side(in fyne.CanvasObject, w float32) int {
	return int(math.Ceil(float64(w)*parts.Density(in)/80)) * 80
}

func gap(size fyne.Size) float32 { return size.Height / 50 }

// cellSize is the room of a cell, with the gap after it.
func (v *overview) cellSize(size fyne.Size) (w, h float32) {
	w = (size.Width - gap(size)) / float32(v.columns(size))
	return w, (w-gap(size))/v.aspect() + gap(size)*1.5 + 2.9*max(size.Height*floorShare, size.Height/44)
}

// Resize lays the grid out anew.
func (v *overview) Resize(size fyne.Size) {
	if size != v.Size() {
		v.BaseWidget.Resize(size)
		v.seen = -1
		v.build(size)
		v.Refresh()
	}
}

// Tapped implements fyne.Tappable: it goes to the scene.
func (v *overview) Tapped(ev *fyne.PointEvent) {
	w, h := v.cellSize(v.Size())
	x, y := int((ev.Position.X-gap(v.Size())/2)/w), int((ev.Position.Y-gap(v.Size())/2)/h)
	across := v.columns(v.Size())
	if i := (v.top+y)*across + x; x >= 0 && x < across && y >= 0 && y < v.rows && i < len(v.s.deck) {
		v.s.open(i)
	}
}

// TappedSecondary implements fyne.SecondaryTappable: it closes the grid.
func (v *overview) TappedSecondary(*fyne.PointEvent) { v.s.overview() }

// Scrolled implements fyne.Scrollable: the wheel moves the rows.
func (v *overview) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY < 0 {
		v.top++
	} else if ev.Scrolled.DY > 0 {
		v.top--
	}
	v.build(v.Size())
	v.Refresh()
}

// MouseIn keeps what lies below from hearing of the pointer.
func (*overview) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (*overview) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (*overview) MouseOut() {}

// Least implements parts.Drawn.
func (v *overview) Least() fyne.Size { return fyne.NewSize(120, 90) }

// CreateRenderer is for Fyne.
func (v *overview) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return parts.Draw(v)
}

// Place implements parts.Drawn.
func (v *overview) Place(size fyne.Size) {
	v.back.Resize(size)
	w, h := v.cellSize(size)
	across, space := v.columns(size), gap(size)
	v.ring.Hide()
	for _, c := range v.cells {
		at := fyne.NewPos(space+float32(c.n%across)*w, space+float32(c.n/across-v.top)*h)
		z := fyne.NewSize(w-space, (w-space)/v.aspect())
		for _, o := range []fyne.CanvasObject{c.frame, c.pic} {
			o.Move(at)
			o.Resize(z)
		}
		c.title.Move(at.AddXY(0, z.Height+space/4))
		c.title.Resize(fyne.NewSize(z.Width, c.title.HeightFor(z.Width)))
		if c.n == v.s.pick {
			v.ring.Move(at.SubtractXY(4, 4))
			v.ring.Resize(z.AddWidthHeight(8, 8))
			v.ring.Show()
		}
	}
}

// Paint implements parts.Drawn. Pictures come while the grid shows.
func (v *overview) Paint() {
	p := v.s.h.Palette()
	v.back.FillColor, v.ring.StrokeColor = p.Panel, p.Accent
	w, _ := v.cellSize(v.Size())
	side := side(v, w)
	for _, c := range v.cells {
		if c.pic.Image == nil && c.n < len(v.s.deck) {
			if pic := v.pictures.get(v.pictures.of(v.s, c.n, side, v.aspect())); pic.RGBA != nil {
				c.pic.Image = pic.RGBA
				c.pic.Show()
			}
		}
	}
}

// Pieces implements parts.Drawn.
func (v *overview) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.back}
	for _, c := range v.cells {
		out = append(out, c.frame, c.pic, c.title)
	}
	return append(out, v.ring)
}
