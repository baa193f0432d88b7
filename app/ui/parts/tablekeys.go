package parts

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/clipboard"
)

func (t *Table) menu(s spot, at fyne.Position) {
	cell := ""
	if cells := t.at(s.row); s.col < len(cells) {
		cell = cells[s.col]
	}
	one := fyne.NewMenuItem(t.h.T("panes.copyCell"), func() { Copy(t.h, t.h.T("panes.aCell"), cell) })
	one.Disabled = cell == ""
	row := fyne.NewMenuItem(t.h.T("panes.copyRow"), func() { Copy(t.h, t.h.T("panes.aRow"), clipboard.TSV(t.head, [][]string{t.at(s.row)})) })
	row.Disabled = s.row == headRow
	chosen := fyne.NewMenuItem(t.h.T("panes.copySelection"), func() { t.Copy() })
	chosen.Disabled = t.block == noBlock
	all := fyne.NewMenuItem(t.h.T("panes.copyTable"), t.CopyAll)
	PopUp(t, at, fyne.NewMenu("", one, row, chosen, all))
}

// Keys is all that the table hears besides the shortcuts for copying: arrows move
// the selection by a cell, with Shift they extend it; up from the first row leads to
// the heads, which Enter and Space press.
func (t *Table) Keys() Keys {
	far := max(t.room(), 1)
	by := func(rows, cols int) func() bool { return func() bool { return t.move(rows, cols) } }
	return append(Keys{
		{Name: fyne.KeyLeft, Text: "shell.keyCells", Take: by(0, -1)},
		{Name: fyne.KeyRight, Text: "shell.keyCells", Take: by(0, 1)},
		{Name: fyne.KeyUp, Text: "shell.keyCells", Take: by(-1, 0)},
		{Name: fyne.KeyDown, Text: "shell.keyCells", Take: by(1, 0)},
		{Name: fyne.KeyPageUp, Text: "shell.keyRows", Take: by(-far, 0)},
		{Name: fyne.KeyPageDown, Text: "shell.keyRows", Take: by(far, 0)},
		{Name: fyne.KeyHome, Text: "shell.keyRows", Take: by(-t.rows, 0)},
		{Name: fyne.KeyEnd, Text: "shell.keyRows", Take: by(t.rows, 0)},
		{Name: fyne.KeyReturn, Text: "shell.keySort", Take: t.pressHead},
		{Name: fyne.KeyEnter, Take: t.pressHead},
		{Name: fyne.KeySpace, Text: "shell.keySort", Take: t.pressHead},
		{Text: "shell.keyCopyCells", Shown: "Ctrl+A  Ctrl+C"},
		{Name: fyne.KeyEscape, Text: "shell.keyLetGo", Take: t.unselect},
	}, MenuKeys(t.h, t.menuKey)...)
}

func (t *Table) key(ev *fyne.KeyEvent) bool { return t.Keys().Key(ev) }

// move moves the end of the selection, or begins one in sight.
func (t *Table) move(rows, cols int) bool {
	if len(t.head) == 0 { // nothing is filled in yet
		return false
	}
	if t.block == noBlock {
		first := spot{min(t.top, t.rows-1), 0}
		t.block = block{first, first}
		t.Refresh()
		return true
	}
	to, least := t.block.to, 0
	if rows == -1 && t.OnHead != nil && !t.h.ShiftHeld() {
		least = headRow
	}
	if rows != 0 {
		to.row = max(min(to.row+rows, t.rows-1), least)
	}
	to.col = max(min(to.col+cols, len(t.head)-1), 0)
	t.block.to = to
	if !t.h.ShiftHeld() || t.block.from.row < 0 {
		t.block.from = to
	}
	t.see(to)
	t.Refresh()
	return true
}

// pressHead presses the head that the keys are on, if they are on one.
func (t *Table) pressHead() bool {
	on := t.block != noBlock && t.block.to.row == headRow && t.OnHead != nil
	if on {
		t.OnHead(t.block.to.col)
	}
	return on
}

func (t *Table) unselect() bool {
	if t.block == noBlock || t.OnSelect != nil {
		return false
	}
	t.block = noBlock
	t.Refresh()
	return true
}

// menuKey opens the menu of the cell that the keys are on.
func (t *Table) menuKey() {
	if t.block == noBlock && !t.move(0, 0) {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	t.menu(t.block.to, at.Add(t.frame.Position()).AddXY(0, t.rowHeight()))
}
