//go:build !linux

package cputime

import "time"

var start = time.Now()

// OfThread is the time on the clock where a thread's own is not known.
func OfThread() time.Duration { return time.Since(start) }
