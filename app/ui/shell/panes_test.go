package shell

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/timeaxis"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

func TestPanesHideAndComeBack(t *testing.T) {
	s := open(t, opening(), large)
	wide := s.maps.Size()
	s.key(&fyne.KeyEvent{Name: fyne.KeyF6})
	if s.documents.Visible() || s.maps.Size().Width != large.Width {
		t.Errorf("F6 leaves the documents, map %v", s.maps.Size())
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyF7})
	if s.charts.Visible() {
		t.Error("F7 leaves the charts")
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyF6})
	s.key(&fyne.KeyEvent{Name: fyne.KeyF7})
	if s.maps.Size() != wide {
		t.Errorf("the panes come back as %v, were %v", s.maps.Size(), wide)
	}
	if s.host.Store.CanUndo() {
		t.Error("undo would change the layout")
	}
}

func TestDragDivider(t *testing.T) {
	s := open(t, opening(), large)
	before := s.maps.Size().Width
	s.panes.across.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: -100}})
	if got := s.maps.Size().Width; got < before-101 || got > before-99 {
		t.Errorf("a drag of 100 moved the divider from %v to %v", before, got)
	}
	s.panes.across.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 5000}})
	if got := s.documents.Size().Width; got < documentsMin-1 {
		t.Errorf("the documents can be made %v wide", got)
	}
	s.panes.across.DoubleTapped(nil)
	if got := s.host.Store.State().SplitMap; got != uitest.Opening().SplitMap {
		t.Errorf("a double click leaves the split at %v", got)
	}
}

// In the layout of the chart the map over it is one that says something, or there is
// only the axis, at every size; the other layouts bring it back.
func TestChartLayoutHasNoSliverOfAMap(t *testing.T) {
	s := open(t, opening(), large)
	pane := s.maps.(*mapPane)
	none, some := 0, 0
	for _, k := range []float64{0.8, 1, 2} {
		s.host.Dispatch(state.SetTextSize(k))
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1366, Height: 768}, {Width: 1920, Height: 1080}, {Width: 2560, Height: 1440}} {
			s.window.Resize(size)
			s.Arrange(arrangements[1])
			high := pane.maps.Size().Height
			switch {
			case !pane.maps.Visible():
				none++
				if s.charts.Size().Height < 0.6*s.panes.Size().Height && pane.Foot() < 0.4*s.panes.Size().Height {
					t.Errorf("%v ×%v: without a map the charts have %v of %v", size, k, s.charts.Size().Height, s.panes.Size().Height)
				}
			case high < mapHighMin*float32(k):
				t.Errorf("%v ×%v: a map of %v", size, k, high)
			default:
				some++
			}
			s.Arrange(arrangements[3])
			if !pane.maps.Visible() || pane.maps.Size().Height < mapHighMin {
				t.Errorf("%v ×%v: the map does not come back", size, k)
			}
		}
	}
	if none == 0 || some == 0 {
		t.Errorf("%d without a map, %d with one: this tests half of it", none, some)
	}
}

// A low window folds the charts, so that the map keeps its share of the height at
// any size of type; in a high one nothing is folded.
func TestLowWindowFoldsTheCharts(t *testing.T) {
	s := open(t, opening(), large)
	lines := len(state.ChartKinds())
	for _, k := range []float64{0.8, 1, 1.3, 1.5, 2} {
		s.host.Dispatch(state.SetTextSize(k))
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1366, Height: 768}, {Width: 1280, Height: 799}, large, {Width: 1920, Height: 1080}} {
			s.window.Resize(size)
			folded := size.Height < 800*float32(k)
			if got := s.panes.folded(); got != folded {
				t.Errorf("%v ×%v: folded %v", size, k, got)
			}
			m := s.maps.(*mapPane).maps.Size().Height
			strip, ok := uitest.Find(s.charts, func(p fyne.Widget) bool { return strings.Contains(fmt.Sprintf("%T", p), "stripLine") })
			switch {
			case !folded:
				if ok {
					t.Errorf("%v ×%v: a strip below the map", size, k)
				}
			case ok && m < mapShare*size.Height:
				t.Errorf("%v ×%v: the map has %v of %v", size, k, m, size.Height)
			case ok && s.charts.Size().Height < float32(lines)*strip.MinSize().Height:
				t.Errorf("%v ×%v: the strip is %v high", size, k, s.charts.Size())
			case s.panes.down.Visible():
				t.Errorf("%v ×%v: a divider over the strip", size, k)
			}
		}
	}
}

// Charts that a low window unfolds leave the map a third of its height, and one that says
// something; where type is too large for that the axis stands over them alone, until they
// are folded.
func TestUnfoldedChartsLeaveTheMapAThird(t *testing.T) {
	s := open(t, opening(), large)
	third, alone := 0, 0
	for _, k := range []float64{0.8, 1, 1.3, 1.6, 2} {
		s.host.Dispatch(state.SetTextSize(k))
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1366, Height: 768}, {Width: 1280, Height: 799}} {
			s.window.Resize(size)
			s.Arrange(arrangements[3])
			s.panes.toggleCharts()
			pane := s.maps.(*mapPane)
			switch m := pane.maps.Size().Height; {
			case s.panes.folded():
				t.Errorf("%v ×%v: the charts are folded", size, k)
			case !pane.maps.Visible() && k > 1:
				alone++
			case m < mapHighMin*float32(k) || k <= 1 && m < size.Height/3-1:
				t.Errorf("%v ×%v: the map has %v", size, k, m)
			default:
				third++
			}
			s.panes.toggleCharts()
			if !pane.maps.Visible() {
				t.Errorf("%v ×%v: the map does not come back", size, k)
			}
		}
	}
	if third < 6 || alone == 0 {
		t.Errorf("%d with a map, %d without: this tests too little", third, alone)
	}
}

// A line of the strip whose sentence has no room says its first clause, and the whole
// one on hover; none ends in dots while a clause has room.
func TestStripSaysAWholeClause(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1366, 768))
	for _, lang := range i18n.Languages() {
		s.host.Dispatch(state.SetLang(lang))
		lines := 0
		uitest.Walk(s.charts, func(o fyne.CanvasObject) {
			if strings.Contains(fmt.Sprintf("%T", o), "stripLine") {
				lines++
				if text := uitest.Texts(o); strings.Contains(strings.Join(text, ""), "…") {
					t.Errorf("%s: a line says %q", lang, text)
				}
			}
		})
		if lines != len(state.ChartKinds()) {
			t.Errorf("%s: %d lines", lang, lines)
		}
	}
}

// A click on the strip opens the chart, in half of the height at most, and says how
// to fold it again; F7 does. Undo has no part in it.
func TestStripOpensAChart(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1366, 768))
	said := ""
	s.host.Tell = func(text string) { said = text }
	label := scene.SpecOf(state.States).Label(s.host.Printer())
	line, ok := uitest.Find(s.charts, func(o *canvas.Text) bool { return o.Text == label })
	if !ok {
		t.Fatalf("the strip shows %q", uitest.Texts(s.charts))
	}
	uitest.Click(s.window, line)
	v := s.host.Store.State()
	if v.Kind != state.States || !v.ShowCharts || s.panes.folded() || !strings.Contains(said, "F7") {
		t.Errorf("a click on the strip leaves %+v, says %q", v.Layout, said)
	}
	all, high := s.panes.Size().Height, s.charts.Size().Height
	if high < chartsHigh-2 || high > all/2+1 {
		t.Errorf("the charts have %v of %v", high, all)
	}
	s.panes.down.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DY: 40}})
	if got := s.charts.Size().Height; got < high-42 || got > high-38 {
		t.Errorf("after a drag of 40 the charts have %v, had %v", got, high)
	}
	uitest.Press(s.window, fyne.KeyF7)
	if !s.panes.folded() || !s.charts.Visible() {
		t.Error("F7 does not fold")
	}
	s.host.Dispatch(state.Func(func(v state.State) state.State { v.TextSize = 2; return v }))
	line, ok = uitest.Find(s.charts, func(o *canvas.Text) bool { return o.Text == label })
	if !ok {
		t.Fatalf("with large type the strip shows %q", uitest.Texts(s.charts))
	}
	uitest.Click(s.window, line)
	if s.panes.folded() {
		t.Error("a click on a tab does not open")
	}
}

// A lesson leaves the drawer as it is, also one whose scenes light a meeting, and also
// where one was lit before it.
func TestLessonLeavesTheDrawer(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1024, 768))
	s.Teach("Where it began", taught(deck(t)))
	present := func(when string) {
		t.Helper()
		for _, key := range []fyne.KeyName{fyne.KeyF5, fyne.KeyRight, fyne.KeyEscape} {
			uitest.Press(s.window, key)
		}
		if s.host.Store.State().Scene != 0 || s.documents.Visible() {
			t.Errorf("%s: the lesson leaves scene %d and the documents over the map", when, s.host.Store.State().Scene)
		}
	}
	present("nothing lit")
	s.host.Dispatch(state.SelectMeeting(s.host.Room.Data.Meetings[1].ID))
	s.ToggleDocuments()
	present("a meeting lit, the drawer shut")
}

func TestDrawerInANarrowWindow(t *testing.T) {
	s := open(t, opening(), fyne.NewSize(1024, 768))
	if s.documents.Visible() || s.maps.Size().Width != 1024 {
		t.Fatalf("a narrow window starts with the documents over the map (%v)", s.maps.Size())
	}
	s.host.Dispatch(state.SelectMeeting(s.host.Room.Data.Meetings[0].ID))
	if !s.documents.Visible() {
		t.Error("a selection does not open the drawer")
	}
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) // the selection
	s.key(&fyne.KeyEvent{Name: fyne.KeyEscape}) // the drawer
	if s.documents.Visible() {
		t.Error("Escape leaves the drawer open")
	}
	c := s.window.Canvas()
	c.Focus(s.drawer)
	s.drawer.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if o, ok := c.Focused().(fyne.CanvasObject); !s.documents.Visible() || !ok || !inside(o, s.documents) {
		t.Errorf("opened by a key, the drawer has not the keys: %T has", c.Focused())
	}
	for _, what := range []string{"the keys", "the drawer"} {
		if s.key(&fyne.KeyEvent{Name: fyne.KeyEscape}); c.Focused() != nil {
			t.Errorf("Escape does not let go of %s", what)
		}
	}
	if s.documents.Visible() {
		t.Error("Escape leaves open what a key has opened")
	}
	s.window.Resize(large)
	if !s.documents.Visible() {
		t.Error("the pane does not come back in a wide window")
	}
}

func TestTheme(t *testing.T) {
	s := open(t, opening(), large)
	paper := func() any { return s.app.Settings().Theme().Color("background", 0) }
	light := paper()
	s.host.SetDark(true)
	if paper() == light {
		t.Error("the desktop's dark look is not followed")
	}
	s.host.Dispatch(state.SetTheme(state.Light))
	if paper() != light {
		t.Error("the light theme is not light")
	}
	size := s.app.Settings().Theme().Size("text")
	s.textSize(1)
	if got := s.app.Settings().Theme().Size("text"); got <= size {
		t.Errorf("larger text is %v, was %v", got, size)
	}
	if s.host.Store.CanUndo() {
		t.Error("undo would change the look")
	}
}

// Closing lets go of everything: a view that still listened would be called.
func TestCloseLetsGo(t *testing.T) {
	s := open(t, opening(), large)
	s.Close()
	calls := 0
	cancel := state.Watch(s.host.Store, func(v state.State) state.State { return v }, func(state.State) { calls++ })
	defer cancel()
	before := strings.Join(uitest.Texts(s.documents), " ")
	s.host.Dispatch(state.SelectDocument(s.host.Room.Data.Documents[0].ID))
	s.host.Dispatch(state.SetLang("uk"))
	if calls != 3 {
		t.Fatalf("%d calls", calls)
	}
	if got := strings.Join(uitest.Texts(s.documents), " "); got != before {
		t.Error("a closed pane follows the view")
	}
}

func TestDialogsOpenAndClose(t *testing.T) {
	s := open(t, opening(), large)
	for name, show := range map[string]func(){"keys": s.ShowKeys, "about": s.ShowAbout, "export": s.Export, "data": s.ExportData} {
		show()
		if s.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s does not open", name)
		}
		s.host.Dispatch(state.SelectDocument(s.host.Room.Data.Documents[0].ID))
		s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if s.window.Canvas().Overlays().Top() != nil {
			t.Errorf("Escape does not close %s", name)
		}
		if s.host.Store.State().Document == "" {
			t.Errorf("Escape closed %s and cleared the selection, too", name)
		}
	}
}

// Escape closes the chooser that a dialog has opened, then the dialog.
func TestEscapeClosesTheInnermost(t *testing.T) {
	s := open(t, opening(), large)
	s.Export()
	over := s.window.Canvas().Overlays()
	folder, ok := uitest.Find(over.Top(), func(b *parts.Button) bool { return b.Text == s.host.T("shell.exportBrowse") })
	if !ok {
		t.Fatal("no button for the folder")
	}
	test.Tap(folder)
	for want := 1; want >= 0; want-- {
		s.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if got := len(over.List()); got != want {
			t.Errorf("%d dialogs are open, want %d", got, want)
		}
	}
}

// Reduced motion can be chosen in the menu, and the status line says so.
func TestReduceMotion(t *testing.T) {
	s := open(t, opening(), large)
	said := ""
	s.host.Tell = func(text string) { said = text }
	for _, want := range []bool{true, false} {
		s.toggleMotion()
		if got := s.host.Store.State().ReduceMotion; got != want || said == "" {
			t.Errorf("motion is reduced: %v, want %v; said %q", got, want, said)
		}
		said = ""
	}
}

// With the largest text a window of 1024x640 has a menu of 45 pixels: below it the
// time axis lies in one row, and the map still has its share of the whole.
func TestMapHasItsShareUnderTheMenu(t *testing.T) {
	const menu = 45
	v := opening()
	v.TextSize = 2
	s := open(t, v, fyne.NewSize(1024, 640-menu))
	for _, lang := range i18n.Languages() {
		s.host.Dispatch(state.SetLang(lang))
		if maps, _ := mapIn(t, s); maps.Height < mapShare*640-1 {
			t.Errorf("%s: the map is %v high of 640", lang, maps.Height)
		}
	}
	axis, ok := uitest.Find(s.root, func(*timeaxis.View) bool { return true })
	if !ok {
		t.Fatal("no axis")
	}
	low := axis.MinSize().Height
	s.window.Resize(fyne.NewSize(1024, 1000)) // room enough for two rows
	if high := axis.MinSize().Height; high <= low {
		t.Errorf("the axis is %v high, and %v where there is no room", high, low)
	}
}
