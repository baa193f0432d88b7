package parts

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Choices is a row of choices of which at most one is on: a box with words, or
// signs, in it, or tabs whose words are underlined. Left, Right, Home and End
// choose, too.
type Choices struct {
	Surface

	OnChosen func(code string)

	items  []scene.Option
	over   int // under the pointer, -1: none
	tabs   bool
	sign   func(code string) Sign // nil: words
	wide   []float32              // of each choice, as placed
	frame  *canvas.Rectangle
	marks  []*canvas.Rectangle // the fill of a box, the rule under a tab
	labels []*canvas.Text
	signs  []Sign
}

// Sign is a small drawing in place of the words of a choice.
type Sign interface {
	Size() fyne.Size // at size of type 1
	Place(at fyne.Position, size fyne.Size)
	Paint(ink color.NRGBA)
	Pieces() []fyne.CanvasObject
}

// NewSegments returns an empty row in a box.
func NewSegments(h *host.Host, chosen func(code string)) *Choices { return newChoices(h, chosen) }

// NewTabs returns an empty row of tabs. In a narrow place their words are cut.
func NewTabs(h *host.Host, chosen func(code string)) *Choices {
	c := newChoices(h, chosen)
	c.tabs, c.Pointer = true, desktop.PointerCursor
	return c
}

// NewSigns returns an empty row in a box that shows signs; what they mean is in
// their tips.
func NewSigns(h *host.Host, sign func(code string) Sign, chosen func(code string)) *Choices {
	c := newChoices(h, chosen)
	c.sign = sign
	return c
}

func newChoices(h *host.Host, chosen func(code string)) *Choices {
	c := &Choices{OnChosen: chosen, over: -1, frame: Box(color.Transparent)}
	c.OnKey = c.key
	c.Init(c, h)
	return c
}

// SetItems replaces the choices.
func (c *Choices) SetItems(items []scene.Option) {
	if len(items) != len(c.items) {
		c.over, c.marks, c.labels, c.signs = -1, nil, nil, nil
		for _, it := range items {
			m := Box(color.Transparent)
			m.CornerRadius = theme.Radius - 2
			if c.tabs {
				m.CornerRadius = 0
			}
			c.marks, c.labels = append(c.marks, m), append(c.labels, Text("", theme.Body, false, nil))
			if c.sign != nil {
				c.signs = append(c.signs, c.sign(it.Code))
			}
		}
	}
	c.items = items
	c.Refresh()
}

// Items returns the choices as they are shown.
func (c *Choices) Items() []scene.Option { return c.items }

// asks is the width that a choice asks for, with pad left and right of its words.
func (c *Choices) asks(i int, pad float32) float32 {
	if c.sign != nil {
		return Scaled(c.h, c.signs[i].Size().Width)
	}
	return Measure(c.items[i].Label, Scaled(c.h, theme.Body), c.tabs).Width + 2*pad
}

// Words have padMost left and right of them; tabs can do with padLeast.
const (
	padLeast = theme.Space1 / 2
	padMost  = theme.Space2
)

// pad and margin are what is free beside words, and beside all.
func (c *Choices) pad() (pad, margin float32) {
	if c.tabs {
		return padMost, theme.Space1
	}
	return padMost + 2, 0
}

// Most is the size in which words stand at their usual distance.
func (c *Choices) Most() fyne.Size {
	pad, _ := c.pad()
	return c.size(pad)
}

// Least implements Drawn. The words of tabs can stand close together.
func (c *Choices) Least() fyne.Size {
	if c.tabs {
		return c.size(padLeast)
	}
	return c.Most()
}

func (c *Choices) size(pad float32) fyne.Size {
	_, margin := c.pad()
	s := fyne.NewSize(2*margin, max(Measure("Mg", Scaled(c.h, theme.Body), false).Height, Scaled(c.h, 18))+theme.Space3)
	for i := range c.items {
		s.Width += c.asks(i, pad)
	}
	switch {
	case c.sign != nil && len(c.signs) > 0:
		s.Height = Scaled(c.h, c.signs[0].Size().Height)
	case c.tabs:
		s.Height = Measure("Mg", Scaled(c.h, theme.Body), true).Height + 2*theme.Space2
	}
	return s
}

// Place implements Drawn. It spreads tabs as far as there is room, up to their
// usual distance; where there is too little, words get smaller and are cut, and
// the tip has them whole.
func (c *Choices) Place(size fyne.Size) {
	c.frame.Resize(size)
	pad, x := c.pad()
	less, text := float32(1), Scaled(c.h, theme.Body)
	if c.tabs {
		pad = min(max((size.Width-c.size(0).Width)/float32(2*max(len(c.items), 1)), padLeast), padMost)
	}
	if c.sign == nil {
		less = min((size.Width-2*x)/max(c.size(pad).Width-2*x, 1), 1)
		text *= max(less, 0.8)
	}
	c.wide = c.wide[:0]
	for i, it := range c.items {
		w := c.asks(i, pad) * less
		l, m := c.labels[i], c.marks[i]
		l.TextSize = text
		if c.sign == nil {
			l.Text = Shorten(it.Label, text, l.TextStyle.Bold, w)
		}
		if c.tabs {
			m.Resize(fyne.NewSize(w-2*theme.Space1, 2))
			m.Move(fyne.NewPos(x+theme.Space1, size.Height-2))
			if it.On {
				c.frame.Resize(fyne.NewSize(w, size.Height-theme.Space2))
				c.frame.Move(fyne.NewPos(x, theme.Space1))
			}
		} else {
			m.Resize(fyne.NewSize(w-4, size.Height-4))
			m.Move(fyne.NewPos(x+2, 2))
		}
		if c.sign != nil {
			c.signs[i].Place(fyne.NewPos(x, 0), fyne.NewSize(w, size.Height))
		}
		z := l.MinSize()
		l.Resize(z)
		l.Move(fyne.NewPos(x+(w-z.Width)/2, (size.Height-z.Height)/2))
		c.wide = append(c.wide, w)
		x += w
	}
}

// Paint implements Drawn.
func (c *Choices) Paint() {
	p := c.h.Palette()
	c.frame.FillColor, c.frame.StrokeColor, c.frame.StrokeWidth = p.Panel, p.Hairline, 1
	if c.Focused() {
		c.frame.StrokeColor, c.frame.StrokeWidth = p.Accent, 2
	}
	if c.tabs {
		c.frame.FillColor, c.frame.Hidden = nil, !c.Focused()
	}
	for i, it := range c.items {
		l, m := c.labels[i], c.marks[i]
		ink, fill := p.Ink, color.NRGBA{}
		on, over := it.On, !it.On && i == c.over
		switch {
		case c.tabs:
			ink, fill = p.InkMuted, p.Hairline
			if on {
				ink, fill = p.Ink, p.Accent
			} else if over {
				ink = p.Ink
			}
			m.Hidden = !on && !over
		case c.sign != nil:
			ink = p.InkMuted
			if on {
				ink, fill = p.Accent, p.Selected
			} else if over {
				ink, fill = p.Ink, p.Hover
			}
			c.signs[i].Paint(ink)
		case on:
			ink, fill = p.OnAccent, p.Accent
		case over:
			fill = p.Hover
		}
		m.FillColor = fill
		l.Color, l.Hidden, l.TextStyle.Bold = ink, c.sign != nil, c.tabs && on
	}
}

// Pieces implements Drawn.
func (c *Choices) Pieces() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range c.items {
		out = append(out, c.marks[i], c.labels[i])
		if c.sign != nil {
			out = append(out, c.signs[i].Pieces()...)
		}
	}
	if c.tabs {
		return append(out, c.frame)
	}
	return append([]fyne.CanvasObject{c.frame}, out...)
}

// CreateRenderer is for Fyne.
func (c *Choices) CreateRenderer() fyne.WidgetRenderer { return Draw(c) }

func (c *Choices) at(x float32) int {
	_, margin := c.pad()
	x -= margin
	for i, w := range c.wide {
		if x < w {
			return i
		}
		x -= w
	}
	return -1
}

func (c *Choices) choose(i int) {
	if i >= 0 && i < len(c.items) && c.OnChosen != nil {
		c.h.Hint("", c)
		c.OnChosen(c.items[i].Code)
	}
}

// Tapped chooses what is under the pointer.
func (c *Choices) Tapped(ev *fyne.PointEvent) { c.choose(c.at(ev.Position.X)) }

// MouseIn implements desktop.Hoverable.
func (c *Choices) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved marks what is under the pointer.
func (c *Choices) MouseMoved(ev *desktop.MouseEvent) { c.point(c.at(ev.Position.X)) }

// MouseOut takes the mark away.
func (c *Choices) MouseOut() { c.point(-1) }

func (c *Choices) point(at int) {
	if at == c.over {
		return
	}
	c.over, c.Tip = at, ""
	if at >= 0 {
		c.Tip = c.items[at].Tip
		if c.Tip == "" && c.labels[at].Text != c.items[at].Label {
			c.Tip = c.items[at].Label
		}
	}
	c.hover(at >= 0)
}

func (c *Choices) key(ev *fyne.KeyEvent) bool {
	on, last := slices.IndexFunc(c.items, func(o scene.Option) bool { return o.On }), len(c.items)-1
	switch ev.Name {
	case fyne.KeyLeft:
		c.choose(max(on-1, 0))
	case fyne.KeyRight:
		c.choose(min(on+1, last))
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(last)
	default:
		return false
	}
	return true
}
