package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
)

// badge counts at the foot of the window what was found in the data: faults on a
// full disk with an exclamation mark, or, without any, notes on a ring with an i.
// A press opens the list.
type badge struct {
	parts.Surface

	h             *host.Host
	faults, notes int
	back          *canvas.Rectangle
	disk          *parts.Disk
	words         *canvas.Text
}

func newBadge(h *host.Host, open func()) *badge {
	b := &badge{h: h, back: parts.Box(nil), disk: parts.NewDisk(h), words: canvas.NewText("", nil)}
	b.OnTap = open
	b.Init(b, h)
	b.Hide()
	return b
}

// set takes the counts; without any there is no badge.
func (b *badge) set(faults, notes int) {
	b.faults, b.notes = faults, notes
	parts.SetShown(b, faults+notes > 0)
	b.Refresh()
}

// CreateRenderer is for Fyne.
func (b *badge) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(b) }

// Least implements parts.Drawn.
func (b *badge) Least() fyne.Size {
	m := b.words.MinSize()
	return fyne.NewSize(m.Width+m.Height+theme.Space1+2*theme.Space2, m.Height+theme.Space1)
}

// Place implements parts.Drawn.
func (b *badge) Place(size fyne.Size) {
	b.back.Resize(size)
	m := b.words.MinSize()
	side := m.Height
	b.disk.Move(fyne.NewPos(theme.Space2, (size.Height-side)/2))
	b.disk.Resize(fyne.NewSize(side, side))
	b.words.Move(fyne.NewPos(theme.Space2+side+theme.Space1, (size.Height-m.Height)/2))
	b.words.Resize(m)
}

// Paint implements parts.Drawn.
func (b *badge) Paint() {
	p, pr := b.h.Palette(), b.h.Printer()
	size := parts.Scaled(b.h, theme.Small)
	b.words.TextSize, b.words.TextStyle.Bold = size, b.faults > 0
	if b.faults > 0 {
		b.disk.Set(parts.CueFault)
		b.words.Text, b.words.Color = pr.N("shell.findingsFaults", b.faults), p.Warning
	} else {
		b.disk.Set(parts.CueNote)
		b.words.Text, b.words.Color = pr.N("shell.findingsNotes", b.notes), p.InkMuted
	}
	b.Tip = pr.T("shell.findingsTip")
	b.back.FillColor, b.back.StrokeColor, b.back.StrokeWidth = nil, p.Accent, 0
	if b.Hovered() {
		b.back.FillColor = p.Hover
	}
	if b.Focused() && !b.Grabbed() {
		b.back.StrokeWidth = 2
	}
}

// Pieces implements parts.Drawn.
func (b *badge) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{b.back, b.disk, b.words}
}
