package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// divider is a hairline between two panes that can be dragged. A double click
// puts it back.
type divider struct {
	parts.Hover

	h       *host.Host
	upright bool
	drag    func(fyne.Delta)
	reset   func()
	line    *canvas.Rectangle
	held    bool
}

var (
	_ fyne.Draggable      = (*divider)(nil)
	_ fyne.DoubleTappable = (*divider)(nil)
)

func newDivider(h *host.Host, upright bool, drag func(fyne.Delta), reset func()) *divider {
	d := &divider{h: h, upright: upright, drag: drag, reset: reset, line: parts.Hairline(h)}
	d.Pointer = desktop.VResizeCursor
	if upright {
		d.Pointer = desktop.HResizeCursor
	}
	d.Init(d, h)
	return d
}

// Dragged moves the divider.
func (d *divider) Dragged(ev *fyne.DragEvent) { d.held = true; d.drag(ev.Dragged) }

// DragEnd lets go.
func (d *divider) DragEnd() { d.held = false; d.Refresh() }

// DoubleTapped puts the divider where it was at first.
func (d *divider) DoubleTapped(*fyne.PointEvent) { d.reset() }

// CreateRenderer is for Fyne.
func (d *divider) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(d) }

// Least implements parts.Drawn.
func (d *divider) Least() fyne.Size { return fyne.NewSize(1, 1) }

// Place implements parts.Drawn.
func (d *divider) Place(size fyne.Size) {
	thick := float32(1)
	if d.Hovered() || d.held {
		thick = 3
	}
	if d.upright {
		d.line.Move(fyne.NewPos((grip-thick)/2, 0))
		d.line.Resize(fyne.NewSize(thick, size.Height))
	} else {
		d.line.Move(fyne.NewPos(0, (grip-thick)/2))
		d.line.Resize(fyne.NewSize(size.Width, thick))
	}
}

// Paint implements parts.Drawn.
func (d *divider) Paint() {
	p := d.h.Palette()
	d.line.FillColor = p.Hairline
	if d.Hovered() || d.held {
		d.line.FillColor = p.Accent
	}
}

// Pieces implements parts.Drawn.
func (d *divider) Pieces() []fyne.CanvasObject { return []fyne.CanvasObject{d.line} }
