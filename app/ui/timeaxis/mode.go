package timeaxis

import (
	"slices"
	"time"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/state"
)

// moment is where a step or a play stops: a time window and, if it is about
// one, a meeting.
type moment struct {
	window  state.SetTime
	meeting string
}

// goTo shows a moment. A whole play is one step of undo.
type goTo moment

// Apply sets the window and selects the meeting. Without one, nothing stays
// selected that the window may not show.
func (m goTo) Apply(s state.State) state.State {
	s = m.window.Apply(s)
	if m.meeting != "" || s.At() != "" {
		s = state.SelectMeeting(m.meeting).Apply(s)
	}
	return s
}

// CoalesceKey makes a play one step of undo.
func (goTo) CoalesceKey() string { return "play" }

func (v *View) mode() state.TimeMode { return v.host.Store.State().TimeMode }

// moments lists, in order of time, what a step leads to and a play shows: up to
// each meeting that the other filters let through, that meeting alone, or
// windows as long as this one.
func (v *View) moments() []moment {
	if v.mode() == state.Within {
		return v.axis.periods(v.window())
	}
	h := v.host
	s := h.State()
	s.From, s.To = "", ""
	var out []moment
	for _, t := range scene.Ticks(h.Room, scene.Select(h.Room.Data, s), s) {
		if t.In {
			w := v.days(t.ID)
			if s.TimeMode == state.UpTo {
				w.From = ""
			}
			out = append(out, moment{w, t.ID})
		}
	}
	return out
}

// days is the time window of a meeting; open if it has no date.
func (v *View) days(id string) state.SetTime {
	m := v.host.Room.Data.Meeting(id)
	if m == nil || m.Date == "" {
		return state.SetTime{}
	}
	if m.DateEnd != "" {
		return state.SetTime{From: m.Date, To: m.DateEnd}
	}
	return state.SetTime{From: m.Date, To: m.Date}
}

// periods are windows as long as w, one after the other over the whole axis,
// so that one begins where w does. If w is open they are years.
func (a axis) periods(w state.SetTime) []moment {
	from, to := a.span(w)
	from, to = month(from), month(to)
	months := 12
	if w != (state.SetTime{}) {
		months = max(monthsBetween(from, to), 1)
	}
	for from.After(a.first) {
		from = from.AddDate(0, -months, 0)
	}
	var out []moment
	for ; from.Before(a.last); from = from.AddDate(0, months, 0) {
		out = append(out, moment{window: a.window(later(from, a.first), from.AddDate(0, months, 0))})
	}
	return out
}

// mostSlides bounds the places of a window that slides, so that a play over
// centuries ends.
const mostSlides = 240

// slide is a window as long as w, month by month from the beginning of the axis to
// its end. If w is open it is a year long.
func (a axis) slide(w state.SetTime) []moment {
	from, to := a.span(w)
	months := 12
	if w != (state.SetTime{}) {
		months = max(monthsBetween(month(from), month(to)), 1)
	}
	last := monthsBetween(a.first, a.last) - months
	step := max(1, last/mostSlides)
	var out []moment
	for k := 0; k <= last; k += step {
		if k+step > last {
			k = last // the end is shown, too
		}
		f := a.first.AddDate(0, k, 0)
		out = append(out, moment{window: a.window(f, f.AddDate(0, months, 0))})
	}
	return out
}

// monthsBetween counts the months from one first of a month to another.
func monthsBetween(a, b time.Time) int {
	return (b.Year()-a.Year())*12 + int(b.Month()-a.Month())
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// now is the index of the moment that the view shows or has passed last, -1 if
// it shows all.
func (v *View) now(all []moment) int {
	s, w := v.host.Store.State(), v.window()
	for i, m := range all {
		if m.meeting != "" && m.meeting == s.At() {
			return i
		}
	}
	at := -1
	from, to := v.axis.span(w)
	for i, m := range all {
		f, t := v.axis.span(m.window)
		if w != (state.SetTime{}) && (s.TimeMode == state.Within && !f.After(month(from)) || s.TimeMode != state.Within && !t.After(to)) {
			at = i
		}
	}
	return at
}

// SetMode changes how the window is set, and the window to one of that form.
func (v *View) SetMode(m state.TimeMode) {
	if m == v.mode() {
		return
	}
	v.Stop()
	s := v.host.Store.State()
	w, meeting := v.window(), s.At()
	switch m {
	case state.UpTo:
		w.From = ""
	case state.Within:
		if s.TimeMode == state.OneMeeting && w.From != "" { // a day is too short to take hold of
			from, _ := v.axis.span(w)
			w = v.axis.window(newYear(from.Year()), newYear(from.Year()+1))
		}
	case state.OneMeeting:
		if v.days(meeting) == (state.SetTime{}) {
			meeting = ""
			if all := v.moments(); s.TimeMode == state.UpTo && len(all) > 0 {
				i := v.now(all)
				if i < 0 {
					i = len(all) - 1
				}
				meeting = all[i].meeting
			} else if i := v.lastIn(); i >= 0 {
				meeting = v.ticks[i].ID
			}
		}
		if meeting == "" {
			return // there is none
		}
		w = v.days(meeting)
	}
	v.host.Dispatch(state.Func(func(s state.State) state.State {
		s.TimeMode, s.From, s.To = m, w.From, w.To
		if meeting != s.Meeting {
			s = state.SelectMeeting(meeting).Apply(s)
		}
		return s
	}))
}

// lastIn is the last meeting shown, -1 if there is none.
func (v *View) lastIn() int {
	for i, t := range slices.Backward(v.ticks) {
		if t.In {
			return i
		}
	}
	return -1
}

// follow keeps the window on the selected meeting, whoever selected it, in the
// mode that shows one.
func (v *View) follow(id string) {
	if w := v.days(id); v.mode() == state.OneMeeting && w != (state.SetTime{}) && !v.host.Present {
		v.host.Store.Amend(w)
	}
}
