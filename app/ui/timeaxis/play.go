package timeaxis

import (
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/state"
)

// beat is the time between two moments of a play, slide that between two places
// of a window that slides.
const (
	beat  = 1500 * time.Millisecond
	slide = 250 * time.Millisecond
)

// pace is the time between two moments at the speed that is set.
func (v *View) pace() time.Duration {
	d := beat
	if v.mode() == state.Within {
		d = slide
	}
	switch v.host.Store.State().Speed {
	case state.Slow:
		return 2 * d
	case state.Fast:
		return d / 2
	}
	return d
}

// Play shows the moments one after the other, from the present one on; at the
// end, or with all of time in view, from the first. If it plays already, it
// stops where it is.
func (v *View) Play() {
	if v.playing != nil {
		v.Stop()
		return
	}
	all := v.past()
	if len(all) == 0 {
		return
	}
	v.playing, v.before = all, v.window()
	if i := v.now(all); i >= 0 && i+1 < len(all) && v.window() != (state.SetTime{}) {
		v.playing = all[i+1:]
	}
	v.host.Store.Break()
	v.beat()
}

// past is the moments of a play: those of steps without meetings that are still
// planned, or a window that slides.
func (v *View) past() []moment {
	if v.mode() == state.Within {
		return v.axis.slide(v.window())
	}
	return slices.DeleteFunc(v.moments(), func(m moment) bool {
		x := v.host.Room.Data.Meeting(m.meeting)
		return x != nil && x.Planned
	})
}

// beat shows the next moment and sets the clock for the one after it.
func (v *View) beat() {
	m := v.playing[0]
	v.playing = v.playing[1:]
	v.host.SetPlaying(true)
	v.host.Dispatch(goTo(m))
	if len(v.playing) == 0 {
		v.stopPlay = v.scope.After(v.pace(), v.end)
	} else {
		v.stopPlay = v.scope.After(v.pace(), v.beat)
	}
	v.relabel()
}

// end begins anew after the last moment, or gives the window back that was
// there before the play.
func (v *View) end() {
	v.playing, v.stopPlay = nil, nil
	if v.host.Store.State().Loop {
		if v.playing = v.past(); len(v.playing) > 0 {
			v.beat()
			return
		}
	}
	switch v.mode() {
	case state.UpTo:
		v.host.Dispatch(state.Func(state.SetTime{}.Apply))
	case state.Within:
		v.host.Dispatch(state.Func(v.before.Apply))
	}
	v.host.SetPlaying(false)
	v.host.Store.Break()
	v.relabel()
}

// Stop ends a play where it is.
func (v *View) Stop() {
	if v.stopPlay == nil {
		return
	}
	v.stopPlay()
	v.playing, v.stopPlay = nil, nil
	v.host.SetPlaying(false)
	v.host.Store.Break()
	v.relabel()
}

// Step leads to the next moment or the one before.
func (v *View) Step(by int) {
	v.Stop()
	all := v.moments()
	n := len(all)
	if n == 0 {
		return
	}
	i := v.now(all)
	switch {
	case i < 0 && by < 0:
		i = n - 1
	case i < 0:
		i = 0
	default:
		i += by
	}
	if v.host.Store.State().Loop {
		i = (i + n) % n
	}
	if i >= 0 && i < n {
		v.host.Store.Break() // each step is one of undo
		v.host.Dispatch(goTo(all[i]))
		v.host.Store.Break()
	}
}

// ToggleLoop has a play begin anew at its end, or not.
func (v *View) ToggleLoop() {
	v.host.Dispatch(state.Func(func(s state.State) state.State { s.Loop = !s.Loop; return s }))
}

// SetSpeed makes a play by so many steps faster, or slower; past the fastest comes
// the slowest if it goes round.
func (v *View) SetSpeed(by int, round bool) {
	all := state.Speeds()
	i := slices.Index(all, v.host.Store.State().Speed) + by
	if round {
		i = (i + len(all)) % len(all)
	}
	speed := all[min(max(i, 0), len(all)-1)]
	v.host.Dispatch(state.Func(func(s state.State) state.State { s.Speed = speed; return s }))
}
