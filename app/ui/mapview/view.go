// Package mapview is the map pane: a picture that maps draws off the UI
// goroutine, moved by hand, wheel and keys, with what follows the pointer as
// canvas objects above it.
//
// There is one truth about where the map looks: the camera in the store. A
// gesture dispatches [state.SetCamera] for each of its events and ends the run
// with Store.Break, so that it is one step of undo. What eases towards that
// camera (a flight, a flick, a wheel notch) is only a way of showing it and
// can be cut short at any time; see motion.
package mapview

import (
	"context"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
	"c5atlas.org/c5atlas/maps/geo"
)

// View is the map pane. It belongs to the UI goroutine.
type View struct {
	widget.BaseWidget

	// OnFirstPicture, if set, is called once, when the first picture is on the screen.
	OnFirstPicture func()

	scope *host.Scope
	host  *host.Host
	clock clock
	mods  func() fyne.KeyModifier

	limits limits
	target geo.Viewport // where the store's camera looks
	shown  geo.Viewport // how far the eye has come on the way there
	way    motion
	moving bool
	growth growth
	counts state.Subject // what symbols count, or are on their way to
	cut    time.Duration // length of the way that the next change of the camera takes
	layout fyne.Size     // size that the viewports are for
	scale  float64       // device pixels per layout pixel that they are for

	pictures *work.Latest[order, *picture]
	draw     func(context.Context, order) (*picture, error) // off the UI goroutine
	ordered  order
	busy     bool      // a picture was asked for and has not come
	credit   bool      // this frame may still ask for one
	since    time.Time // when the picture that has not come was asked for
	stamp    uint64    // counts pictures
	pic      *picture  // on the screen; nil before the first
	painted  bool      // the first one is in a frame
	appeared bool      // and that is on the screen
	loading  bool      // a part of the base map, in the background
	buffers  *buffers
	of       *scene.Room // which the camera's limits are of
	bridged  bool        // the picture is moved and scaled to bridge a late one
	count    [3]int      // frames, pictures and bridged frames so far

	pointer pointer
	marks   marks
	tray    *tray
	date    *date
	buttons *fyne.Container
	tip     *parts.Tip
	hints   *host.Hints
	popup   *widget.PopUp

	spark  *canvas.Rectangle // shows nothing; refreshing it has the window painted
	sea    *canvas.Rectangle // under a picture that does not cover the pane
	raster *canvas.Raster
	plane  *fyne.Container // holds the raster, free to leave the pane
	window *container.Clip
	hover  *canvas.Circle
	ring   *canvas.Circle // round the marker that the keys are on

	rowRing *canvas.Rectangle // round the row of the legend that they are on
	box     *canvas.Rectangle
	frame   *canvas.Rectangle // says that the pane has the focus
}

// New returns a map pane that lives as long as the scope.
func New(scope *host.Scope) *View {
	v := &View{scope: scope, host: scope.Host, cut: flight, buffers: &buffers{}}
	v.clock = newFrames(v.tick)
	v.mods = host.Modifiers
	v.draw = v.buffers.draw
	v.pictures = host.Latest(scope, func(ctx context.Context, o order) (*picture, error) { return v.draw(ctx, o) }, v.arrive)
	v.build()
	v.ExtendBaseWidget(v)
	host.Watch(scope, func(s state.State) state.Camera { return s.Camera }, v.aim)
	host.Watch(scope, pictured, func(state.State) { v.redraw() })
	host.Watch(scope, func(s state.State) string { return s.At() }, v.follow)
	host.Watch(scope, func(s state.State) int { return s.Scene }, v.turned)
	host.WatchPreview(scope, func(state.Focus) { v.ask() })
	v.of = v.host.Room
	host.WatchData(scope, v.renew)
	host.WatchHints(scope, func(x *host.Hints) {
		v.hints = x
		for _, c := range v.tray.chips {
			c.Repaint()
		}
	})
	scope.OnClose(v.end)
	return v
}

// end stops what moves. Fyne keeps what was on the screen for a minute or more:
// the pictures, which are large, go at once.
func (v *View) end() {
	v.clock.stop()
	v.closePopup()
	v.pic, v.pictures, v.buffers = nil, nil, nil
	v.raster.Refresh() // lets go of the texture
}

// renew takes over other data: what moved stands where the view has it.
func (v *View) renew() {
	v.closePopup()
	v.moving, v.of = false, v.host.Room
	v.growth.on = false
	v.unmark()
	v.redraw()
}

// pictured is the part of a view that the picture shows, besides the camera.
func pictured(s state.State) state.State {
	s.Camera = state.Camera{}
	return state.State{View: state.View{Subject: s.Subject, Focus: s.Focus, Map: s.Map}, Person: s.Person, Asking: s.Asking}
}

func (v *View) build() {
	v.spark, v.sea = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	v.raster = canvas.NewRaster(v.screen)
	v.raster.ScaleMode = canvas.ImageScaleFastest
	v.plane = container.NewWithoutLayout(v.raster)
	v.window = container.NewClip(v.plane)
	v.hover, v.ring = canvas.NewCircle(nil), canvas.NewCircle(nil)
	v.hover.StrokeWidth, v.ring.StrokeWidth = 2, ringWidth
	v.growth.rings = container.NewWithoutLayout()
	v.rowRing = parts.Box(nil)
	v.rowRing.StrokeWidth = 2
	v.box = canvas.NewRectangle(color.Transparent)
	v.box.StrokeWidth = 1.5
	v.frame = canvas.NewRectangle(color.Transparent)
	v.frame.StrokeWidth = 2
	v.tip = parts.NewTip(v.host, v.spark)
	v.tray, v.date = newTray(v), newDate(v)
	v.buttons = v.newButtons()
	for _, o := range []fyne.CanvasObject{v.hover, v.ring, v.rowRing, v.box, v.frame} {
		o.Hide()
	}
}

// redraw takes over language, look and data, and asks for a picture of them.
func (v *View) redraw() {
	pal := v.host.Palette()
	if v.pic == nil {
		v.sea.FillColor = pal.Paper
	}
	v.hover.StrokeColor, v.ring.StrokeColor = theme.Fade(pal.Accent, 0x80), pal.Accent
	v.box.StrokeColor, v.box.FillColor = pal.Accent, pal.Hover
	v.frame.StrokeColor, v.rowRing.StrokeColor = pal.Accent, pal.Accent
	for _, o := range []fyne.CanvasObject{v.sea, v.hover, v.ring, v.rowRing, v.box, v.frame} {
		o.Refresh()
	}
	for _, c := range v.growth.rings.Objects {
		c.(*canvas.Circle).StrokeColor = pal.Accent
	}
	v.growth.rings.Refresh()
	v.grow()
	v.date.refresh()
	v.tray.refresh()
	v.unhover()
	v.relabel()
	if v.ready() {
		v.refit()
		v.ask()
	}
}

// arrange puts what floats over the map in its place in a pane of that size.
func (v *View) arrange(pane fyne.Size) {
	v.date.arrange(pane)
	v.tray.arrange(pane)
}

// ready reports whether the pane shows, has a size, and lives.
func (v *View) ready() bool {
	return v.Visible() && v.layout.Width >= 1 && v.layout.Height >= 1 && !v.scope.Closed()
}

// Show shows the map as the view now is, from where it looked when it was hidden.
func (v *View) Show() {
	if v.Visible() {
		return
	}
	v.BaseWidget.Show()
	v.aim(v.host.State().Camera)
	v.redraw()
}

// Resize gives the pane a new size; what was shown stays in the middle.
func (v *View) Resize(s fyne.Size) {
	v.BaseWidget.Resize(s)
	scale := parts.Density(v)
	if s == v.layout && scale == v.scale {
		return
	}
	v.layout, v.scale = s, scale
	if !v.ready() {
		return
	}
	v.closePopup() // it has the room of the old window
	v.refit()
	v.relabel()
	v.place()
	v.arrange(s)
	v.ask()
}

// refit brings all viewports to the size of the pane, at once.
func (v *View) refit() {
	w, h := float64(v.layout.Width), float64(v.layout.Height)
	s := v.host.State()
	v.target = scene.PaneViewport(v.host.Room, s, w, h, v.scale)
	s.Camera = state.Camera{}
	v.limits.fit = scene.PaneViewport(v.host.Room, s, w, h, v.scale)
	if v.moving && v.way.to.Width == w && v.way.to.Height == h {
		return // a flight goes on
	}
	v.shown, v.moving = v.target, false
}

// MinSize is small enough for a window of 1024 by 768.
func (v *View) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(240, 180)
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{v.spark, v.sea, v.window, v.growth.rings, v.hover, v.ring, v.rowRing, v.box}
	if !v.host.Present {
		objects = append(objects, v.date, v.tray, v.buttons)
	} else {
		objects = append(objects, v.tray)
	}
	return &renderer{v, append(objects, v.frame, v.tip)}
}

type renderer struct {
	v       *View
	objects []fyne.CanvasObject
}

func (r *renderer) Layout(s fyne.Size) {
	v := r.v
	v.sea.Resize(s)
	v.window.Resize(s)
	v.frame.Resize(s.SubtractWidthHeight(2, 2))
	v.frame.Move(fyne.NewPos(1, 1))
	v.arrange(s)
}

func (r *renderer) MinSize() fyne.Size           { return r.v.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) Destroy()                     {}

// Refresh is what a change of theme or of the canvas's scale calls.
func (r *renderer) Refresh() {
	r.Layout(r.v.Size())
	r.v.Resize(r.v.Size())
	canvas.Refresh(r.v)
}

// margin is what floats over the map keeps off its edge, in layout pixels.
const margin = 12
