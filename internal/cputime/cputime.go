//go:build unix

// Package cputime measures what benchmarks cost a processor.
package cputime

import (
	"syscall"
	"testing"
)

// PerOp reports the processor time of a benchmark's loop, which a busy
// machine lengthens less than the time on the clock, as "cpu-ms/op": call it
// before the loop and the result after.
func PerOp(b *testing.B) (done func()) {
	b.Helper()
	start := spent(b)
	return func() { b.ReportMetric(float64(spent(b)-start)/1e6/float64(b.N), "cpu-ms/op") }
}

func spent(b *testing.B) int64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}
