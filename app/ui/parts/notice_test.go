package parts_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// inside complains of pieces that leave their widget or lie on each other.
func inside(t *testing.T, what string, n *parts.Notice) {
	t.Helper()
	said := n.Pieces()[2:]
	for i, o := range said {
		if !o.Visible() {
			continue
		}
		p, z := o.Position(), o.Size()
		if p.X < -0.5 || p.Y < -0.5 || p.X+z.Width > n.Size().Width+0.5 || p.Y+z.Height > n.Size().Height+0.5 {
			t.Errorf("%s: a piece at %v, %v large, leaves %v", what, p, z, n.Size())
		}
		for _, other := range said[:i] {
			if uitest.Overlap(o, other) {
				t.Errorf("%s: pieces lie on each other", what)
			}
		}
	}
}

// A button that is on the screen already shows what it becomes.
func TestNoticeRepaintsItsButtons(t *testing.T) {
	h := newHand(t)
	n, b := parts.NewNotice(h.Host, true), parts.NewButton(h.Host, nil, "Reset", "", nil)
	n.Say(parts.CueNote, "x", parts.NewButton(h.Host, nil, "Show", "", nil), b)
	uitest.Show(t, n, fyne.NewSize(600, 300))
	b.Text = "Zurücksetzen"
	n.Say(parts.CueNote, "y", b)
	back, ok := b.Pieces()[0].(*canvas.Rectangle)
	if !ok || back.FillColor != h.Palette().Accent || !strings.Contains(strings.Join(uitest.Texts(n), " "), "Zurücksetzen") {
		t.Errorf("the button is %v and says %q", back.FillColor, uitest.Texts(n))
	}
}

func TestNotice(t *testing.T) {
	h := newHand(t)
	taps := 0
	button := func(text string) *parts.Button { return parts.NewButton(h.Host, nil, text, "", func() { taps++ }) }
	for _, band := range []bool{false, true} {
		n := parts.NewNotice(h.Host, band)
		win := uitest.Show(t, n, fyne.NewSize(900, 600))
		for _, text := range []string{"Short.", strings.Repeat("Nothing passes these filters. ", 8)} {
			for _, buttons := range [][]*parts.Button{nil, {button("Reset")}, {button("Show"), button("Close")}} {
				n.Say(parts.CueNothing, text, buttons...)
				for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 300, Height: 400}} {
					if band {
						size = n.Fit(size.Width)
					}
					n.Resize(size)
					inside(t, text, n)
				}
				if len(buttons) > 0 {
					if !buttons[0].Primary {
						t.Error("the first button is not the one that helps")
					}
					was := taps
					win.Resize(fyne.NewSize(900, 600))
					uitest.Click(win, buttons[0])
					if taps != was+1 {
						t.Error("its button does nothing")
					}
				}
			}
		}
		if said := strings.Join(uitest.Texts(n), " "); !strings.Contains(said, "Nothing passes") {
			t.Errorf("it says %q", said)
		}
	}
}

// A button's tip comes when the pointer rests, below it or above, inside the
// window, and goes with it.
func TestTips(t *testing.T) {
	h, _ := uitest.Host(t, state.Default())
	var ring func()
	h.Timer = func(_ time.Duration, f func()) func() { ring = f; return func() { ring = nil } }
	scope := uitest.Open(t, h)
	tips := parts.NewTips(scope)
	over := canvas.NewRectangle(nil)
	other := canvas.NewRectangle(nil)
	over.Resize(fyne.NewSize(40, 20))
	pane := fyne.NewSize(400, 200)
	uitest.Show(t, container.NewStack(container.NewWithoutLayout(over, other), tips.Layer), pane)
	tip := tips.Layer.Objects[0]
	for _, at := range []fyne.Position{{X: 10, Y: 10}, {X: 370, Y: 10}, {X: 10, Y: 185}, {X: 370, Y: 185}} {
		over.Move(at)
		tips.Show("Some words about it", over)
		if tip.Visible() || ring == nil {
			t.Fatal("the tip comes at once")
		}
		ring()
		p, z := tip.Position(), tip.Size()
		if !tip.Visible() || p.X < 0 || p.Y < 0 || p.X+z.Width > pane.Width || p.Y+z.Height > pane.Height || uitest.Overlap(tip, over) {
			t.Errorf("over %v the tip stands at %v, %v large", at, p, z)
		}
		tips.Show("", other) // another has none
		if !tip.Visible() {
			t.Error("another object takes the tip away")
		}
		tips.Show("", over)
		if tip.Visible() {
			t.Error("the tip stays")
		}
	}
	tips.Show("a", over)
	tips.Show("b", other)
	ring()
	if texts := uitest.Texts(tips.Layer); len(texts) != 1 || texts[0] != "b" {
		t.Errorf("the tips say %q", texts)
	}
	tips.Show("c", over)
	scope.Close()
	if ring != nil {
		t.Error("a tip comes after the end")
	}
}
