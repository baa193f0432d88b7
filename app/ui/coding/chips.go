package coding

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// chips is the codes of one field, each in a box of its own with the key that
// chooses it, in as many lines as they need. Arrows walk among them, Space
// chooses.
type chips struct {
	parts.Surface

	h      *host.Host
	chosen func(code string)
	items  []scene.Option
	keys   []rune // of the items; 0: none
	here   int    // under the keyboard
	over   int    // under the pointer, -1: none

	boxes  []*canvas.Rectangle
	labels []*canvas.Text
	signs  []*canvas.Text // the keys
	at     []fyne.Position
	wide   []float32
}

var _ parts.Flowing = (*chips)(nil)

func newChips(h *host.Host, chosen func(code string)) *chips {
	c := &chips{h: h, chosen: chosen, over: -1}
	c.OnKey = c.key
	c.Pointer = desktop.PointerCursor
	c.Init(c, h)
	return c
}

// set shows codes; keys are as many.
func (c *chips) set(items []scene.Option, keys []rune) {
	if len(items) != len(c.items) {
		c.boxes, c.labels, c.signs, c.here, c.over = nil, nil, nil, 0, -1
		for range items {
			c.boxes = append(c.boxes, parts.Box(color.Transparent))
			c.labels = append(c.labels, parts.Text("", theme.Body, false, nil))
			c.signs = append(c.signs, parts.Text("", theme.Small, false, nil))
		}
	}
	c.items, c.keys = items, keys
	c.Refresh()
}

// gap is between chips, inside what is left and right of their words.
const (
	gap    = theme.Space1
	inside = theme.Space2
)

func (c *chips) line() float32 {
	return parts.Measure("Mg", parts.Scaled(c.h, theme.Body), false).Height + theme.Space1
}

// flow finds where each chip stands at a width, and returns the height of all.
func (c *chips) flow(width float32) float32 {
	c.at, c.wide = c.at[:0], c.wide[:0]
	var x, y float32
	size := parts.Scaled(c.h, theme.Body)
	for i, it := range c.items {
		w := min(parts.Measure(it.Label, size, false).Width+c.sign(i)+2*inside, width)
		if x > 0 && x+w > width {
			x, y = 0, y+c.line()+gap
		}
		c.at, c.wide = append(c.at, fyne.NewPos(x, y)), append(c.wide, w)
		x += w + gap
	}
	return y + c.line()
}

// sign is the width of the key of a chip.
func (c *chips) sign(i int) float32 {
	if c.keys[i] == 0 {
		return 0
	}
	return parts.Measure(shown(c.keys[i]), parts.Scaled(c.h, theme.Small), false).Width + theme.Space1
}

// HeightFor implements parts.Flowing.
func (c *chips) HeightFor(width float32) float32 { return c.flow(width) }

// CreateRenderer is for Fyne.
func (c *chips) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *chips) Least() fyne.Size { return fyne.NewSize(60, c.line()) }

// Place implements parts.Drawn.
func (c *chips) Place(size fyne.Size) {
	c.flow(size.Width)
	line, text, small := c.line(), parts.Scaled(c.h, theme.Body), parts.Scaled(c.h, theme.Small)
	for i, it := range c.items {
		at, sign := c.at[i], c.sign(i)
		c.boxes[i].Move(at)
		c.boxes[i].Resize(fyne.NewSize(c.wide[i], line))
		l, k := c.labels[i], c.signs[i]
		l.TextSize, k.TextSize, k.Text = text, small, ""
		if c.keys[i] != 0 {
			k.Text = shown(c.keys[i])
		}
		l.Text = parts.Shorten(it.Label, text, false, c.wide[i]-sign-2*inside+1)
		m := l.MinSize()
		l.Resize(m)
		l.Move(at.AddXY(inside+sign, (line-m.Height)/2))
		n := k.MinSize()
		k.Resize(n)
		k.Move(at.AddXY(inside, (line+m.Height)/2-n.Height-1))
	}
}

// Paint implements parts.Drawn.
func (c *chips) Paint() {
	p := c.h.Palette()
	for i, it := range c.items {
		box, ink, sign := c.boxes[i], p.Ink, p.InkMuted
		box.FillColor, box.StrokeColor, box.StrokeWidth = p.Panel, p.Hairline, 1
		switch {
		case it.On:
			box.FillColor, box.StrokeColor, ink, sign = p.Accent, p.Accent, p.OnAccent, p.OnAccent
		case i == c.over:
			box.FillColor = p.Hover
		}
		if c.Focused() && i == c.here {
			box.StrokeColor, box.StrokeWidth = p.Accent, 2
			if it.On {
				box.StrokeColor = p.Ink
			}
		}
		c.labels[i].Color, c.signs[i].Color = ink, sign
	}
}

// Pieces implements parts.Drawn.
func (c *chips) Pieces() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range c.items {
		out = append(out, c.boxes[i], c.signs[i], c.labels[i])
	}
	return out
}

// under is the chip at a place, -1 if none is.
func (c *chips) under(p fyne.Position) int {
	line := c.line()
	for i, at := range c.at {
		if p.X >= at.X && p.X < at.X+c.wide[i] && p.Y >= at.Y && p.Y < at.Y+line {
			return i
		}
	}
	return -1
}

// Tapped chooses what is under the pointer.
func (c *chips) Tapped(ev *fyne.PointEvent) { c.choose(c.under(ev.Position)) }

// MouseMoved marks it.
func (c *chips) MouseMoved(ev *desktop.MouseEvent) { c.point(c.under(ev.Position)) }

// MouseIn implements desktop.Hoverable.
func (c *chips) MouseIn(ev *desktop.MouseEvent) { c.point(c.under(ev.Position)) }

// MouseOut takes the mark away.
func (c *chips) MouseOut() { c.point(-1) }

func (c *chips) point(i int) {
	if i == c.over {
		return
	}
	c.over = i
	tip := ""
	if i >= 0 {
		tip = c.items[i].Tip
	}
	c.h.Hint(tip, c)
	c.Refresh()
}

func (c *chips) choose(i int) {
	if i >= 0 && i < len(c.items) {
		c.here = i
		c.h.Hint("", c)
		c.chosen(c.items[i].Code)
	}
}

func (c *chips) key(ev *fyne.KeyEvent) bool {
	last := len(c.items) - 1
	to := c.here
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		to--
	case fyne.KeyRight, fyne.KeyDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	case fyne.KeySpace:
		c.choose(c.here)
		return true
	default:
		return false
	}
	c.here = max(min(to, last), 0)
	c.Refresh()
	return true
}
