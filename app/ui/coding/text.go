package coding

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// text is the paragraphs of the text, of which some in a row are selected. What
// is in sight is built, and a little more.
type text struct {
	parts.Surface

	h      *host.Host
	choice func(from, to int) // hears what is selected
	edit   func(row int)

	words    []string
	marks    func(paragraph int) []mark
	from, to int // selected
	anchor   int // where the selection began
	dragging bool

	heights parts.Heights
	width   float32
	built   map[int]*passage
	column  *fyne.Container
	scroll  *container.Scroll
	ring    *canvas.Rectangle
}

func newText(h *host.Host) *text {
	t := &text{h: h, built: map[int]*passage{}, marks: func(int) []mark { return nil }, ring: canvas.NewRectangle(color.Transparent)}
	t.column = container.New(page{t})
	t.scroll = container.NewVScroll(t.column)
	t.scroll.OnScrolled = func(fyne.Position) { t.arrange() }
	t.Marks = []fyne.CanvasObject{t.ring}
	t.OnKey = t.key
	t.Init(t, h)
	return t
}

// page is the layout of all paragraphs: arrange has placed those in sight.
type page struct{ t *text }

func (p page) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, p.t.heights.Top(len(p.t.words)))
}

func (page) Layout([]fyne.CanvasObject, fyne.Size) {}

// show sets the paragraphs, with a function that says what is coded at one, and
// the selection.
func (t *text) show(words []string, marks func(int) []mark, from, to int) {
	if len(words) != len(t.words) {
		t.heights.Reset(len(words), parts.Scaled(t.h, 72))
	}
	moved := t.from != from || t.to != to
	t.words, t.marks, t.from, t.to = words, marks, from, to
	if moved && !t.dragging {
		t.anchor = from
	}
	t.built = map[int]*passage{}
	t.arrange()
	if moved {
		t.see(to)
		t.see(from)
	}
	t.scroll.Refresh()
}

// arrange builds and places what is in sight.
func (t *text) arrange() {
	if t.width <= 0 || len(t.words) == 0 {
		return
	}
	view := t.scroll.Size().Height
	first, last := 0, 0
	for more := true; more; {
		more = false
		y := t.scroll.Offset.Y
		first, last = max(t.heights.At(y-view/2), 0), t.heights.At(y+view*3/2)
		for i := first; i <= last; i++ {
			if t.built[i] == nil {
				t.built[i] = newPassage(t, i, t.words[i], t.marks(i), i >= t.from && i <= t.to)
			}
			more = t.heights.Set(i, t.built[i].HeightFor(t.width)) != 0 || more
		}
	}
	var objects []fyne.CanvasObject
	for i := first; i <= last; i++ {
		x := t.built[i]
		x.Move(fyne.NewPos(0, t.heights.Top(i)))
		x.Resize(fyne.NewSize(t.width, t.heights.Of(i)))
		objects = append(objects, x)
	}
	for i := range t.built {
		if i < first || i > last {
			delete(t.built, i)
		}
	}
	t.column.Objects = objects
	t.column.Refresh()
}

// see scrolls a paragraph into sight.
func (t *text) see(i int) {
	view := t.scroll.Size().Height
	if view <= 0 || i < 0 || i >= len(t.words) {
		return
	}
	for range 3 { // what stands around it may turn out higher than was guessed
		top := t.heights.Top(i)
		end := top + t.heights.Of(i)
		y := t.scroll.Offset.Y
		switch {
		case top < y || end-top > view:
			y = top
		case end > y+view:
			y = end - view
		}
		t.scrollTo(y)
	}
}

func (t *text) scrollTo(y float32) {
	most := max(t.heights.Top(len(t.words))-t.scroll.Size().Height, 0)
	t.scroll.Offset.Y = max(min(y, most), 0)
	t.arrange()
	t.scroll.Refresh()
}

// press selects a paragraph, or with more all from where the selection began.
func (t *text) press(i int, more bool) {
	t.Grab()
	if !more {
		t.anchor = i
	}
	t.choose(t.anchor, i)
}

// drag selects from a paragraph to that which is at a place of the window.
func (t *text) drag(i int, at fyne.Position) {
	if !t.dragging {
		t.dragging, t.anchor = true, i
	}
	y := at.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(t.scroll).Y
	if view := t.scroll.Size().Height; y < 0 || y > view {
		t.scrollTo(t.scroll.Offset.Y + min(max(y, -40), 40))
	}
	if over := t.heights.At(y + t.scroll.Offset.Y); over >= 0 {
		t.choose(t.anchor, over)
	}
}

// choose selects the paragraphs between two.
func (t *text) choose(a, b int) {
	a, b = max(min(a, len(t.words)-1), 0), max(min(b, len(t.words)-1), 0)
	t.choice(min(a, b), max(a, b))
}

func (t *text) key(ev *fyne.KeyEvent) bool {
	head := t.to // the end that moves
	if t.anchor == t.to {
		head = t.from
	}
	to, view := head, t.scroll.Size().Height
	switch ev.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to = min(t.heights.At(t.heights.Top(head)-view*0.9), head-1)
	case fyne.KeyPageDown:
		to = max(t.heights.At(t.heights.Top(head)+view*0.9), head+1)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(t.words) - 1
	default:
		return false
	}
	to = max(min(to, len(t.words)-1), 0)
	if !t.h.ShiftHeld() {
		t.anchor = to
	}
	anchor := t.anchor
	t.choose(anchor, to)
	t.anchor = anchor
	t.see(to)
	return true
}

// Resize breaks the lines anew; the first paragraph in sight stays there.
func (t *text) Resize(size fyne.Size) {
	if size.Width != t.width {
		first := max(t.heights.At(t.scroll.Offset.Y), 0)
		t.width = size.Width
		t.heights.Reset(len(t.words), parts.Scaled(t.h, 72))
		t.BaseWidget.Resize(size)
		if len(t.words) > 0 {
			t.arrange()
			t.scrollTo(t.heights.Top(first))
		}
	}
	t.BaseWidget.Resize(size)
	t.arrange()
}

// CreateRenderer is for Fyne.
func (t *text) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(t) }

// Least implements parts.Drawn.
func (t *text) Least() fyne.Size { return fyne.NewSize(160, 80) }

// Place implements parts.Drawn.
func (t *text) Place(size fyne.Size) {
	t.scroll.Resize(size)
	t.ring.Resize(size)
}

// Paint implements parts.Drawn.
func (t *text) Paint() {
	t.ring.StrokeColor, t.ring.StrokeWidth = color.Transparent, 0
	if t.Focused() && !t.Grabbed() {
		t.ring.StrokeColor, t.ring.StrokeWidth = t.h.Palette().Accent, 2
	}
}

// Pieces implements parts.Drawn.
func (t *text) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{t.scroll, t.ring} }
