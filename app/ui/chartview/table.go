package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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
	cells *cells
	body  *fyne.Container
}

// cells is a table of texts.
type cells struct {
	widget.Table

	v    *View
	head []string
	rows [][]string
}

func newTable(v *View) *table {
	t := &table{v: v, title: canvas.NewText("", nil), under: canvas.NewText("", nil), cells: &cells{v: v}}
	c := t.cells
	c.Length = func() (int, int) { return len(c.rows), len(c.head) }
	c.CreateCell = newCell
	c.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) {
		if id.Row < len(c.rows) && id.Col < len(c.rows[id.Row]) {
			set(o, c.rows[id.Row][id.Col], id.Col, false)
		}
	}
	c.ShowHeaderRow = true
	c.StickyColumnCount = 1
	c.CreateHeader = newCell
	c.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) {
		if id.Col >= 0 && id.Col < len(c.head) {
			set(o, c.head[id.Col], id.Col, true)
		}
	}
	c.ExtendBaseWidget(c)
	t.ExtendBaseWidget(t)
	return t
}

// newCell returns a cell whose text can be selected.
func newCell() fyne.CanvasObject {
	l := widget.NewLabel("Mg")
	l.Selectable = true
	return container.New(tight{}, l)
}

// tight takes most of the space above and below that a label keeps free, so
// that a low pane shows more rows.
type tight struct{}

const tightBy = 10

func (tight) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().SubtractWidthHeight(0, tightBy)
}

func (tight) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, -tightBy/2))
	o[0].Resize(s.AddWidthHeight(0, tightBy))
}

// set writes a cell: names to the left, numbers to the right.
func set(o fyne.CanvasObject, text string, col int, head bool) {
	l := o.(*fyne.Container).Objects[0].(*widget.Label)
	l.Alignment = fyne.TextAlignTrailing
	if col == 0 {
		l.Alignment = fyne.TextAlignLeading
	}
	l.TextStyle.Bold = head
	l.Truncation = fyne.TextTruncateEllipsis
	l.SetText(text)
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
	c := t.cells
	c.head, c.rows = tally.Table()
	size := parts.Scaled(h, theme.Body)
	for i, head := range c.head {
		w := parts.Measure(head, size, true).Width
		for _, row := range c.rows[:min(len(c.rows), 500)] {
			w = max(w, parts.Measure(row[i], size, false).Width)
		}
		c.SetColumnWidth(i, min(w, 320*float32(s.TextSize))+2*theme.Space3)
	}
	c.Refresh()
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *table) CreateRenderer() fyne.WidgetRenderer {
	t.body = container.NewWithoutLayout(t.title, t.under, t.cells)
	return &tableRenderer{t}
}

type tableRenderer struct{ t *table }

func (r *tableRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *tableRenderer) Destroy()                     {}
func (r *tableRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.t.body} }

func (r *tableRenderer) Layout(s fyne.Size) {
	t := r.t
	t.body.Resize(s)
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

func (r *tableRenderer) Refresh() {
	r.Layout(r.t.Size())
	canvas.Refresh(r.t.title)
	canvas.Refresh(r.t.under)
}
