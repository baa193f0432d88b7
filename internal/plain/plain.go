// Package plain makes text from files fit for a terminal and a log: nothing in
// it steers the screen, starts a line of its own, or changes the direction in
// which the rest is read.
package plain

import (
	"fmt"
	"strings"
	"unicode"
)

// Line returns text as one line: control bytes, line and paragraph ends and
// direction marks are spaces, but tabs stay, and what is not UTF-8 is U+FFFD.
func Line(text string) string {
	return strings.Map(func(r rune) rune {
		if steers(r) && r != '\t' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// JSON returns the JSON document body with every such character, but for those
// between its values, written as an escape: the values stay as they are.
func JSON(body []byte) []byte {
	var b strings.Builder
	for _, r := range string(body) {
		if steers(r) && r > ' ' { // those below are escapes already, or stand between values
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return []byte(b.String())
}

// steers reports whether r does something to a terminal or to the text around
// it instead of being seen.
func steers(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}
