package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// Segments is a row of choices of which at most one is on.
type Segments struct {
	widget.BaseWidget

	OnChosen func(code string)

	h       *host.Host
	items   []scene.Option
	hovered int // -1: none
	focused bool
}

var (
	_ fyne.Focusable    = (*Segments)(nil)
	_ fyne.Tappable     = (*Segments)(nil)
	_ desktop.Hoverable = (*Segments)(nil)
)

// NewSegments returns an empty control.
func NewSegments(h *host.Host, chosen func(code string)) *Segments {
	s := &Segments{h: h, OnChosen: chosen, hovered: -1}
	s.ExtendBaseWidget(s)
	return s
}

// SetItems replaces the choices.
func (s *Segments) SetItems(items []scene.Option) {
	s.items = items
	s.hovered = -1
	s.Refresh()
}

// Items returns the choices as they are shown.
func (s *Segments) Items() []scene.Option { return s.items }

func (s *Segments) widths() []float32 {
	w := make([]float32, len(s.items))
	for i, it := range s.items {
		w[i] = Measure(it.Label, Scaled(s.h, theme.Body), false).Width + 2*theme.Space2 + 4
	}
	return w
}

func (s *Segments) at(x float32) int {
	for i, w := range s.widths() {
		if x < w {
			return i
		}
		x -= w
	}
	return -1
}

func (s *Segments) choose(i int) {
	if i >= 0 && i < len(s.items) && s.OnChosen != nil {
		s.OnChosen(s.items[i].Code)
	}
}

// Tapped chooses the segment under the pointer.
func (s *Segments) Tapped(ev *fyne.PointEvent) { s.choose(s.at(ev.Position.X)) }

// MouseIn marks the segment under the pointer.
func (s *Segments) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved marks the segment under the pointer.
func (s *Segments) MouseMoved(ev *desktop.MouseEvent) {
	if i := s.at(ev.Position.X); i != s.hovered {
		s.hovered = i
		tip := ""
		if i >= 0 {
			tip = s.items[i].Tip
		}
		s.h.Hint(tip, s)
		s.Refresh()
	}
}

// MouseOut takes the mark away.
func (s *Segments) MouseOut() { s.hovered = -1; s.h.Hint("", s); s.Refresh() }

// FocusGained shows the ring.
func (s *Segments) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost takes the ring away.
func (s *Segments) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune hands characters to the window.
func (s *Segments) TypedRune(r rune) { s.h.PassRune(r) }

// TypedKey moves the choice with Left and Right.
func (s *Segments) TypedKey(ev *fyne.KeyEvent) {
	on := -1
	for i, it := range s.items {
		if it.On {
			on = i
		}
	}
	switch ev.Name {
	case fyne.KeyLeft:
		s.choose(max(on-1, 0))
	case fyne.KeyRight:
		s.choose(min(on+1, len(s.items)-1))
	default:
		s.h.PassKey(ev)
	}
}

// CreateRenderer is for Fyne.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	r := &segmentsRenderer{s: s, frame: Box(color.Transparent)}
	r.Refresh()
	return r
}

type segmentsRenderer struct {
	s      *Segments
	frame  *canvas.Rectangle
	fills  []*canvas.Rectangle
	labels []*canvas.Text
}

func (r *segmentsRenderer) MinSize() fyne.Size {
	var w float32
	for _, x := range r.s.widths() {
		w += x
	}
	return fyne.NewSize(w, max(Measure("Mg", Scaled(r.s.h, theme.Body), false).Height, Scaled(r.s.h, 18))+theme.Space3)
}

func (r *segmentsRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	var x float32
	for i, w := range r.s.widths() {
		r.fills[i].Resize(fyne.NewSize(w-4, size.Height-4))
		r.fills[i].Move(fyne.NewPos(x+2, 2))
		m := r.labels[i].MinSize()
		r.labels[i].Resize(m)
		r.labels[i].Move(fyne.NewPos(x+(w-m.Width)/2, (size.Height-m.Height)/2))
		x += w
	}
}

func (r *segmentsRenderer) Refresh() {
	s, p := r.s, r.s.h.Palette()
	for len(r.fills) < len(s.items) {
		f := Box(color.Transparent)
		f.CornerRadius = theme.Radius - 2
		r.fills = append(r.fills, f)
		r.labels = append(r.labels, canvas.NewText("", color.Black))
	}
	r.fills, r.labels = r.fills[:len(s.items)], r.labels[:len(s.items)]
	r.frame.FillColor, r.frame.StrokeColor, r.frame.StrokeWidth = p.Panel, p.Hairline, 1
	if s.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = p.Accent, 2
	}
	for i, it := range s.items {
		fill, ink := color.NRGBA{}, p.Ink
		switch {
		case it.On:
			fill, ink = p.Accent, p.OnAccent
		case i == s.hovered:
			fill = p.Hover
		}
		r.fills[i].FillColor = fill
		r.labels[i].Text, r.labels[i].Color, r.labels[i].TextSize = it.Label, ink, Scaled(s.h, theme.Body)
	}
	r.Layout(s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *segmentsRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.frame}
	for i := range r.fills {
		out = append(out, r.fills[i], r.labels[i])
	}
	return out
}

func (r *segmentsRenderer) Destroy() {}
