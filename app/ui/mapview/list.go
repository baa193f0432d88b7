package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// list is the meetings behind one marker, under a heading, to choose from with the
// pointer or the keys. It shows as many as there is room for; wheel and keys lead
// to the rest.
type list struct {
	parts.Surface

	v      *View
	cards  []scene.MeetingCard
	places bool // the meetings are at several places
	on     int  // the card that the keys or the pointer are on
	top    int  // the first card that shows
	last   int  // the first card when the last one shows
	wheel  float32
	sheet  *canvas.Rectangle
	head   *canvas.Text
	rows   []listRow
	bar    *canvas.Rectangle // which part of all shows
	width  float32
	height float32 // of the rows
}

// listRow is a card in its place.
type listRow struct {
	back, rule   *canvas.Rectangle
	title        []*canvas.Text
	under, count *canvas.Text
	y, height    float32
}

var _ fyne.Scrollable = (*list)(nil)

// listWidth is the width of the list at size 1, in layout pixels.
const listWidth = 470

// list opens meetings under a heading, beside a point of the pane.
func (v *View) list(heading string, cards []scene.MeetingCard, places bool, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil {
		return
	}
	v.closePopup()
	v.unhover()
	room := c.Size()
	l := newList(v, heading, cards, places, room.SubtractWidthHeight(2*margin, 2*margin))
	v.popup = widget.NewPopUp(l, c)
	abs := fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(at)
	size := v.popup.MinSize()
	x, y := abs.X+14, abs.Y-size.Height/3
	if x+size.Width > room.Width-theme.Space2 {
		x = abs.X - 14 - size.Width
	}
	y = max(min(y, room.Height-size.Height-theme.Space2), theme.Space2)
	v.popup.ShowAtPosition(fyne.NewPos(max(x, theme.Space2), y))
	c.Focus(l)
}

// listing reports whether a list is open. A click beside it closes it without
// a word.
func (v *View) listing() bool { return v.popup != nil && v.popup.Visible() }

// closePopup closes the list, if one is open, and gives the map the focus
// back.
func (v *View) closePopup() {
	if v.popup == nil {
		return
	}
	p := v.popup
	v.popup = nil
	p.Hide()
}

func newList(v *View, heading string, cards []scene.MeetingCard, places bool, room fyne.Size) *list {
	p := v.host.Palette()
	l := &list{v: v, cards: cards, places: places, sheet: canvas.NewRectangle(p.Raised), bar: parts.Box(p.InkMuted)}
	l.width = min(listWidth*float32(v.host.State().TextSize), room.Width)
	body := parts.Scaled(v.host, theme.Body)
	l.head = parts.Text(parts.Shorten(heading, body, true, l.width-2*theme.Space3), body, true, p.Ink)
	for i, c := range cards {
		if c.Selected {
			l.on = i
		}
	}
	most := room.Height - l.headRoom()
	for i := len(cards) - 1; i >= 0 && l.height < most; i-- { // from the end: how far the list can run
		h := l.row(i).height
		if l.height+h > most && i < len(cards)-1 {
			break
		}
		l.height, l.last = l.height+h, i
	}
	if l.last > 0 {
		l.height = max(l.height, most)
	}
	l.bar.Hidden = l.last == 0
	l.show()
	l.Pointer, l.OnKey = desktop.PointerCursor, l.key
	l.Init(l, v.host)
	return l
}

// headRoom is the height of the heading, with air below.
func (l *list) headRoom() float32 { return l.head.MinSize().Height + 2*theme.Space2 }

// row writes a card: its name in full, in as many lines as that takes. One of
// which something is left is bold, one of which nothing is coded is quiet.
func (l *list) row(i int) listRow {
	c, h := &l.cards[i], l.v.host
	p, body, small := h.Palette(), parts.Scaled(h, theme.Body), parts.Scaled(h, theme.Small)
	covered := c.Count > 0
	ink := p.Ink
	if !c.Coded {
		ink = p.InkMuted
	}
	room := l.width - 2*theme.Space3
	r := listRow{back: parts.Box(nil), rule: canvas.NewRectangle(p.Accent), height: 2 * theme.Space1}
	for _, line := range parts.Wrap(c.Title, room, func(s string) float32 { return parts.Measure(s, body, covered).Width }) {
		t := parts.Text(line, body, covered, ink)
		r.title = append(r.title, t)
		r.height += t.MinSize().Height
	}
	r.count = parts.Text(c.CountText(h.Printer()), small, covered, ink)
	under := c.When + " · " + c.Level
	if l.places {
		under = c.When + " · " + c.Where
	}
	r.under = parts.Text(parts.Shorten(under, small, false, room-r.count.MinSize().Width-theme.Space2), small, false, p.InkMuted)
	r.height += r.under.MinSize().Height
	r.rule.Hidden = !c.Selected
	return r
}

// show writes the cards from top on into rows, as many as fit, so that the one
// that the keys are on is among them.
func (l *list) show() {
	l.top = min(l.top, l.on, l.last)
	for l.fill(); l.top+len(l.rows) <= l.on; l.fill() {
		l.top++
	}
}

func (l *list) fill() {
	l.rows = l.rows[:0]
	y := float32(0)
	for i := l.top; i < len(l.cards); i++ {
		r := l.row(i)
		if y+r.height > l.height+0.5 && len(l.rows) > 0 {
			break
		}
		r.y = y
		y += r.height
		l.rows = append(l.rows, r)
	}
}

func (l *list) choose(i int) {
	if i < 0 || i >= len(l.cards) {
		return
	}
	id := l.cards[i].ID
	l.v.closePopup()
	l.v.light(id)
}

// at is the card at a height, -1 for none.
func (l *list) at(y float32) int {
	y -= l.headRoom()
	for i, r := range l.rows {
		if y >= r.y && y < r.y+r.height {
			return l.top + i
		}
	}
	return -1
}

func (l *list) move(to int) {
	if to = min(max(to, 0), len(l.cards)-1); to != l.on {
		l.on = to
		l.show()
		l.Refresh()
	}
}

// Scrolled implements fyne.Scrollable: a notch is a row.
func (l *list) Scrolled(ev *fyne.ScrollEvent) {
	l.wheel += ev.Scrolled.DY
	by := int(l.wheel / notch)
	l.wheel -= float32(by) * notch
	top := min(max(l.top-by, 0), l.last)
	if top == l.top {
		return
	}
	l.top = top
	l.fill()
	l.on = min(max(l.on, l.top), l.top+len(l.rows)-1)
	if under := l.at(ev.Position.Y); under >= 0 {
		l.on = under
	}
	l.Refresh()
}

// Tapped implements fyne.Tappable.
func (l *list) Tapped(ev *fyne.PointEvent) { l.choose(l.at(ev.Position.Y)) }

// MouseIn implements desktop.Hoverable.
func (l *list) MouseIn(ev *desktop.MouseEvent) { l.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (l *list) MouseMoved(ev *desktop.MouseEvent) {
	if i := l.at(ev.Position.Y); i >= 0 {
		l.move(i)
	}
}

// TypedRune implements fyne.Focusable: behind a list, nothing answers.
func (l *list) TypedRune(rune) {}

func (l *list) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		l.move(l.on - 1)
	case fyne.KeyDown:
		l.move(l.on + 1)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.cards) - 1)
	case fyne.KeyPageUp:
		l.move(l.on - len(l.rows))
	case fyne.KeyPageDown:
		l.move(l.on + len(l.rows))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.choose(l.on)
	case fyne.KeyEscape:
		l.v.closePopup()
	}
	return true
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(l) }

// Least implements parts.Drawn.
func (l *list) Least() fyne.Size {
	return fyne.NewSize(l.width, l.headRoom()+l.height)
}

// Place implements parts.Drawn.
func (l *list) Place(s fyne.Size) {
	l.sheet.Resize(s)
	l.head.Resize(l.head.MinSize())
	l.head.Move(fyne.NewPos(theme.Space3, theme.Space2))
	head := l.headRoom()
	for _, row := range l.rows {
		y := head + row.y
		row.back.Resize(fyne.NewSize(s.Width, row.height))
		row.back.Move(fyne.NewPos(0, y))
		row.rule.Resize(fyne.NewSize(3, row.height-2*theme.Space1))
		row.rule.Move(fyne.NewPos(0, y+theme.Space1))
		y += theme.Space1
		for _, t := range row.title {
			m := t.MinSize()
			t.Resize(m)
			t.Move(fyne.NewPos(theme.Space3, y))
			y += m.Height
		}
		u, c := row.under.MinSize(), row.count.MinSize()
		row.under.Resize(u)
		row.under.Move(fyne.NewPos(theme.Space3, y))
		row.count.Resize(c)
		row.count.Move(fyne.NewPos(s.Width-theme.Space3-c.Width, y))
	}
	all, high := float32(len(l.cards)), s.Height-head
	l.bar.Resize(fyne.NewSize(3, max(high*float32(len(l.rows))/max(all, 1), theme.Space3)))
	l.bar.Move(fyne.NewPos(s.Width-4, head+(high-l.bar.Size().Height)*float32(l.top)/float32(max(l.last, 1))))
}

// Paint implements parts.Drawn.
func (l *list) Paint() {
	p := l.v.host.Palette()
	for i, row := range l.rows {
		row.back.FillColor = p.Raised
		if l.top+i == l.on {
			row.back.FillColor = p.Hover
		}
	}
}

// Pieces implements parts.Drawn.
func (l *list) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{l.sheet, l.head}
	for _, row := range l.rows {
		out = append(out, row.back, row.rule, row.under, row.count)
		for _, t := range row.title {
			out = append(out, t)
		}
	}
	return append(out, l.bar)
}
