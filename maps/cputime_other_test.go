//go:build !unix

package maps

import "testing"

// cpuPerOp reports nothing where processor time is not to be had.
func cpuPerOp(*testing.B) (done func()) { return func() {} }
