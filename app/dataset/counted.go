package dataset

import (
	"cmp"
	"strings"
)

// countedOrder orders ids as people count: "2" before "10", "a9" before "a10". Runs of
// digits are compared as numbers, anything else byte by byte; of two that count alike,
// "07" and "7", the one that is less as a text comes first.
func countedOrder(a, b string) int {
	if a == b { // as most are where statements stand by document
		return 0
	}
	x, y := a, b
	for x != "" && y != "" {
		m, n := digits(x), digits(y)
		if m == 0 || n == 0 {
			if x[0] != y[0] {
				return cmp.Compare(x[0], y[0])
			}
			x, y = x[1:], y[1:]
			continue
		}
		p, q := strings.TrimLeft(x[:m], "0"), strings.TrimLeft(y[:n], "0")
		if c := cmp.Or(len(p)-len(q), strings.Compare(p, q)); c != 0 {
			return c
		}
		x, y = x[m:], y[n:]
	}
	return cmp.Or(len(x)-len(y), strings.Compare(a, b))
}

// digits is how many bytes at the beginning of a text are digits.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
