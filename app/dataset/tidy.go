package dataset

import (
	"strings"
)

// tidy trims a cell and drops what could deceive the eye: control characters
// and marks that reorder text.
func tidy(s string) string {
	if !trimmed(s) {
		s = strings.TrimSpace(s)
	}
	if harmless(s) || !strings.ContainsFunc(s, deceptive) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if deceptive(c) {
			return -1
		}
		return c
	}, s)
}

// trimmed reports whether a text begins and ends with a sign of ASCII or a Cyrillic
// letter, so that there is nothing to trim. Of others it says nothing.
func trimmed(s string) bool {
	sign := func(c byte) bool { return c > ' ' && c < 0x7f }
	cyrillic := func(c byte) bool { return c == 0xd0 || c == 0xd1 }
	n := len(s)
	return n == 0 || (sign(s[0]) || cyrillic(s[0])) && (sign(s[n-1]) || n > 1 && cyrillic(s[n-2]))
}

// harmless reports whether a text has nothing but ASCII and Cyrillic letters, of
// which none is deceptive; that is soon said. Of others it says nothing.
func harmless(s string) bool {
	const tops, ones = 0x8080808080808080, 0x0101010101010101
	for ; len(s) >= 8; s = s[8:] { // eight at a time; of a line break or a tab, one by one
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		low := x &^ tops
		sign := (low + 0x60*ones) &^ (low + ones) & tops // 0x20 to 0x7e, but for the top bit
		first := x & (x << 1) & tops                     // 0xc0 and more
		other := (x ^ 0xd0*ones) &^ (tops | ones)        // 0 in the rest of 0xd0 and 0xd1
		if sign|x&tops != tops || first&(other+0x7f*ones) != 0 {
			break
		}
	}
	for i := range len(s) {
		c := s[i]
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c > 0xbf && c != 0xd0 && c != 0xd1 {
			return false
		}
	}
	return true
}

// tidyLine is tidy for one line of at most n characters.
func tidyLine(s string, n int) string {
	if len(s) > 4*n {
		s = s[:4*n]
	}
	s = tidy(strings.Map(func(c rune) rune {
		if c == '\n' || c == '\t' {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(s, "")))
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func deceptive(c rune) bool {
	return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c <= 0x9f || c == 0x2028 || c == 0x2029 ||
		c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c || c == 0xfeff
}
