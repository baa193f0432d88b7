package app

import (
	"runtime/debug"
	"testing"
)

// A start spends memory, and gives the old measure back once; who asked for another by
// GOGC keeps it.
func TestLavish(t *testing.T) {
	was := debug.SetGCPercent(80)
	defer debug.SetGCPercent(was)
	now := func() int {
		p := debug.SetGCPercent(100)
		debug.SetGCPercent(p)
		return p
	}
	done := lavish()
	if now() != plenty {
		t.Errorf("garbage is collected at %d", now())
	}
	done()
	debug.SetGCPercent(90)
	if done(); now() != 90 {
		t.Errorf("%d came back twice", now())
	}
	for _, asked := range []int{-1, 2 * plenty} {
		debug.SetGCPercent(asked)
		done := lavish()
		if now() != asked {
			t.Errorf("asked for %d, got %d", asked, now())
		}
		if done(); now() != asked {
			t.Errorf("asked for %d, left %d", asked, now())
		}
	}
}
