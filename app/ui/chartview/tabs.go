package chartview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// tabs names the charts; the one that shows is underlined.
type tabs struct {
	widget.BaseWidget

	v       *View
	hovered int
	focused bool
	labels  []*canvas.Text
	lines   []*canvas.Rectangle
	ring    *canvas.Rectangle
	ends    []float32 // right edge of each tab
}

var (
	_ fyne.Focusable     = (*tabs)(nil)
	_ desktop.Hoverable  = (*tabs)(nil)
	_ desktop.Cursorable = (*tabs)(nil)
)

func newTabs(v *View) *tabs {
	t := &tabs{v: v, hovered: -1, ring: parts.Box(nil)}
	t.ring.StrokeWidth = 2
	for range state.ChartKinds() {
		t.labels = append(t.labels, canvas.NewText("", nil))
		t.lines = append(t.lines, canvas.NewRectangle(nil))
	}
	t.ends = make([]float32, len(t.labels))
	t.ExtendBaseWidget(t)
	return t
}

func (t *tabs) at(x float32) int {
	for i, end := range t.ends {
		if x < end {
			return i
		}
	}
	return -1
}

func (t *tabs) choose(i int) {
	if kinds := state.ChartKinds(); i >= 0 && i < len(kinds) {
		t.v.host.Dispatch(state.SetChart(kinds[i]))
	}
}

// Tapped implements fyne.Tappable.
func (t *tabs) Tapped(ev *fyne.PointEvent) { t.choose(t.at(ev.Position.X)) }

// MouseIn implements desktop.Hoverable.
func (t *tabs) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (t *tabs) MouseMoved(ev *desktop.MouseEvent) {
	if i := t.at(ev.Position.X); i != t.hovered {
		t.hovered = i
		t.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (t *tabs) MouseOut() { t.hovered = -1; t.Refresh() }

// Cursor implements desktop.Cursorable.
func (t *tabs) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (t *tabs) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost implements fyne.Focusable.
func (t *tabs) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune implements fyne.Focusable.
func (t *tabs) TypedRune(r rune) { t.v.host.PassRune(r) }

// TypedKey implements fyne.Focusable: left and right turn to the next chart.
func (t *tabs) TypedKey(ev *fyne.KeyEvent) {
	now := slices.Index(state.ChartKinds(), t.v.host.Store.State().Kind)
	switch ev.Name {
	case fyne.KeyLeft:
		t.choose(now - 1)
	case fyne.KeyRight:
		t.choose(now + 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.labels) - 1)
	default:
		t.v.host.PassKey(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *tabs) CreateRenderer() fyne.WidgetRenderer { return &tabsRenderer{t} }

type tabsRenderer struct{ t *tabs }

// MinSize is what the words ask for, close together.
func (r *tabsRenderer) MinSize() fyne.Size { return r.t.size(theme.Space1 / 2) }

// size is that of the tabs with this much kept free at both sides of a word.
func (t *tabs) size(pad float32) fyne.Size {
	h := t.v.host
	s := fyne.NewSize(theme.Space2, 0)
	for _, k := range state.ChartKinds() {
		m := parts.Measure(scene.ChartLabel(k, h.Printer()), parts.Scaled(h, theme.Body), true)
		s.Width += m.Width + 2*pad
		s.Height = max(s.Height, m.Height+2*theme.Space2)
	}
	return s
}

// Layout spreads the tabs as far as there is room, up to their usual distance;
// where there is too little, words are cut.
func (r *tabsRenderer) Layout(s fyne.Size) {
	t, h := r.t, r.t.v.host
	size := parts.Scaled(h, theme.Body)
	least := t.size(0).Width
	pad := min(max((s.Width-least)/float32(2*len(t.labels)), theme.Space1/2), theme.Space2)
	x, less := theme.Space1, min((s.Width-theme.Space2)/max(t.size(pad).Width-theme.Space2, 1), 1)
	size *= max(less, 0.8) // rather than that a word is cut
	for i, k := range state.ChartKinds() {
		full := scene.ChartLabel(k, h.Printer())
		w := (parts.Measure(full, parts.Scaled(h, theme.Body), true).Width + 2*pad) * less
		l := t.labels[i]
		l.TextSize = size
		l.Text = parts.Shorten(full, size, l.TextStyle.Bold, w)
		m := l.MinSize()
		l.Resize(m)
		l.Move(fyne.NewPos(x+(w-m.Width)/2, (s.Height-m.Height)/2))
		t.lines[i].Resize(fyne.NewSize(w-2*theme.Space1, 2))
		t.lines[i].Move(fyne.NewPos(x+theme.Space1, s.Height-2))
		if l.TextStyle.Bold {
			t.ring.Resize(fyne.NewSize(w, s.Height-theme.Space2))
			t.ring.Move(fyne.NewPos(x, theme.Space1))
		}
		x += w
		t.ends[i] = x
	}
}

func (r *tabsRenderer) Refresh() {
	t, p, now := r.t, r.t.v.host.Palette(), r.t.v.host.Store.State().Kind
	for i, k := range state.ChartKinds() {
		l := t.labels[i]
		l.Color, l.TextStyle.Bold = p.InkMuted, k == now
		t.lines[i].Hidden = k != now && i != t.hovered
		t.lines[i].FillColor = p.Hairline
		if k == now {
			l.Color, t.lines[i].FillColor = p.Ink, p.Accent
		} else if i == t.hovered {
			l.Color = p.Ink
		}
	}
	t.ring.StrokeColor, t.ring.Hidden = p.Accent, !t.focused
	r.Layout(t.Size())
	for _, o := range r.Objects() {
		canvas.Refresh(o)
	}
}

func (r *tabsRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range r.t.labels {
		out = append(out, r.t.labels[i], r.t.lines[i])
	}
	return append(out, r.t.ring)
}

func (r *tabsRenderer) Destroy() {}
