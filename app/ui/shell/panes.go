package shell

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// Widths in layout pixels.
const (
	drawerBelow  = 1100 // a window narrower than this has the documents in a drawer
	documentsMin = 300
	mapMin       = 420
	paneHighMin  = 170
	chartsHigh   = 284 // of the charts, until a person moves the divider: twelve rows with their source and the line below, or twelve upright names
	grip         = 9   // of a divider, the hairline in its middle
)

// panes lays out map over charts at the left and documents at the right, with
// two dividers to drag. In a narrow window the documents are a drawer over the
// right edge.
type panes struct {
	widget.BaseWidget

	h                       *host.Host
	maps, charts, documents fyne.CanvasObject
	notice                  *notice
	across, down            *divider
	sheet, edge             *canvas.Rectangle // of the drawer
	drawer                  bool              // open, in a narrow window
	narrow                  bool
	onNarrow, onDrawer      func(bool)
}

func newPanes(scope *host.Scope, maps, charts, documents fyne.CanvasObject, onNarrow, onDrawer func(bool)) *panes {
	h := scope.Host
	x := &panes{h: h, maps: maps, charts: charts, documents: documents, onNarrow: onNarrow, onDrawer: onDrawer, sheet: canvas.NewRectangle(color.Transparent), edge: canvas.NewRectangle(color.Transparent)}
	x.across = newDivider(h, true, x.dragAcross, func() { x.split(state.Default().SplitMap, 0) })
	x.down = newDivider(h, false, x.dragDown, func() { x.split(0, state.Default().SplitCharts) })
	x.notice = newNotice(scope)
	x.ExtendBaseWidget(x)
	type part struct {
		hideCharts, hideDocuments bool
		splitMap, splitCharts     float64
		textSize                  float64
		theme                     state.Theme
	}
	host.Watch(scope, func(s state.State) part {
		return part{s.HideCharts, s.HideDocuments, s.SplitMap, s.SplitCharts, s.TextSize, s.Theme}
	}, func(part) { x.Refresh() })
	return x
}

func (x *panes) split(across, down float64) {
	x.h.Dispatch(state.Func(func(s state.State) state.State {
		if across > 0 {
			s.SplitMap = min(max(across, 0.1), 0.9)
		}
		if down > 0 {
			s.SplitCharts = min(max(down, 0.1), 0.9)
		}
		return s
	}))
}

func (x *panes) dragAcross(by fyne.Delta) {
	if w := x.Size().Width; w > 0 {
		at := x.clampAcross(x.across.Position().X + grip/2 + by.DX)
		x.split(float64(at/w), 0)
	}
}

func (x *panes) dragDown(by fyne.Delta) {
	if h := x.Size().Height; h > 0 {
		at := x.clampDown(x.down.Position().Y + grip/2 + by.DY)
		x.split(0, float64(at/h))
	}
}

func (x *panes) clampAcross(at float32) float32 {
	return max(min(at, x.Size().Width-documentsMin), mapMin)
}

func (x *panes) clampDown(at float32) float32 {
	return max(min(at, x.Size().Height-paneHighMin), paneHighMin)
}

// above is how much of the height the map has over the charts. Where nobody moved
// the divider, a low window gives the charts more than their share, but no more
// than half.
func (x *panes) above(height float32, s state.State) float32 {
	top := height * float32(s.SplitCharts)
	if s.SplitCharts == state.Default().SplitCharts {
		top = min(top, max(height-parts.Scaled(x.h, chartsHigh), height/2))
	}
	return top
}

// toggleDocuments shows or hides the documents, as a pane or as a drawer.
func (x *panes) toggleDocuments() {
	if x.narrow {
		x.openDrawer(!x.drawer)
		return
	}
	x.h.Dispatch(state.Func(func(s state.State) state.State { s.HideDocuments = !s.HideDocuments; return s }))
}

func (x *panes) toggleCharts() {
	x.h.Dispatch(state.Func(func(s state.State) state.State { s.HideCharts = !s.HideCharts; return s }))
}

// openDrawer opens or closes the drawer and reports whether that changed
// anything.
func (x *panes) openDrawer(open bool) bool {
	if x.drawer == open {
		return false
	}
	x.drawer = open
	x.Refresh()
	x.onDrawer(open)
	return x.narrow
}

// setWidth tells the panes the width of the window before they are laid out:
// the button for the drawer needs room on the bar above.
func (x *panes) setWidth(width float32) {
	if narrow := width < drawerBelow; narrow != x.narrow {
		x.narrow = narrow
		if !narrow {
			x.drawer = false
			x.onDrawer(false)
		}
		x.onNarrow(narrow)
	}
}

// CreateRenderer is for Fyne.
func (x *panes) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// Least implements parts.Drawn.
func (x *panes) Least() fyne.Size { return fyne.NewSize(480, 2*paneHighMin) }

// Place implements parts.Drawn.
func (x *panes) Place(size fyne.Size) {
	s := x.h.Store.State()
	left := size.Width
	documents := !s.HideDocuments
	if x.narrow {
		documents = x.drawer
	} else if documents {
		left = x.clampAcross(size.Width * float32(s.SplitMap))
	}
	top := size.Height
	if !s.HideCharts {
		top = x.clampDown(x.above(size.Height, s))
	}
	parts.SetShown(x.charts, !s.HideCharts)
	parts.SetShown(x.down, !s.HideCharts)
	parts.SetShown(x.documents, documents)
	parts.SetShown(x.across, documents && !x.narrow)
	parts.SetShown(x.sheet, documents && x.narrow)
	parts.SetShown(x.edge, documents && x.narrow)

	x.maps.Resize(fyne.NewSize(left, top))
	x.charts.Move(fyne.NewPos(0, top+1))
	x.charts.Resize(fyne.NewSize(left, size.Height-top-1))
	x.down.Move(fyne.NewPos(0, top-grip/2))
	x.down.Resize(fyne.NewSize(left, grip))
	if x.narrow {
		w := min(size.Width*0.72, max(400, 420*float32(s.TextSize)))
		x.documents.Move(fyne.NewPos(size.Width-w, 0))
		x.documents.Resize(fyne.NewSize(w, size.Height))
		x.sheet.Move(x.documents.Position())
		x.sheet.Resize(x.documents.Size())
		x.edge.Move(fyne.NewPos(size.Width-w-1, 0))
		x.edge.Resize(fyne.NewSize(1, size.Height))
	} else {
		x.documents.Move(fyne.NewPos(left+1, 0))
		x.documents.Resize(fyne.NewSize(size.Width-left-1, size.Height))
		x.across.Move(fyne.NewPos(left-grip/2, 0))
		x.across.Resize(fyne.NewSize(grip, size.Height))
	}
	x.notice.place(left)
}

// Paint implements parts.Drawn.
func (x *panes) Paint() {
	p := x.h.Palette()
	x.sheet.FillColor, x.edge.FillColor = p.Panel, p.Hairline
	x.edge.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x30}, BlurRadius: 12}
	x.across.Repaint()
	x.down.Repaint()
}

// Pieces implements parts.Drawn.
func (x *panes) Pieces() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.maps, x.charts, x.down, x.notice.Notice, x.edge, x.sheet, x.documents, x.across}
}
