package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/draw"
)

// tray holds the meetings that have no place on the map, at the lower left, by
// what they have instead: online, a country whose city is not known, or a place
// far beyond. It takes no more than half of the map's height, between legend and
// tools, and none of the region's states. The wheel leads to the rest; the last row
// counts it, and lists all.
type tray struct {
	widget.BaseWidget

	v     *View
	of    trayKey
	all   int // meetings
	lines []trayLine
	top   int // the first line that shows
	wheel float32

	back  *canvas.Rectangle
	heads []*canvas.Text
	chips []*chip
	shown []trayRow
	more  *parts.Button
	bar   *canvas.Rectangle
	under int // line under the pointer with a heading, -1 none
}

// trayKey is what the lines of a tray follow from.
type trayKey struct {
	room         *scene.Room
	lang, second string
}

// trayLine is a heading or, if that is "", a meeting.
type trayLine struct {
	heading  string
	meetings []string           // of a heading its group, else one
	card     *scene.MeetingCard // made when it is asked for, for few show at once
}

// trayRow is a line in its place.
type trayRow struct {
	line   int
	object fyne.CanvasObject
	y, h   float32
}

var (
	_ desktop.Hoverable  = (*tray)(nil)
	_ desktop.Cursorable = (*tray)(nil)
	_ fyne.Tappable      = (*tray)(nil)
	_ fyne.Scrollable    = (*tray)(nil)
)

// trayLeast is how many lines a tray shows at least; with less room it is one row
// that counts what it holds.
const trayLeast = 2

func newTray(v *View) *tray {
	t := &tray{v: v, back: parts.Box(nil), bar: parts.Box(nil), under: -1}
	t.back.StrokeWidth = 1
	t.more = parts.NewButton(v.host, nil, "", "", func() {
		if !v.host.Clicked(fyne.Position{}, false) {
			v.list(t.count(t.all), t.cards(), true, t.Position().Add(t.more.Position()))
		}
	})
	t.ExtendBaseWidget(t)
	return t
}

// count is the words of the tray for so many meetings.
func (t *tray) count(n int) string {
	return t.v.host.T("panes.tray") + " · " + t.v.host.Printer().Int(n)
}

// refresh takes over data, language and look.
func (t *tray) refresh() {
	h := t.v.host
	p := h.Palette()
	t.back.FillColor, t.back.StrokeColor, t.bar.FillColor = p.Raised, p.Hairline, p.InkMuted
	if of := (trayKey{h.Room, h.State().Lang, h.State().SecondLang}); of != t.of {
		t.of, t.all, t.lines = of, 0, nil
		for _, g := range scene.TrayGroups(h.Room, h.Printer()) {
			t.all += len(g.Meetings)
			t.lines = append(t.lines, trayLine{heading: g.Title + " · " + h.Printer().Int(len(g.Meetings)), meetings: g.Meetings})
			for i := range g.Meetings {
				t.lines = append(t.lines, trayLine{meetings: g.Meetings[i : i+1]})
			}
		}
	}
	for i := range t.lines {
		t.lines[i].card = nil
	}
	for _, c := range t.chips {
		c.look = nil // so that it is written anew
	}
	parts.SetShown(t, t.all > 0 && !h.State().Hidden.Panes())
	t.v.arrange(t.v.Size())
}

// card is the meeting of a line.
func (t *tray) card(line int) scene.MeetingCard {
	l, h := &t.lines[line], t.v.host
	if l.card == nil {
		c := scene.TrayCard(h.Room, h.Selection(), h.State(), h.Printer(), l.meetings[0])
		l.card = &c
	}
	return *l.card
}

// cards is all meetings.
func (t *tray) cards() []scene.MeetingCard {
	out := make([]scene.MeetingCard, 0, t.all)
	for i, l := range t.lines {
		if l.heading == "" {
			out = append(out, t.card(i))
		}
	}
	return out
}

// arrange puts the buttons and the tray above each other in the lower left
// corner of a pane of that size.
func (t *tray) arrange(pane fyne.Size) {
	y := pane.Height - t.v.footer()
	if b := t.v.buttons; !t.v.host.Present {
		m := b.MinSize()
		y -= m.Height
		b.Resize(m)
		b.Move(fyne.NewPos(margin, y))
		y -= theme.Space2
	}
	t.fill(min((pane.Height-t.v.footer())/2, y-t.v.header()-t.v.date.room()))
	s := t.MinSize()
	for len(t.shown) > 0 && t.hides(y, s) {
		t.fill(s.Height - 1)
		s = t.MinSize()
	}
	t.Resize(s)
	at := fyne.NewPos(margin, max(y-s.Height, 0))
	if b := t.v.buttons; y-s.Height < t.v.header()-theme.Space1 && !t.v.host.Present { // no room above the tools: beside them
		bottom := b.Position().Y + b.Size().Height
		t.fill(bottom - t.v.header())
		s = t.MinSize()
		t.Resize(s)
		at = fyne.NewPos(b.Position().X+b.Size().Width+theme.Space2, max(bottom-s.Height, 0))
	}
	t.Move(at)
	t.Refresh()
}

// hides reports whether a tray of that size over height y lies on one of the
// states where the map shows all of them. It is as high wherever the map goes.
func (t *tray) hides(y float32, s fyne.Size) bool {
	v := t.v
	if !v.ready() || v.limits.fit.Width != float64(v.layout.Width) {
		return false
	}
	return v.host.Room.Region().Hides(v.limits.fit, draw.Box{X0: margin, Y0: float64(y - s.Height), X1: float64(margin + s.Width), Y1: float64(y)})
}

// fill writes the lines from top on into rows, as many as that height has room
// for.
func (t *tray) fill(most float32) {
	heads, chips := 0, 0
	most -= theme.Space2
	lay := func(from int, room float32) (rows []trayRow) {
		heads, chips = 0, 0
		y := theme.Space1
		for i := from; i < len(t.lines); i++ {
			var o fyne.CanvasObject
			if l := t.lines[i]; l.heading != "" {
				o = t.head(heads, l.heading)
				heads++
			} else {
				o = t.chip(chips, t.card(i))
				chips++
			}
			h := o.MinSize().Height
			if t.lines[i].heading != "" {
				h += theme.Space1
			}
			if y+h > room+theme.Space1 {
				break
			}
			rows = append(rows, trayRow{i, o, y, h})
			y += h
		}
		return rows
	}
	t.top = min(t.top, max(len(t.lines)-1, 0))
	t.shown = lay(0, most)
	if len(t.shown) < len(t.lines) {
		room := most - t.more.MinSize().Height
		for t.shown = lay(t.top, room); t.top > 0 && t.top+len(t.shown) == len(t.lines); { // no more air at the end than need be
			if rows := lay(t.top-1, room); t.top-1+len(rows) < len(t.lines) {
				t.shown = lay(t.top, room)
				break
			}
			t.top--
			t.shown = lay(t.top, room)
		}
	} else {
		t.top = 0
	}
	if len(t.shown) < min(trayLeast, len(t.lines)) {
		t.shown = nil
	}
	left := t.all
	for _, r := range t.shown {
		if t.lines[r.line].heading == "" {
			left--
		}
	}
	t.more.Hidden, t.bar.Hidden = left == 0, left == 0 || len(t.shown) == 0
	words := "+ " + t.v.host.Printer().Int(left)
	if len(t.shown) == 0 {
		words = t.count(left)
	}
	t.more.Set(words, "")
}

// head is heading i, chip is meeting i of those that show; both are kept for
// other lines.
func (t *tray) head(i int, words string) *canvas.Text {
	for len(t.heads) <= i {
		t.heads = append(t.heads, canvas.NewText("", nil))
	}
	x, h := t.heads[i], t.v.host
	x.Text, x.TextSize, x.Color = words, parts.Scaled(h, theme.Small), h.Palette().InkMuted
	return x
}

func (t *tray) chip(i int, card scene.MeetingCard) *chip {
	for len(t.chips) <= i {
		t.chips = append(t.chips, newChip(t.v))
	}
	if t.chips[i].card != card || t.chips[i].look != t.v.host.Palette() {
		t.chips[i].set(card)
	}
	return t.chips[i]
}

// Scrolled implements fyne.Scrollable: a notch is a line.
func (t *tray) Scrolled(ev *fyne.ScrollEvent) {
	if h := t.v.host; h.Hand != nil {
		h.Hand.Wheel(ev.Scrolled.DY)
		return
	}
	t.wheel += ev.Scrolled.DY
	by := int(t.wheel / notch)
	t.wheel -= float32(by) * notch
	if by == 0 || len(t.shown) == 0 || len(t.shown) == len(t.lines) {
		return
	}
	t.v.tip.Hide()
	t.top = max(t.top-by, 0)
	t.arrange(t.v.Size())
}

// heading is the line with a heading at a height, -1 for none.
func (t *tray) heading(y float32) int {
	for _, r := range t.shown {
		if y >= r.y && y < r.y+r.h && t.lines[r.line].heading != "" {
			return r.line
		}
	}
	return -1
}

// Tapped implements fyne.Tappable: a heading lights its meetings; beside it the
// tray keeps the map from hearing of it.
func (t *tray) Tapped(ev *fyne.PointEvent) {
	if i := t.heading(ev.Position.Y); !t.v.host.Clicked(ev.AbsolutePosition, i >= 0) && i >= 0 {
		t.v.light(t.lines[i].meetings...)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *tray) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable: a heading previews its meetings.
func (t *tray) MouseMoved(ev *desktop.MouseEvent) {
	i := t.heading(ev.Position.Y)
	if i == t.under {
		return
	}
	t.under = i
	if i >= 0 {
		t.v.preview(t.lines[i].meetings...)
	} else {
		t.v.preview()
	}
}

// MouseOut implements desktop.Hoverable.
func (t *tray) MouseOut() {
	if t.under >= 0 {
		t.under = -1
		t.v.preview()
	}
}

// Cursor implements desktop.Cursorable.
func (t *tray) Cursor() desktop.Cursor {
	if t.under >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer implements fyne.Widget.
func (t *tray) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(t) }

// Least implements parts.Drawn.
func (t *tray) Least() fyne.Size {
	s := fyne.NewSize(0, 2*theme.Space1)
	for _, r := range t.shown {
		margins := 2 * theme.Space1
		if t.lines[r.line].heading != "" {
			margins += 2 * theme.Space2
		}
		s.Width = max(s.Width, r.object.MinSize().Width+margins)
		s.Height += r.h
	}
	if !t.more.Hidden {
		m := t.more.MinSize()
		s.Width = max(s.Width, m.Width+2*theme.Space1)
		s.Height += m.Height
	}
	return s
}

// Place implements parts.Drawn.
func (t *tray) Place(s fyne.Size) {
	t.back.Resize(s)
	for _, r := range t.shown {
		m := r.object.MinSize()
		if t.lines[r.line].heading != "" {
			r.object.Resize(m)
			r.object.Move(fyne.NewPos(theme.Space1+theme.Space2, r.y+r.h-m.Height))
			continue
		}
		r.object.Resize(fyne.NewSize(s.Width-2*theme.Space1, r.h))
		r.object.Move(fyne.NewPos(theme.Space1, r.y))
	}
	if !t.more.Hidden {
		m := t.more.MinSize()
		t.more.Resize(fyne.NewSize(s.Width-2*theme.Space1, m.Height))
		t.more.Move(fyne.NewPos(theme.Space1, s.Height-theme.Space1-m.Height))
	}
	all, high := float32(max(len(t.lines), 1)), s.Height-2*theme.Space1
	t.bar.Resize(fyne.NewSize(3, high*float32(len(t.shown))/all))
	t.bar.Move(fyne.NewPos(s.Width-4, theme.Space1+high*float32(t.top)/all))
}

// Paint implements parts.Drawn: refresh has done it.
func (t *tray) Paint() {}

// Pieces implements parts.Drawn.
func (t *tray) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{t.back}
	for _, r := range t.shown {
		out = append(out, r.object)
	}
	if !t.more.Hidden {
		out = append(out, t.more)
	}
	return append(out, t.bar)
}
