package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Table shows rows of texts under a head, the first column always in sight. It
// builds only the cells that are in sight, so that its size costs nothing; what
// a cell shows is one line, cut to cellMost. Keys that it has no use for go to
// the window.
type Table struct {
	widget.Table

	// Numbers says that all columns but the first are numbers, set to the right.
	Numbers bool

	// Marked says which cells stand out; nil: none.
	Marked func(row, col int) bool

	h    *host.Host
	head []string
	rows int
	row  func(i int) []string

	last int      // row that was written last, -1 for none
	text []string // of it
}

// Bounds on what a table measures and shows of texts that may be anyone's.
const (
	cellMost      = 120 // runes of a cell
	measureRows   = 500
	measureWide   = 32  // columns whose width follows their texts; the rest have restWide
	restWide      = 120 // layout pixels at size 1
	cellWide      = 320 // of the widest column at size 1
	headsHighest  = 12  // rows that a table asks to have in sight
	tableTightens = 10  // layout pixels, see tight
)

var _ Flowing = (*Table)(nil)

// NewTable returns an empty table.
func NewTable(h *host.Host) *Table {
	t := &Table{h: h, last: -1}
	t.Length = func() (int, int) { return t.rows, len(t.head) }
	t.ShowHeaderRow, t.StickyColumnCount = true, 1
	t.CreateCell, t.CreateHeader = newCell, newCell
	t.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) {
		if row := t.at(id.Row); id.Col < len(row) {
			t.set(o, row[id.Col], id.Col, false, t.Marked != nil && t.Marked(id.Row, id.Col))
		}
	}
	t.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) {
		if id.Col >= 0 && id.Col < len(t.head) {
			t.set(o, t.head[id.Col], id.Col, true, false)
		}
	}
	t.ExtendBaseWidget(t)
	return t
}

// Fill replaces head and rows, which must not change afterwards.
func (t *Table) Fill(head []string, rows [][]string) {
	t.FillLines(head, len(rows), func(i int) []string { return rows[i] })
}

// at writes a row; nil if there is none.
func (t *Table) at(i int) []string {
	if i < 0 || i >= t.rows {
		return nil
	}
	if i != t.last {
		t.last, t.text = i, t.row(i)
	}
	return t.text
}

// FillLines replaces head and rows by n rows that are written when they come into
// sight, and always alike.
func (t *Table) FillLines(head []string, n int, row func(i int) []string) {
	t.head, t.rows, t.row, t.last = head, n, row, -1
	measured := make([][]string, min(n, measureRows))
	for i := range measured {
		measured[i] = row(i)
	}
	scale, size := float32(t.h.State().TextSize), Scaled(t.h, theme.Body)
	for i, name := range head {
		wide := restWide * scale
		if i < measureWide {
			wide = Measure(Clip(name, cellMost), size, true).Width
			for _, row := range measured {
				if i < len(row) {
					wide = max(wide, Measure(Clip(row[i], cellMost), size, false).Width)
				}
			}
		}
		t.SetColumnWidth(i, min(wide, cellWide*scale)+2*theme.Space3)
	}
	t.Refresh()
}

// HeightFor implements Flowing: the head and some of the rows; the wheel leads
// to the others.
func (t *Table) HeightFor(float32) float32 {
	row := newCell().MinSize().Height + t.Theme().Size("padding")
	return row*float32(1+min(t.rows, headsHighest)) + theme.Space3
}

// TypedKey passes on what a table has no use for.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		t.Table.TypedKey(ev)
	default:
		t.h.PassKey(ev)
	}
}

// TypedRune hands characters to the window.
func (t *Table) TypedRune(r rune) { t.h.PassRune(r) }

// newCell returns a cell whose text can be selected.
func newCell() fyne.CanvasObject {
	l := widget.NewLabel("Mg")
	l.Selectable = true
	return container.New(tight{}, l)
}

// set writes a cell: names to the left, numbers to the right.
func (t *Table) set(o fyne.CanvasObject, text string, col int, head, marked bool) {
	l := o.(*fyne.Container).Objects[0].(*widget.Label)
	l.Alignment = fyne.TextAlignLeading
	if col > 0 && t.Numbers {
		l.Alignment = fyne.TextAlignTrailing
	}
	l.TextStyle.Bold, l.Importance = head || marked, widget.MediumImportance
	if marked {
		l.Importance = widget.HighImportance
	}
	l.Truncation = fyne.TextTruncateEllipsis
	l.SetText(oneLine(Clip(text, cellMost)))
}

// tight takes most of the space above and below that a label keeps free, so
// that a low pane shows more rows.
type tight struct{}

func (tight) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().SubtractWidthHeight(0, tableTightens)
}

func (tight) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, -tableTightens/2))
	o[0].Resize(s.AddWidthHeight(0, tableTightens))
}

// oneLine makes one line of a text.
func oneLine(text string) string {
	if strings.ContainsAny(text, "\n\r\t") {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}
