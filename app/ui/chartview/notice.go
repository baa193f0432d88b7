package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// notice says why there is nothing to draw, with the one button that helps.
type notice struct {
	widget.BaseWidget

	v     *View
	text  string
	lines []*canvas.Text
	reset *parts.Button
}

func newNotice(v *View) *notice {
	n := &notice{v: v}
	n.reset = parts.NewButton(v.host, nil, "", "", func() { v.host.Reset() })
	n.reset.Primary = true
	n.ExtendBaseWidget(n)
	return n
}

func (n *notice) say(text string) {
	n.text = text
	n.reset.Set(n.v.host.T("panes.reset"), "")
	n.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (n *notice) CreateRenderer() fyne.WidgetRenderer { return &noticeRenderer{n} }

type noticeRenderer struct{ n *notice }

func (r *noticeRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *noticeRenderer) Destroy()           {}

func (r *noticeRenderer) Layout(s fyne.Size) {
	n, h := r.n, r.n.v.host
	size := parts.Scaled(h, theme.Body)
	width := min(420*float32(h.State().TextSize), s.Width-2*theme.Space4)
	n.lines = n.lines[:0]
	if width < 1 || n.text == "" {
		return
	}
	measure := func(t string) float32 { return parts.Measure(t, size, false).Width }
	b := n.reset.MinSize()
	line := parts.Measure("Mg", size, false).Height
	words := parts.Wrap(n.text, width, measure)
	y := max((s.Height-line*float32(len(words))-theme.Space3-b.Height)/2, theme.Space2)
	for _, w := range words {
		t := parts.Text(w, size, false, h.Palette().Ink)
		m := t.MinSize()
		t.Resize(m)
		t.Move(fyne.NewPos((s.Width-m.Width)/2, y))
		n.lines = append(n.lines, t)
		y += line
	}
	n.reset.Resize(b)
	n.reset.Move(fyne.NewPos((s.Width-b.Width)/2, y+theme.Space3))
}

func (r *noticeRenderer) Refresh() {
	r.Layout(r.n.Size())
	r.n.reset.Refresh()
	for _, l := range r.n.lines {
		canvas.Refresh(l)
	}
}

func (r *noticeRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.n.reset}
	for _, l := range r.n.lines {
		out = append(out, l)
	}
	return out
}
