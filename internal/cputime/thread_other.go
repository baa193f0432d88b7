//go:build !linux

package cputime

import "time"

var start = time.Now()

// ofThread is the time on the clock where a thread's own is not known.
func ofThread() time.Duration { return time.Since(start) }
