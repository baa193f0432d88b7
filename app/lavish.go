package app

import (
	"runtime/debug"
	"sync"
)

// plenty is how many hundredths of what is alive may lie about as garbage while the
// window starts: Go's own hundred would look through all that was just read five times.
const plenty = 400

// lavish has garbage collected seldom until done is called, once or more often. It is for
// a start on the data that ship, whose size is known.
func lavish() (done func()) {
	before := debug.SetGCPercent(plenty)
	if before < 0 || before > plenty { // as the person asks by GOGC
		debug.SetGCPercent(before)
		return func() {}
	}
	return sync.OnceFunc(func() { debug.SetGCPercent(before) })
}
