package chooser

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/parts"
)

// twice is the longest time between the clicks of a double one.
const twice = 400 * time.Millisecond

// find is the row at a place, -1 if none is.
func (r *rows) find(pos fyne.Position) int {
	i := r.top + int((pos.Y-r.first())/r.rowHeight())
	if pos.Y < r.first() || i >= r.n || i >= r.top+r.room() || r.at(i).head {
		return -1
	}
	return i
}

// Scrolled implements fyne.Scrollable.
func (r *rows) Scrolled(ev *fyne.ScrollEvent) {
	by := int(-ev.Scrolled.DY / r.rowHeight())
	switch {
	case by != 0:
	case ev.Scrolled.DY > 0:
		by = -1
	case ev.Scrolled.DY < 0:
		by = 1
	}
	if r.scroll(by) {
		r.over = -1
		r.Refresh()
	}
}

// MouseDown implements desktop.Mouseable: it chooses a row.
func (r *rows) MouseDown(ev *desktop.MouseEvent) {
	r.Grab()
	if r.dragging = !r.slider.Hidden && ev.Position.X >= r.Size().Width-2*sliderWide && ev.Position.Y >= r.first(); r.dragging {
		return
	}
	if i := r.find(ev.Position); i >= 0 {
		r.choose(i)
	}
}

// MouseUp implements desktop.Mouseable.
func (r *rows) MouseUp(*desktop.MouseEvent) {}

// Tapped implements fyne.Tappable: on a head it puts the rows in that order, and
// twice on a row it opens what is there.
func (r *rows) Tapped(ev *fyne.PointEvent) {
	if r.titled() && ev.Position.Y < r.first() {
		for _, c := range []column{byName, bySize, byTime} {
			if x, w := r.span(c); ev.Position.X >= x && ev.Position.X < x+w && r.onHead != nil {
				r.onHead(c)
				return
			}
		}
		return
	}
	i := r.find(ev.Position)
	if i < 0 || r.dragging {
		return
	}
	now := time.Now()
	again := i == r.clicked && now.Sub(r.clickedAt) <= twice
	r.clicked, r.clickedAt = i, now
	if r.onOpen != nil && (r.once || again) {
		r.clicked = -1
		r.onOpen(i)
	}
}

// MouseMoved implements desktop.Hoverable: it marks the row under the pointer, and
// says whole what has no room there.
func (r *rows) MouseMoved(ev *desktop.MouseEvent) {
	i := r.find(ev.Position)
	if i == r.over {
		return
	}
	r.over = i
	r.h.Hint("", r)
	if i >= 0 {
		if whole := r.at(i).text; r.cut(whole) {
			r.h.Hint(parts.Clip(whole, 300), r)
		}
	}
	r.Refresh()
}

// cut reports whether a name has too little room.
func (r *rows) cut(name string) bool {
	for _, t := range r.texts {
		if !t.Hidden && t.Text == name {
			return false
		}
	}
	return true
}

// MouseOut implements desktop.Hoverable.
func (r *rows) MouseOut() {
	r.over = -1
	r.h.Hint("", r)
	r.Refresh()
}

// Dragged implements fyne.Draggable: the slider leads through the rows.
func (r *rows) Dragged(ev *fyne.DragEvent) {
	if !r.dragging {
		return
	}
	track := max(r.Size().Height-r.first(), 1)
	r.top = int((ev.Position.Y - r.first()) / track * float32(r.n))
	r.scroll(0)
	r.Refresh()
}

// DragEnd implements fyne.Draggable.
func (r *rows) DragEnd() { r.dragging = false }

// choose marks a row and says so.
func (r *rows) choose(i int) {
	r.mark(i)
	if r.onSelect != nil {
		r.onSelect(i)
	}
}

// mark shows a row as chosen, in sight; -1: none.
func (r *rows) mark(i int) {
	r.chosen = i
	switch {
	case i < 0:
	case i < r.top:
		r.top = i
	case i >= r.top+r.room():
		r.top = i - r.room() + 1
	}
	r.Refresh()
}

// step moves the choice by some rows, over those that cannot be chosen.
func (r *rows) step(by int) bool {
	if r.n == 0 {
		return true
	}
	to := r.chosen + by
	if r.chosen < 0 && by == -1 {
		to = r.n - 1
	}
	to = max(min(to, r.n-1), 0)
	way := 1
	if by < 0 {
		way = -1
	}
	for to >= 0 && to < r.n && r.at(to).head {
		to += way
	}
	if to >= 0 && to < r.n {
		r.choose(to)
	}
	return true
}

// Keys is all that a list hears.
func (r *rows) Keys() parts.Keys {
	by := func(rows int) func() bool { return func() bool { return r.step(rows) } }
	open := func() bool {
		on := r.chosen >= 0 && r.onOpen != nil
		if on {
			r.onOpen(r.chosen)
		}
		return on
	}
	return parts.Keys{
		{Name: fyne.KeyUp, Take: by(-1)},
		{Name: fyne.KeyDown, Take: by(1)},
		{Name: fyne.KeyPageUp, Take: by(-r.room())},
		{Name: fyne.KeyPageDown, Take: by(r.room())},
		{Name: fyne.KeyHome, Take: by(-r.n - 1)},
		{Name: fyne.KeyEnd, Take: by(r.n + 1)},
		{Name: fyne.KeyReturn, Take: open},
		{Name: fyne.KeyEnter, Take: open},
		{Name: fyne.KeySpace, Take: func() bool { return true }}, // it is a letter of a name
	}
}

// TypedRune implements fyne.Focusable.
func (r *rows) TypedRune(c rune) {
	if r.onText != nil {
		r.onText(c)
		return
	}
	r.Surface.TypedRune(c)
}
