package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// chip is one meeting in the tray: its date and its number of statements.
type chip struct {
	parts.Surface

	v    *View
	card scene.MeetingCard
	look *scene.Palette // that it was painted in

	back, rule  *canvas.Rectangle
	when, count *canvas.Text
}

func newChip(v *View) *chip {
	c := &chip{v: v, back: parts.Box(nil), rule: canvas.NewRectangle(color.Transparent), when: canvas.NewText("", nil), count: canvas.NewText("", nil)}
	c.OnKey = parts.MenuKeys(v.host, func() { c.context(fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(0, c.Size().Height)) }).Key
	c.Pointer, c.OnHover, c.OnFocus = desktop.PointerCursor, c.feel, c.feel
	c.OnTap = func() { v.light(c.card.ID) }
	c.Init(c, v.host)
	return c
}

func (c *chip) set(card scene.MeetingCard) {
	h := c.v.host
	c.card, c.look = card, h.Palette()
	c.when.Text = card.When
	if m := h.Room.Data.Meeting(card.ID); m != nil && m.Date != "" {
		c.when.Text = h.Printer().DateShort(m.Date)
	}
	if card.Planned {
		c.when.Text += " · " + h.T("scene.planned")
	}
	c.count.Text = ""
	switch {
	case card.Coded && card.Lit < card.Count && !card.Muted:
		c.count.Text = h.T("shell.countOf", i18n.Args{"N": card.Lit, "Total": card.Count})
	case card.Coded:
		c.count.Text = h.Printer().Int(card.Count)
	}
	c.Refresh()
}

// feel names the meeting while the pointer or the focus is on it.
func (c *chip) feel(in bool) {
	if in {
		c.tell()
		c.v.preview(c.card.ID)
	} else {
		c.v.tip.Hide()
		c.v.preview()
	}
}

// Tapped implements fyne.Tappable: it lights the meeting.
func (c *chip) Tapped(ev *fyne.PointEvent) {
	if !c.v.host.Clicked(ev.AbsolutePosition, true) {
		c.v.light(c.card.ID)
	}
}

// TappedSecondary implements fyne.SecondaryTappable: it offers what can be done with
// the meeting.
func (c *chip) TappedSecondary(ev *fyne.PointEvent) {
	if !c.v.host.Pressed(desktop.MouseButtonSecondary) {
		c.context(ev.AbsolutePosition)
	}
}

func (c *chip) context(at fyne.Position) {
	h := c.v.host
	if x, ok := scene.MeetingThing(h.Room, c.card.ID, h.Printer()); ok && !h.Present {
		c.v.tip.Hide()
		parts.PopUp(c, at, parts.ContextMenu(h, x))
	}
}

func (c *chip) tell() {
	v, p := c.v, c.v.host.Printer()
	at := v.tray.Position().Add(c.Position())
	v.tip.ShowAt(c.card.Title+"\n"+c.card.When+" · "+c.card.Where+"\n"+c.card.CountText(p),
		at.SubtractXY(0, theme.Space1), at.AddXY(c.Size().Width+theme.Space2, 0), v.layout)
}

// CreateRenderer implements fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *chip) Least() fyne.Size {
	w, n := c.when.MinSize(), c.count.MinSize().Width
	if c.card.Coded { // no filter makes the tray narrower
		n = max(n, parts.Measure(c.v.host.Printer().Int(c.card.Total), c.count.TextSize, true).Width)
	}
	return fyne.NewSize(w.Width+n+3*theme.Space2, w.Height+theme.Space2)
}

// Place implements parts.Drawn.
func (c *chip) Place(s fyne.Size) {
	c.back.Resize(s)
	c.rule.Resize(fyne.NewSize(3, s.Height-theme.Space1))
	c.rule.Move(fyne.NewPos(0, theme.Space1/2))
	w, n := c.when.MinSize(), c.count.MinSize()
	y := (s.Height - w.Height) / 2
	c.when.Resize(w)
	c.when.Move(fyne.NewPos(theme.Space2, y))
	c.count.Resize(n)
	c.count.Move(fyne.NewPos(s.Width-theme.Space2-n.Width, y))
}

// Paint implements parts.Drawn.
func (c *chip) Paint() {
	p := c.v.host.Palette()
	size := parts.Scaled(c.v.host, theme.Small)
	c.back.FillColor, c.back.StrokeColor, c.back.StrokeWidth = p.Raised, p.Raised, 0
	switch {
	case c.card.Selected:
		c.back.FillColor = p.Selected
	case c.Hovered(), c.v.hints.Hints(c.card.ID):
		c.back.FillColor = p.Hover
	}
	if c.Focused() {
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
	if c.card.Muted {
		c.when.Color, c.count.Color = theme.Dim(p.Ink), theme.Dim(p.Ink)
	}
}

// Pieces implements parts.Drawn.
func (c *chip) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{c.back, c.rule, c.when, c.count}
}
