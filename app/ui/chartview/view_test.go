package chartview

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
	"c5atlas.org/c5atlas/charts"
)

// rig is a chart pane in a window that draws nothing, with a dispatcher that
// the test works by hand.
type rig struct {
	*View
	t    *testing.T
	in   uitest.Queue
	win  fyne.Window
	said []string
}

func newRig(t *testing.T) *rig {
	t.Helper()
	s := uitest.Opening()
	s.Theme = state.Light
	h, in := uitest.Host(t, s)
	return openRig(t, h, in)
}

// openRig is newRig with a host of one's own.
func openRig(t *testing.T, h *host.Host, in uitest.Queue) *rig {
	t.Helper()
	g := &rig{t: t, in: in}
	h.Tell = func(text string) { g.said = append(g.said, text) }
	g.View = New(uitest.Open(t, h))
	g.win = uitest.Show(t, g.View, fyne.NewSize(800, 360))
	g.settle()
	return g
}

// settle waits until the picture and the table that are wanted are on the screen.
func (g *rig) settle() {
	g.t.Helper()
	g.in.Until(g.t, func() bool { return !g.table.waits() && (g.wanted == (key{}) || g.pic != nil && g.pic.key == g.wanted) })
}

func (g *rig) state() state.State { return g.host.Store.State() }

func (g *rig) marks() []charts.Mark { return g.pic.layout.Marks }

// middle is the middle of a mark, in the pane.
func (g *rig) middle(m charts.Mark) fyne.Position {
	at, _ := g.area()
	return at.AddXY(float32(m.X+m.W/2), float32(m.Y+m.H/2))
}

// find returns the mark of a row and a series.
func (g *rig) find(row, series string) charts.Mark {
	g.t.Helper()
	m, i := g.plot.find(charts.MarkKey{Row: row, Series: series})
	if i < 0 {
		g.t.Fatalf("no mark %s/%s", row, series)
	}
	return m
}

func typeKeys(f fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// A window that is about to be painted takes the first chart as soon as that is drawn;
// those after it wait for their turn.
func TestFirstChartIsInTheFirstFrame(t *testing.T) {
	h, in := uitest.Host(t, uitest.Opening())
	v := New(uitest.Open(t, h))
	uitest.Show(t, v, fyne.NewSize(800, 360))
	for late := time.Now().Add(30 * time.Second); v.pic == nil; time.Sleep(time.Millisecond) {
		if v.Poll(); time.Now().After(late) {
			t.Fatal("there is no chart")
		}
	}
	first := v.pic
	in.Run()
	if v.pic != first {
		t.Error("the chart that was taken comes once more")
	}
	h.Dispatch(state.SetStates("KAZ"))
	for range 200 {
		v.Poll()
		time.Sleep(time.Millisecond)
	}
	if v.pic != first {
		t.Error("a later chart came before its turn")
	}
	in.Until(t, func() bool { return v.pic != first })
}

func TestHoverNamesTheMark(t *testing.T) {
	g := newRig(t)
	var m charts.Mark
	for _, x := range g.marks() {
		if x.Series != "" && x.Value > m.Value {
			m = x
		}
	}
	test.MoveMouse(g.win.Canvas(), g.middle(m))
	if g.tip.Text() != m.Name || !g.hover.Visible() {
		t.Errorf("the tip says %q, want %q", g.tip.Text(), m.Name)
	}
	if len(g.said) > 0 {
		t.Errorf("the status line says %q, which would stay when the pointer is elsewhere", g.said)
	}
	if g.plot.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a mark")
	}
	test.MoveMouse(g.win.Canvas(), fyne.NewPos(795, 355))
	if g.tip.Text() != "" || g.hover.Visible() {
		t.Error("the tip stays")
	}
}

// solid is the first mark that stands for statements of one row and one series.
func (g *rig) solid() charts.Mark {
	for _, x := range g.marks() {
		if !x.Total && x.Folded == 0 && x.Value > 0 && x.Row != "" && x.Series != "" {
			return x
		}
	}
	g.t.Fatal("no mark")
	return charts.Mark{}
}

// A tap lights the mark of each chart and moves none; a second one, and Escape,
// bring back the very view.
func TestTapLightsAndTakesBack(t *testing.T) {
	g := newRig(t)
	for _, kind := range state.ChartKinds() {
		g.host.Dispatch(state.SetChart(kind))
		g.settle()
		before, total, marks := g.state(), len(g.host.Selection().Statements), slices.Clone(g.marks())
		m := g.solid()
		test.TapCanvas(g.win.Canvas(), g.middle(m))
		g.settle()
		sel := g.host.Selection()
		if n := len(sel.Lit); float64(n) != m.Value || len(sel.Statements) != total {
			t.Errorf("%s: a tap on %q lights %d of %d statements, want %v of %d", kind, m.Name, n, len(sel.Statements), m.Value, total)
		}
		if !slices.Equal(g.marks(), marks) {
			t.Errorf("%s: a tap on %q moves the marks", kind, m.Name)
		}
		g.host.Store.Undo()
		g.settle()
		if g.state() != before {
			t.Errorf("%s: undo does not take the tap back", kind)
		}
		g.plot.at1 = time.Time{} // rest a while
		test.TapCanvas(g.win.Canvas(), g.middle(m))
		g.plot.at1 = time.Time{}
		test.TapCanvas(g.win.Canvas(), g.middle(m))
		if g.state() != before {
			t.Errorf("%s: a second tap leaves %+v", kind, g.state())
		}
		g.plot.at1 = time.Time{}
		test.TapCanvas(g.win.Canvas(), g.middle(m))
		g.win.Canvas().Focus(g.plot)
		typeKeys(g.plot, fyne.KeyEscape)
		if g.state() != before {
			t.Errorf("%s: Escape leaves %+v", kind, g.state())
		}
		g.plot.at1 = time.Time{}
	}
}

// Shift adds marks, a double tap leaves only what is lit.
func TestShiftAddsAndADoubleTapFilters(t *testing.T) {
	g := newRig(t)
	first, second := g.find("TRD", "intended"), g.find("SEC", "intended")
	test.TapCanvas(g.win.Canvas(), g.middle(first))
	g.host.Shift = func() bool { return true }
	test.TapCanvas(g.win.Canvas(), g.middle(second))
	if s := g.state(); s.LitDomains != "SEC,TRD" || s.LitStatuses != "intended" || float64(len(g.host.Selection().Lit)) != first.Value+second.Value {
		t.Errorf("Shift leads to %+v", s.Focus)
	}
	g.host.Shift = func() bool { return false }
	g.host.LetGo()
	g.settle()
	test.TapCanvas(g.win.Canvas(), g.middle(first))
	test.TapCanvas(g.win.Canvas(), g.middle(first))
	if s := g.state(); s.Domains != "TRD" || s.Status != "intended" || s.Lights() || float64(len(g.host.Selection().Statements)) != first.Value {
		t.Errorf("a double tap leads to %+v", s.View)
	}
}

func TestKeysWalkTheMarks(t *testing.T) {
	g := newRig(t)
	c := g.win.Canvas()
	c.Focus(g.plot)
	if !g.frame.Visible() {
		t.Error("the focus is not visible")
	}
	typeKeys(g.plot, fyne.KeyRight)
	all := g.marks()
	for i, m := range all {
		if g.plot.walked != m.Key() || !g.ring.Visible() || g.tip.Text() != m.Name {
			t.Fatalf("mark %d: the keys are on %v, want %v", i, g.plot.walked, m.Key())
		}
		typeKeys(g.plot, fyne.KeyRight)
	}
	typeKeys(g.plot, fyne.KeyHome, fyne.KeyDown)
	if g.plot.walked.Row == all[0].Row {
		t.Error("Down stays in its row")
	}
	typeKeys(g.plot, fyne.KeyUp)
	if g.plot.walked.Row != all[0].Row {
		t.Error("Up does not come back")
	}
	typeKeys(g.plot, fyne.KeyHome)
	m := all[0]
	typeKeys(g.plot, fyne.KeyReturn)
	g.settle()
	if n := len(g.host.Selection().Lit); float64(n) != m.Value {
		t.Errorf("Enter on %q lights %d statements", m.Name, n)
	}
	if !g.ring.Visible() {
		t.Error("the ring is lost after Enter")
	}
	typeKeys(g.plot, fyne.KeyReturn)
	g.settle()
	if n := len(g.host.Selection().Statements); float64(n) != m.Value || g.state().Lights() {
		t.Errorf("Enter twice on %q leaves %d statements", m.Name, n)
	}
	typeKeys(g.plot, fyne.KeyEscape)
	if g.ring.Visible() || g.tip.Text() != "" {
		t.Error("Escape does not let go")
	}
	c.Unfocus()
	if g.frame.Visible() {
		t.Error("the focus still shows")
	}
}

// tab is the words of a tab.
func (g *rig) tab(i int) fyne.CanvasObject {
	label := g.tabs.Items()[i].Label
	words, ok := uitest.Find(g.tabs, func(x *canvas.Text) bool { return x.Text == label })
	if !ok {
		g.t.Fatalf("no tab %q", label)
	}
	return words
}

func TestTabs(t *testing.T) {
	g := newRig(t)
	for i, k := range state.ChartKinds() {
		uitest.Click(g.win, g.tab(i))
		g.settle()
		if g.state().Kind != k || g.pic.key.state.Kind != k {
			t.Errorf("tab %d shows %s", i, g.pic.key.state.Kind)
		}
		if len(g.marks()) == 0 {
			t.Errorf("%s has no marks", k)
		}
		if shown := g.share.Visible(); shown != (k == state.Domains || k == state.States) {
			t.Errorf("%s: shares offered: %v", k, shown)
		}
	}
	typeKeys(g.tabs, fyne.KeyHome, fyne.KeyRight)
	g.settle()
	if g.state().Kind != state.States {
		t.Errorf("the keys turn to %s", g.state().Kind)
	}
	// Back to a chart seen before: no drawing, it is there at once.
	uitest.Click(g.win, g.tab(0))
	if g.pic.key.state.Kind != state.Domains {
		t.Error("a picture seen before is drawn again")
	}
}

func TestTable(t *testing.T) {
	g := newRig(t)
	test.Tap(g.text)
	g.settle()
	if !g.state().Table || !g.table.Visible() || g.raster.Visible() {
		t.Fatal("the table does not show")
	}
	rows, cols := g.table.cells.Length()
	head, want := scene.Count(g.host.Room, g.host.Selection(), g.host.State(), g.host.Printer()).Table()
	if rows != len(want) || cols != len(head) {
		t.Errorf("%d by %d cells, want %d by %d", rows, cols, len(want), len(head))
	}
	test.Tap(g.text)
	g.settle()
	if g.table.Visible() || !g.raster.Visible() {
		t.Error("the chart does not come back")
	}
}

func TestEmptySaysWhyAndHelps(t *testing.T) {
	g := newRig(t)
	g.host.Dispatch(state.Search("nothing says this"))
	g.settle()
	if !g.empty.Visible() || !strings.Contains(strings.Join(uitest.Texts(g.empty), " "), "nothing says this") || g.raster.Visible() {
		t.Fatal("an empty chart says nothing")
	}
	test.Tap(g.reset)
	g.settle()
	if g.empty.Visible() || !g.raster.Visible() || g.state().Query != "" {
		t.Error("the button does not help")
	}
}

func TestResizeKeepsThePictureUntilTheNext(t *testing.T) {
	g := newRig(t)
	old := g.pic
	g.win.Resize(fyne.NewSize(500, 300))
	if g.pic != old || g.raster.Size().Width != float32(old.key.size.Width) {
		t.Error("the picture is stretched while the next one is made")
	}
	g.settle()
	_, size := g.area()
	if g.pic == old || g.raster.Size() != size {
		t.Errorf("the new picture is %v, want %v", g.raster.Size(), size)
	}
}

func TestSlowPictureIsAnnounced(t *testing.T) {
	g := newRig(t)
	var wait func()
	g.host.Timer = func(_ time.Duration, f func()) func() { wait = f; return func() { wait = nil } }
	g.host.Dispatch(state.SetTextSize(1.2))
	if wait == nil {
		t.Fatal("nothing waits for a slow picture")
	}
	wait()
	if !g.progress.Visible() {
		t.Error("no sign of work")
	}
	g.settle()
	if g.progress.Visible() {
		t.Error("the sign of work stays")
	}
}

func TestExportButton(t *testing.T) {
	g := newRig(t)
	n := 0
	g.OnExport = func() { n++ }
	test.Tap(g.export)
	if n != 1 {
		t.Errorf("export ran %d times", n)
	}
}

// A pane that does not show draws nothing for the views that go by, and shows the last
// of them once it is there again.
func TestHiddenPaneDrawsNothing(t *testing.T) {
	g := newRig(t)
	kept := g.cache.Len()
	g.Hide()
	for _, k := range state.ChartKinds() {
		g.host.Dispatch(state.SetChart(k))
		g.settle()
	}
	g.host.Dispatch(state.SetChart(state.Timeline))
	if g.settle(); g.cache.Len() != kept {
		t.Errorf("%d pictures were drawn out of sight", g.cache.Len()-kept)
	}
	g.Show()
	if g.settle(); g.wanted == (key{}) || g.pic.key.state.Kind != state.Timeline {
		t.Errorf("the pane shows %v", g.pic.key.state.Kind)
	}
	g.host.Dispatch(state.SetChart(state.Domains)) // under way when the pane goes
	g.Hide()
	g.host.Dispatch(state.SetTheme(state.Dark))
	g.host.Dispatch(state.SetTheme(state.Light))
	g.Show()
	if g.settle(); g.pic.key.state.Kind != state.Domains {
		t.Errorf("the pane shows %v, not what was under way when it went", g.pic.key.state.Kind)
	}
}
