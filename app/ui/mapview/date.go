package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/internal/draw"
)

// date says large, in a corner, up to when or of which time the map counts, where
// that is not all: a play through time is followed on the map itself.
type date struct {
	widget.BaseWidget

	v     *View
	back  *canvas.Rectangle
	words *canvas.Text
	left  bool // it stands at the left
}

func newDate(v *View) *date {
	d := &date{v: v, back: parts.Box(nil), words: canvas.NewText("", nil)}
	d.ExtendBaseWidget(d)
	d.Hide()
	return d
}

// refresh takes over the time, the language and the look.
func (d *date) refresh() {
	h := d.v.host
	s, p := h.State(), h.Printer()
	d.words.Text = p.DateRange(s.From, s.To)
	if s.From == "" || s.From == s.To {
		d.words.Text = p.Date(s.To)
	}
	parts.SetShown(d, d.words.Text != "" && !h.Present)
	d.Resize(d.MinSize())
	d.Refresh()
}

// arrange puts the date into the first corner of a pane of that size where it
// covers neither a state nor the legend, else into the upper left one.
func (d *date) arrange(pane fyne.Size) {
	v, s := d.v, d.MinSize()
	d.Resize(s)
	// As wide as the dates of a play may get, so that it keeps its corner.
	wide := parts.Measure(v.host.Printer().Date("2020-09-30"), d.words.TextSize, true).Width + 2*theme.Space2
	wide = max(wide, s.Width)
	top, right := v.header()+theme.Space1, pane.Width-margin-wide
	foot := pane.Height - v.footer() - s.Height
	if v.pic != nil && v.pic.where.ScaleBar.X1 < float64(right) {
		foot = float32(v.pic.where.Notes.Y0) - theme.Space2 - s.Height
	}
	for i, at := range []fyne.Position{{X: margin, Y: top}, {X: right, Y: foot}, {X: right, Y: top}, {X: margin, Y: top}} {
		box := draw.Box{X0: float64(at.X), Y0: float64(at.Y), X1: float64(at.X + wide), Y1: float64(at.Y + s.Height)}
		hides := v.host.Room.Region().Hides(v.limits.fit, box) || v.pic != nil && box.Overlaps(v.pic.where.Legend)
		if i == 3 || !hides {
			if d.left = at.X == margin; !d.left {
				at.X += wide - s.Width
			}
			d.Move(at)
			return
		}
	}
}

// room is the height that the date takes at the left, with air.
func (d *date) room() float32 {
	if !d.Visible() || !d.left {
		return 0
	}
	return d.MinSize().Height + theme.Space2
}

// CreateRenderer implements fyne.Widget.
func (d *date) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(d) }

// Least implements parts.Drawn.
func (d *date) Least() fyne.Size {
	return d.words.MinSize().AddWidthHeight(2*theme.Space2, theme.Space1)
}

// Place implements parts.Drawn.
func (d *date) Place(s fyne.Size) {
	d.back.Resize(s)
	d.words.Resize(d.words.MinSize())
	d.words.Move(fyne.NewPos(theme.Space2, theme.Space1/2))
}

// Paint implements parts.Drawn.
func (d *date) Paint() {
	p := d.v.host.Palette()
	d.back.FillColor = theme.Fade(p.Raised, 0xCC)
	d.words.TextSize, d.words.Color, d.words.TextStyle.Bold = parts.Scaled(d.v.host, theme.Title), p.InkMuted, true
}

// Pieces implements parts.Drawn.
func (d *date) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{d.back, d.words} }
