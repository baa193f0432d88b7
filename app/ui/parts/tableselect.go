package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/clipboard"
)

// block is the cells that are selected: from one corner to the one that moves.
// Column 0 at the corner that it began with selects whole rows.
type block struct{ from, to spot }

var noBlock = block{spot{-9, 0}, spot{-9, 0}}

// drag is what a movement of the pressed pointer does.
type drag int

const (
	dragNothing drag = iota
	dragBlock
	dragSlider
)

var (
	_ fyne.Scrollable        = (*Table)(nil)
	_ fyne.Draggable         = (*Table)(nil)
	_ fyne.SecondaryTappable = (*Table)(nil)
	_ desktop.Mouseable      = (*Table)(nil)
	_ desktop.Hoverable      = (*Table)(nil)
)

// bounds are the first and last row and column of the block; false if nothing is
// selected.
func (t *Table) bounds() (r0, r1, c0, c1 int, ok bool) {
	b := t.block
	if b == noBlock || b.from.row == headRow {
		return 0, 0, 0, 0, false
	}
	r0, r1 = min(b.from.row, b.to.row), max(b.from.row, b.to.row)
	c0, c1 = min(b.from.col, b.to.col), max(b.from.col, b.to.col)
	if b.from.col == 0 {
		c0, c1 = 0, len(t.head)-1
	}
	return r0, r1, c0, c1, true
}

// Selected returns the cells that are selected, with their heads; nil if none
// are.
func (t *Table) Selected() (head []string, rows [][]string) {
	r0, r1, c0, c1, ok := t.bounds()
	if !ok {
		return nil, nil
	}
	for r := r0; r <= r1; r++ {
		cells := t.at(r)
		row := make([]string, c1-c0+1)
		for c := range row {
			if c0+c < len(cells) {
				row[c] = cells[c0+c]
			}
		}
		rows = append(rows, row)
	}
	return t.head[c0 : c1+1], rows
}

// Copy puts what is selected on the clipboard, cells apart by tabs, one cell as it
// is; whole rows have their head. It reports whether anything was selected: if not,
// the clipboard stays.
func (t *Table) Copy() bool {
	head, rows := t.Selected()
	if len(rows) == 0 {
		return false
	}
	text := clipboard.TSV(nil, rows)
	switch {
	case len(rows) == 1 && len(rows[0]) == 1:
		text = rows[0][0]
	case len(head) == len(t.head):
		text = clipboard.TSV(head, rows)
	}
	Copy(t.h, t.h.T("panes.aSelection"), text)
	return true
}

// CopyAll puts all rows with head and totals on the clipboard.
func (t *Table) CopyAll() {
	rows := make([][]string, t.rows, t.rows+1)
	for i := range rows {
		rows[i] = t.row(i)
	}
	if t.Total != nil {
		rows = append(rows, t.Total)
	}
	Copy(t.h, t.h.T("panes.aTable"), clipboard.TSV(t.head, rows))
}

// scroll moves by whole rows and columns, as far as there are some.
func (t *Table) scroll(rows, cols int) bool {
	top, left := t.top, t.left
	t.top = max(min(t.top+rows, t.rows-t.room()), 0)
	t.left = max(min(t.left+cols, t.lastLeft()), 0)
	return top != t.top || left != t.left
}

// lastLeft is how far columns can go before all that follow are in sight.
func (t *Table) lastLeft() int {
	if len(t.head) == 0 {
		return 0
	}
	room := t.Size().Width - sliderWide - t.firstWide()
	for k := len(t.head) - 1; k > 0; k-- {
		if room -= t.widths[k]; room < 0 {
			return min(k, len(t.head)-2)
		}
	}
	return 0
}

// Scrolled implements fyne.Scrollable: over every column.
func (t *Table) Scrolled(ev *fyne.ScrollEvent) {
	step := func(d float32) int {
		switch {
		case d == 0:
			return 0
		case d > 0:
			return -max(int(d/t.rowHeight()), 1)
		}
		return max(int(-d/t.rowHeight()), 1)
	}
	cols := step(ev.Scrolled.DX)
	rows := step(ev.Scrolled.DY)
	if t.h.ShiftHeld() && cols == 0 {
		rows, cols = 0, rows
	}
	if t.scroll(rows, max(min(cols, 1), -1)) {
		t.Refresh()
	}
}

// spotAt is the cell at a place.
func (t *Table) spotAt(pos fyne.Position) (spot, bool) {
	cols, xs, ws := t.columns()
	rows, ys := t.lines()
	h := t.rowHeight()
	for i, row := range rows {
		for j, col := range cols {
			if pos.Y >= ys[i] && pos.Y < ys[i]+h && pos.X >= xs[j] && pos.X < xs[j]+ws[j] {
				return spot{row, col}, true
			}
		}
	}
	return spot{}, false
}

// MouseDown implements desktop.Mouseable: it selects a cell, in the first column a
// row; with Shift as far as there.
func (t *Table) MouseDown(ev *desktop.MouseEvent) {
	t.Grab()
	s, ok := t.spotAt(ev.Position)
	t.dragging = dragNothing
	switch {
	case !t.slider.Hidden && ev.Position.X >= t.Size().Width-2*sliderWide:
		t.dragging = dragSlider
	case !ok || s.row < 0:
	case ev.Button == desktop.MouseButtonSecondary && t.holds(s):
	case t.h.ShiftHeld() && t.block != noBlock && t.block.from.row >= 0:
		t.dragging = dragBlock
		t.block.to = s
	default:
		t.dragging = dragBlock
		t.block = block{s, s}
	}
	t.Refresh()
}

// MouseUp implements desktop.Mouseable.
func (t *Table) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (t *Table) Dragged(ev *fyne.DragEvent) {
	switch t.dragging {
	case dragSlider:
		h := t.rowHeight()
		track := h * float32(max(t.room(), 1))
		t.top = int((ev.Position.Y - h) / track * float32(t.rows))
		t.scroll(0, 0)
	case dragBlock:
		pos := ev.Position
		if low := t.rowHeight() * float32(t.room()+1); pos.Y >= low {
			t.scroll(1, 0)
			pos.Y = low - 1
		} else if pos.Y < t.rowHeight() {
			t.scroll(-1, 0)
			pos.Y = t.rowHeight()
		}
		if s, ok := t.spotAt(pos); ok && s.row >= 0 {
			t.block.to = s
		}
	default:
		return
	}
	t.Refresh()
}

// DragEnd implements fyne.Draggable.
func (t *Table) DragEnd() { t.dragging = dragNothing }

// holds reports whether a cell is among those selected.
func (t *Table) holds(s spot) bool {
	r0, r1, c0, c1, ok := t.bounds()
	return ok && s.row >= r0 && s.row <= r1 && s.col >= c0 && s.col <= c1
}

// Tapped implements fyne.Tappable: a press on a head sorts.
func (t *Table) Tapped(ev *fyne.PointEvent) {
	if s, ok := t.spotAt(ev.Position); ok && s.row == headRow && t.OnHead != nil {
		t.block = noBlock // other rows will stand there
		t.OnHead(s.col)
	}
}

// TappedSecondary implements fyne.SecondaryTappable: it offers to copy.
func (t *Table) TappedSecondary(ev *fyne.PointEvent) {
	s, ok := t.spotAt(ev.Position)
	if !ok {
		return
	}
	t.menu(s, ev.AbsolutePosition)
}

// see brings a cell into sight.
func (t *Table) see(s spot) {
	if s.row >= 0 {
		switch {
		case s.row < t.top:
			t.top = s.row
		case s.row >= t.top+t.room():
			t.top = s.row - t.room() + 1
		}
	}
	if s.col > 0 && s.col <= t.left {
		t.left = s.col - 1
	}
	for s.col > 0 && t.left < t.lastLeft() {
		cols, xs, ws := t.columns()
		k := len(cols) - 1
		if cols[k] > s.col || cols[k] == s.col && ws[k] >= t.widths[s.col] && xs[k] >= 0 {
			break
		}
		t.left++
	}
	t.scroll(0, 0)
}

// placeBlock puts wash and frame where the selection is in sight.
func (t *Table) placeBlock() {
	t.wash.Hidden, t.frame.Hidden = true, true
	rows, ys := t.lines()
	cols, xs, ws := t.columns()
	h := t.rowHeight()
	span := func(in func(spot) bool) (fyne.Position, fyne.Size, bool) {
		var a, b fyne.Position
		found := false
		for i, row := range rows {
			for j, col := range cols {
				if !in(spot{row, col}) {
					continue
				}
				if !found {
					a = fyne.NewPos(xs[j], ys[i])
				}
				b, found = fyne.NewPos(xs[j]+ws[j], ys[i]+h), true
			}
		}
		return a, fyne.NewSize(b.X-a.X, b.Y-a.Y), found
	}
	if at, size, ok := span(t.holds); ok {
		t.wash.Move(at)
		t.wash.Resize(size)
		t.wash.Hidden = false
	}
	if t.block == noBlock || !t.Focused() {
		return
	}
	at, size, ok := span(func(s spot) bool { return s == t.block.to })
	if !ok {
		return
	}
	t.frame.Move(at)
	t.frame.Resize(size)
	t.frame.Hidden = false
}
