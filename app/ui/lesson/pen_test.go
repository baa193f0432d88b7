package lesson

import (
	"image"
	"image/color"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

var (
	penKey = stroke{fyne.KeyD, 'd'}
	undo   = stroke{fyne.KeyU, 'u'}
	wipe   = stroke{fyne.KeyE, 'e'}
)

// draws presses the button of the mouse over an object at the first point and draws
// through the others, in pixels of the window, as the driver tells it.
func draws(o fyne.CanvasObject, points ...fyne.Position) {
	at := uitest.At(o)
	ev := func(p fyne.Position) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p.Subtract(at), AbsolutePosition: p}, Button: desktop.MouseButtonPrimary}
	}
	o.(desktop.Mouseable).MouseDown(ev(points[0]))
	last := points[0]
	for _, p := range points[1:] {
		o.(fyne.Draggable).Dragged(&fyne.DragEvent{PointEvent: ev(p).PointEvent, Dragged: fyne.NewDelta(p.X-last.X, p.Y-last.Y)})
		last = p
	}
	if len(points) > 1 {
		o.(fyne.Draggable).DragEnd()
	}
	o.(desktop.Mouseable).MouseUp(ev(last))
	if len(points) == 1 {
		o.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: last.Subtract(at), AbsolutePosition: last})
	}
}

func pos(x, y float32) fyne.Position { return fyne.NewPos(x, y) }

// has reports whether a window has the colour of a pen at a point.
func (g *rig) has(of image.Image, at fyne.Position, pen int) bool {
	want := g.h.Palette().Pen(pen)
	c := color.NRGBAModel.Convert(pixel(of, at)).(color.NRGBA)
	return c == want
}

// A stroke is where the hand drew it, stays with its scene and comes back with it, and
// nothing of that is in the view. U takes back one after the other, E all at once.
func TestPen(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.said = ""
	g.change()
	c := g.win.Canvas()
	was, before := c.Capture(), g.h.Store.State()
	g.press(penKey)
	draws(g.view.glass, pos(200, 300), pos(260, 300), pos(400, 300))
	if g.n() != 1 || g.tool != pen {
		t.Fatalf("drawing leads to scene %d, tool %v", g.n(), g.tool)
	}
	if pic := c.Capture(); !g.has(pic, pos(300, 300), 0) || g.has(pic, pos(300, 320), 0) {
		t.Error("the line is not where it was drawn")
	}
	draws(g.view.glass, pos(600, 200)) // a tap is a dot, and turns nothing
	if pic := c.Capture(); !g.has(pic, pos(600, 200), 0) || g.n() != 1 {
		t.Errorf("a tap makes no dot, or leads to scene %d", g.n())
	}
	g.press(stroke{fyne.KeyC, 'c'})
	draws(g.view.glass, pos(200, 500), pos(400, 500))
	g.press(penKey)
	if pic := c.Capture(); !g.has(pic, pos(300, 500), 1) || !g.has(pic, pos(300, 300), 0) {
		t.Error("C takes no other colour, or the pen takes its lines with it")
	}
	all := c.Capture()
	g.press(pageDown)
	g.queue.Run()
	if g.has(c.Capture(), pos(300, 300), 0) {
		t.Error("the next scene has the line")
	}
	g.press(stroke{fyne.KeyPageUp, 0})
	if !same(all, c.Capture()) {
		t.Error("back at the scene the lines are not as they were")
	}
	g.press(undo)
	if pic := c.Capture(); g.has(pic, pos(300, 500), 1) || !g.has(pic, pos(600, 200), 0) {
		t.Error("U does not take the last stroke back, or takes more")
	}
	g.press(wipe)
	if !same(was, c.Capture()) {
		t.Error("E leaves something")
	}
	if g.press(stroke{"", 'г'}); !g.has(c.Capture(), pos(600, 200), 0) {
		t.Error("U does not bring back what was cleared")
	}
	g.press(undo, undo, undo, undo)
	if !same(was, c.Capture()) {
		t.Error("after all is taken back something is left")
	}
	if g.h.Store.State() != before {
		t.Errorf("the pen has changed the view: %+v", g.h.Store.State())
	}
}

// Keys turn the lesson while the pen is down and up; the stroke ends with its scene.
func TestPenGoesOn(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.press(penKey)
	glass := g.view.glass
	ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: pos(100, 300)}, Button: desktop.MouseButtonPrimary}
	glass.MouseDown(ev)
	glass.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos(150, 300)}})
	g.press(pageDown)
	glass.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: pos(250, 300)}})
	glass.DragEnd()
	now, changed := g.Drawn()
	if g.n() != 2 || !changed || len(now[0]) != 1 || len(now[1]) != 0 {
		t.Fatalf("scene %d, drawn %+v", g.n(), now)
	}
	if p := now[0][0].Points; len(p) != 2 {
		t.Errorf("the stroke goes on to %v", p)
	}
	glass.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	if g.n() != 1 {
		t.Errorf("the right button leads to %d", g.n())
	}
	g.press(escape)
	if g.tool != noTool || g.h.Store.State().Scene == 0 || len(g.seen()) != 1 {
		t.Error("Escape does not put the pen away first, or takes the strokes")
	}
}

// A stroke stays on its pane: with the pane in the whole window it is as much larger, and
// one on another pane is not there.
func TestPenOnPanes(t *testing.T) {
	steps := deck(2)
	for i := range steps {
		steps[i].Panes = scene.MapAndChart
	}
	g := newRig(t, uitest.Opening(), steps, false)
	g.said = ""
	one := g.view.plan().Panes[0]
	mid := pos(float32(one.X0+one.Width()/2), float32(one.Y0+one.Height()/2))
	g.press(penKey)
	draws(g.view.glass, mid)
	g.press(penKey, stroke{fyne.KeyZ, 'z'})
	if !g.has(g.win.Canvas().Capture(), pos(640, 360), 0) {
		t.Error("in the whole window the dot is not in the middle of the pane")
	}
	g.press(stroke{fyne.KeyZ, 'z'})
	if g.has(g.win.Canvas().Capture(), pos(640, 360), 0) {
		t.Error("the other pane has it, too")
	}
}

// Black hides strokes; a frozen room gets what is drawn in the presenter's window when
// it is unfrozen, and not before. What was drawn before stays in it.
func TestPenUnderCovers(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.coarse(0.5)
	g.h.Timer = func(time.Duration, func()) func() { return func() {} }
	v, _ := g.besides(fyne.NewSize(1366, 768))
	g.queue.Until(t, func() bool { return v.now.pic.Visible() })
	c := g.win.Canvas()
	g.press(penKey)
	draws(g.view.glass, pos(300, 300), pos(400, 300))
	g.press(blacks[0])
	if pic := c.Capture(); bright(pic, pos(350, 300)) != 0 {
		t.Error("a stroke shows on black")
	}
	g.press(blacks[0], stroke{fyne.KeyF, 'f'})
	frozen := c.Capture()
	if !g.has(frozen, pos(350, 300), 0) {
		t.Error("what was drawn before is not in the frozen room")
	}
	glass := v.now.glass
	at, size := uitest.At(glass), glass.Size()
	draws(glass, at.AddXY(size.Width*0.1, size.Height*0.5), at.AddXY(size.Width*0.3, size.Height*0.5))
	if !same(frozen, c.Capture()) {
		t.Error("the frozen room sees what is drawn")
	}
	g.press(stroke{fyne.KeyF, 'f'})
	// The picture of the rig has its pane from 0.05 to 0.6 and from 0.2 to 0.9.
	pane := g.view.plan().Panes[0]
	there := pos(float32(pane.X0+pane.Width()*(0.2-0.05)/0.55), float32(pane.Y0+pane.Height()*(0.5-0.2)/0.7))
	if !g.has(c.Capture(), there, 0) {
		t.Error("unfrozen, the room does not get it, at the same spot of the same pane")
	}
}

// Strokes of a lesson's own are there when it begins, but not before what they may give
// away is revealed; and whatever a hand does, their number is bounded.
func TestStrokesOfTheLesson(t *testing.T) {
	steps := deck(2)
	steps[0].Hidden = state.HideValues
	steps[0].Strokes = []scene.Stroke{{Pen: 2, Points: []orb.Point{{0.25, 0.5}}}}
	g := newRig(t, uitest.Opening(), steps, false)
	g.said = ""
	at := pos(320, 360)
	if g.has(g.win.Canvas().Capture(), at, 2) {
		t.Error("it shows before the values")
	}
	if g.press(pageDown); g.n() != 1 || !g.has(g.win.Canvas().Capture(), at, 2) {
		t.Error("it does not show with the values")
	}
	if _, changed := g.Drawn(); changed {
		t.Error("nothing was drawn, and yet something is")
	}
	g.press(penKey)
	for range 2 * scene.MaxStrokes {
		draws(g.view.glass, pos(100, 300))
	}
	if now, changed := g.Drawn(); len(now[0]) != scene.MaxStrokes || !changed {
		t.Errorf("it takes %d strokes", len(now[0]))
	}
	if !g.says(g.h.T("present.penFull")) {
		t.Error("it does not say that there is no room")
	}
	g.press(wipe)
	long := []fyne.Position{}
	for i := range 1600 {
		long = append(long, pos(float32(600+400*math.Sin(float64(i)/7)), float32(360+300*math.Cos(float64(i)/11))))
	}
	for range 30 { // or until one is refused
		before := len(g.seen())
		if draws(g.view.glass, long...); len(g.seen()) == before {
			break
		}
	}
	now, _ := g.Drawn()
	points := 0
	for _, s := range now[0] {
		points += len(s.Points)
	}
	if points > scene.MaxPoints || points < scene.MaxPoints/2 {
		t.Errorf("it takes %d points", points)
	}
	if len(steps[0].Strokes) != 1 {
		t.Error("the lesson itself was drawn on")
	}
}

// A straight line is a few points, however slowly it was drawn.
func TestStrokesAreSpare(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(1), false)
	g.press(penKey)
	var line []fyne.Position
	for i := range 400 {
		line = append(line, pos(float32(100+i), float32(300+i/2)))
	}
	draws(g.view.glass, line...)
	if now, _ := g.Drawn(); len(now[0][0].Points) > 4 {
		t.Errorf("it has %d points", len(now[0][0].Points))
	}
}

// While the pen is in the hand the room has buttons for what its keys do, and none else.
func TestPenButtons(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	shown := func(key string) *parts.Button {
		b, ok := uitest.Find(g.view, func(b *parts.Button) bool { return b.Text == g.h.T(key) })
		if !ok || !g.view.over.pens.Visible() {
			return nil
		}
		return b
	}
	if shown("present.unwrite") != nil {
		t.Error("there are buttons of a pen that is not in the hand")
	}
	g.press(penKey)
	draws(g.view.glass, pos(200, 300), pos(300, 300))
	draws(g.view.glass, pos(200, 500), pos(300, 500))
	for _, c := range []struct {
		key  string
		left int
	}{{"present.unwrite", 1}, {"present.wipe", 0}, {"present.colour", 0}} {
		b := shown(c.key)
		if b == nil {
			t.Fatalf("no button %s", c.key)
		}
		if uitest.Click(g.win, b); len(g.seen()) != c.left || g.n() != 1 {
			t.Errorf("%s leaves %d strokes, want %d, in scene %d", c.key, len(g.seen()), c.left, g.n())
		}
	}
	if g.pen != 1 || g.tool != pen {
		t.Errorf("the pen is %d, the tool %d", g.pen, g.tool)
	}
}
