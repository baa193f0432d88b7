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
	says  [2]*canvas.Text // the finding
	under *canvas.Text
	cells *parts.Table

	tally *scene.Tally
	words string // whole, of says
}

func newTable(v *View) *table {
	t := &table{v: v, title: canvas.NewText("", nil), says: [2]*canvas.Text{canvas.NewText("", nil), canvas.NewText("", nil)}, under: canvas.NewText("", nil), cells: parts.NewTable(v.host)}
	t.cells.Numbers = true
	t.cells.OnHead = func(col int) {
		v.host.Store.Break()
		v.host.Dispatch(t.tally.SortBy(col))
	}
	t.cells.Sorted = func(col int) string { return t.tally.Sorted(col) }
	t.ExtendBaseWidget(t)
	return t
}

// refresh takes over data, language and look.
func (t *table) refresh() {
	h, s := t.v.host, t.v.host.State()
	p := h.Palette()
	t.title.Text, t.title.Color, t.title.TextStyle.Bold = scene.Title(h.Room, s, h.Printer()), p.Ink, true
	t.title.TextSize = parts.Scaled(h, theme.Lead)
	t.tally = scene.Count(h.Room, h.Selection(), s, h.Printer())
	t.words = t.tally.Finding()
	for _, line := range t.says {
		line.Color, line.TextSize = p.Ink, parts.Scaled(h, theme.Small)
	}
	t.under.Text, t.under.Color = t.tally.Subtitle(), p.InkMuted
	t.under.TextSize = parts.Scaled(h, theme.Small)
	t.cells.Words = t.tally.WordColumns()
	t.cells.Total = t.tally.Totals()
	t.cells.FillLines(t.tally.Head(), t.tally.Lines(), t.tally.Line)
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *table) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(t) }

// Least implements parts.Drawn.
func (t *table) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements parts.Drawn: refresh has done it.
func (t *table) Paint() {}

// Pieces implements parts.Drawn.
func (t *table) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.title, t.says[0], t.says[1], t.under, t.cells}
}

// Place implements parts.Drawn: the columns begin where the title does. In a low
// pane the rows have the room of what the window says elsewhere, too.
func (t *table) Place(s fyne.Size) {
	y := theme.Space2
	put := func(o *canvas.Text, x float32) float32 {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, y))
		o.Show()
		return m.Height
	}
	y += put(t.title, theme.Space3)
	room := s.Width - 2*theme.Space3
	lines := parts.Wrap(t.words, room, func(words string) float32 { return parts.Measure(words, t.says[0].TextSize, false).Width })
	for i, line := range t.says {
		if i >= len(lines) || len(lines) > len(t.says) {
			line.Hide()
			continue
		}
		line.Text = lines[i]
		y += put(line, theme.Space3)
	}
	if s.Height > parts.Scaled(t.v.host, 300) {
		y += put(t.under, theme.Space3)
	} else {
		t.under.Hide()
	}
	y += theme.Space1
	t.cells.Move(fyne.NewPos(0, y))
	t.cells.Resize(fyne.NewSize(s.Width, max(s.Height-y, 0)))
}
