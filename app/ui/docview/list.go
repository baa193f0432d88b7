package docview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// list names the documents with the number of statements that the filters
// leave of each.
type list struct {
	widget.List

	h      *host.Host
	rows   []scene.DocumentRow
	silent bool // a selection that follows the view, not a click
}

func newList(h *host.Host) *list {
	l := &list{h: h}
	l.HideSeparators = true
	l.Length = func() int { return len(l.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newRow(h) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).set(l.rows[i]) }
	l.OnSelected = func(i widget.ListItemID) {
		if !l.silent && i < len(l.rows) {
			h.Dispatch(state.SelectDocument(l.rows[i].ID))
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// show replaces the rows.
func (l *list) show(rows []scene.DocumentRow) {
	l.rows = rows
	l.silent = true
	defer func() { l.silent = false }()
	selected := -1
	for i, r := range rows {
		if r.Selected {
			selected = i
		}
	}
	if selected < 0 {
		l.UnselectAll()
	} else {
		l.Select(selected)
	}
	l.Refresh()
}

// height is what the rows need.
func (l *list) height() float32 {
	row := newRow(l.h).MinSize().Height
	return float32(len(l.rows))*(row+fyne.CurrentApp().Settings().Theme().Size("padding")) + 2
}

// TypedKey moves in the list; other keys go to the window.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace:
		l.List.TypedKey(ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.h.PassKey(ev)
	}
}

// TypedRune hands characters to the window.
func (l *list) TypedRune(r rune) {
	if r != ' ' {
		l.h.PassRune(r)
	}
}

// row is one document: its label, shortened if need be, and its count.
type row struct {
	widget.BaseWidget
	h     *host.Host
	doc   scene.DocumentRow
	lead  *canvas.Text
	count *canvas.Text
	rule  *canvas.Rectangle
}

var _ desktop.Hoverable = (*row)(nil)

func newRow(h *host.Host) *row {
	r := &row{h: h, lead: canvas.NewText("", color.Black), count: canvas.NewText("", color.Black), rule: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(d scene.DocumentRow) {
	r.doc = d
	r.Refresh()
}

// MouseIn says the publisher, and the label if it is cut.
func (r *row) MouseIn(*desktop.MouseEvent) { r.h.Hint(r.doc.Lead+"\n"+r.doc.Publisher, r) }

// MouseMoved does nothing.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tip away.
func (r *row) MouseOut() { r.h.Hint("", r) }

// CreateRenderer is for Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (r *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, parts.Measure("Mg", parts.Scaled(r.r.h, theme.Body), false).Height+theme.Space1)
}

func (r *rowRenderer) Layout(size fyne.Size) {
	x := r.r
	c := x.count.MinSize()
	x.count.Resize(c)
	x.count.Move(fyne.NewPos(size.Width-c.Width-margin, (size.Height-c.Height)/2))
	width := size.Width - c.Width - 2*margin - theme.Space2
	if cut := parts.Shorten(x.doc.Lead, x.lead.TextSize, x.doc.Selected, width); cut != x.lead.Text {
		x.lead.Text = cut
		x.lead.Refresh()
	}
	m := x.lead.MinSize()
	x.lead.Resize(fyne.NewSize(width, m.Height))
	x.lead.Move(fyne.NewPos(margin, (size.Height-m.Height)/2))
	x.rule.Resize(fyne.NewSize(3, size.Height))
}

func (r *rowRenderer) Refresh() {
	x, p := r.r, r.r.h.Palette()
	size := parts.Scaled(x.h, theme.Body)
	x.lead.Color, x.count.Color, x.rule.FillColor = p.Ink, p.InkMuted, color.Transparent
	if x.doc.Count == 0 {
		x.lead.Color = p.InkMuted
	}
	if x.doc.Selected {
		x.rule.FillColor = p.Accent
	}
	x.lead.TextSize, x.count.TextSize, x.lead.TextStyle.Bold = size, size, x.doc.Selected
	x.count.Text = x.h.Printer().Int(x.doc.Count)
	if x.doc.Count != x.doc.Total {
		x.count.Text = x.h.T("shell.countOf", i18n.Args{"N": x.doc.Count, "Total": x.doc.Total})
	}
	r.Layout(x.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.r.rule, r.r.lead, r.r.count}
}

func (r *rowRenderer) Destroy() {}
