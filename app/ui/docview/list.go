package docview

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

	h         *host.Host
	documents scene.Documents
	rows      int
	onFocus   func(in bool)
	at        int // the row that the keys are on
	hints     *host.Hints
	menu      func(scene.Block, fyne.Position)
}

func newList(h *host.Host) *list {
	l := &list{h: h}
	l.HideSeparators = true
	l.Length = func() int { return l.rows }
	l.CreateItem = func() fyne.CanvasObject { return newRow(h) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		r := o.(*row)
		r.tapped, r.menu = func() { l.tap(i) }, func(at fyne.Position) { l.context(i, at) }
		d := l.documents.Row(i)
		r.hinted = l.hints.Document(d.ID)
		r.set(d)
	}
	l.OnHighlighted = func(i widget.ListItemID) { l.at = i }
	l.OnSelected = func(i widget.ListItemID) {
		if i < l.rows {
			h.Store.Break()
			h.Dispatch(scene.LightDocument(l.documents.Row(i).ID, h.ShiftHeld()))
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// tap takes a row as Fyne's own rows do, which a row that has a menu stands in for.
func (l *list) tap(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.Highlight(i)
	l.Select(i)
}

// context opens the menu of a document.
func (l *list) context(i int, at fyne.Position) {
	if i < l.rows && l.menu != nil {
		d := l.documents.Row(i)
		l.menu(scene.Block{Kind: scene.DocumentLink, ID: d.ID, Text: d.Lead}, at)
	}
}

// show replaces the rows.
func (l *list) show(documents scene.Documents) {
	l.documents, l.rows = documents, documents.Len()
	l.UnselectAll() // rows show what is lit themselves; a second click is then heard
	l.Refresh()
}

// height is what the rows need.
func (l *list) height() float32 {
	row := newRow(l.h).MinSize().Height
	return float32(l.rows)*(row+fyne.CurrentApp().Settings().Theme().Size("padding")) + 2
}

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() { l.List.FocusGained(); l.onFocus(true) }

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() { l.List.FocusLost(); l.onFocus(false) }

// TypedKey moves in the list; other keys go to the window.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	if parts.MenuKeys(l.h, func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
		l.context(l.at, at.AddXY(margin, float32(l.at+1)*l.height()/float32(max(l.rows, 1))-l.GetScrollOffset()))
	}).Key(ev) {
		return
	}
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
	parts.Hover

	h     *host.Host
	doc   scene.DocumentRow
	lead  *canvas.Text
	count *canvas.Text
	rule  *canvas.Rectangle
	wash  *canvas.Rectangle

	hinted bool // it shares statements with what the pointer is on
	tapped func()
	menu   func(at fyne.Position)
}

func newRow(h *host.Host) *row {
	r := &row{h: h, lead: canvas.NewText("", color.Black), count: canvas.NewText("", color.Black), rule: canvas.NewRectangle(color.Transparent), wash: canvas.NewRectangle(color.Transparent)}
	r.OnHover = func(in bool) {
		var codes state.Focus
		if in {
			codes = scene.DocumentFocus(r.doc.ID)
		}
		h.SetPreview(codes)
	}
	r.Marks = []fyne.CanvasObject{r.wash, r.rule}
	r.Init(r, h)
	return r
}

func (r *row) set(d scene.DocumentRow) {
	r.doc = d
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(*fyne.PointEvent) {
	r.h.Hint("", r)
	r.tapped()
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *row) TappedSecondary(ev *fyne.PointEvent) { r.menu(ev.AbsolutePosition) }

// CreateRenderer is for Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(r) }

// Least implements parts.Drawn.
func (r *row) Least() fyne.Size {
	return fyne.NewSize(80, parts.Measure("Mg", parts.Scaled(r.h, theme.Body), false).Height+theme.Space1)
}

// Place implements parts.Drawn. A tip lies over the rows below: it says only what the
// row does not.
func (r *row) Place(size fyne.Size) {
	c := r.count.MinSize()
	r.count.Resize(c)
	r.count.Move(fyne.NewPos(size.Width-c.Width-margin, (size.Height-c.Height)/2))
	width := size.Width - c.Width - 2*margin - theme.Space2
	if cut := parts.Shorten(r.doc.Lead, r.lead.TextSize, r.doc.Selected, width); cut != r.lead.Text {
		r.lead.Text = cut
		r.lead.Refresh()
	}
	switch {
	case r.lead.Text != r.doc.Lead:
		r.Tip = r.doc.Lead + "\n" + r.doc.Publisher
	case strings.Contains(r.doc.Lead, r.doc.Publisher):
		r.Tip = ""
	default:
		r.Tip = r.doc.Publisher
	}
	m := r.lead.MinSize()
	r.lead.Resize(fyne.NewSize(width, m.Height))
	r.lead.Move(fyne.NewPos(margin, (size.Height-m.Height)/2))
	r.rule.Resize(fyne.NewSize(3, size.Height))
	r.wash.Resize(size)
}

// Paint implements parts.Drawn.
func (r *row) Paint() {
	p := r.h.Palette()
	size := parts.Scaled(r.h, theme.Body)
	r.lead.Color, r.count.Color, r.rule.FillColor, r.wash.FillColor = p.Ink, p.InkMuted, color.Transparent, color.Transparent
	if r.doc.Count == 0 {
		r.lead.Color = p.InkMuted
	}
	if r.hinted {
		r.wash.FillColor = p.Hover
	}
	if r.doc.Selected {
		r.rule.FillColor, r.wash.FillColor = p.Accent, p.Selected
	}
	if r.doc.Muted {
		r.lead.Color, r.count.Color = theme.Dim(p.Ink), theme.Dim(p.Ink)
	}
	r.lead.TextSize, r.count.TextSize, r.lead.TextStyle.Bold = size, size, r.doc.Selected
	r.count.Text = r.h.Printer().Int(r.doc.Count)
	switch {
	case r.doc.Lit < r.doc.Count && !r.doc.Muted:
		r.count.Text = r.h.T("shell.countOf", i18n.Args{"N": r.doc.Lit, "Total": r.doc.Count})
	case r.doc.Count != r.doc.Total:
		r.count.Text = r.h.T("shell.countOf", i18n.Args{"N": r.doc.Count, "Total": r.doc.Total})
	}
}

// Pieces implements parts.Drawn.
func (r *row) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.wash, r.rule, r.lead, r.count}
}
