package manual

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/manual"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// columnWide is the most that text and pictures are wide at size of type 1, and
// letters the most on a line.
const (
	columnWide = 580
	letters    = 82
)

// page is a chapter that scrolls, by the keys, too, while it has the focus.
type page struct {
	parts.Surface

	v       *View
	drawing *drawing
	blocks  []placed
	column  *fyne.Container
	scroll  *container.Scroll
	frame   *canvas.Rectangle
}

// placed is a block of the chapter: what shows it, and where.
type placed struct {
	o     parts.Flowing
	texts []*parts.Paragraph // in which words are marked
	gap   float32            // above it
	y     float32
}

func newPage(scope *host.Scope, v *View) *page {
	x := &page{v: v, frame: parts.Box(color.Transparent), column: container.NewWithoutLayout()}
	x.column.Layout = columnLayout{x}
	x.scroll = container.NewVScroll(x.column)
	x.drawing = newDrawing(scope, func() *manual.Book { return v.book })
	x.OnKey = x.key
	x.Init(x, scope.Host)
	return x
}

// show lays out a chapter.
func (x *page) show(b *manual.Book, chapter int) {
	c := &b.Chapters[chapter]
	x.drawing.forget()
	x.blocks, x.column.Objects = nil, nil
	head := x.text(manual.Block{Text: c.Title}, theme.Title, true)
	x.add(placed{o: head, texts: []*parts.Paragraph{head}})
	for _, block := range c.Blocks {
		x.add(x.place(b, block))
	}
	for _, p := range x.blocks {
		x.column.Add(p.o)
	}
	x.scroll.ScrollToTop()
	x.column.Refresh()
}

func (x *page) add(p placed) { x.blocks = append(x.blocks, p) }

// place makes the object of a block.
func (x *page) place(b *manual.Book, block manual.Block) placed {
	h := x.v.h
	switch block.Kind {
	case manual.Heading, manual.KeyHead:
		p := x.text(block, theme.Lead, true)
		return placed{o: p, texts: []*parts.Paragraph{p}, gap: theme.Space5}
	case manual.Item, manual.Step:
		p := x.text(block, theme.Body, false)
		lead := block.Lead
		if block.Kind == manual.Item {
			lead = "•"
		}
		return placed{o: newListed(h, lead, p), texts: []*parts.Paragraph{p}, gap: theme.Space2}
	case manual.KeyLine:
		r := parts.NewKeyRow(h, parts.KeyLine{Keys: block.Lead, Text: block.Text})
		return placed{o: r, texts: []*parts.Paragraph{r.Words}, gap: theme.Space2}
	case manual.Picture:
		p := x.text(block, theme.Small, false)
		return placed{o: x.newFigure(b.Figures[block.ID], p), texts: []*parts.Paragraph{p}, gap: theme.Space4}
	case manual.Paragraph, manual.KeyCard:
	}
	p := x.text(block, theme.Body, false)
	return placed{o: p, texts: []*parts.Paragraph{p}, gap: theme.Space3}
}

// text is the words of a block, with keys in boxes and names of the interface on a
// wash.
func (x *page) text(block manual.Block, size float32, bold bool) *parts.Paragraph {
	h := x.v.h
	p := parts.NewParagraph(block.Text, parts.Scaled(h, size), bold, h.Palette().Ink).Most(letters)
	for _, m := range block.Marks {
		p.Over(m.From, m.To, newCap(h, m.Key))
	}
	return p
}

// mark lays a wash behind words that are searched for.
func (x *page) mark(q dataset.Query) {
	wash := x.v.h.Palette().Accent
	wash.A = 0x40
	for _, b := range x.blocks {
		for _, p := range b.texts {
			p.Mark(x.v.book.Marks(q, p.Text()), wash)
		}
	}
}

// leadTo scrolls to the beginning of a section of the chapter that shows.
func (x *page) leadTo(s manual.Section) {
	y := float32(0)
	if !s.Head && s.From+1 < len(x.blocks) {
		y = x.blocks[s.From+1].y - theme.Space1 // the title is the first
	}
	x.scrollTo(y)
}

func (x *page) scrollTo(y float32) {
	most := max(x.column.MinSize().Height-x.scroll.Size().Height, 0)
	x.scroll.ScrollToOffset(fyne.NewPos(0, max(min(y, most), 0)))
}

// key scrolls.
func (x *page) key(ev *fyne.KeyEvent) bool {
	at, line, all := x.scroll.Offset.Y, parts.Scaled(x.v.h, 3*theme.Title), 0.9*x.scroll.Size().Height
	switch ev.Name {
	case fyne.KeyUp:
		at -= line
	case fyne.KeyDown:
		at += line
	case fyne.KeyPageUp:
		at -= all
	case fyne.KeyPageDown, fyne.KeySpace:
		at += all
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = x.column.MinSize().Height
	default:
		return false
	}
	x.scrollTo(at)
	return true
}

// CreateRenderer is for Fyne.
func (x *page) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// Least implements parts.Drawn.
func (x *page) Least() fyne.Size { return fyne.NewSize(200, 100) }

// Paint implements parts.Drawn.
func (x *page) Paint() {
	x.frame.StrokeColor, x.frame.StrokeWidth = x.v.h.Palette().Accent, 2
	x.frame.Hidden = !x.Focused() || x.Grabbed()
}

// Place implements parts.Drawn.
func (x *page) Place(size fyne.Size) {
	x.scroll.Resize(size)
	x.frame.Resize(size)
}

// Pieces implements parts.Drawn.
func (x *page) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{x.scroll, x.frame} }

// columnLayout stacks the blocks of a page, no wider than is read with ease.
type columnLayout struct{ x *page }

// margin is free at both sides of the column, for the frame and the bar that scrolls.
const margin = theme.Space3

func (l columnLayout) wide(width float32) float32 {
	return max(min(width-2*margin, parts.Scaled(l.x.v.h, columnWide)), 1)
}

// MinSize implements fyne.Layout: the height for the width of the page.
func (l columnLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	wide := l.wide(l.x.scroll.Size().Width)
	var y float32
	for _, b := range l.x.blocks {
		y += b.gap + b.o.HeightFor(wide)
	}
	return fyne.NewSize(100, y+theme.Space5)
}

// Layout implements fyne.Layout.
func (l columnLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := l.wide(size.Width)
	var y float32
	for i := range l.x.blocks {
		b := &l.x.blocks[i]
		y += b.gap
		b.y = y
		high := b.o.HeightFor(wide)
		b.o.Move(fyne.NewPos(margin, y))
		b.o.Resize(fyne.NewSize(wide, high))
		y += high
	}
}
