package mapview

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/pairs"
)

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

// The legend is there from the first picture, on none of the states, and keeps its
// place and its rows whatever the filters leave; L takes it away and C adds a row,
// as steps of undo.
func TestLegendStaysWhateverIsFiltered(t *testing.T) {
	for i, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 795, Height: 358}, {Width: 1188, Height: 520}, {Width: 420, Height: 260}} {
		for k, lang := range []string{"en", "uk", "ru"} {
			if !pairs.Turn(k, 3, i) {
				continue
			}
			g := newRig(t, func(s *state.State) { s.Lang = lang })
			g.win.Resize(size)
			g.settle()
			l := g.pic.where.Legend
			if l.Empty() {
				t.Fatalf("%v %s: no legend", size, lang)
			}
			if g.host.Room.Region().Hides(g.limits.fit, l) {
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
