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
	looks      []look         // of the ticks
	marks      *canvas.Raster // all of them
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
	v.marks = canvas.NewRaster(v.picture)
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
	out = append(out, v.band, v.marks, v.ring, v.frame)
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
