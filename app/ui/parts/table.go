package parts

import (
	"cmp"
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Table shows rows of texts under a head, the first column and the last line of
// totals always in sight. Cells and rows are selected with pointer and keys and
// copied, never to nothing. Only what is in sight is written, so that its size
// costs nothing; a cell is one line, cut to its column. Keys that it has no use
// for go to the window.
type Table struct {
	Surface

	// Numbers says that all columns but the first are numbers, set to the right;
	// of them Words after the first are none.
	Numbers bool
	Words   int
	// Marked says which cells stand out; nil: none.
	Marked func(row, col int) bool
	// Most is how many rows it asks to have in sight; 0: a dozen.
	Most int
	// OnSelect hears which row the selection has come to, -1 for none; nil: nothing
	// does. Escape and, on a row, Enter are then not the table's.
	OnSelect func(row int)
	// Total is a last line below the rows; nil: none.
	Total []string
	// OnHead is what a press on the head of a column does; nil: nothing.
	OnHead func(col int)
	// Sorted is the sign of the column by which the rows stand, such as "↓"; ""
	// for the others. nil: none is.
	Sorted func(col int) string

	h      *host.Host
	head   []string
	rows   int
	row    func(i int) []string
	widths []float32

	last int      // row that was written last, -1 for none
	text []string // of it

	top, left int // the first row and, after the first, the first column in sight
	block     block
	dragging  drag

	told int // row that OnSelect heard of last

	back, wash, frame, rule, foot, slider *canvas.Rectangle
	texts                                 []*canvas.Text
	shown                                 []spot // of texts
}

// spot is where a cell stands; row is heads or totals, or a row.
type spot struct{ row, col int }

const (
	headRow  = -1
	totalRow = -2
)

// Measured is how many rows a table measures for the widths of its columns.
const Measured = 200

// Bounds on what a table measures and shows of texts that may be anyone's.
const (
	cellMost     = 120 // runes of a cell
	measureWide  = 32  // columns whose width follows their texts; the rest have restWide
	restWide     = 120 // layout pixels at size 1
	cellWide     = 320 // of the widest column at size 1
	headsHighest = 12  // rows that a table asks to have in sight
	sliderWide   = 6
)

var _ Flowing = (*Table)(nil)

// NewTable returns an empty table.
func NewTable(h *host.Host) *Table {
	t := &Table{h: h, last: -1, block: noBlock, told: -1}
	t.back, t.wash, t.frame = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	t.rule, t.foot, t.slider = Hairline(h), Hairline(h), Box(color.Transparent)
	t.OnKey = t.key
	t.Init(t, h)
	return t
}

// Fill replaces head and rows, which must not change afterwards.
func (t *Table) Fill(head []string, rows [][]string) {
	t.FillLines(head, len(rows), func(i int) []string { return rows[i] })
}

// FillLines replaces head and rows by n rows that are written when they come into
// sight, and always alike. What is selected stays if there are as many.
func (t *Table) FillLines(head []string, n int, row func(i int) []string) {
	if n != t.rows || len(head) != len(t.head) {
		t.block, t.top, t.left = noBlock, 0, 0
	}
	t.head, t.rows, t.row, t.last = head, n, row, -1
	measured := [][]string{t.Total}
	for i := range min(n, Measured) {
		measured = append(measured, row(i))
	}
	scale, size := float32(t.h.State().TextSize), Scaled(t.h, theme.Body)
	t.widths = make([]float32, len(head))
	for i, name := range head {
		wide := restWide * scale
		if i < measureWide {
			wide = Measure(Clip(name, cellMost)+" ↓", size, true).Width
			long := 0
			for k, row := range measured {
				if i >= len(row) {
					continue
				}
				if t.Numbers && i > t.Words { // as wide as they are long
					n := utf8.RuneCountInString(row[i])
					if k > 0 && n <= long {
						continue
					}
					long = n
				}
				wide = max(wide, Measure(Clip(row[i], cellMost), size, k == 0 || t.Marked != nil && t.Marked(k-1, i)).Width)
			}
		}
		t.widths[i] = min(wide, cellWide*scale) + 2*theme.Space3
	}
	t.Refresh()
}

// Head is the names of the columns. It must not be modified.
func (t *Table) Head() []string { return t.head }

// Length is the number of rows, without the totals, and of columns.
func (t *Table) Length() (rows, cols int) { return t.rows, len(t.head) }

// at writes a row; nil if there is none.
func (t *Table) at(i int) []string {
	switch {
	case i == headRow:
		return t.head
	case i == totalRow:
		return t.Total
	case i < 0 || i >= t.rows:
		return nil
	}
	if i != t.last {
		t.last, t.text = i, t.row(i)
	}
	return t.text
}

// HeightFor implements Flowing: the head and some of the rows; the wheel leads
// to the others.
func (t *Table) HeightFor(float32) float32 {
	n := 1 + min(t.rows, cmp.Or(t.Most, headsHighest))
	if t.Total != nil {
		n++
	}
	return t.rowHeight()*float32(n) + theme.Space1
}

func (t *Table) rowHeight() float32 {
	return Measure("Mg", Scaled(t.h, theme.Body), true).Height + theme.Space1
}

// room is how many rows are in sight below the head.
func (t *Table) room() int {
	lines := int(t.Size().Height/t.rowHeight()) - 1
	if t.Total != nil {
		lines--
	}
	return max(lines, 0)
}

// firstWide is the width of the first column: it leaves the others the half of the
// table that they need.
func (t *Table) firstWide() float32 {
	var others float32
	for _, w := range t.widths[1:] {
		others += w
	}
	edge := t.Size().Width - sliderWide
	return min(t.widths[0], max(edge/2, edge-others))
}

// columns are the first column and those in sight after it, each with its left
// edge and its width.
func (t *Table) columns() (cols []int, x, w []float32) {
	if len(t.head) == 0 {
		return nil, nil, nil
	}
	edge := t.Size().Width - sliderWide
	at := float32(0)
	for col := 0; col < len(t.head) && at < edge; col++ {
		if col > 0 && col <= t.left {
			continue
		}
		wide := t.widths[col]
		if col == 0 {
			wide = t.firstWide()
		}
		if room := edge - at; wide > room {
			if t.Numbers && len(cols) > 1 { // half a number is another number
				break
			}
			wide = room
		}
		cols, x, w = append(cols, col), append(x, at), append(w, wide)
		at += wide
	}
	return cols, x, w
}

// CreateRenderer is for Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return Draw(t) }

// Least implements Drawn.
func (t *Table) Least() fyne.Size { return fyne.NewSize(40, t.rowHeight()) }

// Paint implements Drawn.
func (t *Table) Paint() {
	p := t.h.Palette()
	t.tell()
	t.wash.FillColor, t.frame.StrokeColor = p.Selected, p.Accent
	t.frame.StrokeWidth = 1.5
	t.rule.FillColor, t.foot.FillColor, t.slider.FillColor = p.Hairline, p.Hairline, p.Hairline
	t.write()
}

// tell says where the selection is, if that is elsewhere than before.
func (t *Table) tell() {
	row := max(t.block.to.row, -1)
	if t.OnSelect != nil && row != t.told {
		t.told = row
		t.OnSelect(row)
	}
}

// Select chooses a whole row.
func (t *Table) Select(row int) {
	t.block = block{spot{row, 0}, spot{row, 0}}
	t.see(t.block.to)
	t.Refresh()
}

// Place implements Drawn.
func (t *Table) Place(size fyne.Size) {
	t.back.Resize(size)
	t.scroll(0, 0)
	t.write()
	h := t.rowHeight()
	t.rule.Move(fyne.NewPos(0, h-1))
	t.rule.Resize(fyne.NewSize(size.Width, 1))
	room := min(t.room(), t.rows)
	t.foot.Hidden = t.Total == nil
	t.foot.Move(fyne.NewPos(0, h*float32(1+room)))
	t.foot.Resize(fyne.NewSize(size.Width, 1))
	t.slider.Hidden = room >= t.rows
	if !t.slider.Hidden {
		track := h * float32(room)
		long := max(track*float32(room)/float32(t.rows), 16)
		t.slider.Resize(fyne.NewSize(sliderWide-2, long))
		t.slider.Move(fyne.NewPos(size.Width-sliderWide+1, h+(track-long)*float32(t.top)/float32(max(t.rows-room, 1))))
	}
	t.placeBlock()
}

// Pieces implements Drawn.
func (t *Table) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.back, t.wash, t.rule, t.foot, t.slider}
	for _, x := range t.texts {
		out = append(out, x)
	}
	return append(out, t.frame)
}

// lines are the rows in sight with their upper edges.
func (t *Table) lines() (rows []int, y []float32) {
	h := t.rowHeight()
	rows, y = []int{headRow}, []float32{0}
	n := min(t.room(), t.rows-t.top)
	for k := range n {
		rows, y = append(rows, t.top+k), append(y, h*float32(k+1))
	}
	if t.Total != nil {
		rows, y = append(rows, totalRow), append(y, h*float32(n+1))
	}
	return rows, y
}

// write sets the texts that are in sight.
func (t *Table) write() {
	p, size, h := t.h.Palette(), Scaled(t.h, theme.Body), t.rowHeight()
	rows, ys := t.lines()
	cols, xs, ws := t.columns()
	t.shown = t.shown[:0]
	n := 0
	for i, row := range rows {
		cells := t.at(row)
		for j, col := range cols {
			if col >= len(cells) || cells[col] == "" {
				continue
			}
			if n == len(t.texts) {
				t.texts = append(t.texts, canvas.NewText("", color.Transparent))
			}
			x := t.texts[n]
			n++
			t.shown = append(t.shown, spot{row, col})
			marked := row >= 0 && t.Marked != nil && t.Marked(row, col)
			words := oneLine(Clip(cells[col], cellMost))
			x.TextSize, x.TextStyle.Bold, x.Color, x.Hidden = size, row < 0 || marked, p.Ink, false
			if marked {
				x.Color = p.Accent
			}
			sign := ""
			if row == headRow && t.Sorted != nil && t.Sorted(col) != "" {
				sign = " " + t.Sorted(col)
			}
			room := ws[j] - 2*theme.Space3
			x.Text = Shorten(words, size, x.TextStyle.Bold, room-Measure(sign, size, true).Width) + sign
			m := x.MinSize()
			at := xs[j] + theme.Space3
			if col > t.Words && t.Numbers {
				at = xs[j] + ws[j] - theme.Space3 - m.Width
			}
			x.Move(fyne.NewPos(at, ys[i]+(h-m.Height)/2))
			x.Resize(m)
		}
	}
	for _, x := range t.texts[n:] {
		x.Hidden = true
	}
}

// oneLine makes one line of a text.
func oneLine(text string) string {
	if strings.ContainsAny(text, "\n\r\t") {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}
