// Package lesson shows the view as a lesson on a projector, panes and words with
// type that is read from the back of the room, and to its teacher in a window of
// their own. [Show] is the lesson, [View] what the room sees of it.
package lesson

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// Shares of the window's height: text for the far end of a room.
const (
	floorShare = 1.0 / 50 // nothing is smaller
	bodyShare  = 1.0 / 30
	wordsShare = 1.0 / 22 // where there is nothing but words
	titleShare = 1.0 / 18

	leastType = 12 // the smallest type of maps and charts, in layout pixels
)

// View is what the room sees: the panes and words of the scene, and what lies over
// them. It follows the store's scene and belongs to the UI goroutine.
type View struct {
	widget.BaseWidget
	ear

	stage *stage // the panes of the scene
	over  *over

	back, head, rule, line *canvas.Rectangle
	ink                    *ink
	glass                  *glass
	snap                   image.Image       // of the lesson, for the lens
	settle                 func()            // stops what waits to take it anew
	still                  *still            // what a frozen room keeps
	cloth                  *canvas.Rectangle // black or white over all
	title                  *parts.Paragraph
	words                  []*parts.Paragraph // beside the panes, one below the other
	number                 *canvas.Text
	bar, barBack           *canvas.Rectangle // how far the lesson is
	lines                  int               // of the longest title in the lesson, which all titles have the room of
	lined                  lined             // what lines was counted for
}

// lined is what the lines of titles depend on.
type lined struct {
	deck *scene.Step
	size fyne.Size
}

// New returns the room's view of a lesson. The panes are made in its scope when a
// scene first needs them.
func New(s *Show, panes Panes) *View {
	scope, h := s.scope, s.h
	none := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	v := &View{
		stage: newStage(scope, panes),
		back:  none(), head: none(), rule: parts.Hairline(h), line: parts.Hairline(h), cloth: canvas.NewRectangle(color.Black),
		number: canvas.NewText("", color.Black), bar: none(), barBack: none(),
	}
	v.ear = ear{s, v}
	v.over, v.still, v.glass = newOver(scope, s, v.Aspect), newStill(s), newGlass(s, v.plan, true, func() image.Image { return v.snap })
	v.over.pens = newPenCase(h, s)
	v.ink = newInk(s, v.plan)
	v.cloth.Hide()
	v.ExtendBaseWidget(v)
	type part struct {
		lang  string
		theme state.Theme
		step  int
		asks  state.Asking
	}
	host.Watch(scope, func(s state.State) part { return part{s.Lang + " " + s.SecondLang, s.Theme, s.Scene, s.Asking} }, func(part) { v.follow() })
	s.Follow(scope, v.follow)
	host.Watch(scope, func(s state.State) state.Camera { return s.Camera }, func(state.Camera) { v.ink.follow() })
	s.Track(scope, func() { v.glass.track(); v.ink.follow() })
	return v
}

// Aspect is the width of the room's window by its height.
func (v *View) Aspect() float32 {
	if s := v.Size(); s.Height > 0 {
		return s.Width / s.Height
	}
	return 16.0 / 9
}

func (v *View) follow() {
	if v.s.h.Store.State().Scene == 0 {
		return // being left
	}
	if v.s.frozen && v.s.still == nil && v.Size().Height > 0 {
		v.s.still = v.picture()
	}
	v.still.follow()
	x, n, of := v.s.Step()
	v.stage.show(x)
	v.scale()
	v.build(x, n, of)
	v.over.follow(!v.s.twice)
	v.ink.follow()
	v.look()
	v.glass.follow(!v.s.Blank() && !v.s.Frozen())
	v.Refresh()
}

// look has the lens see the lesson as it is, and once more when the panes have settled:
// they draw behind, and the map flies.
func (v *View) look() {
	if v.settle != nil {
		v.settle()
	}
	v.settle = nil
	if v.s.tool != lens || v.Size().Height <= 0 || v.s.Frozen() {
		v.snap = nil
		return
	}
	if v.snap == nil {
		v.snap = v.picture()
	}
	v.settle = v.s.scope.After(lensTime, func() {
		if v.s.tool == lens && !v.s.Frozen() {
			v.snap = v.picture()
			v.glass.track()
		}
	})
}

// lensTime is how long a scene takes to come to rest.
const lensTime = 600 * time.Millisecond

// grown is how much larger type is than it has to be.
func (v *View) grown() float32 { return sizes[v.s.larger] }

// scale gives the panes their size of type.
func (v *View) scale() {
	if h := v.Size().Height; h > 0 {
		v.s.h.SetScale(float64(h*floorShare) / leastType * float64(max(v.grown(), 1)))
	}
}

// shrinks are the shares of its size that type may take where words are long.
var shrinks = [...]float32{1, 0.9, 0.8, 0.7, 0.6}

// build sets the words at the sizes for the window's height; long words make
// the type smaller, never below the floor, and are cut where that is not enough.
func (v *View) build(s scene.Step, n, of int) {
	p, size := v.s.h.Palette(), v.Size()
	v.back.FillColor, v.head.FillColor, v.rule.FillColor, v.line.FillColor = p.Panel, p.Panel, p.Hairline, p.Hairline
	v.bar.FillColor, v.barBack.FillColor = p.Accent, p.Hairline
	v.number.Text = v.s.h.T("shell.stepOf", i18n.Args{"N": n, "Total": of})
	v.number.Color, v.number.TextSize = p.InkMuted, size.Height*floorShare*1.1
	head := size.Height * titleShare
	w := size.Width - 2*v.pad()
	v.count(head, w)
	tall := parts.Measure("Mg", head, true).Height*v.rows() + 1
	for _, shrink := range shrinks {
		v.title = parts.NewParagraph(s.Title, max(head*shrink, size.Height*floorShare), true, p.Ink)
		if v.title.HeightFor(w) <= tall {
			break
		}
	}
	v.title.Cut(w, tall)
	panel := v.panel(size)
	room := float32(panel.Height()) - 2*v.pad()
	if !low(panel) {
		room -= v.number.MinSize().Height + v.pad()
	}
	share := float32(bodyShare)
	if s.Panes == scene.WordsAlone {
		share = wordsShare
	}
	said := v.said(s)
	for {
		for _, shrink := range shrinks {
			v.set(said, max(size.Height*share*shrink*v.grown(), size.Height*floorShare))
			if v.height(panel) <= room || shrink < 0.75 && len(said) > 0 && said[0].lesser {
				break
			}
		}
		if v.height(panel) <= room || len(said) == 0 || !said[0].lesser {
			break
		}
		said = said[1:]
	}
	v.cut(panel, room)
}

// Resize scales all type with the window's height, the map's too.
func (v *View) Resize(size fyne.Size) {
	changed := size != v.Size()
	v.BaseWidget.Resize(size)
	if changed && size.Height > 0 {
		v.follow()
	}
}

// Least implements parts.Drawn: small enough for any projector.
func (v *View) Least() fyne.Size { return fyne.NewSize(320, 240) }

// CreateRenderer is for Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	if v.title == nil {
		v.follow()
	}
	return parts.Draw(v)
}

// Place implements parts.Drawn.
func (v *View) Place(size fyne.Size) {
	panel, band := v.panel(size), v.band(size)
	left, top, width, height := float32(panel.X0), float32(panel.Y0), float32(panel.Width()), float32(panel.Height())
	v.stage.place(v.stage.plan(v.area(size), v.s.whole, size).Panes)
	pad := v.pad()
	v.head.Resize(fyne.NewSize(size.Width, band))
	v.line.Move(fyne.NewPos(0, band-1))
	v.line.Resize(fyne.NewSize(size.Width, 1))
	v.title.Move(fyne.NewPos(pad, whole(pad*0.45)))
	v.title.Resize(fyne.NewSize(size.Width-2*pad, v.title.HeightFor(size.Width-2*pad)))
	v.back.Move(fyne.NewPos(left, top))
	v.back.Resize(fyne.NewSize(width, height))
	v.rule.Move(fyne.NewPos(left, top))
	if left > 0 {
		v.rule.Resize(fyne.NewSize(1, height))
	} else {
		v.rule.Resize(fyne.NewSize(size.Width, 1))
	}
	w := v.column(panel)
	foot := v.number.MinSize()
	y := top + whole(pad*0.8)
	for _, o := range v.words {
		h := whole(o.HeightFor(w))
		o.Move(fyne.NewPos(left+pad, y))
		o.Resize(fyne.NewSize(w, h))
		if o.Text() != "" {
			y += h + whole(pad*0.8)
		}
	}
	v.number.Resize(foot)
	at := left + pad
	if low(panel) {
		at = whole(left + width - pad - foot.Width)
	}
	v.number.Move(fyne.NewPos(at, whole(top+height-foot.Height-pad)))
	_, n, of := v.s.Step()
	thick := whole(max(3, size.Height/180))
	v.barBack.Move(fyne.NewPos(left, top+height-thick))
	v.barBack.Resize(fyne.NewSize(width, thick))
	v.bar.Move(fyne.NewPos(left, top+height-thick))
	v.bar.Resize(fyne.NewSize(width*float32(n)/float32(of), thick))
	v.glass.Resize(size)
	v.ink.raster.Resize(size)
	v.still.Resize(size)
	v.over.place(size, size.Height)
	v.cloth.Resize(size)
}

// Paint implements parts.Drawn.
func (v *View) Paint() {
	for _, o := range v.furniture() {
		parts.SetShown(o, v.s.whole == 0)
	}
	parts.SetShown(v.back, v.s.whole == 0)
	v.cloth.Hidden = v.s.cover == nothing
	v.cloth.FillColor = color.Black
	if v.s.cover == white {
		v.cloth.FillColor = color.White
	}
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	return append(append(append(v.under(), v.glass, v.still), v.over.pieces()...), v.cloth)
}

// under is the lesson itself.
func (v *View) under() []fyne.CanvasObject {
	return append(append(v.stage.pieces(v.back), v.furniture()...), v.ink.raster)
}

// furniture is what stands round the panes.
func (v *View) furniture() []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.head, v.line, v.rule, v.title}
	for _, o := range v.words {
		out = append(out, o)
	}
	return append(out, v.number, v.barBack, v.bar)
}

// Tapped implements fyne.Tappable: a click beside the panes turns to the next
// scene.
func (v *View) Tapped(ev *fyne.PointEvent) { hand{v.s}.Click(ev.AbsolutePosition, false) }

// MouseDown implements desktop.Mouseable.
func (*View) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements desktop.Mouseable.
func (v *View) MouseUp(ev *desktop.MouseEvent) { v.s.h.Pressed(ev.Button) }

// Scrolled implements fyne.Scrollable.
func (v *View) Scrolled(ev *fyne.ScrollEvent) { hand{v.s}.Wheel(ev.Scrolled.DY) }
