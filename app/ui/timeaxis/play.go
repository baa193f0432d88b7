package timeaxis

import (
	"time"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// beat is the time between two meetings of a play.
const beat = 1500 * time.Millisecond

// moment is one step of a play: everything up to a meeting, and the meeting.
type moment struct{ meeting, to string }

// goTo shows a moment. A whole play is one step of undo.
type goTo moment

// Apply closes the window after the meeting and selects it.
func (m goTo) Apply(s state.State) state.State {
	s.To = m.to
	return state.SelectMeeting(m.meeting).Apply(s)
}

// CoalesceKey makes a play one step of undo.
func (goTo) CoalesceKey() string { return "play" }

// Play shows the meetings one after the other, each with everything before
// it. If it plays already, it stops where it is.
func (v *View) Play() {
	if v.playing != nil {
		v.Stop()
		return
	}
	all := v.moments()
	if len(all) == 0 {
		return
	}
	// A play that was stopped goes on; one at its end starts again.
	rest := all
	for i, m := range all {
		if m.meeting == v.host.Store.State().Meeting && i+1 < len(all) && v.window().To != "" {
			rest = all[i+1:]
		}
	}
	v.playing = rest
	v.host.Store.Break()
	v.beat()
}

// moments lists what a play shows: the meetings that the other filters let
// through, from the beginning of the window on.
func (v *View) moments() []moment {
	h := v.host
	s := h.State()
	s.To = ""
	var out []moment
	for _, t := range scene.Ticks(h.Room, scene.Select(h.Room.Data, s), s, h.Printer()) {
		m := h.Room.Data.Meeting(t.ID)
		if !t.In || m.Planned {
			continue
		}
		to := m.Date
		if m.DateEnd != "" {
			to = m.DateEnd
		}
		out = append(out, moment{t.ID, to})
	}
	return out
}

// beat shows the next moment and sets the clock for the one after it.
func (v *View) beat() {
	m := v.playing[0]
	v.playing = v.playing[1:]
	v.host.Dispatch(goTo(m))
	if len(v.playing) == 0 {
		v.stopPlay = v.later(beat, v.end)
	} else {
		v.stopPlay = v.later(beat, v.beat)
	}
	v.relabel()
}

// end opens the window again after the last moment.
func (v *View) end() {
	v.playing, v.stopPlay = nil, nil
	v.host.Dispatch(state.Func(func(s state.State) state.State { s.To = ""; return s }))
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
	v.host.Store.Break()
	v.relabel()
}
