package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// table is the chart's numbers as text, under the chart's title.
type table struct {
	widget.BaseWidget

	v     *View
	title *canvas.Text
	under *canvas.Text
	cells *parts.Table
}

func newTable(v *View) *table {
	t := &table{v: v, title: canvas.NewText("", nil), under: canvas.NewText("", nil), cells: parts.NewTable(v.host)}
	t.cells.Numbers = true
	t.ExtendBaseWidget(t)
	return t
}

// refresh takes over data, language and look.
func (t *table) refresh() {
	h, s := t.v.host, t.v.host.State()
	p := h.Palette()
	t.title.Text, t.title.Color, t.title.TextStyle.Bold = scene.Title(h.Room, s, h.Printer()), p.Ink, true
	t.title.TextSize = parts.Scaled(h, theme.Lead)
	tally := scene.Count(h.Room, h.Selection(), s, h.Printer())
	t.under.Text, t.under.Color = tally.Subtitle(), p.InkMuted
	t.under.TextSize = parts.Scaled(h, theme.Small)
	t.cells.FillLines(tally.Head(), tally.Lines(), tally.Line)
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *table) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(t) }

// Least implements parts.Drawn.
func (t *table) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements parts.Drawn: refresh has done it.
func (t *table) Paint() {}

// Pieces implements parts.Drawn.
func (t *table) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{t.title, t.under, t.cells} }

// Place implements parts.Drawn.
func (t *table) Place(s fyne.Size) {
	y := theme.Space2
	for _, o := range []*canvas.Text{t.title, t.under} {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(theme.Space4, y))
		y += m.Height
	}
	y += theme.Space2
	t.cells.Move(fyne.NewPos(theme.Space2, y))
	t.cells.Resize(fyne.NewSize(s.Width-2*theme.Space2, max(s.Height-y, 0)))
}
