package docview

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// reader shows a page of blocks, one below the other, and scrolls them. Of a
// long page it builds what is in sight; see flow.
type reader struct {
	parts.Surface

	h      *host.Host
	flow   *flow
	column *fyne.Container
	scroll *wheel
	ring   *canvas.Rectangle
	cursor int          // block under the keyboard, -1: none
	word   int          // of it, -1: the block itself
	found  func(string) // hears which of the marked blocks is stepped on, "" none
	shown  string       // selected statement that was last brought into view
	hand   hand
	menu   func(scene.Block, fyne.Position)
	middle bool // what is selected goes to the middle of the view
}

func newReader(h *host.Host, act func(scene.Block), menu func(scene.Block, fyne.Position)) *reader {
	r := &reader{h: h, cursor: -1, menu: menu, found: func(string) {}, word: -1, ring: canvas.NewRectangle(color.Transparent)}
	do := gestures{
		act: act, menu: menu, press: r.press, drag: r.drag, drop: func() { r.hand.dragging = false }, quiet: func() bool { return r.hand.presses > 1 }, fold: r.fold,
	}
	r.flow = &flow{here: -1, open: map[string]bool{}, build: func(b scene.Block, open bool) *block { return newBlock(h, b, open, do) }}
	r.column = container.New(r.flow)
	r.scroll = newWheel(r.column)
	r.scroll.OnScrolled = func(fyne.Position) { r.arrange() }
	r.OnFocus, r.OnKey, r.Marks = r.focus, r.key, []fyne.CanvasObject{r.ring}
	r.Init(r, h)
	return r
}

// show turns to the page. Blocks that stay are kept, so that a selection or a
// filter repaints little. fresh builds everything anew, for another look.
func (r *reader) show(page scene.Page, query string, fresh bool) {
	if query != r.flow.query || page.Key != r.flow.page.Key {
		r.flow.query, r.flow.here = query, -1
		r.found("")
	}
	turned, cursor := page.Key != r.flow.page.Key, r.cursor
	r.setCursor(-1)
	if turned || page.Len() != r.flow.len() {
		r.choose(selection{})
	}
	if !r.flow.show(page, !turned && !fresh) {
		r.setCursor(cursor)
	}
	if turned {
		r.scroll.Offset = fyne.Position{}
	}
	r.arrange()
	r.scroll.Refresh()
	r.reveal(turned)
}

// arrange puts what is in sight in its place. What is measured above the upper
// edge moves the page under it, so that what a person reads stays where it is.
func (r *reader) arrange() {
	y := r.scroll.Offset.Y
	objects, moved := r.flow.arrange(y, r.scroll.Size().Height)
	r.scroll.Offset.Y = max(min(y+moved, r.most()), 0)
	if r.cursor >= 0 {
		if x := r.flow.built[r.cursor]; x != nil && !x.cursor && r.word < 0 {
			x.cursor = true
			x.Repaint()
		}
	}
	if !slices.Equal(objects, r.column.Objects) {
		r.column.Objects = objects
		r.column.Refresh()
	}
}

// most is how far the page can be scrolled.
func (r *reader) most() float32 { return max(r.flow.height()-r.scroll.Size().Height, 0) }

// reveal scrolls to the selected statement when that has changed.
func (r *reader) reveal(again bool) {
	if r.scroll.Size().Height <= 0 {
		return
	}
	i, selected := r.flow.page.Selected()
	switch {
	case i < 0 || !again && selected == r.shown:
	case r.middle:
		r.center(i)
	default:
		r.into(i)
	}
	r.shown = selected
}

// into scrolls a block into view, a third from the top, if it is not all in
// view already.
func (r *reader) into(i int) {
	view := r.scroll.Size().Height
	top, end := r.flow.span(i)
	if top >= r.scroll.Offset.Y && end <= r.scroll.Offset.Y+view {
		return
	}
	// What stands around it may turn out higher than was guessed.
	for range 3 {
		top, _ = r.flow.span(i)
		r.to(top - view/3)
	}
}

// center scrolls a block to the middle of the view; of one that is higher than
// the view, its beginning to the top.
func (r *reader) center(i int) {
	view := r.scroll.Size().Height
	for range 3 { // as above
		top, end := r.flow.span(i)
		r.to(min(top, (top+end-view)/2))
	}
}

func (r *reader) to(y float32) {
	r.scroll.Offset.Y = max(min(y, r.most()), 0)
	r.arrange()
	r.scroll.Refresh()
}

// Resize sets the page for the width; the block at the upper edge stays there.
func (r *reader) Resize(size fyne.Size) {
	wider := r.flow.width != size.Width
	if wider {
		first, into := r.flow.first(r.scroll.Offset.Y)
		r.flow.resize(size.Width)
		r.BaseWidget.Resize(size)
		r.arrange()
		if first >= 0 {
			top, _ := r.flow.span(first)
			r.to(top + into)
		}
	}
	r.BaseWidget.Resize(size)
	r.arrange()
	r.reveal(wider) // other lines, other heights
}

// focus lets go of the block under the keyboard.
func (r *reader) focus(in bool) {
	if in {
		return
	}
	r.setCursor(-1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c == nil || c.Overlays().Top() == nil { // a menu leaves it
		r.choose(selection{})
	}
}

// fold opens or closes the remark of a statement.
func (r *reader) fold(id string) {
	f := r.flow
	f.open[id] = !f.open[id]
	for i := f.from; i < f.to; i++ {
		if x := f.built[i]; x != nil && x.b.ID == id && x.b.Kind == scene.StatementBlock {
			delete(f.built, i)
			if f.chosen.anchor.block == i || f.chosen.head.block == i {
				r.choose(selection{})
			}
		}
	}
	r.arrange()
	r.scroll.Refresh()
}

// menuKey opens the menu of the block under the keyboard, or of the selected
// statement, or of the page.
func (r *reader) menuKey() {
	i := r.cursor
	if i < 0 {
		if i, _ = r.flow.page.Selected(); i < 0 {
			i = min(1, r.flow.len()-1) // its title
		}
	}
	if i < 0 {
		return
	}
	r.into(i)
	top, _ := r.flow.span(i)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.scroll)
	r.menu(r.flow.block(i), at.AddXY(margin, max(top-r.scroll.Offset.Y, 0)+theme.Space5))
}

// step moves the keyboard to the next block that can be clicked. It starts at
// the selected statement, else at the first block in view.
func (r *reader) step(by int) {
	from := r.cursor
	if from < 0 {
		if from, _ = r.flow.page.Selected(); from < 0 {
			first, into := r.flow.first(r.scroll.Offset.Y)
			if into > 0 {
				first++ // that one is cut
			}
			from = first - by
		}
	}
	if from == r.cursor && from >= 0 && r.turn(from, r.word+by) {
		return
	}
	for i := from + by; i >= 0 && i < r.flow.len(); i += by {
		first := -1
		if by < 0 {
			first = len(r.flow.at(i).words) - 1
		}
		if r.turn(i, first) || by > 0 && r.turn(i, 0) {
			return
		}
	}
}

// turn moves the keyboard to a word of a block, or to the block itself, and
// reports whether there is such a word, or a click on the block does anything.
func (r *reader) turn(i, word int) bool {
	x := r.flow.at(i)
	if word < -1 || word >= len(x.words) || word == -1 && !acts(x.b) {
		return false
	}
	r.setCursor(-1)
	r.word = word
	r.setCursor(i)
	r.into(i)
	return true
}

func (r *reader) setCursor(to int) {
	if r.cursor == to {
		return
	}
	for _, i := range [...]int{r.cursor, to} {
		if x := r.flow.built[i]; x != nil {
			x.cursor = i == to && r.word < 0
			for n, w := range x.words {
				w.SetHere(i == to && n == r.word)
			}
			x.Repaint()
		}
	}
	if r.cursor = to; to < 0 {
		r.word = -1
	}
}

// CreateRenderer is for Fyne.
func (r *reader) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(r) }

// Least implements parts.Drawn.
func (r *reader) Least() fyne.Size { return fyne.NewSize(160, 80) }

// Paint implements parts.Drawn.
func (r *reader) Paint() {
	r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, 0
	if r.Focused() && !r.Grabbed() {
		r.ring.StrokeColor, r.ring.StrokeWidth = r.h.Palette().Accent, 2
	}
}

// Place implements parts.Drawn.
func (r *reader) Place(size fyne.Size) {
	r.scroll.Resize(size)
	r.ring.Resize(size)
}

// Pieces implements parts.Drawn.
func (r *reader) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{r.scroll, r.ring} }

// wheel scrolls about three lines of text for a notch of the wheel, where
// Fyne's own takes one.
type wheel struct{ container.Scroll }

func newWheel(content fyne.CanvasObject) *wheel {
	w := &wheel{}
	w.Content, w.Direction = content, container.ScrollVerticalOnly
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	further := *ev
	further.Scrolled.DY *= 2.2
	w.Scroll.Scrolled(&further)
}
