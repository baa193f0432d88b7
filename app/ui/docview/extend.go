package docview

import (
	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// extend moves the end of the selection as a key says, with Shift held, and
// reports whether it is such a key. What nothing is selected of begins at the
// first block in sight.
func (r *reader) extend(key fyne.KeyName) bool {
	f := r.flow
	if f.len() == 0 {
		return false
	}
	if f.chosen.empty() {
		i, into := f.first(r.scroll.Offset.Y)
		if r.cursor >= 0 {
			i = r.cursor
		} else if into > 0 && i+1 < f.len() {
			i++
		}
		f.chosen = selection{spot{block: i}, spot{block: i}}
	}
	head := f.chosen.head
	switch key {
	case fyne.KeyRight:
		head = r.after(head)
	case fyne.KeyLeft:
		head = r.before(head)
	case fyne.KeyDown:
		head = r.line(head, 1)
	case fyne.KeyUp:
		head = r.line(head, -1)
	case fyne.KeyEnd:
		head = r.blockAt(head.block).head
	case fyne.KeyHome:
		head = r.blockAt(head.block).anchor
	default:
		return false
	}
	r.choose(selection{f.chosen.anchor, head})
	r.into(head.block)
	return true
}

// after is the spot one letter on.
func (r *reader) after(s spot) spot {
	for letter := range text.Graphemes(r.textAt(s)[s.at:]) {
		s.at += len(letter)
		return s
	}
	if s.piece+1 < len(r.flow.at(s.block).texts()) {
		return spot{s.block, s.piece + 1, 0}
	}
	if s.block+1 < r.flow.len() {
		return spot{block: s.block + 1}
	}
	return s
}

// before is the spot one letter back.
func (r *reader) before(s spot) spot {
	if s.at > 0 {
		n := 0
		for letter := range text.Graphemes(r.textAt(s)[:s.at]) {
			n = len(letter)
		}
		s.at -= n
		return s
	}
	if s.piece > 0 {
		s.piece--
	} else if s.block > 0 {
		s.block--
		s.piece = max(len(r.flow.at(s.block).texts())-1, 0)
	} else {
		return s
	}
	s.at = len(r.textAt(s))
	return s
}

// line is the spot one line further down or up, at the same distance from the
// left edge.
func (r *reader) line(s spot, by float32) spot {
	x := r.flow.at(s.block)
	list := x.texts()
	if s.piece >= len(list) {
		return s
	}
	corner, high := list[s.piece].Where(s.at)
	top, _ := r.flow.span(s.block)
	from := list[s.piece].Position().Add(corner).AddXY(0, top+high/2)
	for step := 1; step <= 40; step++ {
		y := from.Y + by*high/2*float32(step)
		if y < 0 || y > r.flow.height() {
			break
		}
		to := r.spotAt(fyne.NewPos(from.X, y))
		if by > 0 && to.compare(s) > 0 && step > 1 || by < 0 && to.compare(s) < 0 && step > 1 {
			return to
		}
	}
	return s
}
