package mapview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/large"
	"c5atlas.org/c5atlas/internal/pairs"
)

// However many meetings have no place, the tray leaves the map its room: the
// others are counted, and all are in a list.
func TestFullTray(t *testing.T) {
	d, _, err := dataset.Open(large.Package(large.Size{Statements: 1000, Documents: 100, Meetings: 2000, Places: 40}))
	if err != nil {
		t.Fatal(err)
	}
	g := newRig(t, nil)
	g.host.Room = g.host.Room.WithData(d)
	g.host.Dispatch(state.SetTime{To: "2099"}) // looks at the new data
	for i, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 500, Height: 260}, {Width: 1600, Height: 1400}} {
		g.win.Resize(size)
		for k, text := range []float64{1, 2} {
			if !pairs.Turn(k, 2, i) {
				continue
			}
			g.host.Dispatch(state.SetTextSize(text))
			g.settle()
			n, shown := g.tray.all, 0
			for _, r := range g.tray.shown {
				if g.tray.lines[r.line].heading == "" {
					shown++
				}
			}
			if n < 50 {
				t.Fatalf("%d meetings have no place: this tests nothing", n)
			}
			want := "+ " + g.host.Printer().Int(n-shown)
			if shown == 0 {
				want = g.tray.count(n)
			}
			if g.tray.more.Text != want || g.tray.more.Hidden {
				t.Errorf("%v ×%v: of %d meetings %d show, and the tray says %q", size, text, n, shown, g.tray.more.Text)
			}
			if high := g.tray.Size().Height; high > size.Height/2 {
				t.Errorf("%v ×%v: the tray is %v high", size, text, high)
			}
			boxes := g.covered() // tray, date, tools
			if boxes[0].Y0 < 0 || boxes[0].Overlaps(boxes[2]) || boxes[0].Overlaps(g.pic.where.Legend) {
				t.Errorf("%v ×%v: the tray is at %+v, the tools at %+v, the legend at %+v", size, text, boxes[0], boxes[2], g.pic.where.Legend)
			}
		}
	}
	g.host.Dispatch(state.SetTextSize(1))
	g.settle()
	test.Tap(g.tray.more)
	l, ok := g.win.Canvas().Focused().(*list)
	if !ok || len(l.cards) != g.tray.all || !strings.Contains(l.rows[0].under.Text, "·") || l.head.Text != g.tray.count(len(l.cards)) {
		t.Fatal("the count does not open the list of all")
	}
	press(l, fyne.KeyEnd)
	press(l, fyne.KeyReturn)
	if got := g.state().At(); got != g.tray.cards()[g.tray.all-1].ID {
		t.Errorf("the last of the list selects %q", got)
	}
}

// What the tray holds is sorted by what it has in place of a place, each group
// under a heading that counts it, lights it and previews it; planned meetings say
// so; and no pointer over the tray reaches the map.
func TestTrayGroups(t *testing.T) {
	g := newRig(t, nil)
	var got []string
	for _, l := range g.tray.lines {
		if l.heading != "" {
			got = append(got, l.heading)
		} else {
			got = append(got, l.meetings[0])
		}
	}
	want := []string{"Online · 2", "2020-07-16-fm1", "2022-01-25-online", "Place not known · 1", "2027-summit3"}
	if !slices.Equal(got, want) {
		t.Fatalf("the tray holds %q", got)
	}
	last := g.tray.shown[len(g.tray.shown)-1].object.(*chip)
	if last.when.Text != "2027 · planned" {
		t.Errorf("the planned summit says %q", last.when.Text)
	}
	head := g.tray.shown[0]
	if head.line != 0 {
		t.Fatal("the first line does not show")
	}
	on := &desktop.MouseEvent{PointEvent: *at(20, float64(head.y+head.h/2))}
	g.tray.MouseMoved(on)
	f := g.host.Preview()
	if f.LitMeetings != state.NewSet("2020-07-16-fm1", "2022-01-25-online") {
		t.Errorf("the heading previews %v", f)
	}
	g.tray.Tapped(at(20, float64(head.y+head.h/2)))
	if g.state().Focus != f {
		t.Errorf("the heading lights %v", g.state().Focus)
	}
	g.tray.MouseOut()
	if g.host.Preview().Lights() {
		t.Error("the preview stays")
	}
	var o fyne.CanvasObject = g.tray
	_, hears := o.(desktop.Hoverable)
	_, takes := o.(fyne.Tappable)
	if !hears || !takes {
		t.Error("what lies under the tray answers for it")
	}
}

// A search without a hit, a filter and the time leave the tray where it is, with all
// its lines: what they leave out is dimmed and counts 0.
func TestFiltersLeaveTheTray(t *testing.T) {
	g := newRig(t, nil)
	at, size, lines := g.tray.Position(), g.tray.Size(), len(g.tray.shown)
	for name, change := range map[string]func(*state.State){
		"search": func(s *state.State) { s.Query = "zzzqq" },
		"time":   func(s *state.State) { s.From, s.To = "2023-01", "2023-12" },
		"level":  func(s *state.State) { s.Levels = "other" },
		"all":    func(s *state.State) { s.Status = "" },
	} {
		before := g.state()
		g.host.Dispatch(state.Func(func(s state.State) state.State { change(&s); return s }))
		g.settle()
		if !g.tray.Visible() || g.tray.Position() != at || g.tray.Size() != size || len(g.tray.shown) != lines {
			t.Errorf("%s: the tray is at %v, %v, with %d lines; was at %v, %v, with %d", name, g.tray.Position(), g.tray.Size(), len(g.tray.shown), at, size, lines)
		}
		for _, r := range g.tray.shown {
			if c, ok := r.object.(*chip); ok && !g.host.Selection().Shows(c.card.ID) && (c.when.Color != theme.Dim(g.host.Palette().Ink) || c.card.Coded && c.count.Text != "0") {
				t.Errorf("%s: the line of %s says %q in %v", name, c.card.ID, c.count.Text, c.when.Color)
			}
		}
		g.host.Dispatch(state.Func(func(state.State) state.State { return before }))
		g.settle()
	}
}

// The tray lies on none of the region's states where the map shows all of them.
func TestTrayLeavesTheStates(t *testing.T) {
	g := newRig(t, nil)
	rows := 0
	for i, size := range []fyne.Size{{Width: 634, Height: 364}, {Width: 900, Height: 600}, {Width: 846, Height: 486}, {Width: 1190, Height: 500}} {
		g.win.Resize(size)
		for k, text := range []float64{0.8, 1, 1.5, 2} {
			if !pairs.Turn(k%2, 2, i, k/2) {
				continue
			}
			g.host.Dispatch(state.SetTextSize(text))
			g.settle()
			b := g.covered()[0]
			rows += len(g.tray.shown)
			if len(g.tray.shown) > 0 && g.host.Room.Region().Hides(g.limits.fit, b) {
				t.Errorf("%v ×%v: the tray at %+v lies on a state", size, text, b)
			}
		}
	}
	if rows < 10 {
		t.Errorf("only %d lines show at all sizes", rows)
	}
}

// The wheel leads through a tray that has no room for all, to its very end.
func TestTrayScrolls(t *testing.T) {
	d, _, err := dataset.Open(large.Package(large.Size{Statements: 1000, Documents: 100, Meetings: 400, Places: 40}))
	if err != nil {
		t.Fatal(err)
	}
	g := newRig(t, nil)
	g.host.Room = g.host.Room.WithData(d)
	g.host.Dispatch(state.SetTime{To: "2099"})
	g.settle()
	seen := map[int]bool{}
	for range len(g.tray.lines) {
		for _, r := range g.tray.shown {
			seen[r.line] = true
		}
		g.tray.Scrolled(scroll(20, 20, -notch))
	}
	if len(seen) != len(g.tray.lines) {
		t.Errorf("%d of %d lines were seen", len(seen), len(g.tray.lines))
	}
	n := len(g.tray.shown)
	g.tray.Scrolled(scroll(20, 20, 1e6))
	if g.tray.top != 0 || len(g.tray.shown) < n-1 {
		t.Errorf("back at line %d, %d show", g.tray.top, len(g.tray.shown))
	}
}
