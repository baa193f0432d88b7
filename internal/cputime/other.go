//go:build !unix

// Package cputime measures what benchmarks and tests cost a processor.
package cputime

import (
	"testing"
	"time"
)

// PerOp reports nothing where processor time is not to be had.
func PerOp(*testing.B) (done func()) { return func() {} }

// Spent is the time on the clock where the processor's is not known.
func Spent(testing.TB) time.Duration { return ofThread() }
