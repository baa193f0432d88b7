package filterbar

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Drop is the list of what a search finds, below the entry. It is no pop-up: the
// entry keeps the focus, and whoever shows the bar lays the list over the rest.
type Drop struct {
	widget.BaseWidget

	h     *host.Host
	under fyne.CanvasObject // always on the screen, see parts.Tip
	taken func(state.Action)

	rows   []dropRow
	at     int       // row under the keyboard or the pointer, -1: none
	over   bool      // the pointer is on the list
	room   fyne.Size // for the list
	back   *canvas.Rectangle
	cursor *canvas.Rectangle
	words  []fyne.CanvasObject
}

// dropRow is a heading, without an action, or something to go to.
type dropRow struct {
	label, note string
	action      state.Action
}

// dropWidth is the width of the list at size 1.
const dropWidth = 460

func newDrop(h *host.Host, under fyne.CanvasObject, taken func(state.Action)) *Drop {
	d := &Drop{h: h, under: under, taken: taken, at: -1, back: parts.Box(color.Transparent), cursor: parts.Box(color.Transparent)}
	d.ExtendBaseWidget(d)
	d.Hide()
	return d
}

// show lists the hits and forgets the choice.
func (d *Drop) show(hits scene.Hits) {
	p := d.h.Printer()
	d.rows, d.at = d.rows[:0], -1
	for _, g := range hits.Groups {
		head := dropRow{label: g.Name, note: p.Int(g.Count)}
		if more := g.Count - len(g.Best); more > 0 {
			head.note += " (" + p.N("scene.hitMore", more) + ")"
		}
		d.rows = append(d.rows, head)
		for _, hit := range g.Best {
			d.rows = append(d.rows, dropRow{hit.Label, hit.Note, hit.Action})
		}
	}
	if len(d.rows) == 0 && hits.Hidden == 0 {
		d.rows = append(d.rows, dropRow{label: p.T("scene.hitNone")})
	}
	if hits.Hidden > 0 {
		d.rows = append(d.rows, dropRow{label: hits.Words, action: hits.Show})
	}
	d.set()
	d.Show()
	canvas.Refresh(d.under)
}

// close takes the list away and reports whether it was there.
func (d *Drop) close() bool {
	if !d.Visible() {
		return false
	}
	d.at, d.over = -1, false
	d.Hide()
	canvas.Refresh(d.under)
	return true
}

// step moves the choice by one row that can be taken.
func (d *Drop) step(by int) {
	for i := d.at + by; i >= -1 && i < len(d.rows); i += by {
		if i < 0 || d.rows[i].action != nil {
			d.choose(i)
			return
		}
	}
}

func (d *Drop) choose(i int) {
	if i != d.at {
		d.at = i
		d.Refresh()
	}
}

// take goes to the chosen row and reports whether there is one.
func (d *Drop) take() bool {
	if !d.Visible() || d.at < 0 || d.at >= len(d.rows) || d.rows[d.at].action == nil {
		return false
	}
	action := d.rows[d.at].action
	d.taken(action)
	return true
}

// SetRoom says how much room the list has; the rows that have none are left out.
func (d *Drop) SetRoom(size fyne.Size) {
	if size != d.room {
		d.room = size
		d.set()
	}
}

func (d *Drop) pitch() float32 {
	return parts.Measure("Mg", parts.Scaled(d.h, theme.Body), false).Height + theme.Space1
}

// set makes the words of the rows, shortened to the width.
func (d *Drop) set() {
	p := d.h.Palette()
	size, small := parts.Scaled(d.h, theme.Body), parts.Scaled(d.h, theme.Small)
	width := min(parts.Scaled(d.h, dropWidth), max(d.room.Width, 1))
	d.words = d.words[:0]
	shown := d.rows[:min(len(d.rows), max(int((d.room.Height-2*theme.Space1)/d.pitch()), 1))]
	for i, r := range shown {
		y, left := theme.Space1+float32(i)*d.pitch(), float32(theme.Space4)
		ink, bold, s := p.Ink, false, size
		if r.action == nil {
			left, ink, bold, s = theme.Space2, p.InkMuted, true, small
		} else if i == len(d.rows)-1 && r.note == "" {
			ink = p.Accent
		}
		free := width - left - theme.Space2
		note := parts.Text(parts.Shorten(r.note, small, false, free*0.4), small, false, p.InkMuted)
		at := note.MinSize()
		if r.note != "" {
			free -= at.Width + theme.Space2
		}
		label := parts.Text(parts.Shorten(r.label, s, bold, free), s, bold, ink)
		high := label.MinSize()
		label.Resize(high)
		label.Move(fyne.NewPos(left, y+(d.pitch()-high.Height)/2))
		note.Resize(at)
		note.Move(fyne.NewPos(width-theme.Space2-at.Width, y+(d.pitch()-at.Height)/2))
		d.words = append(d.words, label, note)
	}
	d.Resize(fyne.NewSize(width, 2*theme.Space1+float32(len(shown))*d.pitch()))
	d.Refresh()
}

// CreateRenderer is for Fyne.
func (d *Drop) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(d) }

// Least implements parts.Drawn.
func (d *Drop) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Place implements parts.Drawn.
func (d *Drop) Place(size fyne.Size) {
	d.back.Resize(size)
	d.cursor.Resize(fyne.NewSize(size.Width-2, d.pitch()))
	d.cursor.Move(fyne.NewPos(1, theme.Space1+float32(max(d.at, 0))*d.pitch()))
}

// Paint implements parts.Drawn.
func (d *Drop) Paint() {
	p := d.h.Palette()
	d.back.FillColor, d.back.StrokeColor, d.back.StrokeWidth = p.Raised, p.Hairline, 1
	d.cursor.FillColor, d.cursor.StrokeWidth = color.Transparent, 0
	if d.at >= 0 {
		d.cursor.FillColor, d.cursor.StrokeColor, d.cursor.StrokeWidth = p.Selected, p.Accent, 1
	}
}

// Pieces implements parts.Drawn.
func (d *Drop) Pieces() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{d.back, d.cursor}, d.words...)
}

// row is the one at a height that can be taken; -1 if none.
func (d *Drop) row(y float32) int {
	i := int((y - theme.Space1) / d.pitch())
	if y < theme.Space1 || i >= len(d.words)/2 || d.rows[i].action == nil {
		return -1
	}
	return i
}

// MouseIn implements desktop.Hoverable.
func (d *Drop) MouseIn(ev *desktop.MouseEvent) { d.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (d *Drop) MouseMoved(ev *desktop.MouseEvent) {
	d.over = true
	d.choose(d.row(ev.Position.Y))
}

// MouseOut implements desktop.Hoverable.
func (d *Drop) MouseOut() {
	d.over = false
	d.choose(-1)
}

// Tapped implements fyne.Tappable.
func (d *Drop) Tapped(ev *fyne.PointEvent) {
	d.at = d.row(ev.Position.Y)
	d.take()
}
