package parts

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Check is a row with a tick box, words, and a number at the right edge.
type Check struct {
	widget.BaseWidget

	Option  scene.Option
	Number  bool // show the count
	OnTaken func()
	OnKey   func(*fyne.KeyEvent) bool // may take a key first
	OnFocus func()

	h                *host.Host
	hovered, focused bool
}

var (
	_ fyne.Focusable    = (*Check)(nil)
	_ fyne.Tappable     = (*Check)(nil)
	_ desktop.Hoverable = (*Check)(nil)
)

// NewCheck returns a row for the option.
func NewCheck(h *host.Host, o scene.Option, number bool, taken func()) *Check {
	c := &Check{h: h, Option: o, Number: number, OnTaken: taken}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another option.
func (c *Check) Set(o scene.Option) {
	if c.Option != o {
		c.Option = o
		c.Refresh()
	}
}

// Tapped takes the row.
func (c *Check) Tapped(*fyne.PointEvent) { c.OnTaken() }

// MouseIn marks the row.
func (c *Check) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing.
func (c *Check) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark away.
func (c *Check) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained shows the ring.
func (c *Check) FocusGained() {
	c.focused = true
	c.Refresh()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// FocusLost takes the ring away.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune hands characters to the window.
func (c *Check) TypedRune(r rune) {
	if r != ' ' {
		c.h.PassRune(r)
	}
}

// TypedKey takes the row on Space and Enter.
func (c *Check) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeySpace || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		c.OnTaken()
	case c.OnKey != nil && c.OnKey(ev):
	default:
		c.h.PassKey(ev)
	}
}

// CreateRenderer is for Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := &checkRenderer{c: c, back: Box(color.Transparent), box: canvas.NewImageFromResource(nil), label: canvas.NewText("", color.Black), count: canvas.NewText("", color.Black)}
	r.box.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type checkRenderer struct {
	c            *Check
	back         *canvas.Rectangle
	box          *canvas.Image
	label, count *canvas.Text
}

func (r *checkRenderer) MinSize() fyne.Size {
	icon, w := Scaled(r.c.h, 18), r.label.MinSize()
	width := theme.Space2*3 + icon + w.Width
	if r.c.Number {
		width += theme.Space5 + r.count.MinSize().Width
	}
	return fyne.NewSize(width, max(icon, w.Height)+theme.Space1*1.5)
}

func (r *checkRenderer) Layout(size fyne.Size) {
	icon := Scaled(r.c.h, 18)
	r.back.Resize(size)
	r.box.Resize(fyne.NewSquareSize(icon))
	r.box.Move(fyne.NewPos(theme.Space2, (size.Height-icon)/2))
	m := r.label.MinSize()
	r.label.Resize(m)
	r.label.Move(fyne.NewPos(theme.Space2*1.5+icon, (size.Height-m.Height)/2))
	m = r.count.MinSize()
	r.count.Resize(m)
	r.count.Move(fyne.NewPos(size.Width-m.Width-theme.Space2, (size.Height-m.Height)/2))
}

func (r *checkRenderer) Refresh() {
	c, p := r.c, r.c.h.Palette()
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = color.NRGBA{}, color.Transparent, 0
	if c.hovered {
		r.back.FillColor = p.Hover
	}
	if c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = p.Accent, 2
	}
	r.box.Resource = Tinted(ftheme.CheckButtonIcon(), ftheme.ColorNamePlaceHolder)
	if c.Option.On {
		r.box.Resource = Tinted(ftheme.CheckButtonCheckedIcon(), ftheme.ColorNamePrimary)
	}
	size := Scaled(c.h, theme.Body)
	r.label.Text, r.label.Color, r.label.TextSize = c.Option.Label, p.Ink, size
	r.count.Text, r.count.Color, r.count.TextSize = "", p.InkMuted, size
	if c.Number {
		r.count.Text = c.h.Printer().Int(c.Option.Count)
		if c.Option.Count == 0 {
			r.label.Color = p.InkMuted
		}
	}
	r.Layout(c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.box, r.label, r.count}
}

func (r *checkRenderer) Destroy() {}

// Checklist is a pop-up of rows that each turn one value of a filter on or
// off. It stays open and follows the view.
type Checklist struct {
	OnToggle func(code string)
	OnAll    func()

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
		l.rows = append(l.rows, NewCheck(l.h, o, true, func() { l.OnToggle(o.Code) }))
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
		r.OnFocus = func() { l.see(r) }
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
