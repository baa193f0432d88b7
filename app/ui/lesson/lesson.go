// Package lesson shows the view as a lesson on a projector: map and caption,
// step by step, panes and words with type that is read from the back of the room.
package lesson

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/host"
	"c5atlas.org/c5atlas/app/ui/parts"
	"c5atlas.org/c5atlas/internal/draw"
)

// Shares of the window's height: text for the far end of a room.
const (
	floorShare = 1.0 / 50 // nothing is smaller
	bodyShare  = 1.0 / 30
	wordsShare = 1.0 / 22 // where there is nothing but words
	titleShare = 1.0 / 18
)

// repeatGuard is the shortest time between two steps by a key that a clicker
// held down repeats.
const repeatGuard = 150 * time.Millisecond

// step is a scene of the lesson as an action. All steps of a lesson are one
// step of undo, so that leaving it is one, too.
type step struct{ state.ShowScene }

// CoalesceKey joins the steps.
func (step) CoalesceKey() string { return "lesson" }

// Start is the action that begins the lesson: at its first scene, or, if here
// is set, at the one of the selected meeting.
func Start(h *host.Host, here bool) state.Action {
	deck, at := deckOf(h), 0
	if meeting := h.Store.State().At(); here && meeting != "" {
		at = max(0, slices.IndexFunc(deck, func(s scene.Step) bool { return s.View.Meeting == meeting }))
	}
	return step{state.ShowScene{N: at + 1, View: deck[at].View}}
}

// deckOf is the lesson that was opened, or else the one that every view can be
// taught from. It has at least one scene.
func deckOf(h *host.Host) []scene.Step {
	if h.Deck != nil {
		return h.Deck(h.Printer())
	}
	return scene.Deck(h.Room, h.Store.State(), h.Printer())
}

// View is the lesson. It follows the store's scene and belongs to the UI
// goroutine.
type View struct {
	widget.BaseWidget

	h     *host.Host
	stage *stage // the panes of the scene
	deck  []scene.Step
	blank blank
	moved time.Time // of the last step by a key that may repeat
	now   func() time.Time

	back, rule        *canvas.Rectangle
	cover             *canvas.Rectangle // black or white over all
	title, when, text *parts.Paragraph
	number            *canvas.Text
	bar, barBack      *canvas.Rectangle // how far the lesson is
}

// blank is what covers the room.
type blank int

const (
	nothing blank = iota
	black
	white
)

// New returns the lesson that the store's view is a scene of. The panes are made
// in its scope when a scene first needs them.
func New(scope *host.Scope, panes Panes) *View {
	h := scope.Host
	v := &View{
		h: h, stage: newStage(scope, panes), now: time.Now,
		back: canvas.NewRectangle(color.Transparent), rule: parts.Hairline(h), cover: canvas.NewRectangle(color.Black),
		number: canvas.NewText("", color.Black), bar: canvas.NewRectangle(color.Transparent), barBack: canvas.NewRectangle(color.Transparent),
	}
	v.cover.Hide()
	v.ExtendBaseWidget(v)
	type part struct {
		lang  string
		theme state.Theme
		step  int
	}
	lang := ""
	host.Watch(scope, func(s state.State) part { return part{s.Lang + " " + s.SecondLang, s.Theme, s.Scene} }, func(p part) {
		if p.lang != lang {
			lang = p.lang
			v.deck = deckOf(h)
		}
		v.follow()
	})
	return v
}

// at is the index of the scene that is shown.
func (v *View) at() int { return min(max(v.h.Store.State().Scene-1, 0), len(v.deck)-1) }

// Step returns the scene that is shown, its number from 1, and how many there
// are.
func (v *View) Step() (s scene.Step, n, of int) { return v.deck[v.at()], v.at() + 1, len(v.deck) }

func (v *View) follow() {
	if v.h.Store.State().Scene == 0 {
		return // being left
	}
	s, n, of := v.Step()
	v.stage.show(s)
	v.build(s, n, of)
	v.Refresh()
}

// build sets the words at the sizes for the window's height; long words make
// the type smaller, never below the floor, and are cut where that is not enough.
func (v *View) build(s scene.Step, n, of int) {
	p, size := v.h.Palette(), v.Size()
	v.back.FillColor, v.rule.FillColor = p.Panel, p.Hairline
	v.bar.FillColor, v.barBack.FillColor = p.Accent, p.Hairline
	v.number.Text = v.h.T("shell.stepOf", i18n.Args{"N": n, "Total": of})
	v.number.Color, v.number.TextSize = p.InkMuted, size.Height*floorShare*1.1
	panel := v.panel(size)
	room := float32(panel.Height()) - v.number.MinSize().Height - 3*v.pad()
	for _, shrink := range [...]float32{1, 0.9, 0.8, 0.7, 0.6} {
		share := float32(bodyShare)
		if s.Panes == scene.WordsAlone {
			share = wordsShare
		}
		body := max(size.Height*share*shrink, size.Height*floorShare)
		head := max(size.Height*titleShare*shrink, body)
		v.title = parts.NewParagraph(s.Title, head, true, p.Ink)
		v.when = parts.NewParagraph(s.When, body, false, p.InkMuted)
		v.text = parts.NewParagraph(s.Caption, body, false, p.Ink)
		if v.height(panel) <= room {
			return
		}
	}
	// The first two leave more than half of the room to what is said.
	w := float32(panel.Width()) - 2*v.pad()
	v.title.Cut(w, room/3)
	v.when.Cut(w, room/9)
	v.text.Cut(w, room-v.height(panel)+v.text.HeightFor(w))
}

// panel is where the words stand.
func (v *View) panel(size fyne.Size) draw.Box {
	_, words := v.stage.step.Panes.Arrange(draw.Box{X1: float64(size.Width), Y1: float64(size.Height)})
	return words
}

func (v *View) pad() float32 { return v.Size().Height / 36 }

// height is what the words need in the panel.
func (v *View) height(panel draw.Box) float32 {
	w := float32(panel.Width()) - 2*v.pad()
	return v.title.HeightFor(w) + v.when.HeightFor(w) + v.text.HeightFor(w) + v.pad()*1.2
}

// Resize scales all type with the window's height, the map's too.
func (v *View) Resize(size fyne.Size) {
	changed := size != v.Size()
	v.BaseWidget.Resize(size)
	if changed && size.Height > 0 {
		v.h.SetScale(float64(size.Height*floorShare) / 12) // the map's smallest type is 12
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
	panel := v.panel(size)
	left, top, width, height := float32(panel.X0), float32(panel.Y0), float32(panel.Width()), float32(panel.Height())
	v.stage.place(size)
	v.back.Move(fyne.NewPos(left, top))
	v.back.Resize(fyne.NewSize(width, height))
	v.rule.Move(fyne.NewPos(left, top))
	if left > 0 {
		v.rule.Resize(fyne.NewSize(1, height))
	} else {
		v.rule.Resize(fyne.NewSize(size.Width, 1))
	}
	pad := v.pad()
	w := width - 2*pad
	foot := v.number.MinSize()
	// In a panel beside the panes the words stand a little above its middle.
	y := top + pad
	if spare := height - v.height(panel) - foot.Height - 3*pad; height == size.Height && spare > 0 {
		y += spare * 0.4
	}
	for i, o := range []*parts.Paragraph{v.title, v.when, v.text} {
		h := o.HeightFor(w)
		o.Move(fyne.NewPos(left+pad, y))
		o.Resize(fyne.NewSize(w, h))
		y += h + pad*[...]float32{0.4, 0.8, 0}[i]
	}
	v.number.Resize(foot)
	v.number.Move(fyne.NewPos(left+pad, top+height-foot.Height-pad))
	_, n, of := v.Step()
	thick := max(3, size.Height/180)
	v.barBack.Move(fyne.NewPos(left, top+height-thick))
	v.barBack.Resize(fyne.NewSize(width, thick))
	v.bar.Move(fyne.NewPos(left, top+height-thick))
	v.bar.Resize(fyne.NewSize(width*float32(n)/float32(of), thick))
	v.cover.Resize(size)
}

// Paint implements parts.Drawn.
func (v *View) Paint() {
	v.cover.Hidden = v.blank == nothing
	v.cover.FillColor = color.Black
	if v.blank == white {
		v.cover.FillColor = color.White
	}
}

// Pieces implements parts.Drawn.
func (v *View) Pieces() []fyne.CanvasObject {
	return append(v.stage.pieces(v.back), v.rule, v.title, v.when, v.text, v.number, v.barBack, v.bar, v.cover)
}
