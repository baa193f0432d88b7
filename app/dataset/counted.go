package dataset

import (
	"cmp"
	"strings"
)

// countedOrder orders ids as people count: "2" before "10", "a9" before "a10". Runs of
// digits are compared as numbers, anything else byte by byte; of two that count alike,
// "07" and "7", the one that is less as a text comes first.
func countedOrder(a, b string) int {
	same := 0 // bytes at the beginning that are the same, but for digits of a number that goes on
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	if same == len(a) && same == len(b) {
		return 0
	}
	for same > 0 && isDigit(a[same-1]) {
		same--
	}
	x, y := a[same:], b[same:]
	for x != "" && y != "" {
		m, n := digits(x), digits(y)
		if m == 0 || n == 0 {
			if x[0] != y[0] {
				return cmp.Compare(x[0], y[0])
			}
			x, y = x[1:], y[1:]
			continue
		}
		p, q := unpadded(x[:m]), unpadded(y[:n])
		if len(p) != len(q) {
			return len(p) - len(q)
		}
		if c := strings.Compare(p, q); c != 0 {
			return c
		}
		x, y = x[m:], y[n:]
	}
	return cmp.Or(len(x)-len(y), strings.Compare(a, b))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits is how many bytes at the beginning of a text are digits.
func digits(s string) (n int) {
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// unpadded is a number without zeros before it.
func unpadded(s string) string {
	for s != "" && s[0] == '0' {
		s = s[1:]
	}
	return s
}
