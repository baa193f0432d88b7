package timeaxis

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// modes is a row of three small signs, one for each mode of the time window:
// a line with what the mode shows of it drawn bold.
type modes struct {
	widget.BaseWidget

	v       *View
	back    *canvas.Rectangle
	cells   []*cell
	hovered int // -1: none
	focused bool
}

// cell is one sign: the axis, its bold part and the hands on it.
type cell struct {
	mode             state.TimeMode
	tip              string
	fill, line, band *canvas.Rectangle
	from, to, dot    *canvas.Circle
}

// cellWidth and cellHeight are a sign's at size 1, in layout pixels.
const (
	cellWidth  = 40
	cellHeight = 22
)

var (
	_ fyne.Focusable    = (*modes)(nil)
	_ fyne.Tappable     = (*modes)(nil)
	_ desktop.Hoverable = (*modes)(nil)
)

func newModes(v *View) *modes {
	m := &modes{v: v, back: parts.Box(nil), hovered: -1}
	for _, code := range state.TimeModes() {
		c := &cell{
			mode: code, fill: parts.Box(nil), line: canvas.NewRectangle(nil), band: canvas.NewRectangle(nil),
			from: canvas.NewCircle(nil), to: canvas.NewCircle(nil), dot: canvas.NewCircle(nil),
		}
		c.fill.CornerRadius = theme.Radius - 2
		c.from.Hidden, c.to.Hidden, c.dot.Hidden = code != state.Within, code == state.OneMeeting, code != state.OneMeeting
		c.band.Hidden = code == state.OneMeeting
		m.cells = append(m.cells, c)
	}
	m.ExtendBaseWidget(m)
	return m
}

func (m *modes) relabel() {
	for i, k := range []string{"panes.timeUpTo", "panes.timeWithin", "panes.timeMeeting"} {
		m.cells[i].tip = m.v.host.T(k)
	}
	m.Refresh()
}

func (m *modes) at(x float32) int {
	if i := int(x / parts.Scaled(m.v.host, cellWidth)); i >= 0 && i < len(m.cells) {
		return i
	}
	return -1
}

// Tapped implements fyne.Tappable.
func (m *modes) Tapped(ev *fyne.PointEvent) {
	if i := m.at(ev.Position.X); i >= 0 {
		m.v.host.Hint("", m)
		m.v.SetMode(m.cells[i].mode)
	}
}

// MouseIn implements desktop.Hoverable.
func (m *modes) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (m *modes) MouseMoved(ev *desktop.MouseEvent) {
	if i := m.at(ev.Position.X); i != m.hovered {
		m.hovered = i
		tip := ""
		if i >= 0 {
			tip = m.cells[i].tip
		}
		m.v.host.Hint(tip, m)
		m.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (m *modes) MouseOut() { m.hovered = -1; m.v.host.Hint("", m); m.Refresh() }

// FocusGained implements fyne.Focusable.
func (m *modes) FocusGained() { m.focused = true; m.Refresh() }

// FocusLost implements fyne.Focusable.
func (m *modes) FocusLost() { m.focused = false; m.Refresh() }

// TypedRune implements fyne.Focusable.
func (m *modes) TypedRune(r rune) { m.v.host.PassRune(r) }

// TypedKey implements fyne.Focusable: left and right choose.
func (m *modes) TypedKey(ev *fyne.KeyEvent) {
	on := 0
	for i, c := range m.cells {
		if c.mode == m.v.mode() {
			on = i
		}
	}
	switch ev.Name {
	case fyne.KeyLeft:
		m.v.SetMode(m.cells[max(on-1, 0)].mode)
	case fyne.KeyRight:
		m.v.SetMode(m.cells[min(on+1, len(m.cells)-1)].mode)
	default:
		m.v.host.PassKey(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (m *modes) CreateRenderer() fyne.WidgetRenderer { return &modesRenderer{m} }

type modesRenderer struct{ m *modes }

func (r *modesRenderer) MinSize() fyne.Size {
	h := r.m.v.host
	return fyne.NewSize(float32(len(r.m.cells))*parts.Scaled(h, cellWidth), parts.Scaled(h, cellHeight))
}

func (r *modesRenderer) Layout(s fyne.Size) {
	r.m.back.Resize(s)
	w := s.Width / float32(len(r.m.cells))
	round := func(c *canvas.Circle, x, y, d float32) {
		c.Resize(fyne.NewSquareSize(d))
		c.Move(fyne.NewPos(x-d/2, y-d/2))
	}
	for i, c := range r.m.cells {
		x, y := float32(i)*w, s.Height/2
		c.fill.Resize(fyne.NewSize(w-4, s.Height-4))
		c.fill.Move(fyne.NewPos(x+2, 2))
		left, right := x+w*0.22, x+w*0.78
		from, to := left, x+w*0.6
		if c.mode == state.Within {
			from = x + w*0.38
			to = x + w*0.65
		}
		c.line.Resize(fyne.NewSize(right-left, 1))
		c.line.Move(fyne.NewPos(left, y))
		c.band.Resize(fyne.NewSize(to-from, 3))
		c.band.Move(fyne.NewPos(from, y-1))
		round(c.from, from, y+0.5, 7)
		round(c.to, to, y+0.5, 7)
		round(c.dot, x+w/2, y+0.5, 8)
	}
}

func (r *modesRenderer) Refresh() {
	m, p := r.m, r.m.v.host.Palette()
	m.back.FillColor, m.back.StrokeColor, m.back.StrokeWidth = p.Panel, p.Hairline, 1
	if m.focused {
		m.back.StrokeColor, m.back.StrokeWidth = p.Accent, 2
	}
	for i, c := range m.cells {
		ink := p.InkMuted
		c.fill.FillColor = nil
		switch {
		case c.mode == m.v.mode():
			ink, c.fill.FillColor = p.Accent, p.Selected
		case i == m.hovered:
			ink, c.fill.FillColor = p.Ink, p.Hover
		}
		c.line.FillColor, c.band.FillColor = theme.Fade(ink, 0x88), ink
		c.from.FillColor, c.to.FillColor, c.dot.FillColor = ink, ink, ink
	}
	r.Layout(m.Size())
	canvas.Refresh(m)
}

func (r *modesRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.m.back}
	for _, c := range r.m.cells {
		out = append(out, c.fill, c.line, c.band, c.from, c.to, c.dot)
	}
	return out
}

func (r *modesRenderer) Destroy() {}
