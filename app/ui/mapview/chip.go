package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// chip is one meeting in the tray: its date and its number of statements.
type chip struct {
	widget.BaseWidget

	v    *View
	card scene.MeetingCard

	back, rule  *canvas.Rectangle
	when, count *canvas.Text

	hovered, focused bool
}

var (
	_ fyne.Focusable     = (*chip)(nil)
	_ desktop.Hoverable  = (*chip)(nil)
	_ desktop.Cursorable = (*chip)(nil)
)

func newChip(v *View) *chip {
	c := &chip{v: v, back: parts.Box(nil), rule: canvas.NewRectangle(nil), when: canvas.NewText("", nil), count: canvas.NewText("", nil)}
	c.ExtendBaseWidget(c)
	return c
}

func (c *chip) set(card scene.MeetingCard) {
	c.card = card
	h := c.v.host
	c.when.Text = card.When
	if m := h.Room.Data.Meeting(card.ID); m != nil && m.Date != "" {
		c.when.Text = h.Printer().DateShort(m.Date)
	}
	c.count.Text = ""
	if card.Coded {
		c.count.Text = h.Printer().Int(card.Count)
	}
	c.Refresh()
}

// Tapped implements fyne.Tappable.
func (c *chip) Tapped(*fyne.PointEvent) {
	if !c.v.host.Present {
		c.v.pickCard(c.card)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *chip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	c.tell()
}

// MouseMoved implements desktop.Hoverable.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *chip) MouseOut() {
	c.hovered = false
	c.v.tip.Hide()
	c.Refresh()
}

func (c *chip) tell() {
	v, p := c.v, c.v.host.Printer()
	at := v.tray.Position().Add(c.Position())
	v.tip.ShowAt(c.card.Title+"\n"+c.card.When+" · "+c.card.Where+"\n"+c.card.CountText(p),
		at.SubtractXY(0, theme.Space1), at.AddXY(c.Size().Width+theme.Space2, 0), v.layout)
}

// FocusGained implements fyne.Focusable.
func (c *chip) FocusGained() { c.focused = true; c.Refresh(); c.tell() }

// FocusLost implements fyne.Focusable.
func (c *chip) FocusLost() { c.focused = false; c.v.tip.Hide(); c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *chip) TypedRune(r rune) {
	if r != ' ' {
		c.v.host.PassRune(r)
	}
}

// TypedKey implements fyne.Focusable.
func (c *chip) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	default:
		c.v.host.PassKey(ev)
	}
}

// Cursor implements desktop.Cursorable.
func (c *chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c} }

type chipRenderer struct{ c *chip }

func (r *chipRenderer) MinSize() fyne.Size {
	w, n := r.c.when.MinSize(), r.c.count.MinSize()
	return fyne.NewSize(w.Width+n.Width+3*theme.Space2, w.Height+theme.Space2)
}

func (r *chipRenderer) Layout(s fyne.Size) {
	r.c.back.Resize(s)
	r.c.rule.Resize(fyne.NewSize(3, s.Height-theme.Space1))
	r.c.rule.Move(fyne.NewPos(0, theme.Space1/2))
	w, n := r.c.when.MinSize(), r.c.count.MinSize()
	y := (s.Height - w.Height) / 2
	r.c.when.Resize(w)
	r.c.when.Move(fyne.NewPos(theme.Space2, y))
	r.c.count.Resize(n)
	r.c.count.Move(fyne.NewPos(s.Width-theme.Space2-n.Width, y))
}

func (r *chipRenderer) Refresh() {
	c, p := r.c, r.c.v.host.Palette()
	size := parts.Scaled(c.v.host, theme.Small)
	c.back.FillColor, c.back.StrokeColor, c.back.StrokeWidth = p.Raised, p.Raised, 0
	switch {
	case c.card.Selected:
		c.back.FillColor = p.Selected
	case c.hovered:
		c.back.FillColor = p.Hover
	}
	if c.focused {
		c.back.StrokeColor, c.back.StrokeWidth = p.Accent, 2
	}
	c.rule.FillColor = p.Accent
	c.rule.Hidden = !c.card.Selected
	c.when.Color, c.when.TextSize = p.Ink, size
	c.count.Color, c.count.TextSize, c.count.TextStyle.Bold = p.Ink, size, true
	if c.card.Count == 0 {
		c.count.Color = p.InkMuted
	}
	if !c.card.Coded {
		c.when.Color = p.InkMuted
	}
	r.Layout(c.Size())
	for _, o := range r.Objects() {
		canvas.Refresh(o)
	}
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.back, r.c.rule, r.c.when, r.c.count}
}

func (r *chipRenderer) Destroy() {}
