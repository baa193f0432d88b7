package lesson

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/host"
)

// tool is what the pointer is to the class.
type tool int

const (
	noTool    tool = iota
	spotlight      // all is dimmed but a circle round it
	pen            // it draws
	lens           // twice as large under a round glass
)

// kit is what the teacher holds in the hand. None of it is the view's.
type kit struct {
	tool   tool
	spot   scene.Spot // where the pointer was last
	reach  int        // the size of the tool's circle, a place in reaches
	turned float32    // of the wheel, that has not changed the size yet
	aimed  host.Listeners
	ctrl   func() bool // whether the Ctrl key is held
}

// reaches are the radii of the circle, in shares of the height of the scene.
var reaches = []float64{0.06, 0.09, 0.13, 0.18, 0.25, 0.35}

// notch is what a step of the wheel scrolls at the least.
const notch = 8

func newKit() kit {
	return kit{spot: scene.Spot{X: 0.5, Y: 0.5}, reach: slices.Index(reaches, 0.18), ctrl: ctrlHeld}
}

func ctrlHeld() bool {
	return host.Modifiers()&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0
}

// Track calls f whenever the tool has moved or drawn, until the scope closes.
func (s *Show) Track(scope *host.Scope, f func()) { s.aimed.Add(scope, f) }

// take puts a tool into the hand, or away if it is there.
func (s *Show) take(t tool) {
	if s.tool == t {
		t = noTool
	}
	s.lift()
	s.tool = t
	s.uncover()
}

// aim moves the tool.
func (s *Show) aim(at scene.Spot) {
	s.spot = at
	s.moved()
}

func (s *Show) moved() { s.aimed.Tell() }

// grow makes what is in the hand larger or smaller, else type.
func (s *Show) grow(by int) {
	if s.tool != spotlight && s.tool != lens {
		s.size(by)
		return
	}
	s.reach = min(max(s.reach+by, 0), len(reaches)-1)
	s.change()
}

// wheeled is a turn of the wheel over the scene while a tool is in the hand: with Ctrl
// it sets its size. It reports whether it was.
func (s *Show) wheeled(dy float32) bool {
	if !s.ctrl() {
		return false
	}
	s.turned += dy
	if math.Abs(float64(s.turned)) >= notch {
		by := 1
		if s.turned < 0 {
			by = -1
		}
		s.turned = 0
		s.grow(by)
	}
	return true
}
