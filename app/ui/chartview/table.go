package chartview

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// table is the chart's numbers as text, under the chart's title. They are counted
// off the UI goroutine; until they come the numbers before stay.
type table struct {
	widget.BaseWidget

	v     *View
	name  *canvas.Text
	says  [2]*canvas.Text // the finding
	under *canvas.Text
	cells *parts.Table

	counts *work.Latest[order, *counted]
	wanted key // the table that shows, or is counted
	*counted
}

// counted is what a table says.
type counted struct {
	key             key
	tally           *scene.Tally
	title, subtitle string
	words           string // whole, of the finding
	head, total     []string
	lines           [][]string // the first of them
}

// count makes the numbers of a table, and writes those that its pane measures.
func count(ctx context.Context, o order) (*counted, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n := scene.Count(o.room, o.sel, o.state, o.printer)
	c := &counted{
		key: o.key, tally: n, title: scene.Title(o.room, o.state, o.printer), subtitle: n.Subtitle(), words: n.Finding(),
		head: n.Head(), total: n.Totals(),
	}
	for i := range min(n.Lines(), parts.Measured) {
		c.lines = append(c.lines, n.Line(i))
	}
	return c, nil
}

// line writes row i.
func (c *counted) line(i int) []string {
	if i < len(c.lines) {
		return c.lines[i]
	}
	return c.tally.Line(i)
}

func newTable(v *View) *table {
	t := &table{v: v, name: canvas.NewText("", nil), says: [2]*canvas.Text{canvas.NewText("", nil), canvas.NewText("", nil)}, under: canvas.NewText("", nil), cells: parts.NewTable(v.host), counted: &counted{}}
	t.counts = host.Latest(v.scope, count, t.arrive)
	t.cells.Numbers = true
	t.cells.OnHead = func(col int) {
		v.host.Store.Break()
		v.host.Dispatch(t.tally.SortBy(col))
	}
	t.cells.Sorted = func(col int) string { return t.tally.Sorted(col) }
	t.ExtendBaseWidget(t)
	return t
}

// refresh takes over the look, and asks for the numbers of what is to be shown now,
// unless they show.
func (t *table) refresh() {
	h := t.v.host
	k := key{room: h.Room, state: charted(h.State())}
	if !t.Visible() {
		k = t.key
	}
	switch {
	case k == t.key: // it shows already, or need not
		t.wanted = k
		t.counts.Drop()
	case k != t.wanted:
		t.wanted = k
		t.counts.Request(order{key: k, sel: h.Selection(), printer: h.Printer()})
		t.v.wait()
	}
	p := h.Palette()
	t.name.Color, t.name.TextStyle.Bold, t.name.TextSize = p.Ink, true, parts.Scaled(h, theme.Lead)
	for _, line := range t.says {
		line.Color, line.TextSize = p.Ink, parts.Scaled(h, theme.Small)
	}
	t.under.Color, t.under.TextSize = p.InkMuted, parts.Scaled(h, theme.Small)
	t.Refresh()
}

// waits reports whether numbers are being counted.
func (t *table) waits() bool { return t.wanted != t.key }

// arrive takes over what was counted.
func (t *table) arrive(_ order, c *counted, err error) {
	t.v.done()
	if err != nil {
		return // a newer request, or the end
	}
	t.counted = c
	t.name.Text, t.under.Text = c.title, c.subtitle
	t.cells.Words, t.cells.Total = c.tally.WordColumns(), c.total
	t.cells.FillLines(c.head, c.tally.Lines(), c.line)
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
	return []fyne.CanvasObject{t.name, t.says[0], t.says[1], t.under, t.cells}
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
	y += put(t.name, theme.Space3)
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
