package mapview

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %.4f, want %.4f", what, got, want)
	}
}

// under asserts that a place lies at a point of the pane.
func (g *rig) under(what string, place orb.Point, x, y float64) {
	g.t.Helper()
	px, py := g.shown.ToScreen(place)
	// The store keeps cameras to 1e-4 degrees and 10 m; that is a fraction of a
	// pixel at every scale.
	if math.Hypot(px-x, py-y) > 0.75 {
		g.t.Errorf("%s: the place lies at %.2f,%.2f, want %.2f,%.2f", what, px, py, x, y)
	}
}

func drag(dx, dy float32) *fyne.DragEvent {
	return &fyne.DragEvent{Dragged: fyne.Delta{DX: dx, DY: dy}}
}

func scroll(x, y, dy float32) *fyne.ScrollEvent {
	return &fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Scrolled: fyne.Delta{DY: dy}}
}

func at(x, y float64) *fyne.PointEvent {
	return &fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(y))}
}

func TestThreeHundredEvents(t *testing.T) {
	g := newRig(t, nil)
	r := rand.New(rand.NewPCG(3, 1))
	// Zoomed in, so that the limits of the camera stay out of the way.
	g.look(g.limits.zoom(g.target, 450, 300, 6), 0)
	g.settle()
	for i := range 300 {
		switch r.IntN(4) {
		case 0, 1:
			x, y := 100+700*r.Float64(), 100+400*r.Float64()
			place := g.target.FromScreen(x, y)
			dx, dy := 80*r.Float64()-40, 80*r.Float64()-40
			g.Dragged(drag(float32(dx), float32(dy)))
			g.under("drag", place, x+dx, y+dy)
			if r.IntN(5) == 0 {
				g.clk.time = g.clk.time.Add(time.Second) // the hand rests: no flick
				g.DragEnd()
			}
		case 2:
			if g.pointer.down {
				continue
			}
			x, y := 900*r.Float64(), 600*r.Float64()
			place, rests := g.target.FromScreen(x, y), !g.moving
			notch := float32(25)
			if g.target.Scale < 800 || r.IntN(2) == 0 && g.target.Scale < 2500 {
				notch = -25
			}
			g.Scrolled(scroll(float32(x), float32(y), notch))
			px, py := g.target.ToScreen(place)
			near(t, "x under the wheel", px, x, 0.75)
			near(t, "y under the wheel", py, y, 0.75)
			if g.frame(); rests {
				g.under("wheel", place, x, y)
			}
		case 3:
			g.frame()
		}
		if i%50 == 49 {
			g.recentre()
		}
	}
	g.clk.time = g.clk.time.Add(time.Second)
	g.DragEnd()
	last := g.target
	g.settle()
	if g.shown != last || g.pic.order.view != last {
		t.Errorf("shown %+v, picture of %+v, want %+v", g.shown, g.pic.order.view, last)
	}
	want := scene.PaneViewport(g.host.Room, g.host.State(), 900, 600, 1)
	if g.shown != want {
		t.Errorf("shown %+v, the store says %+v", g.shown, want)
	}
}

// TestEdgeOfTheRegion: a hand that drags as far as it goes keeps the region's
// own projection.
func TestEdgeOfTheRegion(t *testing.T) {
	g := newRig(t, nil)
	for _, d := range [][2]float64{{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, -1}} {
		g.look(g.limits.zoom(g.limits.fit, 450, 300, 2), 0)
		for range 8 {
			g.look(g.limits.clamp(g.target.Pan(300*d[0], 300*d[1])), 0)
		}
		if g.target.Projection != g.limits.fit.Projection {
			t.Errorf("dragged by %v the projection is another", d)
		}
	}
}

// TestWholeEarth: zooming out ends where the window shows the whole earth, and
// zooming in again comes back to the region's own projection.
func TestWholeEarth(t *testing.T) {
	g := newRig(t, nil)
	region := g.limits.fit.Projection
	for range 12 {
		g.look(g.limits.zoom(g.target, 450, 300, 0.7), 0)
	}
	if g.target.Projection == region {
		t.Fatal("from afar the region's own projection is kept")
	}
	v := g.target
	v.Center = v.Projection.Project(orb.Point{v.Projection.Meridian(), 0})
	for _, place := range []orb.Point{{v.Projection.Meridian() - 179, 0}, {v.Projection.Meridian() + 179, 0}, {0, 89}, {0, -59}} {
		if x, y := v.ToScreen(place); x < 0 || y < 0 || x > v.Width || y > v.Height {
			t.Errorf("%v is at %.0f %.0f", place, x, y)
		}
	}
	for range 6 {
		g.look(g.limits.zoom(g.target, 450, 300, 2), 0)
	}
	if g.target.Projection != region {
		t.Error("near by a projection of the world is kept")
	}
}

// recentre brings the camera back to the middle, away from the limits.
func (g *rig) recentre() {
	g.DragEnd()
	v := g.target
	v.Center = g.limits.fit.Center
	g.look(v, 0)
}

func TestPictureKeepsUp(t *testing.T) {
	g := newRig(t, nil)
	// The race detector draws one in more time than thirty events take.
	for n := 0; n < 30 || n < 3000 && g.pic.order.view == g.limits.fit; n++ {
		back := float32(1 - 2*(n/30%2)) // the limits are not reached
		g.Dragged(drag(4*back, 3*back))
		g.Dragged(drag(2*back, 1*back))
		g.frame()
		time.Sleep(2 * time.Millisecond)
	}
	seen := g.pic.order.view
	if seen == g.limits.fit {
		t.Error("no picture came during the drag: every one was cancelled by the next")
	}
	g.clk.time = g.clk.time.Add(time.Second)
	g.DragEnd()
	g.settle()
	if g.pic.order.view != g.shown {
		t.Error("the last picture is not of the last event")
	}
}

func TestLatePictureIsBridged(t *testing.T) {
	g := newRig(t, nil)
	g.Dragged(drag(0, 0))
	g.pointer.down = true
	g.busy, g.since = true, g.clk.time // a picture that does not come
	g.Dragged(drag(30, 20))
	g.clk.tick(false)
	if g.bridged || g.raster.Position() != (fyne.Position{}) {
		t.Error("the picture moved although the next one is not late")
	}
	g.clk.time = g.clk.time.Add(2 * late)
	g.clk.tick(false)
	p := g.raster.Position()
	near(t, "x of the bridge", float64(p.X), 30, 0.6)
	near(t, "y of the bridge", float64(p.Y), 20, 0.6)
	g.busy = false
	g.clk.time = g.clk.time.Add(time.Second)
	g.DragEnd()
	g.settle()
	if g.bridged || g.raster.Position() != (fyne.Position{}) || g.raster.Size() != g.layout {
		t.Errorf("the bridge is still there: %v %v", g.raster.Position(), g.raster.Size())
	}
}

func TestReducedMotion(t *testing.T) {
	g := newRig(t, func(s *state.State) { s.ReduceMotion = true })
	for range 6 {
		g.Dragged(drag(-20, 0))
		g.frame()
	}
	g.DragEnd()
	if g.moving {
		t.Error("a flick runs on although motion is reduced")
	}
	g.Scrolled(scroll(10, 10, 25))
	g.Zoom(2)
	g.Fit()
	if g.moving || g.shown != g.target {
		t.Error("the map eases although motion is reduced")
	}
}

func TestFlightKeepsToTheStore(t *testing.T) {
	g := newRig(t, nil)
	g.host.Dispatch(state.SetCamera{Lon: 70, Lat: 40, Span: 900})
	if !g.moving {
		t.Fatal("no flight")
	}
	start := g.clk.time
	scale := g.shown.Scale
	for g.moving {
		g.frame()
		if g.shown.Scale > scale*1.0001 {
			t.Error("the flight turns back")
		}
		scale = g.shown.Scale
	}
	if d := g.clk.time.Sub(start); d < 150*time.Millisecond || d > 420*time.Millisecond {
		t.Errorf("the flight takes %v", d)
	}
	lonLat := g.shown.FromScreen(450, 300)
	near(t, "lon", lonLat[0], 70, 1e-6)
	near(t, "lat", lonLat[1], 40, 1e-6)
	near(t, "span", g.shown.Scale*600/1000, 900, 1e-6)
}

func TestSelectionOutOfSightIsFlownTo(t *testing.T) {
	g := newRig(t, nil)
	m := g.host.Room.Data.Meeting("2023-05-19-summit1")
	xian := g.host.Room.Data.Place(m.Place).LonLat
	g.host.Dispatch(state.SelectMeeting(m.ID))
	g.settle()
	if !g.state().Camera.Fits() {
		t.Error("the map moved although the marker is in sight")
	}
	g.host.Dispatch(state.SelectMeeting(""))
	g.host.Dispatch(state.SetCamera{Lon: 60, Lat: 45, Span: 700})
	g.settle()
	g.host.Dispatch(state.SelectMeeting(m.ID))
	g.settle()
	g.under("the selected meeting", xian, 450, 300)

	there := g.state()
	g.host.Store.Undo()
	if s := g.state(); s.Meeting != "" || (s.Camera != state.Camera{Lon: 60, Lat: 45, Span: 700}) {
		t.Errorf("one undo leaves meeting %q, camera %+v", s.Meeting, s.Camera)
	}
	g.host.Store.Redo()
	if g.state() != there {
		t.Errorf("redo gives %+v, want %+v", g.state().Camera, there.Camera)
	}

	// What a person has turned away from is not flown to by an undo.
	g.host.Dispatch(state.SetCamera{Lon: 60, Lat: 45, Span: 700})
	away := g.state()
	g.host.Dispatch(state.SelectMeeting(""))
	g.host.Store.Undo()
	g.settle()
	if g.state() != away {
		t.Errorf("undo gives %+v, want %+v", g.state().Camera, away.Camera)
	}
}

func TestResizeKeepsTheMiddle(t *testing.T) {
	g := newRig(t, nil)
	g.host.Dispatch(state.SetCamera{Lon: 75, Lat: 42, Span: 1500})
	g.settle()
	g.win.Resize(fyne.NewSize(700, 500))
	g.settle()
	g.under("the middle", orb.Point{75, 42}, 350, 250)
	if w, h := g.pic.order.view.Pixels(); w != 700 || h != 500 {
		t.Errorf("the picture is %d by %d", w, h)
	}
}

// What stands along the lower edge is as high before the first picture as on it: where the
// tools stood otherwise, the map would be drawn twice when the window opens.
func TestFooterBeforeThePicture(t *testing.T) {
	g := newRig(t, nil)
	for i, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 480, Height: 420}, {Width: 250, Height: 300}, {Width: 300, Height: 110}} {
		g.win.Resize(size)
		g.host.Dispatch(state.SetLang(i18n.Languages()[i%len(i18n.Languages())]))
		g.settle()
		pic, want := g.pic, g.footer()
		g.pic = nil
		if got := g.footer(); got != want {
			t.Errorf("%v: %v before the picture, %v on it", size, got, want)
		}
		g.pic = pic
	}
}

// lessonHand counts what a lesson hears of the pointer.
type lessonHand struct{ beside, buttons, wheel int }

func (h *lessonHand) Click(_ fyne.Position, mark bool) bool {
	if !mark {
		h.beside++
	}
	return !mark
}
func (*lessonHand) Point(float64, float64) bool  { return false }
func (h *lessonHand) Button(desktop.MouseButton) { h.buttons++ }
func (h *lessonHand) Wheel(float32)              { h.wheel++ }

// bare is a point of the map with no marker and no row of the legend.
func (g *rig) bare() (x, y float64) {
	for y = 20; y < float64(g.layout.Height); y += 10 {
		for x = 20; x < float64(g.layout.Width); x += 10 {
			if g.markerAt(x, y) == nil && g.legendAt(x, y) == "" {
				return x, y
			}
		}
	}
	g.t.Fatal("the map has no bare point")
	return 0, 0
}

// In a lesson the map is alive: a marker lights, a drag moves it, the wheel zooms
// with Control. All else is the lesson's, and it takes no key.
func TestPresentIsAlive(t *testing.T) {
	g := newRig(t, nil)
	hand := &lessonHand{}
	g.host.Present, g.host.Hand = true, hand
	was := g.state()
	g.TypedRune('+')
	g.Scrolled(scroll(10, 10, 50))
	g.TappedSecondary(at(10, 10))
	g.Tapped(at(g.bare()))
	if g.state() != was || *hand != (lessonHand{1, 1, 1}) {
		t.Errorf("the lesson heard %+v, the view is %+v", *hand, g.state().View)
	}
	m := g.pic.where.Markers()[0]
	before := g.state().Focus
	g.Tapped(at(m.X, m.Y))
	if !g.state().Lights() || g.state().Focus == before || hand.beside != 1 {
		t.Errorf("a marker does not light: %+v", g.state().Focus)
	}
	camera := g.state().Camera
	g.Dragged(drag(50, 50))
	g.DragEnd()
	if g.state().Camera == camera {
		t.Error("a drag does not move it")
	}
	camera = g.state().Camera
	g.View.mods = func() fyne.KeyModifier { return fyne.KeyModifierControl }
	g.Scrolled(scroll(10, 10, 50))
	if g.state().Camera == camera || hand.wheel != 1 {
		t.Error("Control and the wheel do not zoom")
	}
}

func BenchmarkFrame(b *testing.B) {
	g := newRig(b, nil)
	g.look(g.limits.zoom(g.target, 450, 300, 4), 0)
	g.settle()
	g.pictures.Drop()
	b.Run("pan", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			d := float32(1 - 2*(i%2))
			i++
			g.busy = false // a picture is asked for in every frame
			g.Dragged(drag(d, d))
			g.clk.tick(false)
		}
	})
	g.clk.time = g.clk.time.Add(time.Second)
	g.DragEnd()
	b.Run("zoom", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			d := float32(25 - 50*(i%2))
			i++
			g.busy = false
			g.Scrolled(scroll(200, 200, d))
			g.clk.time = g.clk.time.Add(time.Second / 60)
			g.clk.tick(false)
		}
	})
}

// A map that does not show draws nothing for the views that go by, and shows the last
// of them once it is there again.
func TestHiddenMapDrawsNothing(t *testing.T) {
	g := newRig(t, nil)
	drawn := g.count[1]
	g.Hide()
	for i := range 5 {
		g.host.Dispatch(state.SetCamera(state.Camera{Lon: 60 + 5*float64(i), Lat: 40, Span: 2000}))
		g.host.Dispatch(state.SetTheme(state.Dark))
		g.host.Dispatch(state.SetTheme(state.Light))
		g.settle()
	}
	if g.count[1] != drawn {
		t.Errorf("%d pictures were drawn out of sight", g.count[1]-drawn)
	}
	g.Show()
	g.settle()
	to := scene.PaneViewport(g.host.Room, g.host.State(), 900, 600, g.scale)
	if got := g.pic.order.view; got != to || g.shown != to {
		t.Errorf("the map shows %v, not %v", got, to)
	}
}
