package lesson

import (
	"image"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// bright is how bright a window is at a point, 0 to 255.
func bright(of image.Image, at fyne.Position) int {
	r, g, b, _ := pixel(of, at).RGBA()
	return int(r+g+b) / 3 >> 8
}

// lit checks that a window is as bright as it was in a circle and dim beside it.
func lit(t *testing.T, what string, was, now image.Image, at fyne.Position, r float32, within fyne.Position, size fyne.Size) {
	t.Helper()
	for _, d := range []struct{ by, share float32 }{{0, 1}, {0.7, 1}, {-0.95, 1}, {1.05, 0.28}, {1.5, 0.28}, {-3, 0.28}} {
		for _, p := range []fyne.Position{at.AddXY(d.by*r, 0), at.AddXY(0, d.by*r), at.AddXY(d.by*r*0.7071, d.by*r*0.7071)} {
			if p.X <= within.X+1 || p.Y <= within.Y+1 || p.X >= within.X+size.Width-1 || p.Y >= within.Y+size.Height-1 {
				continue
			}
			if got, want := bright(now, p), float64(bright(was, p))*float64(d.share); math.Abs(float64(got)-want) > 4 {
				t.Errorf("%s: %v radii from the middle, at %v, it is %d bright, want %.0f", what, d.by, p, got, want)
			}
		}
	}
}

// The spotlight leaves a circle round the pointer as it was and dims the rest, to the
// very edge, and is gone with Escape, which leaves the tool before the lesson.
func TestSpotlight(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.coarse(0.25)
	g.said = ""
	g.change()
	c := g.win.Canvas()
	was := c.Capture()
	for _, k := range []stroke{light, {fyne.KeyL, 'L'}, {"", 'д'}} {
		g.press(k)
		for _, at := range []fyne.Position{{X: 640, Y: 360}, {X: 20, Y: 700}, {X: 1100, Y: 300}, {X: 300.4, Y: 200.7}} {
			test.MoveMouse(c, at)
			lit(t, "in the room", was, c.Capture(), at, 0.18*720, fyne.Position{}, g.view.Size())
		}
		if g.press(k); !same(was, c.Capture()) {
			t.Errorf("%+v again does not put it away", k)
		}
	}
	g.press(light)
	if g.press(escape); g.tool != noTool || g.h.Store.State().Scene != 1 || !same(was, c.Capture()) {
		t.Error("Escape does not put the spotlight away first")
	}
	if g.press(escape); g.h.Store.State().Scene != 0 {
		t.Error("then Escape does not leave the lesson")
	}
}

// Keys and clicks go on turning the lesson while the spotlight is on, and it stays;
// plus, minus and the wheel with Ctrl set its size, not that of type.
func TestSpotlightGoesOn(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(5), false)
	c := g.win.Canvas()
	g.press(light, pageDown)
	test.MoveMouse(c, fyne.NewPos(200, 300))
	test.TapCanvas(c, fyne.NewPos(200, 300))
	if g.n() != 3 || g.tool != spotlight {
		t.Errorf("a key and a click lead to scene %d, tool %v", g.n(), g.tool)
	}
	test.Scroll(c, fyne.NewPos(200, 300), 0, -25)
	if g.n() != 4 {
		t.Errorf("the wheel leads to %d", g.n())
	}
	ctrl := true
	g.ctrl = func() bool { return ctrl }
	was, larger := g.reach, g.larger
	test.Scroll(c, fyne.NewPos(200, 300), 0, 25)
	if g.reach != was+1 || g.n() != 4 {
		t.Errorf("Ctrl and the wheel: size %d after %d, scene %d", g.reach, was, g.n())
	}
	g.press(stroke{fyne.KeyMinus, '-'}, stroke{fyne.KeyMinus, '-'})
	if g.reach != was-1 || g.larger != larger {
		t.Errorf("minus twice: size %d after %d, type %d after %d", g.reach, was, g.larger, larger)
	}
	for range 30 {
		test.Scroll(c, fyne.NewPos(200, 300), 0, -3) // a touch pad's
	}
	if g.reach != 0 {
		t.Errorf("many small turns lead to size %d", g.reach)
	}
	ctrl = false
	before := g.h.Store.State()
	test.Drag(c, fyne.NewPos(200, 300), 50, 50)
	if g.h.Store.State() != before {
		t.Error("a drag under the spotlight changes the view")
	}
}

// Black hides the spotlight, and a frozen room never sees it.
func TestSpotlightUnderCovers(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.coarse(0.5)
	g.h.Timer = func(time.Duration, func()) func() { return func() {} }
	g.said = ""
	g.change()
	was := g.win.Canvas().Capture()
	g.press(light, blacks[0])
	if pic := g.win.Canvas().Capture(); bright(pic, fyne.NewPos(640, 360)) != 0 {
		t.Error("the light shines through black")
	}
	g.press(blacks[0], escape, stroke{fyne.KeyF, 'f'})
	g.said = ""
	g.press(light)
	if !same(was, g.win.Canvas().Capture()) {
		t.Error("a frozen room sees the light")
	}
}

// In the presenter's window the light follows the pointer over the picture of the scene,
// and shines in the room at the same spot of the same pane; and the other way round.
func TestSpotlightOfTwoWindows(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	v, w := g.besides(fyne.NewSize(1366, 768))
	g.queue.Until(t, func() bool { return v.now.pic.Visible() })
	g.press(light)
	pane := g.view.plan().Panes[0]
	x, y := pane.X0+pane.Width()*0.25, pane.Y0+pane.Height()*0.75
	glass := v.now.glass
	at := uitest.At(glass)
	size := glass.Size()
	if ratio := size.Width / size.Height; math.Abs(float64(ratio)-1280.0/720) > 0.01 {
		t.Errorf("the picture is %v", size)
	}
	// The picture of the rig has its pane from 0.05 to 0.6 and from 0.2 to 0.9.
	there := at.AddXY(size.Width*(0.05+0.55*0.25), size.Height*(0.2+0.7*0.75))
	test.MoveMouse(w.Canvas(), there)
	if rx, ry, ok := g.view.plan().At(g.spot); !ok || math.Abs(rx-x) > 1 || math.Abs(ry-y) > 1 {
		t.Errorf("in the room it is at %v %v, want %v %v", rx, ry, x, y)
	}
	if got := g.view.glass.at; math.Abs((got.X0+got.X1)/2-x) > 1 || math.Abs((got.Y0+got.Y1)/2-y) > 1 {
		t.Errorf("it shines there at %+v", got)
	}
	before := g.n()
	test.TapCanvas(w.Canvas(), there)
	if g.n() != before {
		t.Error("a click in the picture turns the lesson")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(1300, 700)) // off the picture: it stays
	if rx, _, _ := g.view.plan().At(g.spot); math.Abs(rx-x) > 1 {
		t.Errorf("off the picture it goes to %v", rx)
	}
	test.MoveMouse(g.win.Canvas(), fyne.NewPos(float32(pane.X0+pane.Width()*0.5), float32(pane.Y0+pane.Height()*0.5)))
	want := dot{size.Width * (0.05 + 0.55*0.5), size.Height * (0.2 + 0.7*0.5)}
	if got := glass.at; math.Abs((got.X0+got.X1)/2-float64(want.x)) > 1 || math.Abs((got.Y0+got.Y1)/2-float64(want.y)) > 1 {
		t.Errorf("in the picture it shines at %+v, want %+v", got, want)
	}
	// Nothing of it leaves the picture.
	test.MoveMouse(w.Canvas(), at.AddXY(2, 2))
	for _, o := range glass.Pieces() {
		if o.Visible() && (o.Position().X < 0 || o.Position().Y < 0 || o.Position().X+o.Size().Width > size.Width+1 || o.Position().Y+o.Size().Height > size.Height+1) {
			t.Errorf("%v %v leaves the picture of %v", o.Position(), o.Size(), size)
		}
	}
}

type dot struct{ x, y float32 }

// The words for a moment stand above the buttons of the presenter's window.
func TestHintBesideButtons(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.h.Timer = func(time.Duration, func()) func() { return func() {} }
	v, w := g.besides(fyne.NewSize(1366, 768))
	for _, size := range []fyne.Size{{Width: 615, Height: 748}, {Width: 1366, Height: 740}, {Width: 960, Height: 640}} {
		w.Resize(size)
		g.hint(g.h.T("present.howToLeave"))
		for _, b := range v.tools {
			if uitest.Overlap(b, v.over.hint) {
				t.Errorf("%v: the words cover %q", size, b.Text)
			}
		}
	}
}

// The presenter's picture says that a caption is hidden, and not what it says.
func TestHiddenCaptionInPicture(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(2), false)
	picture := func(caption string, hidden bool) string {
		t.Helper()
		x := g.deck[0]
		x.Panes, x.Caption = scene.WordsAlone, caption
		if hidden {
			x.Hidden = "caption"
		}
		pics := newPictures(g.room, g.Show, func() {})
		o := pics.of(g.Show, 0, 400, 16.0/9)
		o.step = &x
		pic, err := drawOrder(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		return string(pic.Pix)
	}
	if picture("What they agreed.", false) == picture("Who met whom.", false) {
		t.Error("captions do not show")
	}
	if picture("What they agreed.", true) != picture("Who met whom, and where.", true) {
		t.Error("a hidden caption is in the picture")
	}
	if picture("What they agreed.", true) == picture("", true) {
		t.Error("nothing says that there is one")
	}
}

// Through the lens a thing is twice as far from the pointer as it is, in a circle; beside
// it all is as it was. Escape puts it away first.
func TestLens(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.said = ""
	g.change()
	c := g.win.Canvas()
	g.press(penKey)
	draws(g.view.glass, pos(640, 300)) // a dot to look at
	g.press(penKey)
	was := c.Capture()
	g.press(lensKey)
	test.MoveMouse(c, pos(610, 300))
	pic := c.Capture()
	if !g.has(pic, pos(670, 300), 0) {
		t.Error("the dot at 30 pixels is not at 60")
	}
	if g.has(pic, pos(640, 300), 0) {
		t.Error("the dot is where it was, too")
	}
	for _, at := range []fyne.Position{{X: 610 + 0.18*720 + 3, Y: 300}, {X: 610, Y: 300 + 0.18*720 + 3}, {X: 200, Y: 600}, {X: 610 + 100, Y: 300 + 100}} {
		if pixel(pic, at) != pixel(was, at) {
			t.Errorf("beside the lens, at %v, it is not as it was", at)
		}
	}
	g.press(escape)
	if g.h.Store.State().Scene == 0 || !same(was, c.Capture()) {
		t.Error("Escape does not put the lens away first")
	}
	var rest []func()
	g.h.Timer = func(_ time.Duration, f func()) func() { rest = append(rest, f); return func() {} }
	g.press(lensKey, pageDown)
	for _, f := range rest {
		f()
	}
	g.queue.Run()
	if g.n() != 2 || g.tool != lens || g.has(c.Capture(), pos(670, 300), 0) {
		t.Error("once the next scene rests, the lens shows another")
	}
}

// The presenter's picture has the lens at the same spot, and what is drawn there.
func TestLensOfTwoWindows(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(2), false)
	v, w := g.besides(fyne.NewSize(1366, 768))
	g.queue.Until(t, func() bool { return v.now.pic.Visible() })
	glass := v.now.glass
	g.press(penKey)
	at, size := uitest.At(glass), glass.Size()
	mid := at.AddXY(size.Width/2, size.Height/2)
	draws(glass, mid.AddXY(30, 0))
	g.press(lensKey)
	test.MoveMouse(w.Canvas(), mid)
	pic := w.Canvas().Capture()
	red := func(x float32) bool {
		r, g, b, _ := pic.At(int(mid.X+x), int(mid.Y)).RGBA()
		return r > 2*g && r > 2*b
	}
	if !red(60) || red(30) {
		t.Error("the dot at 30 pixels is not at 60")
	}
}
