//go:build unix

// Package cputime measures what benchmarks and tests cost a processor.
package cputime

import (
	"syscall"
	"testing"
	"time"
)

// PerOp reports the processor time of a benchmark's loop, which a busy
// machine lengthens less than the time on the clock, as "cpu-ms/op": call it
// before the loop and the result after.
func PerOp(b *testing.B) (done func()) {
	b.Helper()
	start := Spent(b)
	return func() { b.ReportMetric(float64(Spent(b)-start)/1e6/float64(b.N), "cpu-ms/op") }
}

// Spent is the processor time that this process has taken so far.
func Spent(tb testing.TB) time.Duration {
	tb.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
