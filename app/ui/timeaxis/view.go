// Package timeaxis is the strip under the map: every meeting at its date, the
// time window between ends that a hand can drag, and buttons that walk through
// time. The window has three forms: up to a date, between two, or the days of
// one meeting; drag, step and play follow it.
//
// It keeps nothing: the window and the selected meeting are the store's.
package timeaxis

import (
	"image/color"
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	ftheme "fyne.io/fyne/v2/theme"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/app/ui/theme"
	"c5atlas.org/c5atlas/charts"
)

// View is the time axis. It belongs to the UI goroutine.
type View struct {
	parts.Surface

	scope *host.Scope
	host  *host.Host

	ticks  []scene.Tick
	axis   axis
	xs     []float64
	levels []int

	playing  []moment // what is still to come; nil when it stands
	before   state.SetTime
	stopPlay func()

	hovered  int // tick under the pointer, -1 none
	hints    *host.Hints
	walked   int       // tick that the keys are on, -1 none
	dragFrom time.Time // what the hand took hold of, to shift the window
	dragX    float64
	dragging bool
	held     state.SetTime

	from, to *end
	flat     bool // forms and buttons stand beside each other
	modes    *parts.Choices
	buttons  *fyne.Container
	tip      *parts.Tip

	line, band *canvas.Rectangle
	years      []*canvas.Text
	notches    []*canvas.Rectangle
	dots       []*canvas.Circle
	gaps       []*canvas.Rectangle // across the rings of planned meetings, so that they are dashed
	ring       *canvas.Circle
	frame      *canvas.Rectangle
}

const (
	dot      = 9  // diameter of a meeting's mark
	levels   = 3  // marks stacked above each other
	reach    = 12 // how far the pointer may miss a mark
	sideRoom = 18 // left and right of the axis
)

// New returns a time axis that lives as long as the scope; what it plays ends
// where it is.
func New(scope *host.Scope) *View {
	h := scope.Host
	v := &View{scope: scope, host: h, hovered: -1, walked: -1}
	v.line, v.band = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	v.ring, v.frame = canvas.NewCircle(nil), canvas.NewRectangle(nil)
	v.ring.StrokeWidth, v.frame.StrokeWidth = 2, 2
	v.ring.Hide()
	v.frame.Hide()
	v.from, v.to = newEnd(v, false), newEnd(v, true)
	v.tip = parts.NewTip(h, v.line)
	v.modes, v.buttons = newModes(v), v.newButtons()
	v.OnFocus, v.OnKey = v.focus, v.key
	v.Init(v, h)
	host.Watch(scope, shown, func(state.State) { v.refresh() })
	host.Watch(scope, func(s state.State) string { return s.Meeting }, v.follow)
	host.WatchPreview(scope, func(state.Focus) { v.Refresh() })
	host.WatchData(scope, v.refresh)
	host.WatchHints(scope, func(x *host.Hints) {
		v.hints = x
		v.Refresh()
	})
	return v
}

// shown is the part of a view that the axis shows.
func shown(s state.State) state.State {
	return state.State{View: state.View{Subject: s.Subject, Focus: s.Focus}, Person: s.Person, Layout: state.Layout{Loop: s.Loop, Speed: s.Speed}}
}

// refresh takes over data, language and look.
func (v *View) refresh() {
	h := v.host
	v.ticks = scene.Ticks(h.Room, h.Selection(), h.State())
	if v.hovered >= len(v.ticks) {
		v.hovered = -1
	}
	if v.walked >= len(v.ticks) {
		v.walked = -1
	}
	v.relabel()
	v.Refresh()
}

// window is the time window in the store.
func (v *View) window() state.SetTime {
	s := v.host.Store.State()
	return state.SetTime{From: s.From, To: s.To}
}

func (v *View) setWindow(w state.SetTime) { v.host.Dispatch(w) }

// lineY is where the axis runs, in layout pixels from the top.
func (v *View) lineY() float32 { return theme.Space2 + levels*dot + 1 }

// Least implements parts.Drawn.
func (v *View) Least() fyne.Size {
	label := parts.Measure("2020", parts.Scaled(v.host, theme.Small), false)
	m, b := v.modes.MinSize().Height, v.buttons.MinSize().Height
	hands := m + b + theme.Space2
	if v.flat {
		hands = max(m, b)
	}
	return fyne.NewSize(200, max(v.lineY()+3+label.Height+theme.Space1, hands))
}

// SetFlat puts forms and buttons beside each other, so that the axis is as low as
// it can be, and reports whether they stood otherwise.
func (v *View) SetFlat(on bool) bool {
	if v.flat == on {
		return false
	}
	v.flat = on
	v.Refresh()
	return true
}

// Place implements parts.Drawn: it computes where everything stands.
func (v *View) Place(s fyne.Size) {
	right := float32(sideRoom)
	if !v.host.Present {
		m, b := v.modes.MinSize(), v.buttons.MinSize()
		w := max(m.Width, b.Width)
		if v.flat {
			w = m.Width + theme.Space2 + b.Width
		}
		right += w + theme.Space2
		v.modes.Resize(m)
		v.buttons.Resize(b)
		if edge := s.Width - theme.Space2; v.flat {
			v.modes.Move(fyne.NewPos(edge-w, (s.Height-m.Height)/2))
			v.buttons.Move(fyne.NewPos(edge-b.Width, (s.Height-b.Height)/2))
		} else {
			top := max((s.Height-m.Height-b.Height-theme.Space1)/2, theme.Space1)
			v.modes.Move(fyne.NewPos(edge-(w+m.Width)/2, top))
			v.buttons.Move(fyne.NewPos(edge-(w+b.Width)/2, top+m.Height+theme.Space1/2))
		}
	}
	v.axis = newAxis(v.host.Room, sideRoom, float64(s.Width-sideRoom-right))
	y := v.lineY()
	v.frame.Resize(s.SubtractWidthHeight(2, 2))
	v.frame.Move(fyne.NewPos(1, 1))
	v.line.Resize(fyne.NewSize(float32(v.axis.width), 1))
	v.line.Move(fyne.NewPos(float32(v.axis.left), y))
	from, to := v.axis.span(v.window())
	x0, x1 := float32(v.axis.x(from)), float32(v.axis.x(to))
	v.band.Resize(fyne.NewSize(max(x1-x0, 1), 3))
	v.band.Move(fyne.NewPos(x0, y-1))
	if v.mode() == state.OneMeeting { // a day is less than a pixel
		v.band.Resize(fyne.NewSize(max(x1-x0, 7), 3))
		v.band.Move(fyne.NewPos((x0+x1)/2-v.band.Size().Width/2, y-1))
	}
	v.from.put(x0, y)
	v.to.put(x1, y)
	v.from.Hidden, v.to.Hidden = v.mode() != state.Within, v.mode() == state.OneMeeting
	v.arrangeYears(y)
	v.arrangeDots()
}

func (v *View) arrangeYears(y float32) {
	p, size := v.host.Palette(), parts.Scaled(v.host, theme.Small)
	v.years, v.notches = v.years[:0], v.notches[:0]
	all := v.axis.years()
	if len(all) < 2 {
		return
	}
	perYear := v.axis.width / float64(len(all)-1)
	every := charts.YearStep(perYear, float64(parts.Measure("0000", size, false).Width)*1.35)
	for i, t := range all {
		n := canvas.NewRectangle(p.InkMuted)
		n.Resize(fyne.NewSize(1, 5))
		n.Move(fyne.NewPos(float32(v.axis.x(t)), y))
		v.notches = append(v.notches, n)
		if i == len(all)-1 || t.Year()%every != 0 {
			continue
		}
		label := parts.Text(strconv.Itoa(t.Year()), size, false, p.InkMuted)
		m := label.MinSize()
		label.Resize(m)
		label.Move(fyne.NewPos(float32(v.axis.x(t)+perYear/2)-m.Width/2, y+4))
		v.years = append(v.years, label)
	}
}

func (v *View) arrangeDots() {
	p := v.host.Palette()
	v.xs = v.xs[:0]
	for _, t := range v.ticks {
		v.xs = append(v.xs, v.axis.x(t.At))
	}
	v.levels = swarm(v.xs, dot+1, levels)
	for len(v.dots) < len(v.ticks) {
		v.dots = append(v.dots, canvas.NewCircle(nil))
	}
	v.dots, v.gaps = v.dots[:len(v.ticks)], v.gaps[:0]
	v.ring.Hide()
	hinted := map[string]bool{}
	for _, id := range v.host.Preview().LitMeetings.Codes() {
		hinted[id] = true
	}
	for i, t := range v.ticks {
		d := v.dots[i]
		size := float32(dot - 2)
		ink := p.Ink
		d.FillColor, d.StrokeWidth = ink, 1.5
		if !t.In {
			ink = theme.Fade(p.InkMuted, 0x66)
			d.FillColor = p.Panel
		} else if t.Count == 0 {
			ink = p.InkMuted
			d.FillColor = p.Panel
		}
		switch {
		case t.Selected:
			ink, d.FillColor, size = p.Accent, p.Accent, dot
		case hinted[t.ID], v.hints.Hints(t.ID):
			ink, size = p.Accent, dot
		case t.Muted:
			ink = theme.Dim(ink)
			if d.FillColor != p.Panel {
				d.FillColor = ink
			}
		}
		d.StrokeColor = ink
		c := v.center(i)
		d.Resize(fyne.NewSquareSize(size))
		d.Move(c.SubtractXY(size/2, size/2))
		if t.Planned {
			v.dash(d, c, size)
		}
		if i == v.hovered || (v.Focused() && i == v.walked) {
			r := float32(dot)/2 + 3
			v.ring.StrokeColor = p.Accent
			v.ring.Resize(fyne.NewSquareSize(2 * r))
			v.ring.Move(c.SubtractXY(r, r))
			v.ring.Show()
		}
	}
}

// dash makes a ring of dashes of a mark: empty, with gaps on four sides.
func (v *View) dash(d *canvas.Circle, c fyne.Position, size float32) {
	const gap = 2.4
	ground := v.host.Palette().Panel
	d.FillColor = ground
	for _, s := range []fyne.Size{{Width: gap, Height: size + 1}, {Width: size + 1, Height: gap}} {
		g := canvas.NewRectangle(ground)
		g.Resize(s)
		g.Move(c.SubtractXY(s.Width/2, s.Height/2))
		v.gaps = append(v.gaps, g)
	}
}

// center is the middle of a meeting's mark.
func (v *View) center(i int) fyne.Position {
	return fyne.NewPos(float32(v.xs[i]), v.lineY()-float32(dot)/2-1-float32(v.levels[i])*dot)
}

// tickAt returns the meeting whose mark is nearest to a point, -1 if none is
// near.
func (v *View) tickAt(p fyne.Position) int {
	best, near := -1, float64(reach)
	if p.Y > v.lineY()+reach/2 {
		return -1
	}
	for i := range v.ticks {
		c := v.center(i)
		if d := math.Hypot(float64(c.X-p.X), float64(c.Y-p.Y)); d < near {
			best, near = i, d
		}
	}
	return best
}

// tell shows the words of a meeting above its mark.
func (v *View) tell(i int) {
	if i < 0 || i >= len(v.ticks) {
		v.tip.Hide()
		return
	}
	c := v.center(i)
	v.tip.ShowAbove(v.label(i), fyne.NewPos(c.X, min(c.Y-dot, 0)), v.Size())
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return parts.Draw(v) }

// Paint implements parts.Drawn.
func (v *View) Paint() {
	p := v.host.Palette()
	v.line.FillColor = p.Hairline
	v.band.FillColor = p.Accent
	if v.window() == (state.SetTime{}) {
		v.band.FillColor = theme.Fade(p.Accent, 0x66)
	}
	v.frame.StrokeColor, v.frame.FillColor = p.Accent, color.Transparent
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	out := []fyne.CanvasObject{v.line}
	for _, o := range v.notches {
		out = append(out, o)
	}
	for _, o := range v.years {
		out = append(out, o)
	}
	out = append(out, v.band)
	for _, o := range v.dots {
		out = append(out, o)
	}
	for _, o := range v.gaps {
		out = append(out, o)
	}
	out = append(out, v.ring, v.frame)
	if !v.host.Present {
		out = append(out, v.from, v.to, v.modes, v.buttons)
	}
	return append(out, v.tip)
}

func (v *View) newButtons() *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(0),
		parts.NewButton(v.host, ftheme.MediaSkipPreviousIcon(), "", "", func() { v.Step(-1) }),
		parts.NewButton(v.host, ftheme.MediaPlayIcon(), "", "", v.Play),
		parts.NewButton(v.host, ftheme.MediaSkipNextIcon(), "", "", func() { v.Step(1) }),
		parts.NewButton(v.host, ftheme.MediaReplayIcon(), "", "", v.ToggleLoop),
		parts.NewButton(v.host, nil, "1×", "", func() { v.SetSpeed(1, true) }),
	)
}

// speedSigns are what is written on the button of the speeds.
var speedSigns = map[state.Speed]string{state.Slow: "½×", state.Normal: "1×", state.Fast: "2×"}

// relabel gives the buttons the words of the language.
func (v *View) relabel() {
	play, icon := v.host.T("panes.play"), ftheme.MediaPlayIcon()
	if v.playing != nil {
		play, icon = v.host.T("panes.pause"), ftheme.MediaPauseIcon()
	}
	tips := []string{v.host.T("panes.previousMeeting"), play, v.host.T("panes.nextMeeting"), v.host.T("panes.loop"), v.host.T("panes.speed")}
	if v.mode() == state.Within {
		tips[0], tips[2] = v.host.T("panes.previousPeriod"), v.host.T("panes.nextPeriod")
	}
	for i, o := range v.buttons.Objects {
		b := o.(*parts.Button)
		if i == 1 {
			b.Icon = icon
		}
		b.Tip, b.On = tips[i], i == 3 && v.host.Store.State().Loop
		if i == 4 {
			b.Set(speedSigns[v.host.Store.State().Speed], b.Tip)
		}
		b.Refresh()
	}
	v.showModes()
	v.from.name, v.to.name = v.host.T("panes.windowFrom"), v.host.T("panes.windowTo")
}

var _ fyne.Draggable = (*View)(nil)

// label names the meeting of tick i.
func (v *View) label(i int) string {
	h := v.host
	return scene.TickLabel(h.Room, h.Selection(), h.State(), h.Printer(), v.ticks[i].ID)
}
