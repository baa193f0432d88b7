// Package host is what every view of the window needs of its surroundings: the
// store, the shared data, the language and the look. It holds no choice of a
// person; those are all in the store's State.
//
// All of it belongs to the UI goroutine, except [Host.Do] and [Host.Context]. A
// view gets a [Scope], which is a host with an end.
package host

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/sirupsen/logrus"

	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// Host is what all views share. Store, Room, Log, Do and Context must be set;
// views read the rest through methods. Room changes ([Host.SetData]): who works
// on another goroutine takes it along.
type Host struct {
	Store *state.Store
	Room  *scene.Room
	// Deck is the lesson that was opened, in the words of a language; nil: the
	// meetings in order of time.
	Deck func(*i18n.Printer) []scene.Step
	Log  logrus.FieldLogger
	// Do runs a function on the UI goroutine: fyne.Do in the program, a queue
	// in tests.
	Do func(func())
	// Context ends when the program does. No goroutine outlives it.
	Context context.Context
	// Timer runs a function on the UI goroutine when a time has passed, unless
	// it is stopped before; nil is the clock on the wall. Tests turn their own.
	Timer func(d time.Duration, f func()) (stop func())
	// Hold waits, on the goroutine of a worker, before each piece of work until it may
	// begin or is wanted no more; nil lets it begin. Tests hold back what they do not
	// look at.
	Hold func(context.Context)
	// Tell, Tip, Key, Rune and See belong to the window. They may be nil; views call
	// the methods Say, Hint, PassKey, PassRune and Reached.
	Tell func(text string)
	// Shift reports whether the Shift key is held; nil is the keyboard. Tests hold
	// their own.
	Shift func() bool
	Tip   func(text string, over fyne.CanvasObject)
	Key   func(*fyne.KeyEvent)
	Rune  func(rune)
	See   func(fyne.CanvasObject)
	// Present reports that this host belongs to a lesson: a view then leaves
	// out its buttons, tabs and hints, opens no menu and takes no keys.
	Present bool
	// Hand is what a lesson makes of the pointer; nil outside of one, and where a
	// view is only looked at.
	Hand Hand
	// Words are what a lesson's scene says beside its views, which they need not say
	// again; nil outside of one.
	Words func() string

	scale  float64
	common *common
}

// Hand hears what the pointer does over a view of a lesson. Most of it turns to
// another scene.
type Hand interface {
	// Click is a click at a place of the window, on a mark or beside all marks. It
	// reports whether the lesson took it; else the view lights the mark.
	Click(at fyne.Position, mark bool) bool
	// Point is a click at a place of a map, in degrees, before all else. It reports
	// whether the lesson was asking for a place.
	Point(lon, lat float64) bool
	// Button is a press of another button than the first.
	Button(b desktop.MouseButton)
	// Wheel is a turn of the wheel, unless Control is held: then the view has it.
	Wheel(dy float32)
}

// Clicked hands a click over a view to the lesson that it is in, and reports
// whether that is all there is to do.
func (h *Host) Clicked(at fyne.Position, mark bool) bool {
	if h.Hand == nil {
		return h.Present
	}
	return h.Hand.Click(at, mark)
}

// Pressed hands a press of another button than the first to the lesson that the
// view is in, and reports whether it is in one.
func (h *Host) Pressed(b desktop.MouseButton) bool {
	if h.Hand != nil && b != desktop.MouseButtonPrimary {
		h.Hand.Button(b)
	}
	return h.Present
}

// common is what a host shares with those made from it.
type common struct {
	dark     bool // the desktop's look
	playing  bool // through time
	watchers Listeners

	selKey  selKey
	sel     *scene.Selection
	palKey  state.Theme
	palette *scene.Palette

	preview    state.Focus // what the pointer is on
	previewers Listeners
	renewers   Listeners // of the data
}

// Watchers counts those that follow the host, in whatever scope: its view, what the
// pointer is on or the data. Each that follows the view watches the store, too.
func (h *Host) Watchers() int {
	c := h.shared()
	return c.watchers.Len() + c.previewers.Len() + c.renewers.Len()
}

func (h *Host) shared() *common {
	if h.common == nil {
		h.common = &common{}
	}
	return h.common
}

// State returns the view as it is shown: the store's, with the theme System
// resolved to Light or Dark and the size of type multiplied by the host's
// scale. What a person chose is in Store.State.
func (h *Host) State() state.State { return h.shown(h.Store.State()) }

func (h *Host) shown(s state.State) state.State {
	if s.Theme == state.System {
		s.Theme = state.Light
		if h.shared().dark {
			s.Theme = state.Dark
		}
	}
	if h.scale > 0 {
		s.TextSize = h.scale
	}
	return s
}

// Dispatch applies an action to the store.
func (h *Host) Dispatch(a state.Action) {
	if a != nil {
		h.Store.Dispatch(a)
	}
}

// selKey is the part of a view that a selection depends on.
type selKey struct {
	state.Subject
	lit state.Focus
}

// Selection returns the statements that the filters leave. It is computed once
// per change of a filter or of what is lit, and must not be modified.
func (h *Host) Selection() *scene.Selection {
	c, s := h.shared(), h.Store.State()
	key := selKey{s.Subject, s.Focus}
	key.lit.Meeting, key.lit.Document, key.lit.Statement, key.lit.Page = "", "", "", ""
	if c.sel == nil || c.selKey != key {
		c.selKey, c.sel = key, scene.Select(h.Room.Data, h.Store.State())
	}
	return c.sel
}

// Filtered reports whether the view filters otherwise than the opening one.
func (h *Host) Filtered() bool {
	return h.Store.State().Filtered(h.Room.Opening().Subject)
}

// Reset returns to the opening filters, with nothing selected.
func (h *Host) Reset() { h.Dispatch(state.Reset{To: h.Room.Opening().Subject}) }

// Printer returns the texts of the chosen language, with names in the second one.
func (h *Host) Printer() *i18n.Printer {
	s := h.Store.State()
	return i18n.With(s.Lang, s.SecondLang)
}

// T returns a text of the chosen language.
func (h *Host) T(key string, args ...i18n.Args) string { return h.Printer().T(key, args...) }

// Palette returns the colours of the look that is shown. It must not be
// modified.
func (h *Host) Palette() *scene.Palette {
	c, theme := h.shared(), h.State().Theme
	if c.palette == nil || c.palKey != theme {
		c.palKey, c.palette = theme, scene.PaletteFor(theme)
	}
	return c.palette
}

// Say shows one sentence in the window's status line for a few seconds.
func (h *Host) Say(text string) {
	if h.Tell != nil {
		h.Tell(text)
	}
}

// Hint shows words beside the object after a short rest of the pointer; ""
// takes them away.
func (h *Host) Hint(text string, over fyne.CanvasObject) {
	if h.Tip != nil {
		h.Tip(text, over)
	}
}

// ShiftHeld reports whether a person holds the Shift key.
func (h *Host) ShiftHeld() bool {
	if h.Shift != nil {
		return h.Shift()
	}
	return Modifiers()&fyne.KeyModifierShift != 0
}

// Modifiers are the keys such as Shift and Ctrl that a person holds; none where
// there is no keyboard.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// LetGo lets go of what is lit, and reports whether anything was.
func (h *Host) LetGo() bool {
	lit := h.Store.State().Lights()
	if lit {
		h.Dispatch(state.LetGo{})
	}
	return lit
}

// PassKey hands a key that a focused view has no use for to the window: the
// canvas itself hears no key while something has the focus.
func (h *Host) PassKey(ev *fyne.KeyEvent) {
	if h.Key != nil {
		h.Key(ev)
	}
}

// PassRune hands a typed character that a focused view has no use for to the
// window.
func (h *Host) PassRune(r rune) {
	if h.Rune != nil {
		h.Rune(r)
	}
}

// Reached has what the keys have come to brought into sight.
func (h *Host) Reached(o fyne.CanvasObject) {
	if h.See != nil {
		h.See(o)
	}
}

// SetDark tells the host what look the desktop has. Watchers of the theme hear
// of it if the person follows the desktop.
func (h *Host) SetDark(dark bool) {
	c := h.shared()
	if c.dark != dark {
		c.dark = dark
		h.look()
	}
}

// Playing reports whether time plays: moments follow each other by themselves.
func (h *Host) Playing() bool { return h.shared().playing }

// SetPlaying says that time plays, or stands. Watchers that read Playing hear of
// it.
func (h *Host) SetPlaying(on bool) {
	if c := h.shared(); c.playing != on {
		c.playing = on
		h.look()
	}
}

// SetScale fixes the factor on type for the views of this host, such as a
// lesson's, that grow with their window. 0 follows the person's choice.
func (h *Host) SetScale(scale float64) {
	if h.scale != scale {
		h.scale = scale
		h.look()
	}
}

func (h *Host) look() { h.shared().watchers.Tell() }
