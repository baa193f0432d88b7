package chartview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/charts"
)

// menu is what the button of comparisons opens.
func (g *rig) menu() *fyne.Menu {
	s := g.state()
	return g.pairs(s, scene.CanCompare(g.host.Room, s, g.host.Printer()))
}

func TestSplitAndCompare(t *testing.T) {
	g := newRig(t)
	total := func() (n float64) {
		for _, m := range g.marks() {
			if !m.Total {
				n += m.Value
			}
		}
		return n
	}
	test.Tap(g.split)
	g.settle()
	if s := g.state(); !s.Split || !g.split.On || !slices.ContainsFunc(g.marks(), func(m charts.Mark) bool { return m.Panel != "" }) || total() != 196 {
		t.Errorf("by state: %+v, marks sum to %v", s, total())
	}
	menu := g.menu()
	if !menu.Items[0].Checked || len(menu.Items) != 6 { // none, a line, meetings, states, periods, documents
		t.Fatalf("%d entries, none chosen: %v", len(menu.Items), menu.Items[0].Checked)
	}
	test.Tap(g.compare)
	g.in.Until(t, func() bool { return g.win.Canvas().Overlays().Top() != nil })
	g.win.Canvas().Overlays().Top().Hide()
	menu.Items[3].ChildMenu.Items[1].Action() // one state is no comparison yet
	if s := g.state(); s.Against != "" {
		t.Errorf("compared with a partner unasked: %q", s.Against)
	}
	g.pair(state.Pair{By: state.ByMeeting, A: "2020-07-16-fm1", B: "2024-03-29-kaz"})
	g.settle()
	s := g.state()
	if s.Split || s.Against != "2024-03-29-kaz" || s.Meeting != "2020-07-16-fm1" || !g.compare.On || !g.stop.Visible() || g.share.Visible() {
		t.Errorf("compared: %+v", s)
	}
	if menu = g.menu(); menu.Items[0].Checked || !strings.Contains(menu.Items[2].Label, "with") {
		t.Errorf("the menu begins with %q", menu.Items[2].Label)
	}
	sel := scene.Select(g.host.Room.Data, s)
	if want := sel.ByMeeting.Of(s.Meeting) + sel.ByMeeting.Of(s.Against); total() != float64(want) {
		t.Errorf("marks sum to %v, want %d", total(), want)
	}
	// A ring stands for the other meeting's statements: choosing it lights them.
	var ring charts.Mark
	for _, m := range g.marks() {
		if m.Series == "2024-03-29-kaz" && m.Value > 0 {
			ring = m
		}
	}
	g.plot.light(ring)
	g.settle()
	if now := g.state(); now.Chart != s.Chart || now.Subject != s.Subject || now.LitMeetings != "2024-03-29-kaz" || string(now.LitDomains) != ring.Row {
		t.Errorf("chosen: %+v", now)
	}
	test.Tap(g.stop)
	g.settle()
	if g.state().Against != "" || g.stop.Visible() {
		t.Error("no way back")
	}
	g.host.Dispatch(state.SetChart(state.Matrix))
	if g.split.Visible() || g.compare.Visible() {
		t.Error("the matrix cannot be split")
	}
}

// TestHeadFits checks that no two things of the head overlap in any language
// and that none is cut off.
func TestHeadFits(t *testing.T) {
	g := newRig(t)
	for _, lang := range i18n.Languages() {
		for _, width := range []float32{520, 640, 794, 1024, 1190} {
			g.host.Dispatch(state.SetLang(lang))
			g.host.Dispatch(scene.Compare(g.host.Room, state.Pair{By: state.ByMeeting, A: "2020-07-16-fm1", B: "2024-03-29-kaz"}))
			g.win.Resize(fyne.NewSize(width, 270))
			end := g.tabs.Position().X + g.tabs.Size().Width
			for _, b := range g.buttons() {
				if b.Position().X < end-0.5 {
					t.Errorf("%s, %v: %q begins at %v, before %v", lang, width, b.Text, b.Position().X, end)
				}
				end = b.Position().X + b.Size().Width
			}
			if end > width {
				t.Errorf("%s, %v: the buttons end at %v", lang, width, end)
			}
			if width > 790 && g.tabs.Size().Width < g.tabs.MinSize().Width*0.85 {
				t.Errorf("%s, %v: tabs have %v of %v", lang, width, g.tabs.Size().Width, g.tabs.MinSize().Width)
			}
		}
	}
}
