package docview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// reader shows a page of blocks, one below the other, and scrolls them.
type reader struct {
	widget.BaseWidget

	h      *host.Host
	act    func(scene.Block)
	menu   func(scene.Block, fyne.Position)
	key    string
	blocks []*block
	flow   *flow
	column *fyne.Container
	scroll *wheel
	ring   *canvas.Rectangle
	cursor int    // block under the keyboard, -1: none
	shown  string // selected statement that was last brought into view
}

var _ fyne.Focusable = (*reader)(nil)

func newReader(h *host.Host, act func(scene.Block), menu func(scene.Block, fyne.Position)) *reader {
	r := &reader{h: h, act: act, menu: menu, flow: &flow{}, cursor: -1, ring: canvas.NewRectangle(color.Transparent)}
	r.column = container.New(r.flow)
	r.scroll = newWheel(r.column)
	r.ExtendBaseWidget(r)
	return r
}

// show turns to the page. Blocks that stay are kept, so that a selection or a
// filter repaints little. fresh builds everything anew, for another look.
func (r *reader) show(page scene.Page, fresh bool) {
	turned := page.Key != r.key
	r.key = page.Key
	if turned || fresh {
		r.blocks = nil
		r.setCursor(-1)
	}
	var blocks []*block
	rebuilt := len(r.blocks) != len(page.Blocks)
	old := map[string]*block{}
	for _, x := range r.blocks {
		if x.b.Kind == scene.StatementBlock {
			old[x.b.ID] = x
		}
	}
	for i, b := range page.Blocks {
		var x *block
		if i < len(r.blocks) && r.blocks[i].same(b) {
			x = r.blocks[i]
		} else if o := old[b.ID]; b.Kind == scene.StatementBlock && o != nil && o.same(b) {
			x = o
		}
		if x == nil {
			x, rebuilt = newBlock(r.h, b, r.act, r.menu), true
		} else {
			rebuilt = rebuilt || r.blocks[min(i, len(r.blocks)-1)] != x
			x.set(b)
		}
		blocks = append(blocks, x)
	}
	r.blocks = blocks
	if rebuilt {
		r.setCursor(-1)
		r.column.Objects = nil
		for _, x := range blocks {
			r.column.Objects = append(r.column.Objects, x)
		}
		r.flow.measure(r.column.Objects)
		if turned {
			r.scroll.Offset = fyne.Position{}
		}
		r.column.Refresh()
		r.scroll.Refresh()
	}
	r.reveal(turned)
}

// reveal scrolls to the selected statement when that has changed.
func (r *reader) reveal(again bool) {
	selected := ""
	for _, x := range r.blocks {
		if x.b.Kind == scene.StatementBlock && x.b.Selected {
			selected = x.b.ID
			if r.scroll.Size().Height > 0 && (again || selected != r.shown) {
				r.into(x)
			}
		}
	}
	if r.scroll.Size().Height > 0 {
		r.shown = selected
	}
}

// into scrolls the block into view, a third from the top, if it is not all in
// view already.
func (r *reader) into(x *block) {
	top, view := x.Position().Y, r.scroll.Size().Height
	if top >= r.scroll.Offset.Y && top+x.Size().Height <= r.scroll.Offset.Y+view {
		return
	}
	r.to(top - view/3)
}

func (r *reader) to(y float32) {
	most := max(r.column.MinSize().Height-r.scroll.Size().Height, 0)
	r.scroll.Offset.Y = max(min(y, most), 0)
	r.scroll.Refresh()
}

// Resize sets the page for the width.
func (r *reader) Resize(size fyne.Size) {
	wider := r.flow.width != size.Width
	if wider {
		r.flow.width = size.Width
		r.flow.measure(r.column.Objects)
	}
	r.BaseWidget.Resize(size)
	r.reveal(wider) // other lines, other heights
}

// FocusGained shows the ring.
func (r *reader) FocusGained() {
	r.ring.StrokeColor, r.ring.StrokeWidth = r.h.Palette().Accent, 2
	r.ring.Refresh()
}

// FocusLost takes ring and cursor away.
func (r *reader) FocusLost() {
	r.ring.StrokeColor, r.ring.StrokeWidth = color.Transparent, 0
	r.ring.Refresh()
	r.setCursor(-1)
}

// TypedRune hands characters to the window.
func (r *reader) TypedRune(c rune) {
	if c != ' ' {
		r.h.PassRune(c)
	}
}

// TypedKey scrolls, or moves between the things that can be clicked.
func (r *reader) TypedKey(ev *fyne.KeyEvent) {
	y, view := r.scroll.Offset.Y, r.scroll.Size().Height
	line := parts.Scaled(r.h, 3*theme.Title)
	switch ev.Name {
	case fyne.KeyDown:
		r.to(y + line)
	case fyne.KeyUp:
		r.to(y - line)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.to(y + view*0.9)
	case fyne.KeyPageUp:
		r.to(y - view*0.9)
	case fyne.KeyHome:
		r.to(0)
	case fyne.KeyEnd:
		r.to(r.column.MinSize().Height)
	case fyne.KeyRight:
		r.step(1)
	case fyne.KeyLeft:
		r.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.cursor >= 0 {
			r.blocks[r.cursor].Tapped(nil)
		}
	default:
		r.h.PassKey(ev)
	}
}

// step moves the keyboard to the next block that can be clicked. It starts at
// the selected statement, else at the first block in view.
func (r *reader) step(by int) {
	from := r.cursor
	if from < 0 {
		for i, x := range r.blocks {
			if x.b.Selected && x.b.Kind == scene.StatementBlock {
				from = i
				break
			}
			if from < 0 && x.Position().Y >= r.scroll.Offset.Y {
				from = i - by
			}
		}
	}
	for i := from + by; i >= 0 && i < len(r.blocks); i += by {
		if r.blocks[i].acts() {
			r.setCursor(i)
			r.into(r.blocks[i])
			return
		}
	}
}

func (r *reader) setCursor(to int) {
	if r.cursor == to {
		return
	}
	for _, i := range [...]int{r.cursor, to} {
		if i >= 0 && i < len(r.blocks) {
			r.blocks[i].cursor = i == to
			r.blocks[i].paint()
		}
	}
	r.cursor = to
}

// CreateRenderer is for Fyne.
func (r *reader) CreateRenderer() fyne.WidgetRenderer { return &readerRenderer{r} }

type readerRenderer struct{ r *reader }

func (r *readerRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 80) }

func (r *readerRenderer) Layout(size fyne.Size) {
	r.r.scroll.Resize(size)
	r.r.ring.Resize(size)
}

func (r *readerRenderer) Refresh() { r.r.scroll.Refresh() }

func (r *readerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.r.scroll, r.r.ring}
}

func (r *readerRenderer) Destroy() {}

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

// flow stacks blocks whose heights follow from the width.
type flow struct {
	width, height float32
	heights       []float32
}

func (f *flow) measure(objects []fyne.CanvasObject) {
	f.heights, f.height = f.heights[:0], theme.Space2
	for _, o := range objects {
		h := o.(*block).HeightFor(f.width)
		f.heights = append(f.heights, h)
		f.height += h
	}
	f.height += theme.Space5
}

func (f *flow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, f.height) }

func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(f.heights) != len(objects) {
		f.measure(objects)
	}
	y := theme.Space2
	for i, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, f.heights[i]))
		y += f.heights[i]
	}
}
