package lesson

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/uitest"
)

// Escape leaves the innermost of what is open, one at a time, and last the lesson.
func TestEscape(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(3), false)
	g.press(stroke{fyne.KeyZ, 'z'}, stroke{fyne.KeyF, 'f'}, tab, stroke{fyne.KeyF1, 0}, blacks[0])
	g.press(digits("2")...)
	open := func() string {
		return fmt.Sprint(g.typed != "", g.Blank(), g.card, g.grid, g.Frozen(), g.whole > 0, g.h.Store.State().Scene > 0)
	}
	for _, want := range []string{
		"true true true true true true true", "false true true true true true true", "false false true true true true true", "false false false true true true true",
		"false false false false true true true", "false false false false false true true", "false false false false false false true", "false false false false false false false",
	} {
		if got := open(); got != want {
			t.Errorf("open are %s, want %s", got, want)
		}
		g.press(escape)
	}
}

// F5 goes on where a lesson was left on the way, and begins anew one that was left
// at its end or is no longer the same; Shift+F5 goes on, too, unless another
// meeting was selected meanwhile.
func TestGoesOn(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	d := deck(5)
	d[4].View.Meeting = "2020-07-16-fm1"
	g := newRig(t, uitest.Opening(), d, false)
	h.Deck = g.desk.Deck
	at := func(here bool, meeting string, l Left) int {
		s := uitest.Opening()
		s.Meeting = meeting
		h.Store.Begin(s)
		h.Dispatch(Start(h, here, l))
		return h.Store.State().Scene
	}
	g.press(pageDown, pageDown)
	mid := g.Left("")
	g.press(ends[1], escape)
	end := g.Left("")
	old := mid
	old.Meeting = "2020-07-16-fm1"
	gone := mid
	gone.Of = 7
	for _, c := range []struct {
		what    string
		left    Left
		here    bool
		meeting string
		want    int
	}{
		{"F5, left on the way", mid, false, "", 3},
		{"Shift+F5, left on the way", mid, true, "", 3},
		{"F5, left at the end", end, false, "", 1},
		{"Shift+F5, left at the end", end, true, "", 5},
		{"Shift+F5, a meeting selected meanwhile", mid, true, "2020-07-16-fm1", 5},
		{"Shift+F5, a meeting that was selected before", old, true, "2020-07-16-fm1", 3},
		{"F5, another lesson", gone, false, "", 1},
		{"never left", Left{}, false, "", 1},
	} {
		if got := at(c.here, c.meeting, c.left); got != c.want {
			t.Errorf("%s: begins at %d, want %d", c.what, got, c.want)
		}
	}
	g.h.Store.Begin(h.Store.State())
}

// The first words in the room say how to leave, for two seconds, and where the
// lesson goes on.
func TestSaysHowToLeave(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	var after time.Duration
	var pass func()
	h.Timer = func(d time.Duration, f func()) func() { after, pass = d, f; return func() {} }
	d := deck(5)
	h.Deck = newRig(t, uitest.Opening(), d, false).desk.Deck
	h.Dispatch(Start(h, false, Left{N: 4, Of: 5, Title: d[3].Title}))
	s := Begin(uitest.Open(t, h).Lesson())
	v := New(s, bare)
	uitest.Show(t, v, fyne.NewSize(1366, 768))
	said := strings.Join(uitest.Texts(v), " ")
	if !strings.Contains(said, "Esc") || !strings.Contains(said, "4 of 5") || !strings.Contains(said, "Home") || after != 2*time.Second {
		t.Errorf("for %v it says %q", after, said)
	}
	pass()
	if said = strings.Join(uitest.Texts(v), " "); strings.Contains(said, "Esc") {
		t.Errorf("after that it says %q", said)
	}
}
