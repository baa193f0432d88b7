package work

import "time"

// After runs f through do when d has passed, unless stop was called before. do
// must run functions one after the other on the goroutine that calls After and
// stop; then f never runs after stop, also when it was already on its way.
func After(do func(func()), d time.Duration, f func()) (stop func()) {
	stopped := false
	t := time.AfterFunc(d, func() {
		do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}
