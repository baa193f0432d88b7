package mapview

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps"
)

func TestTapOnMarkers(t *testing.T) {
	g := newRig(t, nil)
	c := g.win.Canvas()
	if len(g.pic.where.Markers()) < 5 {
		t.Fatalf("%d markers", len(g.pic.where.Markers()))
	}
	for _, m := range g.pic.where.Markers() {
		g.host.Dispatch(state.ClearSelection{})
		cards := g.cards(m.IDs)
		g.Tapped(at(m.X, m.Y))
		switch {
		case len(cards) == 1:
			if g.state().At() != cards[0].ID {
				t.Errorf("tap on %v selects %q, want %q", m.IDs, g.state().At(), cards[0].ID)
			}
		case len(cards) > 1:
			l, ok := c.Focused().(*list)
			if !ok || !g.listing() || len(l.cards) != len(cards) {
				t.Fatalf("tap on %v opens no list of %d", m.IDs, len(cards))
			}
			l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if g.state().At() != cards[1].ID || g.listing() {
				t.Errorf("the list selects %q, want %q", g.state().At(), cards[1].ID)
			}
			g.Tapped(at(m.X, m.Y))
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if g.listing() || g.state().At() != cards[1].ID {
				t.Error("Escape does not close the list, or takes the selection with it")
			}
		}
		g.settle()
	}
}

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

func TestKeys(t *testing.T) {
	g := newRig(t, nil)
	c := g.win.Canvas()
	c.Focus(g.View)
	if !g.frame_().Visible() {
		t.Error("no frame round the pane that has the focus")
	}
	scale := g.shown.Scale
	g.TypedRune('+')
	g.settle()
	near(t, "scale after +", g.shown.Scale, scale/1.5, scale*1e-3)
	place := g.shown.FromScreen(450, 300)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	g.settle()
	g.under("after Right", place, 450-panStep, 300)
	g.TypedRune('0')
	g.settle()
	if !g.state().Camera.Fits() {
		t.Error("0 does not fit")
	}
	seen := map[string]bool{}
	n := len(g.pic.where.Markers())
	lastX := -1.0
	for range n {
		g.TypedRune(']')
		m, ok := g.placed(g.marks.walked)
		if !ok || !g.ring.Visible() || g.tip.Text() == "" {
			t.Fatal("] shows no marker")
		}
		if m.X < lastX {
			t.Error("the markers are not walked from left to right")
		}
		lastX = m.X
		seen[g.marks.walked] = true
	}
	if len(seen) != n {
		t.Errorf("%d of %d markers walked", len(seen), n)
	}
	g.walkLegend()
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if g.ring.Visible() || g.rowRing.Visible() || g.tip.Text() != "" || g.host.Preview().Lights() {
		t.Error("Escape does not let go of what the keys are on")
	}
	c.Unfocus()
	if g.frame_().Visible() {
		t.Error("the frame stays without the focus")
	}
}

// walkLegend goes on from the last marker over the rows of the legend: each is ringed
// where the picture has it and previews what a click on it lights, and Enter lights
// that.
func (g *rig) walkLegend() {
	g.t.Helper()
	rows := g.pic.where.LegendRows()
	if len(rows) < 3 {
		g.t.Fatalf("the legend has the rows %q", rows)
	}
	for _, id := range rows {
		g.TypedRune(']')
		g.settle()
		box, _ := g.pic.where.LegendBox(id)
		if at := g.rowRing.Position(); g.marks.onRow != id || g.ring.Visible() || g.rowRing.Hidden || float64(at.X) != float64(float32(box.X0)) || g.tip.Text() != "" {
			g.t.Errorf("] is on the row %q at %v, want %q at %v", g.marks.onRow, at, id, box)
		}
		before := g.state()
		clicked := scene.LegendFocus(g.host.Room, g.host.Selection(), id)
		if got := g.host.Preview(); got != clicked {
			g.t.Errorf("%s previews %+v, want %+v", id, got, clicked)
		}
		g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		g.settle()
		byKey := g.state().Focus
		g.host.Store.Undo()
		g.settle()
		if g.state().Focus != before.Focus {
			g.t.Errorf("%s: undo does not let go", id)
		}
		g.pickLegend((box.X0+box.X1)/2, (box.Y0+box.Y1)/2)
		g.settle()
		if now := g.state().Focus; now != byKey || clicked.Lights() != now.Lights() {
			g.t.Errorf("%s: Enter lights %+v, a click %+v", id, byKey, now)
		}
		g.host.Dispatch(state.ClearSelection{})
		g.settle()
	}
	g.TypedRune(']')
	if g.marks.walked == "" || g.marks.onRow != "" || g.rowRing.Visible() || !g.ring.Visible() || g.host.Preview().Lights() {
		g.t.Error("] does not come back to the first marker")
	}
	g.TypedRune('[')
	if g.marks.onRow != rows[len(rows)-1] {
		g.t.Errorf("[ is on %q, want the last row", g.marks.onRow)
	}
}

// frame_ is the rectangle that says that the pane has the focus; frame is the
// rig's turn of the loop.
func (g *rig) frame_() fyne.CanvasObject { return g.View.frame }

func TestTray(t *testing.T) {
	g := newRig(t, nil)
	if len(g.tray.chips) == 0 {
		t.Fatal("no online meeting in the tray")
	}
	ch := g.tray.chips[0]
	if ch.card.ID != "2020-07-16-fm1" || ch.count.Text != "22" {
		t.Errorf("the first chip is %s with %s", ch.card.ID, ch.count.Text)
	}
	test.Tap(ch)
	if g.state().At() != ch.card.ID || ch.rule.Hidden {
		t.Error("a tap on the chip does not select its meeting")
	}
	test.Tap(ch)
	if g.state().At() != "" {
		t.Error("a second tap does not let go")
	}
	g.host.Dispatch(state.SetLevels("bilateral"))
	if g.tray.Visible() && len(g.tray.chips) > 0 && g.tray.chips[0].card.Level == "" {
		t.Error("the tray does not follow the filters")
	}
}

// The legend is there from the first picture, on none of the states, and keeps its
// place and its rows whatever the filters leave; L takes it away and C adds a row,
// as steps of undo.
func TestLegendStaysWhateverIsFiltered(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 795, Height: 358}, {Width: 1188, Height: 520}, {Width: 420, Height: 260}} {
		for _, lang := range []string{"en", "uk", "ru"} {
			g := newRig(t, func(s *state.State) { s.Lang = lang })
			g.win.Resize(size)
			g.settle()
			l := g.pic.where.Legend
			if l.Empty() {
				t.Fatalf("%v %s: no legend", size, lang)
			}
			if g.host.Room.Region.Hides(g.limits.fit, l) {
				t.Errorf("%v %s: the legend stands on the states: %+v", size, lang, l)
			}
			rows := legendRows(g)
			for _, a := range []state.Action{
				state.SetLevels("bilateral"),
				state.SetTime{To: "2021"},
				state.Func(func(s state.State) state.State { s.Domains = "TRD"; return s }),
				state.FocusOn{Codes: state.Focus{LitStates: "KAZ"}},
			} {
				g.host.Dispatch(a)
				g.settle()
				if got := legendRows(g); g.pic.where.Legend != l || !slices.Equal(got, rows) {
					t.Errorf("%v %s: the legend went from %+v to %+v\n%v\n%v", size, lang, l, g.pic.where.Legend, rows, got)
				}
			}
		}
	}
	g := newRig(t, nil)
	before := legendRows(g)
	g.TypedRune('l')
	g.settle()
	if !g.pic.where.Legend.Empty() || g.state().Legend != state.LegendOff {
		t.Errorf("the legend stays, the view says %q", g.state().Legend)
	}
	g.TypedRune('l')
	g.TypedRune('c')
	g.settle()
	if !g.state().CapitalLinks || slices.Equal(legendRows(g), before) {
		t.Error("the legend does not explain the links")
	}
	for range 3 {
		g.host.Store.Undo()
	}
	g.settle()
	if !slices.Equal(legendRows(g), before) || g.state().CapitalLinks {
		t.Error("undo does not take legend and links back")
	}
}

// legendRows is the rows of the legend that can be pointed at, with their places,
// and how wide it is.
func legendRows(g *rig) (out []string) {
	p := g.pic.where
	for y := p.Legend.Y0; y < p.Legend.Y1; y += 4 {
		last := ""
		for x := p.Legend.X0; x < p.Legend.X1; x += 2 {
			if id, box, ok := p.LegendRow(x, y); ok && id != last {
				last = id
				out = append(out, fmt.Sprint(id, box))
			}
		}
	}
	return append(out, strconv.Itoa(g.pic.rows))
}

// A row of the legend lights what it names: a hover previews it, a click lights it
// and a second one lets go.
func TestLegendRowsAnswer(t *testing.T) {
	g := newRig(t, nil)
	p, seen := g.pic.where, 0
	for y := p.Legend.Y0 + 1; y < p.Legend.Y1; y += 6 {
		for x := p.Legend.X0 + 1; x < p.Legend.X1; x += 20 {
			id, _, ok := p.LegendRow(x, y)
			if !ok || id != "level bilateral" && id != "hollow" {
				continue
			}
			seen++
			g.MouseMoved(&desktop.MouseEvent{PointEvent: *at(x, y)})
			hovered := g.host.Preview()
			for _, m := range hovered.LitMeetings.Codes() {
				if x := g.host.Room.Data.Meeting(m); id == "hollow" && g.host.Room.Data.Coded(m) || id != "hollow" && x.Level != "bilateral" {
					t.Errorf("%s names %s", id, m)
				}
			}
			g.Tapped(at(x, y))
			if got := g.state().Focus; !hovered.Lights() || got != hovered {
				t.Errorf("%s: a click lights %v, a hover %v", id, got, hovered)
			}
			g.Tapped(at(x, y))
			if g.state().Lights() {
				t.Errorf("%s: a second click does not let go", id)
			}
			g.MouseMoved(&desktop.MouseEvent{PointEvent: *at(400, 300)})
			if g.host.Preview() == hovered {
				t.Errorf("%s: the preview stays", id)
			}
		}
	}
	if seen == 0 {
		t.Fatal("no row was seen")
	}
}

func TestInsetShowsWhereAPartLies(t *testing.T) {
	g := newRig(t, nil)
	if !g.pic.where.Inset.Empty() {
		t.Error("an inset beside the whole")
	}
	g.Zoom(3)
	g.settle()
	if g.pic.where.Inset.Empty() {
		t.Error("no inset beside a part")
	}
	g.Fit()
	g.settle()
	if !g.pic.where.Inset.Empty() {
		t.Error("the inset stays")
	}
}

func TestWhatLiesUnderTheNotesIsNotNamed(t *testing.T) {
	g := newRig(t, nil)
	n := g.pic.where.Notes
	for x := 20.0; x < 880; x += 40 {
		g.MouseMoved(&desktop.MouseEvent{PointEvent: *at(x, (n.Y0+n.Y1)/2)})
		g.pass()
		if g.tip.Text() != "" {
			t.Fatalf("on the notes the tip says %q", g.tip.Text())
		}
	}
}

func TestTrayStandsAboveTheScaleBar(t *testing.T) {
	for _, lang := range []string{"en", "uk"} {
		g := newRig(t, func(s *state.State) { s.Lang, s.TextSize = lang, 1.5 })
		b, bar := g.buttons, g.pic.where.ScaleBar
		if bar.Empty() || float64(b.Position().Y+b.Size().Height) > bar.Y0 || float64(b.Position().Y+b.Size().Height) < bar.Y0-20 {
			t.Errorf("%s: the buttons end at %v, the scale bar begins at %v", lang, b.Position().Y+b.Size().Height, bar.Y0)
		}
		if n := g.pic.where.Notes; n.Empty() || n.Y0 < bar.Y0 || n.Y1 != 600 {
			t.Errorf("%s: the notes are at %+v", lang, n)
		}
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
