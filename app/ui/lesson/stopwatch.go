package lesson

import (
	"fmt"
	"time"
)

// stopwatch measures how long a lesson takes. Its zero value stands at zero.
type stopwatch struct {
	since time.Time // when it was last started
	spent time.Duration
	on    bool
}

// turn starts the watch, pauses it, and sets it back to zero, in turn.
func (w *stopwatch) turn(now time.Time) {
	switch {
	case w.on:
		w.spent, w.on = w.read(now), false
	case w.spent > 0:
		w.spent = 0
	default:
		w.since, w.on = now, true
	}
}

// pause stops the watch, or lets it go on.
func (w *stopwatch) pause(now time.Time) {
	if w.on {
		w.turn(now)
	} else {
		w.since, w.on = now, true
	}
}

// reset sets it back to zero; a watch that runs runs on.
func (w *stopwatch) reset(now time.Time) { w.since, w.spent = now, 0 }

// read returns what it shows.
func (w *stopwatch) read(now time.Time) time.Duration {
	if w.on {
		return w.spent + now.Sub(w.since)
	}
	return w.spent
}

// clock writes a time as a watch does: 4:05, 1:04:05.
func clock(d time.Duration) string {
	s := int(d / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
