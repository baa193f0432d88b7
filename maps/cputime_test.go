//go:build unix

package maps

import (
	"syscall"
	"testing"
)

// cpuPerOp reports the processor time of a benchmark's loop, which a busy
// machine lengthens less than the time on the clock. Call it before the loop
// and the result after.
func cpuPerOp(b *testing.B) (done func()) {
	b.Helper()
	start := cpuTime(b)
	return func() { b.ReportMetric(float64(cpuTime(b)-start)/1e6/float64(b.N), "cpu-ms/op") }
}

func cpuTime(b *testing.B) int64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}
