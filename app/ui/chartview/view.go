// Package chartview is the chart pane: a tab for each chart, a picture that
// charts draws off the UI goroutine, and the same numbers as text. Every mark
// answers to the pointer and to the keys: hovering names it, choosing it
// lights the statements that it stands for, in all panes.
package chartview

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	ftheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/app/work"
)

// View is the chart pane. It belongs to the UI goroutine.
type View struct {
	widget.BaseWidget

	// OnExport, if set, is what the export button does.
	OnExport func()

	scope *host.Scope
	host  *host.Host

	pictures *work.Latest[order, *picture]
	cache    *work.Cache[key, *picture]
	pic      *picture // on the screen; nil before the first
	wanted   key
	stale    bool   // the view has changed while the pane did not show
	slow     func() // stops the sign that a picture or a table takes long

	comparables *work.Latest[order, []scene.Comparables]

	rest func() // stops the wait for the pointer to rest

	plot  *plot
	table *table
	empty *parts.Notice
	reset *parts.Button

	tabs                 *parts.Choices
	strip                []*stripLine // one for each chart, where the pane is folded
	folded, low          bool         // the pane is a strip, could be one
	fold                 *parts.Button
	split, compare, stop *parts.Button
	share, text, export  *parts.Button
	coding               *parts.Button // at the foot; hidden if the data do not say
	caution              *caution      // beside it
	back, rule, progress *canvas.Rectangle
	raster               *canvas.Raster
	hover, ring          *canvas.Rectangle
	frame                *canvas.Rectangle
	tip                  *parts.Tip
}

// cacheBytes is how many bytes of pictures are kept, so that going back to a
// chart shows it at once.
const cacheBytes = 16 << 20

func newCache() *work.Cache[key, *picture] { return work.NewCache[key](cacheBytes, (*picture).bytes) }

// slowAfter is how long a picture may take before the pane says that it is
// working.
const slowAfter = 300 * time.Millisecond

// New returns a chart pane that lives as long as the scope.
func New(scope *host.Scope) *View {
	h := scope.Host
	v := &View{scope: scope, host: h, cache: newCache()}
	v.pictures = host.Latest(scope, draw, v.arrive)
	v.comparables = host.Latest(scope, canCompare, v.offerPairs)
	v.back, v.rule, v.progress = canvas.NewRectangle(color.Transparent), parts.Hairline(h), canvas.NewRectangle(color.Transparent)
	v.raster = canvas.NewRaster(v.screen)
	v.raster.ScaleMode = canvas.ImageScaleFastest
	v.hover, v.ring, v.frame = parts.Box(nil), parts.Box(nil), canvas.NewRectangle(color.Transparent)
	v.hover.CornerRadius, v.ring.CornerRadius = 3, 3
	v.hover.StrokeWidth, v.ring.StrokeWidth, v.frame.StrokeWidth = 1.5, 2.5, 2
	v.tip = parts.NewTip(h, v.back)
	v.plot = newPlot(v)
	v.table = newTable(v)
	v.empty, v.reset = parts.NewNotice(h, false), parts.NewButton(h, nil, "", "", h.Reset)
	v.tabs = parts.NewTabs(h, func(kind string) {
		if v.folded {
			v.unfold(state.ChartKind(kind))
			return
		}
		h.Dispatch(state.SetChart(state.ChartKind(kind)))
	})
	v.split = parts.NewButton(h, nil, "", "", func() {
		v.flip(func(s *state.State) { s.Split, s.Against = !scene.Splitting(h.Room, *s), "" })
	})
	v.compare = parts.NewButton(h, nil, "", "", v.openPairs)
	v.compare.Chevron = true
	v.stop = parts.NewButton(h, ftheme.CancelIcon(), "", "", func() { v.pair(state.Pair{}) })
	v.fold = parts.NewButton(h, ftheme.MoveDownIcon(), "", "", func() { v.flip(func(s *state.State) { s.ShowCharts = false }) })
	v.share = parts.NewButton(h, nil, "%", "", func() { v.flip(func(s *state.State) { s.Share = !s.Share }) })
	v.text = parts.NewButton(h, theme.IconTable, "", "", func() { v.flip(func(s *state.State) { s.Table = !s.Table }) })
	v.export = parts.NewButton(h, ftheme.DownloadIcon(), "", "", func() {
		if v.OnExport != nil {
			v.OnExport()
		}
	})
	v.coding = parts.NewButton(h, nil, "", "", func() { h.Dispatch(state.OpenPage(scene.CodingPage)) })
	v.coding.Foot = true
	v.caution = newCaution(h)
	for _, o := range []fyne.CanvasObject{v.hover, v.ring, v.frame, v.progress, v.empty, v.table, v.fold} {
		o.Hide()
	}
	v.ExtendBaseWidget(v)
	host.Watch(scope, func(s state.State) shown { return shown{charted(s), h.Playing()} }, func(shown) { v.refresh() })
	host.WatchPreview(scope, func(state.Focus) { v.ask() })
	host.WatchData(scope, func() { v.cache = newCache(); v.refresh() }) // pictures keep their data in memory
	return v
}

// shown is what the pane shows: a part of a view, and whether time plays.
type shown struct {
	state.State
	plays bool
}

// charted is the part of a view that the pane shows.
func charted(s state.State) state.State {
	s.Page = ""                            // the reader's
	s.Table = s.Table && !s.Hidden.Panes() // which has all of the numbers
	return state.State{View: state.View{Subject: s.Subject, Focus: s.Focus, Chart: s.Chart}, Person: s.Person, Asking: state.Asking{Hidden: s.Hidden}}
}

// CopyCells puts the cells of the table that are selected on the clipboard, and
// reports whether any are.
func (v *View) CopyCells() bool { return v.table.Visible() && v.table.cells.Copy() }

func (v *View) flip(change func(*state.State)) {
	v.host.Dispatch(state.Func(func(s state.State) state.State { change(&s); return s }))
}

// refresh takes over data, language and look, and asks for a picture of them, unless
// the pane does not show: a lesson that covers it turns to scene after scene.
func (v *View) refresh() {
	if v.stale = !v.Visible(); v.stale {
		v.pictures.Drop()
		v.wanted = key{}
		v.done()
		return
	}
	h, p, s := v.host, v.host.Palette(), v.host.State()
	v.back.FillColor, v.rule.FillColor, v.progress.FillColor = p.Panel, p.Hairline, p.Accent
	v.hover.StrokeColor, v.ring.StrokeColor, v.frame.StrokeColor = p.Ink, p.Accent, p.Accent
	v.hover.FillColor, v.ring.FillColor, v.frame.FillColor = color.Transparent, color.Transparent, color.Transparent
	v.share.Tip = h.T("panes.share")
	v.share.SetOn(s.Share)
	v.text.Tip = h.T("panes.table")
	v.text.SetOn(s.Table)
	v.export.Tip = h.T("panes.exportTip")
	v.coding.Set(h.T("panes.coding"), "")
	parts.SetShown(v.coding, !h.Present && scene.HasPage(h.Room, scene.CodingPage))
	pair := scene.Comparing(h.Room, s)
	v.split.Tip = h.T("panes.splitTip")
	v.split.SetOn(scene.Splitting(h.Room, s))
	v.compare.Tip = h.T("panes.compareTip")
	v.compare.SetOn(pair)
	v.stop.Tip = h.T("panes.compareStop")
	v.fold.Tip = h.T("panes.foldTip")
	kind := scene.SpecOf(s.Kind)
	parts.SetShown(v.split, kind.Split != nil)
	parts.SetShown(v.compare, kind.Compare != nil)
	parts.SetShown(v.stop, pair)
	parts.SetShown(v.share, scene.SpecFor(h.Room, s).Share)
	table := s.Table && !s.Hidden.Panes()
	why := scene.EmptyChart(h.Room, h.Selection(), s, h.Printer())
	if h.Playing() {
		why = "" // the rows stay, and fill again
	}
	v.reset.Set(h.T("panes.reset"), "")
	var helps []*parts.Button
	if len(h.Room.Data.Statements) > 0 { // no filter hides what is not there
		helps = []*parts.Button{v.reset}
	}
	v.empty.Say(parts.CueNothing, why, helps...)
	parts.SetShown(v.empty, why != "")
	parts.SetShown(v.table, why == "" && table)
	parts.SetShown(v.raster, why == "" && !table)
	parts.SetShown(v.plot, why == "" && !table)
	v.plot.unhover()
	if !v.plot.Visible() {
		v.ring.Hide()
	}
	v.table.refresh()
	var tabs []scene.Option
	for _, x := range scene.Specs() {
		tabs = append(tabs, scene.Option{Code: string(x.Kind), Label: x.Label(h.Printer()), On: x.Kind == s.Kind})
	}
	v.tabs.SetItems(tabs)
	parts.SetShown(v.fold, v.low)
	v.fillStrip()
	v.Refresh()
	v.ask()
}

// Show shows the pane as the view now is.
func (v *View) Show() {
	v.BaseWidget.Show()
	if v.stale {
		v.refresh()
	}
}

// screen is the raster's generator. It hears first of a canvas with another
// scale.
func (v *View) screen(w, _ int) image.Image {
	if v.pic != nil && w != v.pic.image.Rect.Dx() {
		v.scope.Do(v.ask)
	}
	if v.pic == nil {
		return image.NewUniform(color.Transparent)
	}
	return v.pic.image
}

// buttons lists the buttons that show, from left to right.
func (v *View) buttons() []*parts.Button {
	var out []*parts.Button
	for _, b := range []*parts.Button{v.split, v.compare, v.stop, v.share, v.text, v.export, v.fold} {
		if b.Visible() {
			out = append(out, b)
		}
	}
	return out
}

// say puts words on the buttons; the briefer, the more of them have a sign
// instead, so that the tabs keep theirs.
func (v *View) say(brief int) {
	split, compare, export := v.host.T("panes.split"), v.host.T("panes.compare"), v.host.T("panes.export")
	v.split.Icon = nil
	if brief > 0 {
		export = ""
	}
	if brief > 1 {
		split, compare, v.split.Icon = "", "⇄", ftheme.GridIcon()
	}
	v.split.Set(split, v.split.Tip)
	v.compare.Set(compare, v.compare.Tip)
	v.export.Set(export, v.export.Tip)
}

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size { return fyne.NewSize(260, 120) }

// headHeight is the height of the row of tabs, which a lesson has not.
func (v *View) headHeight() float32 {
	if v.host.Present {
		return 0
	}
	return v.export.MinSize().Height + theme.Space1
}

// footHeight is the height of the line below the chart, which a lesson has not.
// Data that do not say how they are coded have it too: the caution stands there.
func (v *View) footHeight() float32 {
	if v.host.Present {
		return 0
	}
	return v.coding.MinSize().Height
}

// area is where the chart is drawn.
func (v *View) area() (fyne.Position, fyne.Size) {
	s, top := v.Size(), v.headHeight()+1
	return fyne.NewPos(0, top), fyne.NewSize(s.Width, max(s.Height-top-v.footHeight(), 0))
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Paint implements parts.Drawn: refresh has done it.
func (v *View) Paint() {}

// Place implements parts.Drawn.
func (v *View) Place(s fyne.Size) {
	if v.folded {
		v.placeStrip(s)
		return
	}
	head := v.headHeight()
	v.rule.Resize(fyne.NewSize(s.Width, 1))
	v.rule.Move(fyne.NewPos(0, head))
	v.progress.Resize(fyne.NewSize(s.Width*0.4, 2))
	v.progress.Move(fyne.NewPos(0, head))
	buttons := v.buttons()
	width := func() float32 {
		w := theme.Space1
		for _, b := range buttons {
			w += b.MinSize().Width
		}
		return w
	}
	for brief := range 3 {
		v.say(brief)
		if v.tabs.MinSize().Width+width() <= s.Width {
			break
		}
	}
	left := s.Width - width()
	x := left
	for _, b := range buttons {
		m := b.MinSize()
		b.Resize(m)
		b.Move(fyne.NewPos(x, (head-m.Height)/2))
		x += m.Width
	}
	v.tabs.Resize(fyne.NewSize(min(v.tabs.Most().Width, left), head))
	v.tabs.Move(fyne.NewPos(0, 0))
	at, size := v.area()
	for _, o := range []fyne.CanvasObject{v.plot, v.empty, v.table} {
		o.Move(at)
		o.Resize(size)
	}
	m := v.coding.MinSize()
	v.coding.Resize(m)
	v.coding.Move(fyne.NewPos(s.Width-m.Width-theme.Space1, s.Height-m.Height-1))
	v.placeCaution()
	v.frame.Move(at.AddXY(1, 1))
	v.frame.Resize(size.SubtractWidthHeight(2, 2))
	v.place()
	v.ask()
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	if v.folded {
		return v.stripPieces()
	}
	if v.host.Present {
		return []fyne.CanvasObject{v.back, v.raster, v.hover, v.ring, v.plot, v.table, v.empty, v.progress, v.tip}
	}
	return []fyne.CanvasObject{ // in the order of reading
		v.back, v.raster, v.hover, v.ring, v.rule, v.tabs, v.split, v.compare, v.stop, v.share, v.text, v.export, v.fold,
		v.plot, v.table, v.empty, v.caution, v.coding, v.progress, v.frame, v.tip,
	}
}
