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

// list is the meetings behind one marker, to choose from with the pointer or
// the keys. It shows as many as there is room for; wheel and keys lead to the
// rest.
type list struct {
	parts.Surface

	v      *View
	cards  []scene.MeetingCard
	places bool // the meetings are at several places
	on     int  // the card that the keys or the pointer are on
	top    int  // the first card that shows
	wheel  float32
	rows   []listRow
	bar    *canvas.Rectangle // which part of all shows
	height float32           // of a row
	width  float32
}

type listRow struct {
	back, rule          *canvas.Rectangle
	title, under, count *canvas.Text
}

var _ fyne.Scrollable = (*list)(nil)

// listWidth is the width of the list at size 1, in layout pixels.
const listWidth = 470

// list opens the meetings behind a marker beside a point of the pane.
func (v *View) list(cards []scene.MeetingCard, places bool, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil {
		return
	}
	v.closePopup()
	v.unhover()
	room := c.Size()
	l := newList(v, cards, places, room.SubtractWidthHeight(2*margin, 2*margin))
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

func newList(v *View, cards []scene.MeetingCard, places bool, room fyne.Size) *list {
	l := &list{v: v, cards: cards, places: places, bar: parts.Box(v.host.Palette().InkMuted)}
	p := v.host.Palette()
	body, small := parts.Scaled(v.host, theme.Body), parts.Scaled(v.host, theme.Small)
	l.width = min(listWidth*float32(v.host.State().TextSize), room.Width)
	l.height = parts.Measure("", body, false).Height + parts.Measure("", small, false).Height + theme.Space3
	for range min(len(cards), max(int(room.Height/l.height), 1)) {
		l.rows = append(l.rows, listRow{
			back: parts.Box(nil), rule: canvas.NewRectangle(p.Accent),
			title: parts.Text("", body, false, p.Ink), under: parts.Text("", small, false, p.InkMuted), count: parts.Text("", small, false, p.InkMuted),
		})
	}
	l.bar.Hidden = len(l.rows) == len(cards)
	for i, c := range cards {
		if c.Selected {
			l.on = i
		}
	}
	l.show()
	l.Pointer, l.OnKey = desktop.PointerCursor, l.key
	l.Init(l, v.host)
	return l
}

// show writes the cards from top on into the rows, and keeps the one that the
// keys are on among them.
func (l *list) show() {
	l.top = min(max(l.top, l.on-len(l.rows)+1), l.on)
	for i := range l.rows {
		c, r := &l.cards[l.top+i], &l.rows[i]
		small, room := r.under.TextSize, l.width-2*theme.Space3
		r.count.Text = c.CountText(l.v.host.Printer())
		under := c.When + " · " + c.Level
		if l.places {
			under = c.When + " · " + c.Where
		}
		r.title.Text = parts.Shorten(c.Title, r.title.TextSize, false, room)
		r.under.Text = parts.Shorten(under, small, false, room-parts.Measure(r.count.Text, small, false).Width-theme.Space2)
		r.rule.Hidden = !c.Selected
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
	if i := int(y / l.height); y >= 0 && i < len(l.rows) {
		return l.top + i
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
	top := min(max(l.top-by, 0), len(l.cards)-len(l.rows))
	if top == l.top {
		return
	}
	l.on += top - l.top // the same row, under the same pointer
	l.top = top
	l.show()
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
	return fyne.NewSize(l.width, l.height*float32(len(l.rows)))
}

// Place implements parts.Drawn.
func (l *list) Place(s fyne.Size) {
	h := l.height
	for i, row := range l.rows {
		y := float32(i) * h
		row.back.Resize(fyne.NewSize(s.Width, h))
		row.back.Move(fyne.NewPos(0, y))
		row.rule.Resize(fyne.NewSize(3, h-2*theme.Space1))
		row.rule.Move(fyne.NewPos(0, y+theme.Space1))
		t, u, c := row.title.MinSize(), row.under.MinSize(), row.count.MinSize()
		top := y + (h-t.Height-u.Height)/2
		row.title.Resize(t)
		row.title.Move(fyne.NewPos(theme.Space3, top))
		row.under.Resize(u)
		row.under.Move(fyne.NewPos(theme.Space3, top+t.Height))
		row.count.Resize(c)
		row.count.Move(fyne.NewPos(s.Width-theme.Space3-c.Width, top+t.Height))
	}
	all := float32(len(l.cards))
	l.bar.Resize(fyne.NewSize(3, max(s.Height*float32(len(l.rows))/all, theme.Space3)))
	l.bar.Move(fyne.NewPos(s.Width-4, (s.Height-l.bar.Size().Height)*float32(l.top)/max(all-float32(len(l.rows)), 1)))
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
	out := make([]fyne.CanvasObject, 0, 5*len(l.rows)+1)
	for _, row := range l.rows {
		out = append(out, row.back, row.rule, row.title, row.under, row.count)
	}
	return append(out, l.bar)
}
