package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// list is the meetings behind one marker, to choose from with the pointer or
// the keys.
type list struct {
	widget.BaseWidget

	v      *View
	cards  []scene.MeetingCard
	on     int // the row that the keys or the pointer are on
	rows   []listRow
	height float32
	width  float32
}

type listRow struct {
	back, rule   *canvas.Rectangle
	title, under *canvas.Text
	count        *canvas.Text
}

var (
	_ fyne.Focusable    = (*list)(nil)
	_ desktop.Hoverable = (*list)(nil)
)

// listWidth is the width of the list at size 1, in layout pixels.
const listWidth = 470

// list opens the meetings behind a marker beside a point of the pane.
func (v *View) list(cards []scene.MeetingCard, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil {
		return
	}
	v.closePopup()
	v.unhover()
	l := newList(v, cards, c.Size().Width-2*margin)
	v.popup = widget.NewPopUp(l, c)
	abs := fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(at)
	size, room := v.popup.MinSize(), c.Size()
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

func newList(v *View, cards []scene.MeetingCard, widest float32) *list {
	l := &list{v: v, cards: cards}
	for i, c := range cards {
		if c.Selected {
			l.on = i
		}
	}
	p := v.host.Palette()
	body, small := parts.Scaled(v.host, theme.Body), parts.Scaled(v.host, theme.Small)
	l.width = min(listWidth*float32(v.host.State().TextSize), widest)
	for _, c := range cards {
		count := parts.Text(c.CountText(v.host.Printer()), small, false, p.InkMuted)
		room := l.width - 2*theme.Space3
		r := listRow{
			back: parts.Box(nil), rule: canvas.NewRectangle(p.Accent),
			title: parts.Text(parts.Shorten(c.Title, body, false, room), body, false, p.Ink),
			under: parts.Text(parts.Shorten(c.When+" · "+c.Level, small, false, room-count.MinSize().Width-theme.Space2), small, false, p.InkMuted),
			count: count,
		}
		r.rule.Hidden = !c.Selected
		l.rows = append(l.rows, r)
	}
	l.height = l.rows[0].title.MinSize().Height + l.rows[0].under.MinSize().Height + theme.Space3
	l.ExtendBaseWidget(l)
	return l
}

func (l *list) choose(i int) {
	if i < 0 || i >= len(l.cards) {
		return
	}
	id := l.cards[i].ID
	l.v.closePopup()
	l.v.host.Dispatch(state.SelectMeeting(id))
}

func (l *list) at(y float32) int {
	if i := int(y / l.height); i >= 0 && i < len(l.rows) {
		return i
	}
	return -1
}

func (l *list) move(to int) {
	if to = min(max(to, 0), len(l.rows)-1); to != l.on {
		l.on = to
		l.Refresh()
	}
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

// MouseOut implements desktop.Hoverable.
func (l *list) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (l *list) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() { l.Refresh() }

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		l.move(l.on - 1)
	case fyne.KeyDown:
		l.move(l.on + 1)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.choose(l.on)
	case fyne.KeyEscape:
		l.v.closePopup()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.l.width, r.l.height*float32(len(r.l.rows)))
}

func (r *listRenderer) Layout(s fyne.Size) {
	h := r.l.height
	for i, row := range r.l.rows {
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
}

func (r *listRenderer) Refresh() {
	p := r.l.v.host.Palette()
	for i, row := range r.l.rows {
		row.back.FillColor = p.Raised
		if i == r.l.on {
			row.back.FillColor = p.Hover
		}
		canvas.Refresh(row.back)
	}
}

func (r *listRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, 5*len(r.l.rows))
	for _, row := range r.l.rows {
		out = append(out, row.back, row.rule, row.title, row.under, row.count)
	}
	return out
}

func (r *listRenderer) Destroy() {}
