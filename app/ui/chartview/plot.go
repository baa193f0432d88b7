package chartview

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/charts"
)

// plot is the sheet over the picture that takes pointer and keys.
type plot struct {
	parts.Surface

	v       *View
	under   charts.MarkKey // mark under the pointer
	over    bool
	walked  charts.MarkKey // mark that the keys are on
	walking bool
	pointer fyne.Position
	inside  bool
	tapped  charts.MarkKey // the mark of the last tap, to tell a double one
	at1     time.Time      // when that was
}

var _ desktop.Mouseable = (*plot)(nil)

func newPlot(v *View) *plot {
	p := &plot{v: v}
	p.OnFocus, p.OnKey = p.focus, p.keys().Key
	p.Init(p, v.host)
	return p
}

// CreateRenderer implements fyne.Widget. There is nothing to draw: the picture
// and the rings lie below.
func (p *plot) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

func (p *plot) at(pos fyne.Position) (charts.Mark, bool) {
	if p.v.pic == nil {
		return charts.Mark{}, false
	}
	return p.v.pic.layout.At(float64(pos.X), float64(pos.Y))
}

// find returns the mark with a key in the picture that shows.
func (p *plot) find(k charts.MarkKey) (charts.Mark, int) {
	if p.v.pic != nil {
		for i, m := range p.v.pic.layout.Marks {
			if m.Key() == k {
				return m, i
			}
		}
	}
	return charts.Mark{}, -1
}

// Tapped implements fyne.Tappable.
func (p *plot) Tapped(ev *fyne.PointEvent) {
	m, ok := p.at(ev.Position)
	if p.v.host.Clicked(ev.AbsolutePosition, ok) || !ok {
		p.at1 = time.Time{}
		return
	}
	now := time.Now()
	if p.tapped == m.Key() && now.Sub(p.at1) < doubleTime {
		p.at1 = time.Time{}
		p.only()
		return
	}
	p.tapped, p.at1 = m.Key(), now
	p.light(m)
}

// doubleTime is the most between the two taps of a double one. The first acts at
// once: a click that waits for another feels late.
const doubleTime = 300 * time.Millisecond

// light lights what the mark stands for, or lets go of it.
func (p *plot) light(m charts.Mark) {
	h := p.v.host
	h.Store.Break()
	h.Dispatch(scene.ChartAction(h.Room, h.Store.State(), m, h.ShiftHeld()))
}

// only makes what is lit a filter.
func (p *plot) only() {
	if h := p.v.host; h.Store.State().Lights() {
		h.Store.Break()
		h.Dispatch(state.OnlyFocus{})
	}
}

// enter lights a mark, and makes it a filter if it alone is lit.
func (p *plot) enter(m charts.Mark) {
	h := p.v.host
	now := h.Store.State()
	a := scene.ChartAction(h.Room, now, m, false)
	if a != nil && now.Lights() && !a.Apply(now).Lights() {
		p.only()
		return
	}
	p.light(m)
}

// MouseDown implements desktop.Mouseable.
func (p *plot) MouseDown(*desktop.MouseEvent) {
	p.walking = false
	if !p.v.host.Present {
		p.Grab()
	}
	p.trace()
}

// MouseUp implements desktop.Mouseable.
func (p *plot) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonSecondary { // that is [plot.TappedSecondary]'s
		p.v.host.Pressed(ev.Button)
	}
}

// MouseIn implements desktop.Hoverable. Where a lesson puts a chart under a pointer that
// lies there, nobody points at anything.
func (p *plot) MouseIn(ev *desktop.MouseEvent) {
	if p.v.host.Present {
		p.pointer, p.inside = ev.Position, true
		return
	}
	p.MouseMoved(ev)
}

// MouseMoved implements desktop.Hoverable.
func (p *plot) MouseMoved(ev *desktop.MouseEvent) {
	p.pointer, p.inside = ev.Position, true
	m, ok := p.at(ev.Position)
	if !ok {
		p.unhover()
		return
	}
	if p.over && p.under == m.Key() {
		return
	}
	p.over, p.under = true, m.Key()
	p.surround(p.v.hover, m, 1)
	p.tell(m)
	p.glance(m)
}

// restTime is how long the pointer rests on a mark before the chart shows what
// a click would light: one that only passes makes no flicker.
const restTime = 60 * time.Millisecond

// glance shows in all panes what a click on the mark would light, at half the
// strength, as long as the pointer is there.
func (p *plot) glance(m charts.Mark) {
	h := p.v.host
	var f state.Focus
	if a := scene.ChartAction(h.Room, h.Store.State(), m, false); p.over && a != nil && !h.Store.State().Lights() {
		f = a.Apply(h.Store.State()).Focus
		f.Meeting, f.Document, f.Statement = "", "", ""
	}
	if p.v.rest != nil {
		p.v.rest()
	}
	p.v.rest = p.v.scope.After(restTime, func() {
		p.v.rest = nil
		h.SetPreview(f)
	})
}

// MouseOut implements desktop.Hoverable.
func (p *plot) MouseOut() {
	p.inside = false
	p.unhover()
}

func (p *plot) unhover() {
	p.v.hover.Hide()
	if p.over && !p.walking {
		p.v.tip.Hide()
	}
	if p.over {
		p.over = false
		p.glance(charts.Mark{})
	}
}

// renew finds again in a new picture what the pointer and the keys were on.
func (p *plot) renew() {
	if p.over {
		m, ok := p.at(p.pointer)
		if ok && m.Key() == p.under { // a glance at it
			p.surround(p.v.hover, m, 1)
			p.trace()
			return
		}
		p.unhover()
		if p.inside {
			p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p.pointer}})
		}
	}
	p.trace()
}

// Cursor implements desktop.Cursorable.
func (p *plot) Cursor() desktop.Cursor {
	if p.over {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// surround puts a rectangle round a mark, gap pixels off its edge.
func (p *plot) surround(r *canvas.Rectangle, m charts.Mark, gap float32) {
	at, _ := p.v.area()
	r.Resize(fyne.NewSize(float32(max(m.W, 3))+2*gap, float32(max(m.H, 3))+2*gap))
	r.Move(at.AddXY(float32(m.X)-gap, float32(m.Y)-gap))
	r.Show()
	p.v.back.Refresh()
}

// tell names a mark and its value beside it.
func (p *plot) tell(m charts.Mark) {
	at, _ := p.v.area()
	low := at.AddXY(float32(m.X), float32(m.Y))
	x := low.X + min(float32(m.W), 160)
	p.v.tip.ShowAt(m.Name, fyne.NewPos(low.X, low.Y-4), fyne.NewPos(x, low.Y+float32(m.H)+5), p.v.Size())
}

// trace puts the keys' ring where its mark is now.
func (p *plot) trace() {
	m, i := p.find(p.walked)
	if !p.walking || !p.Focused() || i < 0 || !p.Visible() {
		p.v.ring.Hide()
		return
	}
	p.surround(p.v.ring, m, 2)
}

func (p *plot) focus(in bool) {
	parts.SetShown(p.v.frame, in && !p.Grabbed())
	p.v.back.Refresh()
	if !in && p.walking {
		p.v.tip.Hide()
	}
	p.trace()
}

func (p *plot) goTo(i int) {
	if p.v.pic == nil || i < 0 || i >= len(p.v.pic.layout.Marks) {
		return
	}
	m := p.v.pic.layout.Marks[i]
	p.unhover()
	p.walked, p.walking = m.Key(), true
	p.tell(m)
	p.trace()
}

func (p *plot) walk(by int) {
	_, i := p.find(p.walked)
	if !p.walking || i < 0 {
		p.goTo(0)
		return
	}
	p.goTo(i + by)
}

// jump goes to the mark of the same series in the next row that has one, or
// to whichever mark of that row lies nearest.
func (p *plot) jump(by int) {
	from, i := p.find(p.walked)
	if !p.walking || i < 0 {
		p.goTo(0)
		return
	}
	marks := p.v.pic.layout.Marks
	row, best, near := "", -1, 0.0
	for j := i + by; j >= 0 && j < len(marks); j += by {
		m := marks[j]
		if m.Row == from.Row && m.Panel == from.Panel {
			continue
		}
		if best >= 0 && m.Row != row {
			break
		}
		row = m.Row
		d := m.X + m.W/2 - from.X - from.W/2
		if d < 0 {
			d = -d
		}
		if m.Series == from.Series && m.Total == from.Total {
			d = -1
		}
		if best < 0 || d < near {
			best, near = j, d
		}
	}
	if best >= 0 {
		p.goTo(best)
	}
}
