package charts

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How far ink reaches above and below the baseline, and how far baselines lie
// apart, in ems. Й and Ї reach a little further up than ascent.
const (
	ascent  = 0.80
	descent = 0.22
	leading = 1.25
)

const ellipsis = "…"

// typeSizes are sizes of type in layout pixels.
type typeSizes struct{ title, subtitle, body, small, least float64 }

// sizesFor picks sizes from the scale 12, 14, 16, 20, 28 for a picture's size.
func sizesFor(w, h, scale float64) typeSizes {
	if scale <= 0 {
		scale = 1
	}
	w, h = w/scale, h/scale
	t := typeSizes{20, 14, 14, 12, 12}
	switch {
	case w >= 1400 && h >= 800:
		t = typeSizes{28, 20, 20, 16, 12}
	case w >= 1000 && h >= 600:
		t = typeSizes{28, 16, 16, 14, 12}
	case w < 560 || h < 320:
		t = typeSizes{16, 12, 12, 12, 12}
	}
	return typeSizes{t.title * scale, t.subtitle * scale, t.body * scale, t.small * scale, t.least * scale}
}

// steps returns the sizes from down to the least, to be tried in this order.
func (t typeSizes) steps(from float64) []float64 {
	scale := t.least / 12
	var out []float64
	for _, s := range []float64{28, 20, 16, 14, 12} {
		if s *= scale; s <= from+0.01 {
			out = append(out, s)
		}
	}
	return out
}

// wrap sets s in at most limit lines of this width and reports whether all of
// it fitted. What does not fit ends in an ellipsis.
func (f font) wrap(s string, width float64, limit int) (lines []string, whole bool) {
	s = strings.TrimSpace(s)
	for s != "" && len(lines) < limit {
		if f.width(s) <= width {
			return append(lines, s), true
		}
		cut := f.breakAt(s, width)
		if cut == 0 || len(lines) == limit-1 {
			return append(lines, f.abbreviate(s, width)), false
		}
		lines = append(lines, strings.TrimRightFunc(s[:cut], unicode.IsSpace))
		s = strings.TrimLeftFunc(s[cut:], unicode.IsSpace)
	}
	return lines, s == ""
}

// breakAt returns the last byte at which s may be broken so that what is
// before fits the width, 0 if there is none.
func (f font) breakAt(s string, width float64) int {
	cut := 0
	var used float64
	for i, r := range s {
		if i > 0 {
			prev, _ := utf8.DecodeLastRuneInString(s[:i])
			if mayBreak(prev, r) {
				cut = i
			}
		}
		if r == ' ' {
			used += f.width(" ")
			continue // a space may hang over the edge
		}
		if used += f.width(string(r)); used > width {
			return cut
		}
	}
	return len(s)
}

// mayBreak reports whether a line may end between two letters.
func mayBreak(a, b rune) bool {
	switch {
	case unicode.IsSpace(b) || b == '\u00a0' || a == '\u00a0' || a == '\u202f':
		return false
	case a == ' ' || a == '/' || a == '—':
		return true
	case a == '-' || a == '–' || a == '\u2010':
		return unicode.IsLetter(b)
	}
	return unicode.Is(unicode.Han, a) && !unicode.IsPunct(b)
}

// abbreviate returns s, or as much of it with an ellipsis as fits; "" if not
// even that does.
func (f font) abbreviate(s string, width float64) string {
	if f.width(s) <= width {
		return s
	}
	width -= f.width(ellipsis)
	if width < 0 {
		return ""
	}
	var used float64
	for i, r := range s {
		if used += f.width(string(r)); used > width {
			return strings.TrimRightFunc(s[:i], func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + ellipsis
		}
	}
	return s
}

// label sets a category's name: in full if it fits, else its short form, else
// the longer of them cut.
func (f font) label(c Category, width float64, limit int) (lines []string, whole bool) {
	if lines, whole = f.wrap(c.Label, width, limit); whole || c.Short == "" {
		return lines, whole
	}
	short, fits := f.wrap(c.Short, width, limit)
	return short, fits
}

// widest returns the width of the widest line.
func (f font) widest(lines []string) float64 {
	var w float64
	for _, s := range lines {
		w = max(w, f.width(s))
	}
	return w
}
