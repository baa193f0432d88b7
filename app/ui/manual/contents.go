package manual

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/manual"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// contents lists sections: of the chapter that shows all, of others the chapter
// alone; of what a search found all. One is chosen, by pointer and keys.
type contents struct {
	parts.Surface

	h      *host.Host
	chosen func(manual.Section)
	seen   func(y, high float32) // scrolls to a row

	all   []manual.Section // what may be listed
	fold  bool             // chapters that do not show are one row
	rows  []row
	at    int // the row that is chosen; -1: none
	over  int // under the pointer; -1: none
	wash  *canvas.Rectangle
	shade *canvas.Rectangle
	frame *canvas.Rectangle
}

// row is a section in the list.
type row struct {
	manual.Section
	words *parts.Paragraph
	y     float32
	high  float32
}

func newContents(h *host.Host, chosen func(manual.Section)) *contents {
	c := &contents{h: h, chosen: chosen, at: -1, over: -1}
	c.wash, c.shade, c.frame = parts.Box(color.Transparent), parts.Box(color.Transparent), parts.Box(color.Transparent)
	c.Pointer = desktop.PointerCursor
	c.OnKey = c.key
	c.Init(c, h)
	return c
}

// fill lists other sections. fold leaves those of chapters out that do not show.
func (c *contents) fill(b *manual.Book, list []manual.Section, fold bool) {
	c.all, c.fold = list, fold
	if !fold { // above what was found stands its chapter
		c.all = nil
		last := -1
		for _, s := range list {
			if !s.Head && s.Chapter != last {
				c.all = append(c.all, manual.Section{Chapter: s.Chapter, Title: b.Chapters[s.Chapter].Title, Head: true})
			}
			last = s.Chapter
			c.all = append(c.all, s)
		}
	}
	c.rows, c.at = nil, -1
	c.write(-1)
}

// open chooses a section without saying so.
func (c *contents) open(s manual.Section) {
	c.write(s.Chapter)
	for i, r := range c.rows {
		if r.Chapter == s.Chapter && r.From == s.From && r.Head == s.Head {
			c.at = i
			c.seen(r.y, r.high)
		}
	}
	c.Refresh()
}

// write makes the rows while a chapter shows.
func (c *contents) write(chapter int) {
	c.rows, c.over = c.rows[:0], -1
	p, size := c.h.Palette(), parts.Scaled(c.h, theme.Body)
	for _, s := range c.all {
		if c.fold && !s.Head && s.Chapter != chapter {
			continue
		}
		ink := p.Ink
		if !s.Head {
			ink = p.InkMuted
		}
		c.rows = append(c.rows, row{Section: s, words: parts.NewParagraph(s.Title, size, s.Head, ink)})
	}
	c.Place(c.Size())
	c.Resize(fyne.NewSize(c.Size().Width, max(c.Size().Height, c.Least().Height)))
	c.Refresh()
}

// step chooses the row so many further on.
func (c *contents) step(by int) { c.choose(c.at + by) }

func (c *contents) choose(i int) {
	if len(c.rows) > 0 {
		c.chosen(c.rows[max(min(i, len(c.rows)-1), 0)].Section)
	}
}

func (c *contents) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		c.step(-1)
	case fyne.KeyDown:
		c.step(1)
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(len(c.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter: // else it would close the manual
		c.step(0)
	default:
		return false
	}
	return true
}

// Tapped chooses what is under the pointer.
func (c *contents) Tapped(ev *fyne.PointEvent) {
	if i := c.row(ev.Position.Y); i >= 0 {
		c.Grab()
		c.choose(i)
	}
}

// row is the row at a height, -1 for none.
func (c *contents) row(y float32) int {
	for i, r := range c.rows {
		if y >= r.y && y < r.y+r.high {
			return i
		}
	}
	return -1
}

// MouseMoved marks what is under the pointer.
func (c *contents) MouseMoved(ev *desktop.MouseEvent) { c.point(c.row(ev.Position.Y)) }

// MouseOut takes the mark away.
func (c *contents) MouseOut() { c.point(-1) }

func (c *contents) point(i int) {
	if c.over != i {
		c.over = i
		c.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (c *contents) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(c) }

// Least implements parts.Drawn.
func (c *contents) Least() fyne.Size {
	if n := len(c.rows); n > 0 {
		return fyne.NewSize(60, c.rows[n-1].y+c.rows[n-1].high)
	}
	return fyne.NewSize(60, 1)
}

// Paint implements parts.Drawn.
func (c *contents) Paint() {
	p := c.h.Palette()
	c.wash.FillColor, c.shade.FillColor = p.Selected, p.Hover
	c.frame.StrokeColor, c.frame.StrokeWidth = p.Accent, 2
}

// Place implements parts.Drawn.
func (c *contents) Place(size fyne.Size) {
	var y float32
	for i := range c.rows {
		r := &c.rows[i]
		left := float32(theme.Space2)
		if !r.Head {
			left += theme.Space3
		}
		high := r.words.HeightFor(size.Width - left - theme.Space2)
		r.words.Move(fyne.NewPos(left, y+theme.Space1))
		r.words.Resize(fyne.NewSize(size.Width-left-theme.Space2, high))
		r.y, r.high = y, high+2*theme.Space1
		y += r.high
	}
	lay := func(o *canvas.Rectangle, i int, on bool) {
		o.Hidden = !on || i < 0 || i >= len(c.rows)
		if !o.Hidden {
			o.Move(fyne.NewPos(0, c.rows[i].y))
			o.Resize(fyne.NewSize(size.Width, c.rows[i].high))
		}
	}
	lay(c.wash, c.at, true)
	lay(c.shade, c.over, c.over != c.at)
	lay(c.frame, max(c.at, 0), c.Focused())
}

// Pieces implements parts.Drawn.
func (c *contents) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{c.wash, c.shade}
	for _, r := range c.rows {
		out = append(out, r.words)
	}
	return append(out, c.frame)
}
