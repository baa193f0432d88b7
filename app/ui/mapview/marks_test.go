package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/state"
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
