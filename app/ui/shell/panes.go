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

// Widths and heights in layout pixels at size of type 1: all but the grip grow
// with the type.
const (
	drawerBelow  = 1100 // a window narrower than this has the documents in a drawer
	foldBelow    = 800  // a window lower than this has the charts in a strip
	flatBelow    = 480  // a window lower than this has all of the time axis in one row
	documentsMin = 300
	mapMin       = 420
	paneHighMin  = 170
	mapHighMin   = 180 // of a map over charts; a lower one says nothing
	chartsHigh   = 284 // of the charts, until a person moves the divider: twelve rows with their source and the line below, or twelve upright names
	grip         = 9   // of a divider, the hairline in its middle
)

// mapShare is the least part of a low window's height that the map keeps over
// the strip, without its time axis.
const mapShare = 0.55

// mapThird is the least part of a window's height that the map keeps over charts
// that are not folded.
const mapThird = 1.0 / 3

// folding is a pane of charts that can be a strip with a line for each chart.
type folding interface {
	// SetFolded makes the pane a strip or a chart; low says that it could be a
	// strip.
	SetFolded(folded, low bool)
	// StripHeight is that of the strip: no more than most, if it can be helped.
	StripHeight(most float32) float32
}

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
	narrow, low             bool
	away                    bool // something else stands in the window
	opening                 bool // the window is: the documents come in its second picture
	window                  fyne.Size
	onNarrow, onDrawer      func(bool)
}

func newPanes(scope *host.Scope, maps, charts, documents fyne.CanvasObject, onNarrow, onDrawer func(bool)) *panes {
	h := scope.Host
	x := &panes{h: h, maps: maps, charts: charts, documents: documents, onNarrow: onNarrow, onDrawer: onDrawer, sheet: canvas.NewRectangle(color.Transparent), edge: canvas.NewRectangle(color.Transparent)}
	x.across = newDivider(h, true, x.dragAcross, func() { x.split(state.Default().SplitMap, 0) })
	x.down = newDivider(h, false, x.dragDown, func() { x.split(0, state.Default().SplitCharts) })
	x.notice = newNotice(scope, func() bool { return x.mapAlone() })
	x.ExtendBaseWidget(x)
	type part struct {
		state.Layout
		textSize float64
		theme    state.Theme
	}
	host.Watch(scope, func(s state.State) part { return part{s.Layout, s.TextSize, s.Theme} }, func(part) {
		x.measure()
		x.notice.follow()
		x.Refresh()
	})
	return x
}

// folded reports whether the charts are a strip.
func (x *panes) folded() bool {
	s := x.h.Store.State()
	return x.low && !s.HideCharts && !s.ShowCharts
}

// mapAlone reports whether no chart is on the screen.
func (x *panes) mapAlone() bool { return x.h.Store.State().HideCharts || x.folded() }

// scaled returns a length as the size of type asks for it.
func (x *panes) scaled(length float32) float32 { return parts.Scaled(x.h, length) }

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
	return max(min(at, x.Size().Width-x.scaled(documentsMin)), x.scaled(mapMin))
}

func (x *panes) clampDown(at float32) float32 {
	least := min(x.scaled(paneHighMin), x.Size().Height/2)
	return max(min(at, x.Size().Height-least), least)
}

// above is how much of the height the map has over the charts. Where nobody moved
// the divider, a low window gives the charts more than their share, but no more
// than half, and leaves the map a third of the window without its time axis.
func (x *panes) above(height float32, s state.State) float32 {
	top := height * float32(s.SplitCharts)
	if s.SplitCharts == state.Default().SplitCharts {
		top = min(top, max(height-x.scaled(chartsHigh), height/2))
		if m, ok := x.maps.(*mapPane); ok {
			top = max(top, x.window.Height*mapThird+m.foot())
		}
	}
	return top
}

// wholeMap is a height for map and axis with no sliver of a map: where the charts were
// given so much, or type is so large, that the map is too low, the axis stands over them
// alone.
func (x *panes) wholeMap(top float32) float32 {
	m, ok := x.maps.(*mapPane)
	if !ok {
		return top
	}
	if foot := m.foot(); top-foot < x.scaled(mapHighMin) {
		return foot
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

// toggleCharts shows or hides the charts; in a low window it unfolds and folds
// them.
func (x *panes) toggleCharts() {
	low := x.low
	x.h.Dispatch(state.Func(func(s state.State) state.State {
		if low && !s.HideCharts {
			s.ShowCharts = !s.ShowCharts
		} else {
			s.HideCharts = !s.HideCharts
		}
		return s
	}))
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

// setWindow tells the panes the size of the window before they are laid out:
// the button for the drawer needs room on the bar above.
func (x *panes) setWindow(size fyne.Size) {
	x.window = size
	x.measure()
}

// measure finds out whether the window is narrow or low for its size of type.
func (x *panes) measure() {
	if x.window.IsZero() {
		return
	}
	narrow, low := x.window.Width < x.scaled(drawerBelow), x.window.Height < x.scaled(foldBelow)
	if m, ok := x.maps.(*mapPane); ok {
		m.setFlat(x.window.Height < x.scaled(flatBelow))
	}
	if low != x.low {
		x.low = low
		x.notice.follow()
		x.Refresh()
	}
	if narrow == x.narrow {
		return
	}
	x.narrow = narrow
	if !narrow {
		x.drawer = false
		x.onDrawer(false)
	}
	x.onNarrow(narrow)
	x.Refresh()
}

// overStrip is the least height of map and axis over the strip of charts.
func (x *panes) overStrip() float32 {
	least := mapShare * x.window.Height
	if m, ok := x.maps.(*mapPane); ok {
		least += m.axis.MinSize().Height
	}
	return least
}

// least is how low the panes may be where the charts are, or could be, a strip; in
// a higher window there is room.
func (x *panes) least() float32 {
	strip, ok := x.charts.(folding)
	if !x.low || !ok {
		return 0
	}
	return x.overStrip() + strip.StripHeight(0) + 1
}

// CreateRenderer is for Fyne.
func (x *panes) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(x) }

// opened brings the documents in: their texts take longer to draw than all other texts in
// the window, and the map and the charts are there sooner without them.
func (x *panes) opened() {
	if x.opening {
		x.opening = false
		x.Refresh()
	}
}

// setAway says that something else stands in the window, or that the panes do again:
// nothing is drawn or built meanwhile.
func (x *panes) setAway(on bool) {
	if x.away != on {
		x.away = on
		x.Refresh()
	}
}

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
	folded := x.folded()
	strip, ok := x.charts.(folding)
	if ok {
		strip.SetFolded(folded, x.low)
	}
	switch {
	case s.HideCharts:
	case folded && ok:
		top = size.Height - strip.StripHeight(size.Height-x.overStrip()) - 1
	default:
		top = x.wholeMap(x.clampDown(x.above(size.Height, s)))
	}
	parts.SetShown(x.charts, !s.HideCharts && !x.away)
	parts.SetShown(x.down, !s.HideCharts && !folded)
	parts.SetShown(x.documents, documents && !x.away && !x.opening)
	parts.SetShown(x.across, documents && !x.narrow)
	parts.SetShown(x.sheet, documents && x.narrow)
	parts.SetShown(x.edge, documents && x.narrow)

	if x.away {
		x.maps.Resize(fyne.NewSize(0, 0)) // draws nothing
	} else {
		x.maps.Resize(fyne.NewSize(left, top))
	}
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
