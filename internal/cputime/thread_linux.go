package cputime

import (
	"syscall"
	"time"
)

// rusageThread is RUSAGE_THREAD, which package syscall does not name.
const rusageThread = 1

// OfThread is the processor time that the thread has spent. A goroutine that is
// locked to its thread learns from it how long it was busy itself, whatever the
// machine did beside.
func OfThread() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(rusageThread, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
