package parts

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// rig is a tip over a pane that fills a window.
type rig struct {
	*Tip
	pane fyne.Size
	host *host.Host
	win  fyne.Window
	taps int // of what lies below
}

// under is what a tip lies on.
type under struct {
	*canvas.Rectangle

	tapped func()
}

func (u *under) Tapped(*fyne.PointEvent) { u.tapped() }

func newRig(t *testing.T, pane fyne.Size) *rig {
	t.Helper()
	h, _ := uitest.Host(t, uitest.Opening())
	g := &rig{pane: pane, host: h}
	below := &under{canvas.NewRectangle(h.Palette().Panel), func() { g.taps++ }}
	g.Tip = NewTip(h, below)
	below.Resize(pane)
	g.win = uitest.Show(t, container.NewWithoutLayout(below, g.Tip), pane)
	return g
}

// over shows the text about a mark of 12 by 12 around a point.
func (g *rig) over(text string, x, y float32) (low, high fyne.Position) {
	low, high = fyne.NewPos(x-6, y-6), fyne.NewPos(x+6, y+6)
	g.ShowAt(text, low, high, g.pane)
	return low, high
}

// fits complains if the tip leaves the pane, or its words the tip.
func (g *rig) fits(t *testing.T, what string) {
	t.Helper()
	p, z := g.Position(), g.Size()
	if p.X < 0 || p.Y < 0 || p.X+z.Width > g.pane.Width || p.Y+z.Height > g.pane.Height {
		t.Errorf("%s: it stands at %v %v in a pane of %v", what, p, z, g.pane)
	}
	var bottom float32
	for _, l := range g.lines {
		q, y := l.Position(), l.MinSize()
		if q.X < 0 || q.X+y.Width > z.Width || q.Y < bottom-0.5 || q.Y+y.Height > z.Height+0.5 {
			t.Errorf("%s: %q stands at %v %v in a tip of %v, the line before ends at %v", what, l.Text, q, y, z, bottom)
		}
		bottom = q.Y + y.Height
	}
}

const heading = "Xi’an, 18–19 May 2023\nHeads of state\n12 statements"

// Wherever the mark is, on each edge, in each corner and outside, the tip stays
// inside the pane; it stands beside a mark that is inside and never lies over it.
func TestStaysInsideAndOffTheMark(t *testing.T) {
	for _, pane := range []fyne.Size{{Width: 900, Height: 600}, {Width: 420, Height: 160}} {
		g := newRig(t, pane)
		for _, scale := range []float64{1, 2} {
			if scale > 1 && pane.Height < 300 {
				continue // there it has no room beside a mark in the middle
			}
			g.host.Dispatch(state.SetTextSize(scale))
			for _, x := range []float32{-50, 0, 6, pane.Width / 2, pane.Width - 6, pane.Width, pane.Width + 50} {
				for _, y := range []float32{-50, 0, 6, pane.Height / 2, pane.Height - 6, pane.Height, pane.Height + 50} {
					low, high := g.over(heading, x, y)
					what := fmt.Sprintf("%v ×%v, a mark at %v, %v", pane, scale, x, y)
					g.fits(t, what)
					p, z := g.Position(), g.Size()
					inside := x >= 6 && y >= 6 && x <= pane.Width-6 && y <= pane.Height-6
					if inside && p.X < high.X && p.X+z.Width > low.X && p.Y < high.Y && p.Y+z.Height > low.Y {
						t.Errorf("%s: it lies over it, at %v %v", what, p, z)
					}
					// With room on one side it touches the mark with a corner.
					besideX, besideY := p.X == high.X || p.X+z.Width == low.X, p.Y == high.Y || p.Y+z.Height == low.Y
					if inside && pane.Height > 300 && (!besideX || !besideY) {
						t.Errorf("%s: it stands apart, at %v %v", what, p, z)
					}
				}
			}
		}
	}
}

// Long words are broken and a long text has as many lines as it needs.
func TestLongText(t *testing.T) {
	g := newRig(t, fyne.NewSize(900, 600))
	for name, text := range map[string]string{
		"sentence": strings.Repeat("what they agreed on water, ", 12),
		"word":     strings.Repeat("Straßenverkehrszulassung", 10),
		"Han":      strings.Repeat("中国中亚峰会", 20),
		"lines":    strings.Repeat("a meeting\n", 10) + "the last",
	} {
		for _, scale := range []float64{0.8, 1, 2} {
			g.host.Dispatch(state.SetTextSize(scale))
			g.over(text, 450, 300)
			what := fmt.Sprintf("%s ×%v", name, scale)
			g.fits(t, what)
			if len(g.lines) < 2 || g.Size().Width > widest*float32(scale)+20 {
				t.Errorf("%s: %d lines in a width of %v", what, len(g.lines), g.Size().Width)
			}
			var said []string
			for _, l := range g.lines {
				said = append(said, strings.Fields(l.Text)...)
			}
			if strings.Join(said, "") != strings.Join(strings.Fields(text), "") {
				t.Errorf("%s: it says %q", what, said)
			}
		}
	}
}

// What a low pane has no room for is left out, and seen to be; where it has room
// again it is there again.
func TestTooLong(t *testing.T) {
	g := newRig(t, fyne.NewSize(900, 600))
	text := strings.Repeat("a meeting\n", 10) + "the last"
	for _, c := range []struct {
		height float32
		whole  bool
	}{{600, true}, {120, false}, {40, false}, {600, true}} {
		g.pane.Height = c.height
		g.over(text, 450, c.height/2)
		g.fits(t, fmt.Sprintf("in %v", c.height))
		last := g.lines[len(g.lines)-1].Text
		if c.whole != (last == "the last") || c.whole == strings.HasSuffix(last, " …") {
			t.Errorf("in %v it ends with %q", c.height, last)
		}
		if g.Text() != text {
			t.Errorf("in %v its text is %q", c.height, g.Text())
		}
	}
	g.ShowAbove(text, fyne.NewPos(450, 0), fyne.NewSize(900, 40))
	if len(g.lines) != 11 {
		t.Errorf("above a strip it has %d lines of 11", len(g.lines))
	}
}

// It is there when it is told to and gone when it is told nothing, and it never
// takes a click from what lies below.
func TestShowsAndHides(t *testing.T) {
	g := newRig(t, fyne.NewSize(900, 600))
	shown := func() bool { return slices.Contains(uitest.Texts(g.win.Content()), "Heads of state") }
	if g.Visible() || g.Text() != "" {
		t.Error("it is there from the beginning")
	}
	for range 2 {
		g.over(heading, 450, 300)
		if !shown() || g.Text() != heading {
			t.Errorf("it says %q", g.Text())
		}
		test.TapCanvas(g.win.Canvas(), g.Position().AddXY(20, 20))
		g.over("", 450, 300)
		if shown() || g.Visible() || g.Text() != "" {
			t.Errorf("it is still there: %q", g.Text())
		}
		g.ShowAbove(heading, fyne.NewPos(450, 300), g.pane)
		if !shown() || g.Text() != heading {
			t.Errorf("above it says %q", g.Text())
		}
		g.ShowAbove("", fyne.NewPos(450, 300), g.pane)
		if shown() {
			t.Error("above it is still there")
		}
	}
	if g.taps != 2 {
		t.Errorf("what lies below heard %d clicks of 2", g.taps)
	}
	g.over("one line", 450, 300)
	if l := g.lines; len(l) != 1 || l[0].TextStyle.Bold || l[0].Text != "one line" {
		t.Errorf("one line is %+v", l)
	}
	g.over(heading, 450, 300)
	if l := g.lines; len(l) != 3 || !l[0].TextStyle.Bold || l[1].TextStyle.Bold {
		t.Errorf("of three lines the first is not the heading: %+v", l)
	}
}

// Shown again after a change of look or size, it has the new one, with the same
// words, too.
func TestFollowsTheLook(t *testing.T) {
	g := newRig(t, fyne.NewSize(900, 600))
	g.over(heading, 450, 300)
	small := g.Size()
	for _, theme := range []state.Theme{state.Dark, state.Contrast, state.Light, state.System} {
		g.host.Dispatch(state.SetTheme(theme))
		g.over(heading, 450, 300)
		p := g.host.Palette()
		if g.back.FillColor != p.Raised || g.back.StrokeColor != p.Hairline || g.lines[0].Color != p.Ink || g.lines[1].Color != p.InkMuted {
			t.Errorf("%s: it is %v on %v, ruled %v", theme, g.lines[0].Color, g.back.FillColor, g.back.StrokeColor)
		}
	}
	g.host.SetDark(true)
	g.over(heading, 450, 300)
	if g.lines[0].Color != g.host.Palette().Ink {
		t.Error("it does not follow the desktop's dark look")
	}
	g.host.Dispatch(state.SetTextSize(2))
	g.over(heading, 450, 300)
	if g.lines[0].TextSize != 24 || g.Size().Height < small.Height*1.5 {
		t.Errorf("twice as large it is %v, was %v", g.Size(), small)
	}
	g.host.Dispatch(state.SetTextSize(1))
	g.over(heading, 450, 300)
	if g.Size() != small {
		t.Errorf("small again it is %v, was %v", g.Size(), small)
	}
}

// Above a strip it is centred on the point, and moves aside at the edges.
func TestAbove(t *testing.T) {
	g := newRig(t, fyne.NewSize(900, 60))
	for _, x := range []float32{0, 5, 450, 895, 900} {
		g.ShowAbove(heading, fyne.NewPos(x, 10), g.pane)
		p, z := g.Position(), g.Size()
		if p.X < 0 || p.X+z.Width > g.pane.Width || p.Y+z.Height > 10 {
			t.Errorf("above %v it stands at %v %v", x, p, z)
		}
		if middle := p.X + z.Width/2; x == 450 && (middle < 449 || middle > 451) {
			t.Errorf("its middle is %v, not 450", middle)
		}
	}
}

// Words go with what they are of, or with whatever takes all words away; what another
// object has to say about its own leaves them.
func TestTipsGo(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	scope := h.Open()
	defer scope.Close()
	tips := NewTips(scope)
	uitest.Show(t, tips.Layer, fyne.NewSize(400, 300))
	one, other := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	for _, tt := range []struct {
		over fyne.CanvasObject
		want bool
	}{{one, false}, {other, true}, {nil, false}} {
		tips.over = one
		tips.tip.ShowAt("words", fyne.NewPos(10, 10), fyne.NewPos(20, 20), fyne.NewSize(400, 300))
		tips.Show("", tt.over)
		if tips.tip.Visible() != tt.want {
			t.Errorf("after %v the words are there: %v", tt.over, !tt.want)
		}
	}
}

// A press takes the words away before it does what it is for: what it shows may lie
// where they are.
func TestPressTakesTheWordsAway(t *testing.T) {
	h, _ := uitest.Host(t, uitest.Opening())
	var said string
	h.Tip = func(text string, _ fyne.CanvasObject) { said = text }
	b := NewButton(h, nil, "Press", "words", func() {
		if said != "" {
			t.Errorf("%q stands there while the press does its work", said)
		}
	})
	uitest.Show(t, b, fyne.NewSize(200, 60))
	b.MouseIn(nil)
	if said == "" {
		t.Fatal("the pointer brings no words")
	}
	test.Tap(b)
}
