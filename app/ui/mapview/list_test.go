package mapview

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

func press(l *list, key fyne.KeyName) { l.TypedKey(&fyne.KeyEvent{Name: key}) }

// TestLongList: as many rows as there is room for, and a way to every card.
func TestLongList(t *testing.T) {
	g := newRig(t, nil)
	cards := make([]scene.MeetingCard, 5000)
	for i := range cards {
		cards[i] = scene.MeetingCard{ID: fmt.Sprint("m", i), Title: fmt.Sprint("Meeting ", i), When: "2024", Where: "Osh", Level: "Other"}
	}
	g.list("Osh", cards, false, fyne.NewPos(880, 590))
	l, ok := g.win.Canvas().Focused().(*list)
	if !ok {
		t.Fatal("the list has no focus")
	}
	pos, size, room := g.popup.Content.Position().Add(g.popup.Position()), g.popup.Content.Size(), g.win.Canvas().Size()
	if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > room.Width || pos.Y+size.Height > room.Height {
		t.Errorf("the list is at %v, %v large, in %v", pos, size, room)
	}
	n := len(l.rows)
	if n < 5 || n > 20 || !l.bar.Visible() {
		t.Fatalf("%d rows, bar %v", n, l.bar.Visible())
	}
	at := func(what string, on, top int) {
		t.Helper()
		if l.on != on || l.top != top || !strings.HasSuffix(l.rows[on-top].title[0].Text, fmt.Sprint(" ", on)) {
			t.Errorf("%s: on %d of %d.., want %d of %d..; the row says %q", what, l.on, l.top, on, top, l.rows[on-top].title[0].Text)
		}
	}
	for range n {
		press(l, fyne.KeyDown)
	}
	at("Down", n, 1)
	press(l, fyne.KeyEnd)
	at("End", 4999, 5000-n)
	press(l, fyne.KeyPageUp)
	at("Page Up", 4999-n, 4999-n)
	press(l, fyne.KeyHome)
	at("Home", 0, 0)
	l.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, l.headRoom()+l.rows[0].height*2.5)}})
	at("the pointer", 2, 0)
	l.Scrolled(scroll(50, l.headRoom()+l.rows[0].height*2.5, -3*notch))
	at("the wheel", 5, 3)
	l.Scrolled(scroll(50, l.headRoom()+l.rows[0].height*2.5, 1e6))
	at("the wheel, far", 2, 0)
	l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, l.headRoom()+l.rows[0].height*1.5)})
	if g.listing() {
		t.Error("a choice leaves the list open")
	}
}

// TestTipNamesAllPlaces of a marker that stands for several.
func TestTipNamesAllPlaces(t *testing.T) {
	g := newRig(t, nil)
	g.win.Resize(fyne.NewSize(300, 240))
	g.Zoom(0.1) // so that markers touch
	g.settle()
	several := 0
	for _, m := range g.pic.where.Markers() {
		text := g.words(m.IDs)
		title, _, _ := strings.Cut(text, "\n")
		for _, id := range m.IDs[:min(len(m.IDs), 3)] {
			if name := g.host.Room.Data.Place(id).Name.In("en"); len(g.cards(m.IDs)) > 1 && !strings.Contains(title, name) {
				t.Errorf("%v is called %q", m.IDs, title)
			}
		}
		if len(m.IDs) < 2 {
			continue
		}
		several++
		l := newList(g.View, "", g.cards(m.IDs), true, fyne.NewSize(900, 600))
		for i, r := range l.rows {
			if !strings.Contains(r.under.Text, l.cards[i].Where) {
				t.Errorf("the list does not say where %q was: %q", l.cards[i].Title, r.under.Text)
			}
		}
	}
	if several == 0 {
		t.Error("no marker stands for several places")
	}
}

// TestNothingFollowsThePointerInADrag: no ring and no tip over a box.
func TestNothingFollowsThePointerInADrag(t *testing.T) {
	g := newRig(t, nil)
	m := g.pic.where.Markers()[0]
	pos := fyne.NewPos(float32(m.X), float32(m.Y))
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: fyne.KeyModifierShift}
	ev.Position = pos
	g.MouseMoved(ev)
	if !g.hover.Visible() || g.tip.Text() == "" {
		t.Fatal("no tip over a marker")
	}
	g.MouseDown(ev)
	g.Dragged(drag(30, 20))
	if g.hover.Visible() || g.tip.Text() != "" {
		t.Error("the tip stays over the box")
	}
}

// TestListLeavesWithItsRoom: a list is as large as its window was when it
// opened.
func TestListLeavesWithItsRoom(t *testing.T) {
	g := newRig(t, nil)
	g.list("", make([]scene.MeetingCard, 50), false, fyne.NewPos(400, 300))
	if !g.listing() {
		t.Fatal("no list")
	}
	g.win.Resize(fyne.NewSize(300, 240))
	if g.listing() {
		t.Error("the list stays in a window that it does not fit")
	}
}

// TestListSaysAllOfEachMeeting: under a heading that counts, names in full, those
// of which something is left bold.
func TestListSaysAllOfEachMeeting(t *testing.T) {
	for _, lang := range []string{"en", "uk", "ru"} {
		g := newRig(t, func(s *state.State) { s.Lang = lang })
		cards := g.cards([]string{"xian"})
		g.list(g.heading([]string{"xian"}, cards), cards, false, fyne.NewPos(300, 300))
		l := g.win.Canvas().Focused().(*list)
		if want := "8"; !strings.Contains(l.head.Text, want) || !strings.Contains(l.head.Text, "11") || strings.HasSuffix(l.head.Text, "…") {
			t.Errorf("%s: the heading is %q", lang, l.head.Text)
		}
		for i, r := range l.rows {
			var name []string
			for _, line := range r.title {
				name = append(name, strings.TrimSpace(line.Text))
				if line.MinSize().Width > l.width {
					t.Errorf("%s: %q is wider than the list", lang, line.Text)
				}
			}
			if got := strings.Join(name, ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(cards[i].Title, " ", "") {
				t.Errorf("%s: %q is written %q", lang, cards[i].Title, got)
			}
			if r.title[0].TextStyle.Bold != (cards[i].Count > 0) {
				t.Errorf("%s: %q, %d statements, bold %v", lang, cards[i].Title, cards[i].Count, r.title[0].TextStyle.Bold)
			}
		}
		tip := g.words([]string{"xian"})
		for _, c := range cards {
			if c.Count > 0 && !strings.Contains(tip, c.Title+" · "+c.CountText(g.host.Printer())) {
				t.Errorf("%s: the tip does not say all of %q: %q", lang, c.Title, tip)
			}
		}
	}
}
