package docview

import (
	"cmp"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/scene"
)

// spot is a place in the text of a page: a byte of a piece of text of a block.
type spot struct{ block, piece, at int }

func (s spot) compare(o spot) int {
	return cmp.Or(cmp.Compare(s.block, o.block), cmp.Compare(s.piece, o.piece), cmp.Compare(s.at, o.at))
}

// selection is the text between two spots. It begins where the pointer went
// down, and ends where it is now, which may be before.
type selection struct{ anchor, head spot }

func (s selection) empty() bool { return s.anchor == s.head }

func (s selection) ordered() (from, to spot) {
	if s.anchor.compare(s.head) > 0 {
		return s.head, s.anchor
	}
	return s.anchor, s.head
}

// of is the selected bytes of a piece with so many.
func (s selection) of(block, piece, length int) (from, to int) {
	a, b := s.ordered()
	first, last := spot{block, piece, 0}, spot{block, piece, length}
	if s.empty() || b.compare(first) <= 0 || a.compare(last) >= 0 {
		return 0, 0
	}
	to = length
	if a.compare(first) > 0 {
		from = a.at
	}
	if b.compare(last) < 0 {
		to = b.at
	}
	return from, to
}

// choose lays washes behind what is selected of block i.
func (x *block) choose(s selection, i int) {
	wash := x.h.Palette().Accent
	wash.A = chosenAlpha
	for n, p := range x.texts() {
		from, to := s.of(i, n, len(p.Text()))
		p.Choose(from, to, wash)
	}
}

// chosenAlpha is how much of the accent lies behind selected text.
const chosenAlpha = 0x58

// mostCopied bounds the blocks of a page that are copied at once: making a block
// takes time, and a page may have a hundred thousand.
const mostCopied = 5000

// text is what is selected; whole is false if that was too much to copy all.
func (f *flow) text() (text string, whole bool) {
	if f.chosen.empty() {
		return "", true
	}
	from, to := f.chosen.ordered()
	last := min(to.block, f.len()-1, from.block+mostCopied-1)
	var b strings.Builder
	var before scene.BlockKind
	for i := from.block; i <= last; i++ {
		blk := f.block(i)
		list := textsOf(blk, f.open[blk.ID])
		var got []string
		for n, t := range list {
			if a, z := f.chosen.of(i, n, len(t)); a < z {
				got = append(got, t[a:z])
			}
		}
		if len(got) == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n")
			if blk.Kind != before || !beside(blk.Kind) {
				b.WriteString("\n")
			}
		}
		between := "\n"
		if beside(blk.Kind) {
			between = " "
		}
		b.WriteString(strings.Join(got, between))
		before = blk.Kind
	}
	return b.String(), last >= min(to.block, f.len()-1)
}

// beside reports whether the texts of a block stand on one line.
func beside(k scene.BlockKind) bool { return k == scene.Meta || k == scene.ListItem }

// hand is what the pointer does to the text of a page.
type hand struct {
	dragging bool
	presses  int // at one place, one soon after the other: 2 is a double click
	last     time.Time
	at       fyne.Position
}

const (
	pressTime  = 400 * time.Millisecond
	pressReach = 6
)

// press begins a selection, or selects a word or a block if it is the second or
// third of several; with Shift it moves the end.
func (r *reader) press(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if !r.Focused() {
		r.Grab()
	}
	h, now := &r.hand, time.Now()
	d := ev.AbsolutePosition.Subtract(h.at)
	if now.Sub(h.last) > pressTime || max(d.X, -d.X, d.Y, -d.Y) > pressReach || h.presses == 3 {
		h.presses = 0
	}
	h.presses, h.last, h.at = h.presses+1, now, ev.AbsolutePosition
	s := r.spotAt(r.onPage(ev.AbsolutePosition))
	switch {
	case ev.Modifier&fyne.KeyModifierShift != 0 && !r.flow.chosen.empty():
		r.choose(selection{r.flow.chosen.anchor, s})
	case h.presses == 2:
		r.choose(r.wordAt(s))
	case h.presses == 3:
		r.choose(r.blockAt(s.block))
	default:
		r.choose(selection{s, s})
	}
}

// drag moves the end of the selection, and the page where the pointer leaves it.
func (r *reader) drag(ev *fyne.DragEvent) {
	if r.flow.len() == 0 {
		return
	}
	if !r.hand.dragging {
		r.hand.dragging = true
		if r.hand.presses < 2 {
			s := r.spotAt(r.onPage(ev.AbsolutePosition.Subtract(fyne.NewPos(ev.Dragged.DX, ev.Dragged.DY))))
			r.choose(selection{s, s})
		}
	}
	p := r.onPage(ev.AbsolutePosition)
	switch y, view := p.Y-r.scroll.Offset.Y, r.scroll.Size().Height; {
	case y < 0:
		r.to(r.scroll.Offset.Y + y/2)
	case y > view:
		r.to(r.scroll.Offset.Y + (y-view)/2)
	}
	r.choose(selection{r.flow.chosen.anchor, r.spotAt(p)})
}

// onPage turns a place of the window into one of the page.
func (r *reader) onPage(abs fyne.Position) fyne.Position {
	return abs.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll)).AddXY(0, r.scroll.Offset.Y)
}

// spotAt is the spot next to a place of the page.
func (r *reader) spotAt(p fyne.Position) spot {
	f := r.flow
	i, into := f.first(p.Y)
	if i < 0 {
		return spot{}
	}
	n, at := f.at(i).spot(fyne.NewPos(p.X, into))
	return spot{i, n, at}
}

// spot is the piece of text and its byte next to a place of the block.
func (x *block) spot(p fyne.Position) (piece, at int) {
	best := float32(-1)
	for n, t := range x.texts() {
		corner, size := t.Position(), t.Size()
		d := max(corner.Y-p.Y, p.Y-corner.Y-size.Height, 0)*1000 + max(corner.X-p.X, p.X-corner.X-size.Width, 0)
		if best < 0 || d < best {
			best, piece, at = d, n, t.At(p.Subtract(corner))
		}
	}
	return piece, at
}

// choose shows another selection.
func (r *reader) choose(s selection) {
	f := r.flow
	if s == f.chosen {
		return
	}
	f.chosen = s
	for i := f.from; i < f.to; i++ {
		if x := f.built[i]; x != nil {
			x.choose(s, i)
		}
	}
}

// blockAt selects a block.
func (r *reader) blockAt(i int) selection {
	list := r.flow.at(i).texts()
	if len(list) == 0 {
		return selection{}
	}
	last := len(list) - 1
	return selection{spot{i, 0, 0}, spot{i, last, len(list[last].Text())}}
}

// all selects the page.
func (r *reader) all() {
	if n := r.flow.len(); n > 0 {
		r.choose(selection{r.blockAt(0).anchor, r.blockAt(n - 1).head})
	}
}

// wordAt selects the word at a spot, or what stands between words.
func (r *reader) wordAt(s spot) selection {
	text := r.textAt(s)
	from, to := s.at, s.at
	same := func(a, b rune) bool { return inWord(a) == inWord(b) && unicode.IsSpace(a) == unicode.IsSpace(b) }
	letters := []rune(text[s.at:])
	if len(letters) == 0 {
		return selection{s, s}
	}
	for _, c := range letters {
		if !same(c, letters[0]) {
			break
		}
		to += len(string(c))
	}
	before := []rune(text[:s.at])
	for i := len(before) - 1; i >= 0 && same(before[i], letters[0]); i-- {
		from -= len(string(before[i]))
	}
	return selection{spot{s.block, s.piece, from}, spot{s.block, s.piece, to}}
}

func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.M, c) || c == '’' || c == '\'' || c == '-'
}

func (r *reader) textAt(s spot) string {
	if list := r.flow.at(s.block).texts(); s.piece < len(list) {
		return list[s.piece].Text()
	}
	return ""
}

// Copy puts on the clipboard what is selected, or, if the keys are in the pane,
// the block that they are on or the selected statement, and says what it was. It
// reports whether the pane was meant.
func (v *View) Copy() bool {
	v.due()
	r, h := v.hand(), v.h
	text, whole := r.flow.text()
	if text == "" {
		if !r.Focused() {
			return false
		}
		i := r.cursor
		if i < 0 {
			i, _ = r.flow.page.Selected()
		}
		if i < 0 || i >= r.flow.len() {
			h.Say(h.T("shell.copyNothing"))
			return true
		}
		text = Plain(r.flow.block(i))
	}
	fyne.CurrentApp().Clipboard().SetContent(text)
	key := "shell.copiedLetters"
	if !whole {
		key = "shell.copiedPart"
	}
	h.Say(h.Printer().N(key, len([]rune(text))))
	return true
}

// SelectAll selects the page.
func (v *View) SelectAll() {
	v.due()
	v.hand().all()
}

// chosenText is what a menu copies of what is selected.
func (v *View) chosenText() string {
	text, _ := v.hand().flow.text()
	return text
}
