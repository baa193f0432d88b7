package parts_test

import (
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// hand is a host and what reached the window behind a widget.
type hand struct {
	*host.Host
	keys  []fyne.KeyName
	runes []rune
	tip   string
	over  fyne.CanvasObject
}

func newHand(t *testing.T) *hand {
	t.Helper()
	s := state.Default()
	s.Theme = state.Light
	h, _ := uitest.Host(t, s)
	x := &hand{Host: h}
	h.Key = func(ev *fyne.KeyEvent) { x.keys = append(x.keys, ev.Name) }
	h.Rune = func(r rune) { x.runes = append(x.runes, r) }
	h.Tip = func(text string, over fyne.CanvasObject) { x.tip, x.over = text, over }
	return x
}

// A click, Space and Enter do the same; what a button has no use for reaches the
// window, and its tip stands beside it.
func TestButton(t *testing.T) {
	h := newHand(t)
	taps := 0
	b := parts.NewButton(h.Host, theme.ZoomInIcon(), "Zoom", "Nearer", func() { taps++ })
	win := uitest.Show(t, b, fyne.NewSize(120, 40))
	uitest.Click(win, b)
	win.Canvas().Focus(b)
	uitest.Press(win, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF5, fyne.KeyEscape)
	b.TypedRune(' ')
	b.TypedRune('?')
	if taps != 4 || !slices.Equal(h.keys, []fyne.KeyName{fyne.KeyF5, fyne.KeyEscape}) || string(h.runes) != "?" {
		t.Errorf("%d taps, the window heard %v %q", taps, h.keys, h.runes)
	}
	b.Disable()
	uitest.Click(win, b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if taps != 4 || !b.Disabled() {
		t.Error("a button that is greyed works")
	}
	b.Enable()
	b.MouseIn(&desktop.MouseEvent{})
	if h.tip != "Nearer" || h.over != fyne.CanvasObject(b) || !b.Hovered() {
		t.Errorf("the tip is %q over %v", h.tip, h.over)
	}
	b.MouseOut()
	if h.tip != "" || b.Hovered() {
		t.Errorf("the tip %q stays", h.tip)
	}
}

// What a button stands for shows in its colours, as pointer and focus do.
func TestButtonShowsItsState(t *testing.T) {
	h := newHand(t)
	b := parts.NewButton(h.Host, nil, "x", "", nil)
	uitest.Show(t, b, fyne.NewSize(120, 40))
	back := func() *canvas.Rectangle { return b.Pieces()[0].(*canvas.Rectangle) }
	p := h.Palette()
	if r, _, _, a := back().FillColor.RGBA(); a != 0 || back().StrokeWidth != 0 {
		t.Errorf("at rest it has a box: %v", r)
	}
	b.MouseIn(nil)
	if back().FillColor != p.Hover {
		t.Errorf("under the pointer it is %v", back().FillColor)
	}
	b.SetOn(true)
	if back().FillColor != p.Selected {
		t.Errorf("chosen it is %v", back().FillColor)
	}
	b.FocusGained()
	if back().StrokeColor != p.Accent || back().StrokeWidth != 2 {
		t.Errorf("focused it has a ring of %v %v", back().StrokeWidth, back().StrokeColor)
	}
	b.FocusLost()
	b.Primary = true
	b.Refresh()
	if back().FillColor != p.Accent || back().StrokeColor != p.Ink {
		t.Errorf("the one that helps is %v, %v", back().FillColor, back().StrokeColor)
	}
	wide := b.MinSize().Width
	b.Set("a longer word", "tip")
	if b.MinSize().Width <= wide || b.Tip != "tip" {
		t.Error("it does not grow with its words")
	}
}

// choices is three, the second on.
func choices() []scene.Option {
	return []scene.Option{{Code: "a", Label: "First", Tip: "tip a"}, {Code: "b", Label: "Second", On: true}, {Code: "c", Label: "Third, and long"}}
}

func TestChoices(t *testing.T) {
	h := newHand(t)
	for name, c := range map[string]*parts.Choices{"segments": parts.NewSegments(h.Host, nil), "tabs": parts.NewTabs(h.Host, nil)} {
		var chosen []string
		c.OnChosen = func(code string) { chosen = append(chosen, code) }
		c.SetItems(choices())
		win := uitest.Show(t, c, fyne.NewSize(c.MinSize().Width+20, 40))
		for _, o := range choices() {
			words, ok := uitest.Find(c, func(x *canvas.Text) bool { return x.Text == o.Label })
			if !ok {
				t.Fatalf("%s: no %q among %q", name, o.Label, uitest.Texts(c))
			}
			uitest.Click(win, words)
		}
		for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyF7} {
			c.TypedKey(&fyne.KeyEvent{Name: k})
		}
		if !slices.Equal(chosen, []string{"a", "b", "c", "a", "c", "a", "c"}) {
			t.Errorf("%s: chosen %q", name, chosen)
		}
		at := func(x float32) *desktop.MouseEvent {
			return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}}
		}
		c.MouseIn(at(8))
		if h.tip != "tip a" {
			t.Errorf("%s: the tip of the first is %q", name, h.tip)
		}
		c.MouseMoved(at(c.Size().Width * 0.4))
		if h.tip != "" {
			t.Errorf("%s: the tip %q stays", name, h.tip)
		}
		c.MouseMoved(at(10_000))
		c.MouseOut()
		c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10_000, 10)})
		c.FocusGained()
		c.FocusLost()
		if len(chosen) != 7 {
			t.Errorf("%s: a click beside all chooses %q", name, chosen[7:])
		}
		c.SetItems(nil)
		c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		if len(chosen) != 7 || len(c.Items()) != 0 {
			t.Errorf("%s: of nothing, %q is chosen", name, chosen[7:])
		}
	}
	if !slices.Equal(h.keys, []fyne.KeyName{fyne.KeyF7, fyne.KeyF7}) {
		t.Errorf("the window heard %v", h.keys)
	}
}

// Tabs stand close together before their words get smaller, and that before they
// are cut; they never leave their place.
func TestTabsGiveWay(t *testing.T) {
	h := newHand(t)
	c := parts.NewTabs(h.Host, nil)
	c.SetItems(choices())
	uitest.Show(t, c, fyne.NewSize(600, 40))
	if c.Least().Width >= c.Most().Width {
		t.Errorf("at least %v, at most %v", c.Least().Width, c.Most().Width)
	}
	cut := 0
	for _, width := range []float32{c.Most().Width + 50, c.Most().Width, c.Least().Width, c.Least().Width * 0.9, c.Least().Width * 0.5, 20} {
		c.Resize(fyne.NewSize(width, 40))
		uitest.Walk(c, func(o fyne.CanvasObject) {
			x, ok := o.(*canvas.Text)
			if !ok {
				return
			}
			if end := x.Position().X + x.MinSize().Width; end > width+8 && width > 60 {
				t.Errorf("in %v the word %q ends at %v", width, x.Text, end)
			}
			if size := x.TextSize; size > 14 || size < 14*0.8-0.01 {
				t.Errorf("in %v the word %q is %v high", width, x.Text, size)
			}
			if x.Text != "First" && x.Text != "Second" && x.Text != "Third, and long" {
				if cut++; width >= c.Least().Width {
					t.Errorf("in %v the word is cut to %q", width, x.Text)
				}
			}
		})
	}
	if cut == 0 {
		t.Error("no word is ever cut")
	}
}

type dot struct{ *canvas.Circle }

func (d dot) Size() fyne.Size                        { return fyne.NewSize(30, 20) }
func (d dot) Place(at fyne.Position, size fyne.Size) { d.Circle.Move(at); d.Circle.Resize(size) }
func (d dot) Paint(ink color.NRGBA)                  { d.FillColor = ink }
func (d dot) Pieces() []fyne.CanvasObject            { return []fyne.CanvasObject{d.Circle} }

func TestSigns(t *testing.T) {
	h := newHand(t)
	chosen := ""
	c := parts.NewSigns(h.Host, func(string) parts.Sign { return dot{canvas.NewCircle(nil)} }, func(code string) { chosen = code })
	c.SetItems(choices())
	win := uitest.Show(t, c, c.MinSize())
	if c.MinSize() != fyne.NewSize(90, 20) || len(uitest.Texts(c)) > 0 {
		t.Errorf("three signs of 30 by 20 need %v, and say %q", c.MinSize(), uitest.Texts(c))
	}
	test.TapCanvas(win.Canvas(), fyne.NewPos(75, 10))
	if chosen != "c" {
		t.Errorf("the third is %q", chosen)
	}
	inks := map[any]int{}
	uitest.Walk(c, func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Circle); ok {
			inks[x.FillColor]++
		}
	})
	if inks[h.Palette().Accent] != 1 || inks[h.Palette().InkMuted] != 2 {
		t.Errorf("the inks are %v", inks)
	}
}

// The icon of a button that has not shown yet is read once, not once more for its size.
func TestIconIsReadOnce(t *testing.T) {
	h := newHand(t)
	icon := &counted{Resource: theme.ZoomInIcon()}
	b := parts.NewButton(h.Host, icon, "", "", func() {})
	b.Refresh()
	if icon.reads != 1 {
		t.Errorf("it was read %d times", icon.reads)
	}
}

// counted is an icon that counts how often it is read.
type counted struct {
	fyne.Resource
	reads int
}

func (c *counted) Content() []byte {
	c.reads++
	return c.Resource.Content()
}
