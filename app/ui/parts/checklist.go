package parts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Checklist is a pop-up of rows that each turn one value of a filter on or
// off. It stays open and follows the view.
type Checklist struct {
	OnToggle func(code string)
	OnAll    func()
	Plain    bool // its rows have no numbers

	h      *host.Host
	popup  *widget.PopUp
	scroll *container.Scroll // nil where all rows have room
	rows   []*Check
	extra  *Check
}

// NewChecklist returns a closed checklist.
func NewChecklist(h *host.Host, toggle func(code string), all func()) *Checklist {
	return &Checklist{h: h, OnToggle: toggle, OnAll: all}
}

// Open shows the options below an object. all is the row that lifts the
// restriction; extra, if it has a label, is a last row with its own effect.
func (l *Checklist) Open(below fyne.CanvasObject, all scene.Option, options []scene.Option, extra scene.Option, onExtra func()) {
	l.Close()
	c := fyne.CurrentApp().Driver().CanvasForObject(below)
	if c == nil {
		return
	}
	l.rows = []*Check{NewCheck(l.h, all, false, l.OnAll)}
	for _, o := range options {
		l.rows = append(l.rows, NewCheck(l.h, o, !l.Plain, func() { l.OnToggle(o.Code) }))
	}
	column := container.New(column{})
	column.Add(l.rows[0])
	column.Add(Hairline(l.h))
	for _, r := range l.rows[1:] {
		column.Add(r)
	}
	l.extra = nil
	if extra.Label != "" {
		l.extra = NewCheck(l.h, extra, false, onExtra)
		column.Add(Hairline(l.h))
		column.Add(l.extra)
	}
	every := l.all()
	for i, r := range every {
		r.OnKey = func(ev *fyne.KeyEvent) bool { return l.key(c, every, i, ev) }
		r.OnFocus = func(in bool) {
			if in {
				l.see(r)
			}
		}
	}
	body := container.New(inset{theme.Space1}, column)
	var content fyne.CanvasObject = body
	l.scroll = nil
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	size := body.MinSize()
	if room := c.Size().Height - at.Y - theme.Space2; size.Height > room {
		l.scroll = container.NewVScroll(body)
		l.scroll.SetMinSize(fyne.NewSize(size.Width, max(room, 80)))
		content = l.scroll
	}
	l.popup = widget.NewPopUp(content, c)
	at.X = max(min(at.X, c.Size().Width-size.Width-theme.Space2), 0)
	l.popup.ShowAtPosition(at)
	c.Focus(l.rows[0])
}

func (l *Checklist) all() []*Check {
	if l.extra == nil {
		return l.rows
	}
	return append(slices.Clip(l.rows), l.extra)
}

func (l *Checklist) key(c fyne.Canvas, rows []*Check, i int, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		l.Close()
	case fyne.KeyDown:
		c.Focus(rows[min(i+1, len(rows)-1)])
	case fyne.KeyUp:
		c.Focus(rows[max(i-1, 0)])
	case fyne.KeyHome:
		c.Focus(rows[0])
	case fyne.KeyEnd:
		c.Focus(rows[len(rows)-1])
	default:
		return false
	}
	return true
}

// see brings the row that has the focus into sight.
func (l *Checklist) see(row *Check) {
	if l.scroll == nil {
		return
	}
	top, end := row.Position().Y, row.Position().Y+row.Size().Height+2*theme.Space1
	if s := l.scroll; top < s.Offset.Y {
		s.ScrollToOffset(fyne.NewPos(0, top))
	} else if end > s.Offset.Y+s.Size().Height {
		s.ScrollToOffset(fyne.NewPos(0, end-s.Size().Height))
	}
}

// Shown reports whether the list is open.
func (l *Checklist) Shown() bool { return l.popup != nil && l.popup.Visible() }

// Close takes the list away.
func (l *Checklist) Close() {
	if l.popup != nil {
		l.popup.Hide()
		l.popup = nil
	}
}

// Follow shows new ticks and counts in an open list.
func (l *Checklist) Follow(all scene.Option, options []scene.Option, extra scene.Option) {
	if !l.Shown() || len(options) != len(l.rows)-1 {
		return
	}
	l.rows[0].Set(all)
	for i, o := range options {
		l.rows[i+1].Set(o)
	}
	if l.extra != nil {
		l.extra.Set(extra)
	}
}

// column stacks objects at their smallest height.
type column struct{}

func (column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width, size.Height = max(size.Width, m.Width), size.Height+m.Height
	}
	return size
}

func (column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h
	}
}

// inset is a margin on all four sides.
type inset struct{ by float32 }

func (l inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*l.by, 2*l.by)
}

func (l inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size.SubtractWidthHeight(2*l.by, 2*l.by))
	objects[0].Move(fyne.NewPos(l.by, l.by))
}
