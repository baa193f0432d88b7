package mapview

import (
	"context"
	"errors"
	"image"
	"image/color"
	"math"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// order is everything that a picture depends on.
type order struct {
	room    *scene.Room
	sel     *scene.Selection
	state   state.State
	printer *i18n.Printer
	palette *scene.Palette
	view    geo.Viewport
	fit     geo.Viewport // the whole region
	covered [3]draw.Box  // what stands over it
	rest    float64      // what is left of the way on which symbols grow
	preview state.Focus  // what the pointer is on
	stamp   uint64       // tells apart pictures that differ in what the atlas has loaded
}

// picture is a finished map.
type picture struct {
	order order
	image *image.RGBA
	where *maps.Placement
	sea   color.NRGBA
	rows  int // of the legend
}

// late is how long the picture on the screen may stand for another viewport
// before it is moved and scaled to bridge the wait. Within it a picture simply
// follows a frame behind, and legend and notes stand still.
const late = 50 * time.Millisecond

// buffers are the two pictures that take turns: one on the screen, one being
// drawn. Two are enough, since only one picture is drawn at a time and the next
// one is only begun after a request that drops a finished one still on its
// way. draw runs on the worker, shown is set on the UI goroutine.
type buffers struct {
	two    [2]*image.RGBA
	shown  atomic.Pointer[image.RGBA]
	canvas maps.Canvas // draws only what a drag brings into sight

	symbols *scene.Symbols // of the last picture
	made    gathered
}

// gathered is what symbols were made of.
type gathered struct {
	room        *scene.Room
	sel         *scene.Selection
	printer     *i18n.Printer
	meeting, to string
	hidden      state.Hidden
	links       bool
}

// gather returns the symbols of an order: those of the picture before, if only
// the camera is another.
func (b *buffers) gather(o order) *scene.Symbols {
	from := gathered{o.room, o.sel, o.printer, o.state.Meeting, o.state.To, o.state.Hidden, o.state.CapitalLinks}
	if b.symbols == nil || b.made != from {
		was := b.symbols
		b.symbols, b.made = scene.NewSymbols(o.room, o.sel, o.state, o.printer), from
		if was != nil {
			b.symbols.From(was)
		}
	}
	return b.symbols
}

// free returns the buffer that is not on the screen, in the size asked for.
func (b *buffers) free(w, h int) *image.RGBA {
	i := 0
	if b.two[0] != nil && b.two[0] == b.shown.Load() {
		i = 1
	}
	if b.two[i] == nil || b.two[i].Rect.Dx() != w || b.two[i].Rect.Dy() != h {
		b.two[i] = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	return b.two[i]
}

func (b *buffers) draw(ctx context.Context, o order) (*picture, error) {
	w, h := o.view.Pixels()
	if w < 1 || h < 1 {
		return nil, errors.New("map: no room for a picture")
	}
	img := b.free(w, h)
	m := b.mapOf(o)
	where, err := b.canvas.Draw(ctx, img, m)
	if err != nil {
		return nil, err
	}
	rows := 0
	if m.Furniture.Legend != nil {
		rows = len(m.Furniture.Legend.Rows)
	}
	return &picture{o, img, where, m.Style.Background, rows}, nil
}

// mapOf is the map that an order asks for.
func (b *buffers) mapOf(o order) *maps.Map {
	x := b.gather(o)
	m := x.Map(o.state, o.palette, o.view)
	m.Rest = o.rest
	if o.preview.Lights() {
		s := o.state
		s.Focus = o.preview
		x.Preview(m, scene.Select(o.room.Data, s), o.preview)
	}
	if o.view != o.fit { // the order's state has no camera
		m.Furniture.Inset = o.room.Region().Corners
	}
	m.Furniture.Covered = o.covered[:]
	fitLegend(m, o.room.Region(), o.fit)
	return m
}

// ask orders a picture of what is to be shown now, whatever is under way.
func (v *View) ask() {
	if !v.ready() {
		return
	}
	v.stamp++
	v.ordered = order{
		room: v.host.Room, sel: v.host.Selection(), state: pictured(v.host.State()), printer: v.host.Printer(),
		palette: v.host.Palette(), view: v.shown, fit: v.limits.fit, covered: v.covered(), preview: v.host.Preview(), rest: v.growth.rest(v.clock.now()), stamp: v.stamp,
	}
	if !v.busy {
		v.since = v.clock.now()
	}
	v.busy = true
	v.pictures.Request(v.ordered)
}

// covered is where tray, date and buttons stand over the map.
func (v *View) covered() (boxes [3]draw.Box) {
	for i, o := range []fyne.CanvasObject{v.tray, v.date, v.buttons} {
		if p, s := o.Position(), o.Size(); o.Visible() && (!v.host.Present || i == 0) {
			boxes[i] = draw.Box{X0: float64(p.X), Y0: float64(p.Y), X1: float64(p.X + s.Width), Y1: float64(p.Y + s.Height)}
		}
	}
	return boxes
}

// next orders a picture if the camera has moved since the last order. It waits
// for the one under way: cancelling it in every frame would let none finish.
func (v *View) next() {
	if !v.busy && v.credit && v.ready() && (v.ordered.view != v.shown || v.ordered.rest != v.growth.rest(v.clock.now())) {
		v.credit = false
		v.ask()
	}
}

// arrive takes a finished picture to the screen.
func (v *View) arrive(_ order, p *picture, err error) {
	v.busy = false
	if err != nil {
		v.host.Log.WithError(err).Error("draw the map")
		return
	}
	first := v.pic == nil
	before := v.pic
	v.pic = p
	if first || p.where.Legend != before.where.Legend || p.where.Notes != before.where.Notes {
		v.relabel()
		v.arrange(v.layout)
	}
	v.buffers.shown.Store(p.image)
	if v.sea.FillColor != color.Color(p.sea) {
		v.sea.FillColor = p.sea
		v.sea.Refresh()
	}
	v.bridged = v.bridged && v.pic.order.view != v.shown
	v.count[1]++
	v.place()
	v.raster.Refresh()
	v.rehover()
	v.next()
	if !v.busy && p.order.covered != v.covered() {
		v.ask()
	}
	if first {
		swapped(v.scope.Do, v.appear)
	}
	v.detail()
}

// Poll takes a picture that is drawn to a window that is about to be painted for the
// first time.
func (v *View) Poll() {
	if !v.appeared && v.busy && !v.scope.Closed() {
		v.pictures.Poll()
	}
}

// appear is called when the first picture is on the screen. What it can do without
// comes only now: two cores have enough to do before.
func (v *View) appear() {
	if v.appeared {
		return
	}
	v.appeared = true
	if v.OnFirstPicture != nil {
		v.OnFirstPicture()
	}
	v.detail()
}

// bridge moves and scales the picture on the screen if the one to come is
// late.
func (v *View) bridge() {
	if v.pic == nil || v.pic.order.view == v.shown {
		return
	}
	if v.bridged || v.clock.now().Sub(v.since) > late {
		v.bridged = true
		v.count[2]++
		v.place()
	}
}

// place puts the picture where it belongs: over the pane, or, to bridge a late
// one, where its part of the map lies now.
func (v *View) place() {
	pos, size := fyne.Position{}, v.layout
	whole := v.pic != nil
	if whole && (v.bridged || v.pic.order.view.Width != v.shown.Width || v.pic.order.view.Height != v.shown.Height) {
		pos, size = affine(v.pic.order.view, v.shown)
		whole = false
	}
	// A rectangle as large as the pane costs more than the picture itself where
	// there is no GPU.
	if whole == v.sea.Visible() {
		if v.sea.Hidden = whole; !whole {
			v.sea.Refresh()
		}
	}
	v.raster.Resize(size)
	v.raster.Move(pos)
	v.trace()
}

// affine returns where a picture of one viewport lies in another.
func affine(from, to geo.Viewport) (fyne.Position, fyne.Size) {
	from = from.In(to.Projection)
	k := from.Scale / to.Scale
	x, y := to.PlaneToScreen(from.ScreenToPlane(0, 0))
	return fyne.NewPos(float32(x), float32(y)), fyne.NewSize(float32(from.Width*k), float32(from.Height*k))
}

// seen is the viewport of what the eye sees on the screen now.
func (v *View) seen() geo.Viewport {
	if v.pic == nil || v.bridged {
		return v.shown
	}
	return v.pic.order.view
}

// screen is the raster's generator. It hears first of a canvas with another
// scale, be it that the pane had none before, or that the window went to
// another monitor.
func (v *View) screen(w, _ int) image.Image {
	if size := v.raster.Size(); size == v.layout && math.Abs(float64(w)-float64(size.Width)*v.scale) > 1.5 {
		v.scope.Do(v.rescale)
	}
	if v.pic == nil {
		return image.NewUniform(v.sea.FillColor)
	}
	if !v.appeared && !v.painted { // what others ask for is served when this frame is on the screen
		v.painted = true
		go v.scope.Do(v.appear)
	}
	return v.pic.image
}

// rescale draws anew if the canvas has another scale than the picture.
func (v *View) rescale() {
	if scale := parts.Density(v); scale != v.scale && v.ready() {
		v.scale = scale
		v.refit()
		v.ask()
	}
}

// detail loads in the background what the map in sight is to be drawn of, and the
// level that a closer look needs, one after the other, and draws the map anew after
// each that it shows.
func (v *View) detail() {
	atlas, projection, do := v.host.Room.Atlas, v.shown.Projection, v.scope.Do
	level := atlas.LevelFor(v.shown)
	wanted := []int{level, geo.FarRelief, min(level+1, atlas.Levels()-1)}
	if level > 0 { // in time for the whole of it to be seen
		wanted[1] = geo.ReliefLevel
	}
	next := slices.IndexFunc(wanted, func(l int) bool { return !atlas.Loaded(l) })
	if next < 0 || v.loading || !v.appeared {
		return
	}
	v.loading = true
	go func() {
		l := wanted[next]
		err := atlas.Load(l, projection)
		do(func() {
			if err != nil { // it stays in loading: another try would be no better
				v.host.Log.WithError(err).WithField("level", l).Warn("load the base map")
				return
			}
			v.loading = false
			if l <= atlas.LevelFor(v.shown) {
				v.ask()
			}
			v.detail()
		})
	}()
}
