package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// clock calls tick once before each frame that the window draws, after the
// frame's mouse and key events, for as long as it runs. A clock that stands
// costs nothing.
type clock interface {
	start()
	stop()
	now() time.Time
}

// frames is the clock of a real window: an animation without an end.
type frames struct {
	tick    func(last bool)
	anim    *fyne.Animation
	running bool
	inStart bool
}

func newFrames(tick func(last bool)) *frames {
	f := &frames{tick: tick}
	f.anim = &fyne.Animation{
		Duration: math.MaxInt64 / 4, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
		// A driver that never animates runs its only tick inside Start.
		Tick: func(float32) {
			if f.running {
				f.tick(f.inStart)
			}
		},
	}
	return f
}

func (f *frames) start() {
	if f.running {
		return
	}
	f.running, f.inStart = true, true
	f.anim.Start()
	f.inStart = false
}

func (f *frames) stop() {
	if f.running {
		f.running = false
		f.anim.Stop()
	}
}

func (f *frames) now() time.Time { return time.Now() }

// swapped calls then, through do, when the window has been painted with what it shows
// now. Fyne ticks before it paints, and serves what other goroutines ask for after
// that. Where nothing is painted, as in tests, it is called at once.
func swapped(do func(func()), then func()) {
	var frame *fyne.Animation
	frame = fyne.NewAnimation(time.Hour, func(done float32) {
		if done == 1 {
			then()
			return
		}
		frame.Stop()
		go do(then)
	})
	frame.Start()
}
