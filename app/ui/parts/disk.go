package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/ui/host"
)

// Cue is what a sentence is about, seen before it is read.
type Cue string

// The signs; the zero one is none.
const (
	CueFault   Cue = "!" // something is wrong: a full disk
	CueNote    Cue = "i" // something to know
	CueNothing Cue = "0" // nothing is left to show
	CueBusy    Cue = "…" // something is under way
)

// Disk is a sign in a round field, as wide as it is high.
type Disk struct {
	widget.BaseWidget

	h     *host.Host
	cue   Cue
	round *canvas.Circle
	glyph *canvas.Text
}

// NewDisk returns a disk without a sign.
func NewDisk(h *host.Host) *Disk {
	d := &Disk{h: h, round: canvas.NewCircle(nil), glyph: canvas.NewText("", nil)}
	d.ExtendBaseWidget(d)
	return d
}

// Set replaces the sign.
func (d *Disk) Set(s Cue) {
	d.cue = s
	d.Refresh()
}

// CreateRenderer is for Fyne.
func (d *Disk) CreateRenderer() fyne.WidgetRenderer { return Draw(d) }

// Least implements Drawn.
func (d *Disk) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Paint implements Drawn.
func (d *Disk) Paint() {
	p := d.h.Palette()
	d.glyph.Text, d.glyph.TextStyle.Bold = string(d.cue), true
	d.round.FillColor, d.round.StrokeColor, d.glyph.Color, d.round.StrokeWidth = nil, p.InkMuted, p.InkMuted, 1.5
	if d.cue == CueFault {
		d.round.FillColor, d.round.StrokeColor, d.glyph.Color = p.Warning, p.Warning, p.Paper
	}
}

// Place implements Drawn. The letter has three fifths of the height.
func (d *Disk) Place(size fyne.Size) {
	side := min(size.Width, size.Height)
	d.round.Resize(fyne.NewSquareSize(side))
	d.glyph.TextSize = side * 0.6
	m := Measure(d.glyph.Text, d.glyph.TextSize, true)
	d.glyph.Resize(m)
	d.glyph.Move(fyne.NewPos((side-m.Width)/2, (side-m.Height)/2))
}

// Pieces implements Drawn.
func (d *Disk) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{d.round, d.glyph} }
