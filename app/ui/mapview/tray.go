package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// tray holds the meetings that have no place on the map, at the lower left:
// online ones, and those of which no place is known. It takes no more than half
// of the map's height; the last row then counts the others, and lists all.
type tray struct {
	widget.BaseWidget

	v     *View
	cards []scene.MeetingCard
	back  *canvas.Rectangle
	head  *canvas.Text
	chips []*chip // of the first cards
	more  *parts.Button
}

// chipsLeast and chipsMost bound the meetings that a tray shows.
const chipsLeast, chipsMost = 2, 24

func newTray(v *View) *tray {
	t := &tray{v: v, back: parts.Box(nil), head: canvas.NewText("", nil)}
	t.back.StrokeWidth = 1
	t.more = parts.NewButton(v.host, nil, "", "", func() {
		if !v.host.Present {
			v.list(t.cards, true, t.Position().Add(t.more.Position()))
		}
	})
	t.ExtendBaseWidget(t)
	return t
}

// refresh takes over data, language and look.
func (t *tray) refresh() {
	h := t.v.host
	p := h.Palette()
	t.cards = scene.Tray(h.Room, h.Selection(), h.State(), h.Printer())
	t.back.FillColor, t.back.StrokeColor = p.Raised, p.Hairline
	t.head.Text = h.T("panes.tray")
	t.head.TextSize, t.head.Color = parts.Scaled(h, theme.Small), p.InkMuted
	n := min(len(t.cards), chipsMost)
	for len(t.chips) < n {
		t.chips = append(t.chips, newChip(t.v))
	}
	t.chips = t.chips[:n]
	for i, c := range t.chips {
		c.set(t.cards[i])
	}
	parts.SetShown(t, len(t.cards) > 0)
	t.Refresh()
	t.arrange(t.v.Size())
}

// arrange puts the buttons and the tray above each other in the lower left
// corner of a pane of that size.
func (t *tray) arrange(pane fyne.Size) {
	y := pane.Height - t.v.footer()
	if b := t.v.buttons; !t.v.host.Present {
		m := b.MinSize()
		y -= m.Height
		b.Resize(m)
		b.Move(fyne.NewPos(margin, y))
		y -= theme.Space2
	}
	t.fit((pane.Height - t.v.footer()) / 2)
	s := t.MinSize()
	t.Resize(s)
	t.Move(fyne.NewPos(margin, max(y-s.Height, 0)))
}

// fit hides the chips that make the tray higher than that.
func (t *tray) fit(most float32) {
	if len(t.chips) == 0 {
		return
	}
	shown := int((most - t.head.MinSize().Height) / t.chips[0].MinSize().Height)
	if shown < len(t.cards) {
		shown-- // a row for the count
	}
	shown = min(max(shown, chipsLeast), len(t.chips))
	for i, c := range t.chips {
		c.Hidden = i >= shown
	}
	t.more.Hidden = shown == len(t.cards)
	if left := len(t.cards) - shown; left > 0 {
		t.more.Set("+ "+t.v.host.Printer().Int(left), "")
	}
}

// rows are the chips that show, and what counts the others.
func (t *tray) rows() (rows []fyne.CanvasObject) {
	for _, c := range t.chips {
		if !c.Hidden {
			rows = append(rows, c)
		}
	}
	if !t.more.Hidden {
		rows = append(rows, t.more)
	}
	return rows
}

// CreateRenderer implements fyne.Widget.
func (t *tray) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(t) }

// Least implements parts.Drawn.
func (t *tray) Least() fyne.Size {
	s := t.head.MinSize().AddWidthHeight(2*theme.Space2, theme.Space1)
	for _, c := range t.rows() {
		m := c.MinSize()
		s.Width = max(s.Width, m.Width+theme.Space2)
		s.Height += m.Height
	}
	s.Height += theme.Space1
	return s
}

// Place implements parts.Drawn.
func (t *tray) Place(s fyne.Size) {
	t.back.Resize(s)
	m := t.head.MinSize()
	t.head.Resize(m)
	t.head.Move(fyne.NewPos(theme.Space2, theme.Space1))
	y := m.Height + theme.Space1
	for _, c := range t.rows() {
		m := c.MinSize()
		c.Resize(fyne.NewSize(s.Width-theme.Space2, m.Height))
		c.Move(fyne.NewPos(theme.Space1, y))
		y += m.Height
	}
}

// Paint implements parts.Drawn: refresh has done it.
func (t *tray) Paint() {}

// Pieces implements parts.Drawn.
func (t *tray) Pieces() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{t.back, t.head}, t.rows()...)
}
