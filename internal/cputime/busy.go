package cputime

import (
	"runtime"
	"time"
)

// Busy does f and returns the processor time that this goroutine spent on it, whatever
// the machine and the other goroutines did beside. f keeps to one thread meanwhile.
func Busy(f func()) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := ofThread()
	f()
	return ofThread() - start
}
