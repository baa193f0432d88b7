package lesson

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/ui/uitest"
)

func digits(n string) []stroke {
	var out []stroke
	for _, r := range n {
		out = append(out, stroke{fyne.KeyName(r), r})
	}
	return out
}

// A number and Enter go to that scene; it shows as it is typed. Escape clears it,
// Backspace its last digit, and two seconds without a digit forget it.
func TestNumbers(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(14), false)
	var wait []func()
	g.h.Timer = func(_ time.Duration, f func()) func() {
		wait = append(wait, f)
		i := len(wait) - 1
		return func() { wait[i] = func() {} }
	}
	for _, last := range []stroke{enter, keypad} {
		g.press(ends[0])
		g.press(digits("12")...)
		if g.n() != 1 || !g.says("12") {
			t.Errorf("while it is typed: scene %d, %q", g.n(), uitest.Texts(g.view))
		}
		if g.press(last); g.n() != 12 || g.typed != "" {
			t.Errorf("12 and %+v lead to %d, %q left", last, g.n(), g.typed)
		}
	}
	g.press(digits("03")...)
	if g.press(enter); g.n() != 3 {
		t.Errorf("03 leads to %d", g.n())
	}
	g.press(digits("14")...)
	g.press(stroke{fyne.KeyBackspace, 0})
	if g.press(enter); g.n() != 1 {
		t.Errorf("14, less its last digit, leads to %d", g.n())
	}
	for _, n := range []string{"0", "15", "999", "0000"} {
		g.press(digits(n)...)
		if g.press(enter); g.n() != 1 || !g.says("14") {
			t.Errorf("%s leads to %d and says %q", n, g.n(), uitest.Texts(g.view))
		}
	}
	g.press(digits("5")...)
	if g.press(escape); g.typed != "" || g.h.Store.State().Scene != 1 {
		t.Errorf("Escape leaves %q, scene %d", g.typed, g.h.Store.State().Scene)
	}
	g.press(digits("5")...)
	for _, f := range wait {
		f()
	}
	if g.press(enter); g.n() != 2 {
		t.Errorf("after two seconds Enter leads to %d", g.n())
	}
	// Whatever covers the room, a number goes there and uncovers it.
	g.press(blacks[0])
	g.press(digits("7")...)
	if g.press(enter); g.n() != 7 || g.Blank() {
		t.Errorf("under black 7 leads to %d, blank %v", g.n(), g.Blank())
	}
}

// The overview has all scenes; keys, wheel and clicks go about in it.
func TestOverview(t *testing.T) {
	g := newRig(t, uitest.Opening(), deck(40), false)
	for _, k := range []stroke{tab, {fyne.KeyG, 'g'}, {"", 'п'}, {"", 'П'}} {
		if g.press(k); !g.grid || !g.says("Scene 2") {
			t.Errorf("%+v does not open it: %q", k, uitest.Texts(g.view))
		}
		if g.press(k); g.grid || g.says("Scene 2") {
			t.Errorf("%+v does not close it", k)
		}
	}
	g.press(tab)
	across := g.across
	if across < 2 {
		t.Fatalf("it has %d columns", across)
	}
	g.press(stroke{fyne.KeyDown, 0}, stroke{fyne.KeyRight, 0}, stroke{fyne.KeyRight, 0}, stroke{fyne.KeyLeft, 0}, pageDown, stroke{fyne.KeyUp, 0})
	if g.n() != 1 || g.pick != 2 {
		t.Errorf("arrows lead to %d, the lesson to %d", g.pick+1, g.n())
	}
	if g.press(enter); g.n() != 3 || g.grid {
		t.Errorf("Enter leads to %d, open %v", g.n(), g.grid)
	}
	g.press(tab, ends[1])
	if !g.says("Scene 40") {
		t.Errorf("the last scene is not in sight: %q", uitest.Texts(g.view))
	}
	o := g.view.over.grid
	at := o.cells[len(o.cells)-1].frame
	test.TapCanvas(g.win.Canvas(), uitest.At(at).AddXY(at.Size().Width/2, at.Size().Height/2))
	if g.n() != 40 || g.grid {
		t.Errorf("a click leads to %d, open %v", g.n(), g.grid)
	}
	g.press(tab)
	for range 30 {
		test.Scroll(g.win.Canvas(), uitest.At(o).AddXY(100, 100), 0, 20)
	}
	if !g.says("Scene 1 ") && !g.says("Scene 2") || g.n() != 40 {
		t.Errorf("the wheel shows %q, scene %d", uitest.Texts(g.view), g.n())
	}
	if g.press(escape); g.grid || g.h.Store.State().Scene != 40 {
		t.Error("Escape does not close it alone")
	}
	g.press(blacks[0])
	if g.press(tab); !g.grid || g.Blank() {
		t.Error("it is opened under black")
	}
}
