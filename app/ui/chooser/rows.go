package chooser

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// row is a line of a list.
type row struct {
	icon       fyne.Resource
	text       string
	size, time string
	head       bool // says what follows; it cannot be chosen
}

// rows is a list of any length, of which only what is in sight is written. One row
// is chosen by pointer and keys. Keys that it has no use for go to the window.
type rows struct {
	parts.Surface

	onSelect func(i int) // hears which row was chosen
	onOpen   func(i int) // a double click, or Enter
	onHead   func(c column)
	onText   func(r rune)
	once     bool // a click opens at once
	heads    [3]string

	h                          *host.Host
	n                          int
	at                         func(i int) row
	top                        int // the first row in sight
	chosen, over               int // -1: none
	dragging                   bool
	clicked                    int // the row of the last click
	clickedAt                  time.Time
	wash, shade, frame, slider *canvas.Rectangle
	ground, rule               *canvas.Rectangle
	texts                      []*canvas.Text
	icons                      []*canvas.Image
	timeWide, sizeWide         float32
}

func newRows(h *host.Host) *rows {
	r := &rows{h: h, chosen: -1, over: -1, clicked: -1}
	clear := func() *canvas.Rectangle { return parts.Box(color.Transparent) }
	r.wash, r.shade, r.frame, r.slider, r.ground = clear(), clear(), clear(), clear(), clear()
	r.rule = parts.Hairline(h)
	r.OnKey = func(ev *fyne.KeyEvent) bool { return r.Keys().Key(ev) }
	r.Init(r, h)
	return r
}

// fill replaces the rows by n that are written when they come into sight. None is
// chosen then.
func (r *rows) fill(n int, at func(i int) row) {
	r.n, r.at, r.top, r.chosen, r.over, r.clicked = n, at, 0, -1, -1, -1
	r.measure()
	r.Refresh()
}

// again writes the same rows anew.
func (r *rows) again(at func(i int) row) {
	r.at = at
	r.measure()
	r.Refresh()
}

// measured is how many rows are measured for the widths of the columns.
const measured = 200

func (r *rows) measure() {
	size := parts.Scaled(r.h, theme.Body)
	wide := func(text string, bold bool) float32 { return parts.Measure(text, size, bold).Width }
	r.sizeWide, r.timeWide = wide(r.heads[bySize], true), wide(r.heads[byTime], true)
	for i := range min(r.n, measured) {
		x := r.at(i)
		r.sizeWide, r.timeWide = max(r.sizeWide, wide(x.size, false)), max(r.timeWide, wide(x.time, false))
	}
}

func (r *rows) titled() bool { return r.heads[byName] != "" }

func (r *rows) rowHeight() float32 {
	return parts.Measure("Mg", parts.Scaled(r.h, theme.Body), false).Height + theme.Space1*1.5
}

// first is where the rows begin.
func (r *rows) first() float32 {
	if r.titled() {
		return r.rowHeight()
	}
	return 0
}

// room is how many rows are in sight.
func (r *rows) room() int { return max(int((r.Size().Height-r.first())/r.rowHeight()), 1) }

// span is the left edge and the width of a column; none if it has no room.
func (r *rows) span(c column) (x, w float32) {
	right := r.Size().Width - sliderWide
	least := parts.Scaled(r.h, 160) // for names
	if !r.titled() {
		if c == byName {
			return 0, right
		}
		return 0, 0
	}
	times, sizes := r.timeWide+2*theme.Space3, r.sizeWide+2*theme.Space3
	if right-times-sizes < least {
		times = 0
	}
	if right-sizes < least {
		sizes = 0
	}
	switch c {
	case bySize:
		return right - times - sizes, sizes
	case byTime:
		return right - times, times
	case byName:
	}
	return 0, right - times - sizes
}

const sliderWide = 6

// CreateRenderer is for Fyne.
func (r *rows) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(r) }

// Least implements parts.Drawn.
func (r *rows) Least() fyne.Size { return fyne.NewSize(60, r.rowHeight()*2) }

// Paint implements parts.Drawn.
func (r *rows) Paint() {
	p := r.h.Palette()
	r.ground.StrokeColor, r.ground.StrokeWidth = color.Transparent, 0
	if r.titled() {
		r.ground.StrokeColor, r.ground.StrokeWidth = p.Hairline, 1
	}
	r.wash.FillColor, r.shade.FillColor = p.Selected, p.Hover
	r.frame.StrokeColor, r.frame.StrokeWidth = p.Accent, 2
	r.rule.FillColor, r.slider.FillColor = p.Hairline, p.Hairline
	r.write()
}

// Place implements parts.Drawn.
func (r *rows) Place(size fyne.Size) {
	r.ground.Resize(size)
	r.scroll(0)
	r.write()
	r.rule.Hidden = !r.titled()
	r.rule.Move(fyne.NewPos(0, r.first()-1))
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	r.slider.Hidden = r.n <= r.room()
	if !r.slider.Hidden {
		track := size.Height - r.first()
		long := max(track*float32(r.room())/float32(r.n), 16)
		r.slider.Resize(fyne.NewSize(sliderWide-2, long))
		r.slider.Move(fyne.NewPos(size.Width-sliderWide, r.first()+(track-long)*float32(r.top)/float32(max(r.n-r.room(), 1))))
	}
	lay := func(o *canvas.Rectangle, i int, on bool) {
		o.Hidden = !on || i < r.top || i >= r.top+r.room() || i >= r.n
		o.Move(fyne.NewPos(2, r.y(i)))
		o.Resize(fyne.NewSize(size.Width-sliderWide-2, r.rowHeight()))
	}
	lay(r.wash, r.chosen, true)
	lay(r.shade, r.over, r.over != r.chosen)
	lay(r.frame, r.chosen, r.Focused())
	if r.frame.Hidden && r.Focused() { // the list itself has the keys
		r.frame.Hidden = false
		r.frame.Move(fyne.NewPos(0, 0))
		r.frame.Resize(size)
	}
}

func (r *rows) y(i int) float32 { return r.first() + float32(i-r.top)*r.rowHeight() }

// Pieces implements parts.Drawn.
func (r *rows) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ground, r.wash, r.shade, r.rule, r.slider}
	for _, i := range r.icons {
		out = append(out, i)
	}
	for _, t := range r.texts {
		out = append(out, t)
	}
	return append(out, r.frame)
}

// write sets the texts and icons that are in sight.
func (r *rows) write() {
	p, size, high := r.h.Palette(), parts.Scaled(r.h, theme.Body), r.rowHeight()
	texts, icons := 0, 0
	text := func(words string, y float32, c column, bold bool, ink color.Color) {
		x, w := r.span(c)
		if words == "" || w <= 0 {
			return
		}
		if texts == len(r.texts) {
			r.texts = append(r.texts, canvas.NewText("", ink))
		}
		t := r.texts[texts]
		texts++
		if c == byName && (bold || r.icon(y)) {
			x, w = x+parts.Scaled(r.h, iconSide)+theme.Space2, w-parts.Scaled(r.h, iconSide)-theme.Space2
		}
		t.Text, t.TextSize, t.TextStyle.Bold, t.Color, t.Hidden = parts.Shorten(words, size, bold, w-2*theme.Space3+1), size, bold, ink, false
		m := t.MinSize()
		x += theme.Space3
		if c == bySize {
			x += w - 2*theme.Space3 - m.Width
		}
		t.Move(fyne.NewPos(x, y+(high-m.Height)/2))
		t.Resize(m)
	}
	if r.titled() {
		for c, words := range r.heads {
			text(words, 0, column(c), true, p.InkMuted)
		}
	}
	for i := r.top; i < min(r.n, r.top+r.room()); i++ {
		x, y := r.at(i), r.y(i)
		if x.head {
			text(x.text, y, byName, false, p.InkMuted)
			continue
		}
		if x.icon != nil {
			if icons == len(r.icons) {
				img := canvas.NewImageFromResource(nil)
				img.FillMode = canvas.ImageFillContain
				r.icons = append(r.icons, img)
			}
			img, side := r.icons[icons], parts.Scaled(r.h, iconSide)
			icons++
			tone := ftheme.ColorNameForeground
			if x.icon == ftheme.FileIcon() {
				tone = ftheme.ColorNamePlaceHolder
			}
			img.Resource, img.Hidden = parts.Tinted(x.icon, tone), false
			img.Move(fyne.NewPos(theme.Space3, y+(high-side)/2))
			img.Resize(fyne.NewSquareSize(side))
			img.Refresh()
		}
		text(x.text, y, byName, false, p.Ink)
		text(x.size, y, bySize, false, p.InkMuted)
		text(x.time, y, byTime, false, p.InkMuted)
	}
	for _, t := range r.texts[texts:] {
		t.Hidden = true
	}
	for _, i := range r.icons[icons:] {
		i.Hidden = true
	}
}

const iconSide = 18

// icon reports whether the row at a height has one.
func (r *rows) icon(y float32) bool {
	i := r.top + int((y-r.first())/r.rowHeight()+0.5)
	return y >= r.first() && i < r.n && !r.at(i).head
}

// scroll moves by whole rows as far as there are some, and reports whether it did.
func (r *rows) scroll(by int) bool {
	was := r.top
	r.top = max(min(r.top+by, r.n-r.room()), 0)
	return r.top != was
}

var (
	_ fyne.Scrollable   = (*rows)(nil)
	_ fyne.Draggable    = (*rows)(nil)
	_ desktop.Mouseable = (*rows)(nil)
)
