package mapview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/large"
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
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 500, Height: 260}, {Width: 1600, Height: 1400}} {
		g.win.Resize(size)
		for _, text := range []float64{1, 2} {
			g.host.Dispatch(state.SetTextSize(text))
			g.settle()
			n, shown := len(g.tray.cards), len(g.tray.rows())-1
			if n < 50 {
				t.Fatalf("%d meetings have no place: this tests nothing", n)
			}
			if want := "+ " + g.host.Printer().Int(n-shown); g.tray.more.Text != want || g.tray.more.Hidden {
				t.Errorf("%v ×%v: of %d meetings %d show, and the tray says %q", size, text, n, shown, g.tray.more.Text)
			}
			if high := g.tray.Size().Height; high > size.Height/2 && shown > chipsLeast {
				t.Errorf("%v ×%v: the tray is %v high", size, text, high)
			}
		}
	}
	g.host.Dispatch(state.SetTextSize(1))
	g.settle()
	test.Tap(g.tray.more)
	l, ok := g.win.Canvas().Focused().(*list)
	if !ok || len(l.cards) != len(g.tray.cards) || !strings.Contains(l.rows[0].under.Text, "·") {
		t.Fatal("the count does not open the list of all")
	}
	press(l, fyne.KeyEnd)
	press(l, fyne.KeyReturn)
	if got := g.state().At(); got != g.tray.cards[len(g.tray.cards)-1].ID {
		t.Errorf("the last of the list selects %q", got)
	}
}
