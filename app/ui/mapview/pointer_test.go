package mapview

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps/geo"
)

func TestDragIsOneStepOfUndo(t *testing.T) {
	g := newRig(t, nil)
	was := g.state()
	for range 20 {
		g.Dragged(drag(-7, 2))
	}
	g.clk.time = g.clk.time.Add(time.Second)
	g.DragEnd()
	g.settle()
	once := g.state()
	for range 10 {
		g.Dragged(drag(-5, -5))
		g.frame()
	}
	g.DragEnd() // runs on
	if !g.moving {
		t.Error("a flick does not run on")
	}
	g.settle()
	g.host.Store.Undo()
	if g.state() != once {
		t.Errorf("undo of the second drag gives %+v, want %+v", g.state().Camera, once.Camera)
	}
	g.host.Store.Undo()
	if g.state() != was {
		t.Errorf("undo of both gives %+v", g.state().Camera)
	}
}

func TestFlickLeavesAtTheSpeedOfTheHand(t *testing.T) {
	g := newRig(t, nil)
	g.look(g.limits.zoom(g.target, 450, 300, 6), 0)
	g.settle()
	for range 12 {
		g.frame()
		g.Dragged(drag(-10, 0)) // 600 pixels a second
	}
	before := g.shown.Center[0] / g.shown.Scale
	g.DragEnd()
	g.frame()
	near(t, "pixels in the first frame of the glide", g.shown.Center[0]/g.shown.Scale-before, 10, 1.5)

	g.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if g.moving || g.target != g.shown {
		t.Error("the hand does not stop the glide")
	}
}

// TestGrabFinishesANotch: a drag that begins in the middle of a notch loses
// nothing of it.
func TestGrabFinishesANotch(t *testing.T) {
	g := newRig(t, nil)
	g.Scrolled(scroll(300, 200, 75))
	want := g.target
	g.frame()
	g.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	g.Dragged(drag(5, 0))
	near(t, "scale", g.target.Scale, want.Scale, want.Scale*1e-4)
	x, y := g.target.PlaneToScreen(want.Center)
	near(t, "x", x, 455, 0.75)
	near(t, "y", y, 300, 0.75)
}

// TestWheelInAFlight: the hand takes the map where it shows, not where it flies.
func TestWheelInAFlight(t *testing.T) {
	g := newRig(t, nil)
	g.host.Dispatch(state.SetCamera{Lon: 70, Lat: 40, Span: 900})
	for range 4 {
		g.frame()
	}
	if !g.moving {
		t.Fatal("no flight")
	}
	place := g.shown.FromScreen(200, 150)
	g.Scrolled(scroll(200, 150, 25))
	g.settle()
	g.under("wheel", place, 200, 150)
}

// TestNotchesDecideWhereAZoomEnds: a hundred notches at as many places end
// where multiplying them out does, however few frames are drawn between them.
func TestNotchesDecideWhereAZoomEnds(t *testing.T) {
	var ends []state.Camera
	for _, every := range []int{1, 3, 17, 1000} { // notches in a frame
		g := newRig(t, nil)
		r := rand.New(rand.NewPCG(5, 9))
		g.look(g.limits.zoom(g.target, 450, 300, 6), 0)
		g.settle()
		want := g.target
		for i := range 100 {
			x, y := 200+500*r.Float64(), 150+300*r.Float64()
			notch, k := float32(25), perNotch
			if want.Scale < 1200 || i%3 == 0 && want.Scale < 2500 {
				notch, k = -25, 1/perNotch
			}
			// The place under the pointer keeps its distance from the middle of the window, in pixels.
			at := want.ScreenToPlane(float64(float32(x)), float64(float32(y)))
			for d := range want.Center {
				want.Center[d] = at[d] + (want.Center[d]-at[d])/k
			}
			want.Scale /= k
			g.Scrolled(scroll(float32(x), float32(y), notch))
			if i%every == 0 {
				g.frame()
			}
		}
		g.settle()
		x, y := want.PlaneToScreen(g.shown.Center)
		near(t, "x of the middle", x, 450, 1.5)
		near(t, "y of the middle", y, 300, 1.5)
		near(t, "scale", g.shown.Scale/want.Scale, 1, 2e-4)
		ends = append(ends, g.state().Camera)
	}
	for _, c := range ends[1:] {
		if c != ends[0] {
			t.Errorf("ends at %+v or at %+v", c, ends[0])
		}
	}
}

func TestDoubleTapZoomsAtThePoint(t *testing.T) {
	g := newRig(t, nil)
	g.host.Dispatch(state.SelectMeeting("2020-07-16-fm1"))
	g.settle()
	place, scale := g.shown.FromScreen(500, 330), g.shown.Scale
	g.Tapped(at(500, 330))
	g.clk.time = g.clk.time.Add(120 * time.Millisecond)
	g.Tapped(at(501, 331))
	g.settle()
	g.pass()
	near(t, "scale", g.shown.Scale, scale/2, scale*1e-3)
	px, py := g.shown.ToScreen(place)
	near(t, "x", px, 500, 2)
	near(t, "y", py, 330, 2)
	if g.state().Meeting == "" {
		t.Error("the double tap cleared the selection")
	}

	before := g.state()
	g.clk.time = g.clk.time.Add(time.Second)
	g.Tapped(at(500, 330))
	g.pass()
	if s := g.state(); s.LitStates != "CHN" || s.Subject != before.Subject || s.Meeting != before.Meeting {
		t.Errorf("a tap on a state's area leads to %+v", s.View)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if g.state() != before {
		t.Errorf("Escape leads to %+v", g.state().View)
	}

	g.Fit()
	g.settle()
	g.pass()
	x, y := 30.0, 30.0 // beside the states of the data
	if g.stateAt(x, y).Lights() || g.markerAt(x, y) != nil {
		t.Fatal("the corner is not empty")
	}
	g.clk.time = g.clk.time.Add(time.Second)
	g.Tapped(at(x, y))
	g.pass()
	if g.state().Focus != (state.Focus{}) {
		t.Error("a tap on empty map does not clear the selection")
	}
}

func TestBoxZoom(t *testing.T) {
	g := newRig(t, nil)
	middle, scale := g.shown.FromScreen(400, 250), g.shown.Scale
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift}
	ev.Position = fyne.NewPos(300, 200)
	g.MouseDown(ev)
	if g.Cursor() != desktop.CrosshairCursor {
		t.Error("no cross-hair while a box is drawn")
	}
	for range 10 {
		g.Dragged(drag(20, 10))
	}
	if !g.box.Visible() || g.box.Size() != fyne.NewSize(200, 100) {
		t.Errorf("the box is %v", g.box.Size())
	}
	g.DragEnd()
	g.settle()
	if g.box.Visible() {
		t.Error("the box stays")
	}
	near(t, "scale", g.shown.Scale, scale*200/900, scale*1e-3)
	g.under("the middle of the box", middle, 450, 300)
}

// A click on the inset looks there, as one step of undo.
func TestInsetAnswers(t *testing.T) {
	g := newRig(t, nil)
	g.Zoom(3)
	g.settle()
	box := g.pic.where.Inset
	x, y := (box.X0+box.X1)/2, (box.Y0+box.Y1)/2
	at1, ok := g.pic.where.InInset(x, y)
	if !ok {
		t.Fatal("no inset")
	}
	before := g.state()
	g.Tapped(at(x, y))
	g.settle()
	if d := math.Hypot(g.shown.Center[0]-at1[0], g.shown.Center[1]-at1[1]) / g.shown.Scale; d > 2 || g.shown.Scale != g.target.Scale {
		t.Errorf("the map looks %g pixels beside what was clicked on", d)
	}
	mid := g.limits.fit.Bound().Center()
	if d := math.Hypot(at1[0]-mid[0], at1[1]-mid[1]) / g.limits.fit.Scale; d > 60 {
		t.Errorf("the middle of the inset is %g pixels off the middle of the region", d)
	}
	g.host.Store.Undo()
	if g.state() != before {
		t.Error("undo does not take it back")
	}
}

// However it is flung, the map does not leave its sheet: from afar the window is
// on the earth, or its middle on the middle half of it, nearer in the region's view.
func TestFlicksStayOnTheSheet(t *testing.T) {
	g := newRig(t, nil)
	for _, zoom := range []float64{8, 1, 0.4, 0.1, 0.01} {
		g.Fit()
		g.Zoom(zoom)
		g.settle()
		for _, way := range [][2]float64{{4000, 0}, {-4000, 0}, {0, 4000}, {0, -4000}, {9000, 9000}} {
			to := g.limits.clamp(g.target.Pan(way[0], way[1]))
			if to.Projection == g.limits.fit.Projection {
				if !g.limits.fit.Bound().Pad(1).Contains(to.Center) {
					t.Errorf("zoom %g, flung by %v: the middle leaves the region", zoom, way)
				}
				continue
			}
			earth, win := geo.Earth(to.Projection), to.Bound()
			for i := range 2 {
				out := max(earth.Min[i]-win.Min[i], win.Max[i]-earth.Max[i], 0)
				if most := (win.Max[i]-win.Min[i])/2 - (earth.Max[i]-earth.Min[i])/4; out > max(most, 0)+1 {
					t.Errorf("zoom %g, flung by %v: the window leaves the sheet by %g", zoom, way, out)
				}
			}
		}
	}
}
