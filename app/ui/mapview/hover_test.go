package mapview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

func TestHitFollowsThePictureDuringADrag(t *testing.T) {
	g := newRig(t, nil)
	m := g.pic.where.Markers()[0]
	g.Dragged(drag(40, -25)) // the picture on the screen has not moved yet
	if ids := g.markerAt(m.X, m.Y); key(ids) != key(m.IDs) {
		t.Errorf("before the new picture, the marker at its old place is %v", ids)
	}
	g.bridged = true
	g.place()
	if ids := g.markerAt(m.X+40, m.Y-25); key(ids) != key(m.IDs) {
		t.Errorf("under the bridge, the marker at its new place is %v", ids)
	}
	g.clk.time = g.clk.time.Add(time.Second)
	g.DragEnd()
	g.settle()
	if ids := g.markerAt(m.X+40, m.Y-25); key(ids) != key(m.IDs) {
		t.Errorf("after the new picture, the marker at its new place is %v", ids)
	}
}

func TestHover(t *testing.T) {
	g := newRig(t, nil)
	c := g.win.Canvas()
	m := g.pic.where.Markers()[0]
	test.MoveMouse(c, fyne.NewPos(float32(m.X), float32(m.Y)))
	if !g.hover.Visible() || !strings.Contains(g.tip.Text(), g.cards(m.IDs)[0].Where) {
		t.Errorf("over a marker the tip says %q, ring %v", g.tip.Text(), g.hover.Visible())
	}
	if g.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a marker")
	}
	// Kazakhstan, off every marker: the map has its name.
	x, y := g.shown.ToScreen(orb.Point{62, 49})
	test.MoveMouse(c, fyne.NewPos(float32(x), float32(y)))
	if g.hover.Visible() || g.tip.Text() != "" {
		t.Error("the tip stays after the pointer left the marker")
	}
	g.pass()
	if g.tip.Text() != "" {
		t.Errorf("at rest over Kazakhstan, which the map names, the tip says %q", g.tip.Text())
	}
	nameless := 0
	for iso, c := range map[string]struct {
		at   orb.Point
		name string
	}{"NP": {orb.Point{84, 28.3}, "Nepal"}, "AF": {orb.Point{66, 33.5}, "Afghanistan"}, "BT": {orb.Point{90.4, 27.4}, "Bhutan"}, "LA": {orb.Point{102.5, 20}, "Laos"}} {
		if g.pic.where.Named(iso) {
			continue
		}
		nameless++
		x, y := g.shown.ToScreen(c.at)
		test.MoveMouse(g.win.Canvas(), fyne.NewPos(float32(x), float32(y)))
		g.pass()
		if g.tip.Text() != c.name {
			t.Errorf("at rest over %s the tip says %q", c.name, g.tip.Text())
		}
	}
	if nameless == 0 {
		t.Error("the map names even the smallest countries")
	}
	x, y = g.shown.ToScreen(orb.Point{76, 34.5}) // Kashmir
	test.MoveMouse(c, fyne.NewPos(float32(x), float32(y)))
	g.pass()
	if !strings.Contains(g.tip.Text(), "\n") {
		t.Errorf("a disputed area says %q", g.tip.Text())
	}
	g.MouseOut()
	if g.tip.Text() != "" {
		t.Error("the tip outlives the pointer")
	}
}

// A hover shows lightly, in all panes, what a click would light: a marker's
// meetings, the state under the pointer once it rests; and nothing when it leaves.
func TestHoverPreviews(t *testing.T) {
	g := newRig(t, nil)
	var m maps.PlacedMarker
	for _, k := range g.pic.where.Markers() {
		if slices.Equal(k.IDs, []string{"xian"}) {
			m = k
		}
	}
	g.MouseMoved(&desktop.MouseEvent{PointEvent: *at(m.X, m.Y)})
	g.settle()
	if f := g.host.Preview(); f.LitMeetings.Len() != len(g.cards([]string{"xian"})) {
		t.Errorf("over a marker %v is previewed", f)
	}
	if g.pic.order.preview != g.host.Preview() {
		t.Error("the map does not show the preview")
	}
	x, y := g.shown.ToScreen(orb.Point{67, 49})
	g.MouseMoved(&desktop.MouseEvent{PointEvent: *at(x, y)})
	g.pass()
	if f := g.host.Preview(); f != (state.Focus{LitStates: "KAZ"}) {
		t.Errorf("over Kazakhstan %v is previewed", f)
	}
	g.MouseOut()
	g.settle()
	if f := g.host.Preview(); f.Lights() || g.pic.order.preview.Lights() {
		t.Errorf("with the pointer gone %v is previewed", f)
	}
	if g.state().Lights() || g.host.Store.CanUndo() {
		t.Error("a hover chose something")
	}
}

// A pointer that lies where it was left says nothing of the scene that a lesson puts
// under it; once it moves it does.
func TestIdlePointerSaysNothingInALesson(t *testing.T) {
	g := newRig(t, nil)
	g.host.Present = true
	over := func(off float32) *desktop.MouseEvent {
		m := g.pic.where.Markers()[0]
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(m.X)+off, float32(m.Y))}}
	}
	silent := func(when string) {
		t.Helper()
		if g.settle(); g.hover.Visible() || g.tip.Text() != "" || g.host.Preview().Lights() {
			t.Errorf("%s the tip says %q", when, g.tip.Text())
		}
	}
	g.MouseIn(over(0))
	silent("under a pointer that lies there")
	g.MouseMoved(over(1))
	if g.settle(); !g.hover.Visible() {
		t.Fatal("a pointer that moves shows nothing")
	}
	g.host.Dispatch(state.Func(func(s state.State) state.State { s.Scene, s.Theme = 2, state.Dark; return s }))
	silent("after the scene has turned")
	g.MouseMoved(over(1))
	silent("of a pointer that has not moved")
	g.MouseMoved(over(2))
	if g.settle(); !g.hover.Visible() {
		t.Error("in the next scene a pointer that moves shows nothing")
	}
}
