package timeaxis

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// rig is a time axis in a window that draws nothing; the test says when time
// passes.
type rig struct {
	*View
	win  fyne.Window
	wait func()
}

func newRig(t *testing.T) *rig {
	t.Helper()
	s := uitest.Opening()
	s.Theme = state.Light
	h, _ := uitest.Host(t, s)
	g := &rig{View: New(uitest.Open(t, h))}
	h.Timer = func(_ time.Duration, f func()) func() { g.wait = f; return func() { g.wait = nil } }
	g.win = uitest.Show(t, g.View, fyne.NewSize(900, 60))
	return g
}

func (g *rig) state() state.State { return g.host.Store.State() }

func (g *rig) index(id string) int {
	return slices.IndexFunc(g.ticks, func(t scene.Tick) bool { return t.ID == id })
}

func drag(dx float32) *fyne.DragEvent { return &fyne.DragEvent{Dragged: fyne.Delta{DX: dx}} }

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func TestAxisIsTrueToTime(t *testing.T) {
	a := axis{first: day(2020, 1, 1), last: day(2024, 1, 1), left: 10, width: 1461} // a pixel a day
	for _, c := range []struct {
		at time.Time
		x  float64
	}{{day(2020, 1, 1), 10}, {day(2020, 2, 29), 69}, {day(2021, 1, 1), 376}, {day(2024, 1, 1), 1471}} {
		if x := a.x(c.at); x != c.x {
			t.Errorf("%v lies at %v, want %v", c.at, x, c.x)
		}
		if at := a.at(c.x); !at.Equal(c.at) {
			t.Errorf("at %v lies %v, want %v", c.x, at, c.at)
		}
	}
}

func TestWindowOfMonths(t *testing.T) {
	a := axis{first: day(2020, 1, 1), last: day(2026, 1, 1), width: 600}
	open := state.SetTime{}
	for _, c := range []struct {
		name      string
		got, want state.SetTime
	}{
		{"beginning", a.moveFrom(open, day(2021, 3, 10)), state.SetTime{From: "2021-03"}},
		{"beginning, nearer to the next month", a.moveFrom(open, day(2021, 3, 20)), state.SetTime{From: "2021-04"}},
		{"end", a.moveTo(open, day(2023, 5, 2)), state.SetTime{To: "2023-04"}},
		{"beginning off the axis", a.moveFrom(state.SetTime{From: "2021-03"}, day(2010, 1, 1)), open},
		{"end off the axis", a.moveTo(state.SetTime{From: "2021-03", To: "2021-09"}, day(2030, 1, 1)), state.SetTime{From: "2021-03"}},
		{"beginning past the end", a.moveFrom(state.SetTime{To: "2021-09"}, day(2024, 1, 1)), state.SetTime{From: "2021-09", To: "2021-09"}},
		{"end before the beginning", a.moveTo(state.SetTime{From: "2021-09"}, day(2020, 2, 1)), state.SetTime{From: "2021-09", To: "2021-09"}},
		{"the other end keeps its words", a.moveFrom(state.SetTime{To: "2023-04-27"}, day(2021, 1, 2)), state.SetTime{From: "2021-01", To: "2023-04-27"}},
		{"shift", a.shift(state.SetTime{From: "2021-03", To: "2021-05"}, 4), state.SetTime{From: "2021-07", To: "2021-09"}},
		{"shift to the end", a.shift(state.SetTime{From: "2021-03", To: "2021-05"}, 400), state.SetTime{From: "2025-10"}},
		{"shift to the beginning", a.shift(state.SetTime{From: "2021-03", To: "2021-05"}, -400), state.SetTime{To: "2020-03"}},
	} {
		if c.got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, c.got, c.want)
		}
	}
}

func TestSwarmKeepsMarksApart(t *testing.T) {
	xs := []float64{0, 1, 2, 3, 12, 13, 30}
	got := swarm(xs, 10, 3)
	if want := []int{0, 1, 2, 2, 0, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("levels %v, want %v", got, want)
	}
}

func TestDragTheEnds(t *testing.T) {
	g := newRig(t)
	was := g.state()
	all := len(g.host.Selection().Meetings)
	x := g.axis.x(day(2023, 1, 1)) - g.axis.x(g.axis.first)
	for range 10 {
		g.from.Dragged(drag(float32(x / 10)))
	}
	g.from.DragEnd()
	if g.state().From != "2023-01" || g.state().To != "" {
		t.Errorf("the window is %q to %q", g.state().From, g.state().To)
	}
	if n := len(g.host.Selection().Meetings); n >= all || n == 0 {
		t.Errorf("%d of %d meetings are left", n, all)
	}
	one := g.state()
	back := g.axis.x(g.axis.last) - g.axis.x(day(2024, 1, 1))
	for range 5 {
		g.to.Dragged(drag(-float32(back / 5)))
	}
	g.to.DragEnd()
	if g.state().From != "2023-01" || g.state().To != "2023-12" {
		t.Errorf("the window is %q to %q", g.state().From, g.state().To)
	}
	// The window as a whole, a year later.
	year := float32(g.axis.x(day(2025, 1, 1)) - g.axis.x(day(2024, 1, 1)))
	start := fyne.NewPos(float32(g.axis.x(day(2023, 6, 1))), g.lineY())
	for i := range 8 {
		ev := drag(year / 8)
		ev.Position = start.AddXY(year/8*float32(i+1), 0)
		g.Dragged(ev)
	}
	g.DragEnd()
	if g.state().From != "2024-01" || g.state().To != "2024-12" {
		t.Errorf("the moved window is %q to %q", g.state().From, g.state().To)
	}
	g.host.Store.Undo()
	g.host.Store.Undo()
	if g.state() != one {
		t.Error("each drag is not one step of undo")
	}
	g.host.Store.Undo()
	if g.state() != was {
		t.Error("undo does not open the window")
	}
}

func TestKeysMoveTheEnds(t *testing.T) {
	g := newRig(t)
	g.win.Canvas().Focus(g.from)
	for range 3 {
		g.from.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if g.state().From != "2020-04" {
		t.Errorf("three months on the window begins %q", g.state().From)
	}
	if !strings.Contains(g.tip.Text(), "2020") {
		t.Errorf("the tip says %q", g.tip.Text())
	}
	g.from.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	g.to.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if w := g.window(); w.From != "" || w.To == "" {
		t.Errorf("the window is %+v", w)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if g.window() != (state.SetTime{}) {
		t.Error("Escape does not open the window")
	}
}

func TestTapAndHoverAMeeting(t *testing.T) {
	g := newRig(t)
	i := g.index("2023-04-27-fm4")
	test.TapAt(g.View, g.center(i))
	if g.state().At() != "2023-04-27-fm4" {
		t.Errorf("a tap selects %q", g.state().At())
	}
	test.MoveMouse(g.win.Canvas(), g.center(i))
	if g.tip.Text() != g.label(i) || !g.ring.Visible() {
		t.Errorf("the tip says %q", g.tip.Text())
	}
	g.MouseOut()
	if g.tip.Text() != "" {
		t.Error("the tip stays")
	}
	test.TapAt(g.View, g.center(i))
	if g.state().At() != "" {
		t.Error("a second tap does not let go")
	}
}

func TestStepWalksInOrderOfTime(t *testing.T) {
	g := newRig(t)
	var want, got []string
	for _, k := range g.ticks {
		if k.In {
			want = append(want, k.ID)
		}
	}
	for range want {
		g.Step(1)
		got = append(got, g.state().At())
	}
	if !slices.Equal(got, want) {
		t.Errorf("steps give\n%v, want\n%v", got, want)
	}
	g.Step(1)
	if g.state().At() != want[len(want)-1] {
		t.Error("a step leads past the last meeting")
	}
	g.Step(-1)
	if g.state().At() != want[len(want)-2] {
		t.Error("a step back leads nowhere")
	}
}

func TestPlayIsCumulativeAndOneStepOfUndo(t *testing.T) {
	g := newRig(t)
	was := g.state()
	last, to := 0, ""
	g.Play()
	for i := 0; g.wait != nil; i++ {
		s := g.state()
		if s.Meeting == "" && s.To == "" { // after the last
			break
		}
		n := len(g.host.Selection().Meetings)
		if n < last || s.To < to || !g.host.Selection().Shows(s.Meeting) {
			t.Fatalf("%s: %d meetings up to %s, before it %d up to %s", s.Meeting, n, s.To, last, to)
		}
		last, to = n, s.To
		if i > 100 {
			t.Fatal("the play does not end")
		}
		f := g.wait
		g.wait = nil
		f()
	}
	if g.state().To != "" || g.playing != nil {
		t.Error("the window stays closed after the play")
	}
	g.host.Store.Undo()
	g.host.Store.Undo()
	if g.state() != was {
		t.Errorf("undo gives %+v", g.state())
	}
	g.Play()
	g.Play()
	if g.wait != nil || g.playing != nil {
		t.Error("a second press does not stop the play")
	}
}

func TestKeysWalkMeetings(t *testing.T) {
	g := newRig(t)
	g.win.Canvas().Focus(g.View)
	if !g.frame.Visible() {
		t.Error("the focus is not visible")
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if g.tip.Text() != g.label(1) {
		t.Errorf("the tip says %q, want %q", g.tip.Text(), g.label(1))
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if g.state().At() != g.ticks[1].ID {
		t.Error("Enter does not select")
	}
}

// A planned meeting is a ring of dashes, the others are whole: told by pixels at
// eight times the size.
func TestPlannedIsDashed(t *testing.T) {
	v := newRig(t)
	const scale = 8
	size := v.marks.Size()
	pic := v.picture(int(size.Width*scale), int(size.Height*scale)).(*image.RGBA)
	planned := 0
	for i, tick := range v.ticks {
		if tick.Planned {
			planned++
		}
		c, r := v.center(i), (v.looks[i].size-1.5)/2
		on := func(degrees float64) bool { // the ring there
			sin, cos := math.Sincos(degrees * math.Pi / 180)
			return pic.RGBAAt(int((c.X+r*float32(cos))*scale), int((c.Y+r*float32(sin))*scale)) != color.RGBAModel.Convert(v.host.Palette().Panel)
		}
		for _, a := range []float64{0, 90, 180, 270} {
			if on(a) == tick.Planned || !on(a+45) {
				t.Errorf("%s, planned %v: at %g degrees %v, at %g degrees %v", tick.ID, tick.Planned, a, on(a), a+45, on(a+45))
			}
		}
	}
	if planned == 0 {
		t.Error("no meeting is planned")
	}
}

// However many meetings there are, the axis is made of as many pieces, for each is
// painted anew in every frame of the window; and each meeting has its mark.
func TestManyMeetings(t *testing.T) {
	v := newRig(t)
	pieces := len(v.Pieces())
	few := v.ticks
	v.ticks = nil
	for i := range 2000 {
		x := few[i%len(few)]
		x.At, x.Selected, x.Planned = v.axis.first.Add(v.axis.last.Sub(v.axis.first)/2000*time.Duration(i)), i == 700, false
		v.ticks = append(v.ticks, x)
	}
	v.Refresh()
	if now := len(v.Pieces()); now != pieces {
		t.Errorf("%d pieces for 2,000 meetings, %d for %d", now, pieces, len(few))
	}
	size := v.marks.Size()
	pic := v.picture(int(size.Width), int(size.Height)).(*image.RGBA)
	at := func(i int) color.RGBA { c := v.center(i); return pic.RGBAAt(int(c.X), int(c.Y)) }
	for i := range v.ticks {
		if at(i).A == 0 {
			t.Fatalf("nothing stands at the place of meeting %d", i)
		}
	}
	if at(700) != color.RGBAModel.Convert(v.host.Palette().Accent) {
		t.Error("the selected meeting is under others")
	}
}

// A right click on a meeting, and the key for it, open its menu; beside the marks
// there is none.
func TestContextMenu(t *testing.T) {
	g := newRig(t)
	c := g.win.Canvas()
	copied := func() {
		t.Helper()
		menu, ok := c.Focused().(*widget.PopUpMenu)
		if !ok {
			t.Fatalf("the focus is on %T", c.Focused())
		}
		fyne.CurrentApp().Clipboard().SetContent("")
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if text := fyne.CurrentApp().Clipboard().Content(); text == "" || c.Overlays().Top() != nil {
			t.Errorf("%q is copied, or the menu stays open", text)
		}
	}
	i := g.index("2023-05-19-summit1")
	test.TapSecondaryAt(g.View, g.center(i))
	copied()
	c.Focus(g.View)
	uitest.Press(g.win, fyne.KeyHome, desktop.KeyMenu)
	copied()
	test.TapSecondaryAt(g.View, fyne.NewPos(2, 2))
	if c.Overlays().Top() != nil {
		t.Error("bare ground has a menu")
	}
}

// Whatever the pointer is on, in whatever pane, the meetings that share statements
// with it are marked, counted by hand.
func TestMeetingsThatSharePreview(t *testing.T) {
	s := uitest.Opening()
	s.Theme, s.Status = state.Light, state.AllStatuses
	h, in := uitest.Host(t, s)
	v := New(uitest.Open(t, h))
	uitest.Show(t, v, fyne.NewSize(900, 60))
	on := func() (ids []string) {
		for i, l := range v.looks {
			if l.ink == h.Palette().Accent {
				ids = append(ids, v.ticks[i].ID)
			}
		}
		return ids
	}
	for _, f := range []state.Focus{{LitDomains: "TRD"}, {LitDomains: "SEC"}, {LitDocuments: "003"}} {
		want := map[string]bool{}
		for _, x := range h.Room.Data.Statements {
			if x.Domain == string(f.LitDomains) || x.Document == string(f.LitDocuments) {
				want[x.Meeting] = true
			}
		}
		h.SetPreview(f)
		in.Until(t, func() bool { return len(on()) > 0 })
		if got := on(); len(got) != len(want) || slices.ContainsFunc(got, func(id string) bool { return !want[id] }) {
			t.Errorf("%+v marks %v, want %v", f, got, want)
		}
		h.SetPreview(state.Focus{})
		if got := on(); len(got) != 0 {
			t.Errorf("%v stay", got)
		}
	}
}
