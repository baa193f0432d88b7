package chartview

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/charts"
)

// Keys is all that the chart hears.
func (v *View) Keys() parts.Keys { return v.plot.keys() }

// TableKeys is all that the table hears which stands in its place.
func (v *View) TableKeys() parts.Keys { return v.table.cells.Keys() }

// keys walk the marks in reading order, or up and down in their column.
func (p *plot) keys() parts.Keys {
	by := func(f func(int), n int) func() { return func() { f(n) } }
	on := func(f func(charts.Mark)) func() {
		return func() {
			if m, i := p.find(p.walked); i >= 0 && p.walking {
				p.v.tip.Hide() // it would lie over what is lit
				f(m)
			}
		}
	}
	return append(parts.MenuKeys(p.v.host, p.contextKey), parts.Keys{
		{Name: fyne.KeyLeft, Text: "shell.keyMarks", Do: by(p.walk, -1)},
		{Name: fyne.KeyRight, Text: "shell.keyMarks", Do: by(p.walk, 1)},
		{Name: fyne.KeyUp, Text: "shell.keyMarks", Do: by(p.jump, -1)},
		{Name: fyne.KeyDown, Text: "shell.keyMarks", Do: by(p.jump, 1)},
		{Name: fyne.KeyHome, Text: "shell.keyMarksEnds", Do: by(p.goTo, 0)},
		{Name: fyne.KeyEnd, Text: "shell.keyMarksEnds", Do: func() {
			if p.v.pic != nil {
				p.goTo(len(p.v.pic.layout.Marks) - 1)
			}
		}},
		{Name: fyne.KeySpace, Text: "shell.keyLight", Do: on(p.light)},
		{Name: fyne.KeyReturn, Text: "shell.keyLightOnly", Do: on(p.enter)},
		{Name: fyne.KeyEnter, Do: on(p.enter)},
		{Name: fyne.KeyEscape, Text: "shell.keyLetGo", Take: p.escape},
	}...)
}

// escape lets go of what is lit, then of the mark that the keys are on.
func (p *plot) escape() bool {
	if p.v.host.LetGo() {
		return true
	}
	if !p.walking {
		return false
	}
	p.walking = false
	p.v.tip.Hide()
	p.trace()
	return true
}
