package mapview

import (
	"context"
	"image"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/app/ui/uitest"
)

// rig is a map pane in a window that draws nothing, with a clock and a
// dispatcher that the test works by hand.
type rig struct {
	*View
	t     testing.TB
	in    uitest.Queue
	clk   *manual
	after []func() // what waits for a time to pass
	win   fyne.Window
	mods  fyne.KeyModifier
}

type manual struct {
	tick    func(bool)
	running bool
	time    time.Time
}

func (m *manual) start()         { m.running = true }
func (m *manual) stop()          { m.running = false }
func (m *manual) now() time.Time { return m.time }

func newRig(t testing.TB, change func(*state.State)) *rig {
	t.Helper()
	s := uitest.Opening()
	s.Theme = state.Light
	if change != nil {
		change(&s)
	}
	h, in := uitest.Host(t, s)
	g := &rig{t: t, in: in, clk: &manual{time: time.Unix(1e9, 0)}}
	g.View = New(uitest.Open(t, h))
	g.View.clock = g.clk
	g.clk.tick = g.View.tick
	g.View.mods = func() fyne.KeyModifier { return g.mods }
	h.Timer = func(_ time.Duration, f func()) func() {
		i := len(g.after)
		g.after = append(g.after, f)
		return func() { g.after[i] = nil }
	}
	opening := opened(g.View)
	g.win = uitest.Show(t, g.View, fyne.NewSize(900, 600))
	g.settle()
	opening.Store(false)
	return g
}

// first are the pictures that panes had when they opened: most tests begin with the
// same ones.
var first sync.Map

// opened has a pane take its pictures from those of the tests before while that is so.
func opened(v *View) *atomic.Bool {
	var opening atomic.Bool
	opening.Store(true)
	b := v.buffers
	v.draw = func(ctx context.Context, o order) (*picture, error) {
		if !opening.Load() {
			return b.draw(ctx, o)
		}
		key := o // what was chosen follows from the view, and texts from its language
		key.sel, key.printer, key.stamp = nil, nil, 0
		if p, ok := first.Load(key); ok {
			b.gather(o)
			p := *p.(*picture)
			p.order = o
			return &p, nil
		}
		p, err := b.draw(ctx, o)
		if err == nil {
			kept := *p
			kept.image = image.NewRGBA(p.image.Rect) // the pane draws over its own
			copy(kept.image.Pix, p.image.Pix)
			first.Store(key, &kept)
		}
		return p, err
	}
	return &opening
}

// pass lets the things happen that wait for time.
func (g *rig) pass() {
	after := g.after
	g.after = nil
	for _, f := range after {
		if f != nil {
			f()
		}
	}
}

// frame is one turn of the window's loop.
func (g *rig) frame() { g.turn(time.Second / 60) }

func (g *rig) turn(after time.Duration) {
	g.clk.time = g.clk.time.Add(after)
	g.in.Run()
	if g.clk.running {
		g.clk.tick(false)
	}
}

// settle runs until nothing moves and the last picture has come: with frames so far
// apart that what moves is drawn where it comes to rest, and not on all its way.
func (g *rig) settle() {
	g.t.Helper()
	const rest = time.Second
	deadline := time.Now().Add(2 * time.Minute) // with the race detector, beside other work
	for g.turn(rest); g.moving || g.busy || g.clk.running || g.ordered.view != g.shown; g.turn(rest) {
		if time.Now().After(deadline) {
			g.t.Fatalf("the map does not come to rest: moving %v, busy %v", g.moving, g.busy)
		}
		if g.busy {
			select {
			case f := <-g.in:
				f()
			case <-time.After(time.Second):
			}
		}
	}
}

func (g *rig) state() state.State { return g.host.Store.State() }
