package text

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"c5atlas.org/c5atlas/internal/sorts"
)

// Ellipsis ends what was cut.
const Ellipsis = "…"

// longest is how many bytes a line has, at most. Only one of marks without any
// width comes near.
const longest = 4096

// Width is how long a line is, or is taken to be, in ems; 0 without letters.
func (f *Face) Width(line string) float64 {
	if line == "" {
		return 0
	}
	if w, ok := f.memory.width(line); ok {
		return w
	}
	var w float64
	if turned(line) {
		w = f.Shape(line).Width
	} else {
		for word := range Pieces(line) {
			w += f.Shape(word).Width
		}
	}
	w *= 1 + f.slack
	f.memory.keepWidth(line, w)
	return w
}

// measured is a piece of a text, as [Pieces] has it: where it ends, how long it is,
// and how long without the spaces behind it.
type measured struct {
	pieceEnd
	width, word float64
}

// pieces measures the pieces of a text. Those of a short one are remembered all
// together: the same names are tried in many widths.
func (f *Face) pieces(s string) iter.Seq[measured] {
	return func(yield func(measured) bool) {
		known := f.memory.pieces(s)
		for _, m := range known {
			if !yield(m) {
				return
			}
		}
		if known != nil {
			return
		}
		at := 0
		for piece, must := range Pieces(s) {
			m := f.measure(piece, must)
			at += len(piece)
			m.at = at
			if len(s) <= atOnce {
				known = append(known, m)
			} else if !yield(m) {
				return
			}
		}
		if known == nil {
			return
		}
		f.memory.keepPieces(s, known)
		for _, m := range known {
			if !yield(m) {
				return
			}
		}
	}
}

func (f *Face) measure(piece string, must bool) measured {
	m := measured{pieceEnd{len(piece), must}, f.Width(piece), 0}
	m.word = m.width
	if word := strings.TrimRightFunc(piece, unicode.IsSpace); len(word) < len(piece) {
		m.word = f.Width(word)
	}
	return m
}

// Wrap breaks a text into at most limit lines of this width and reports whether
// all of it fitted. Lines end between words or where the text says so; what has
// no room, and the rest after a word longer than a line, ends in an ellipsis.
// Spaces at the edges are left out. The lines must not be changed.
func (f *Face) Wrap(s string, width float64, limit int) (lines []string, whole bool) {
	if limit <= 0 || len(s) > atOnce {
		return f.wrap(s, width, limit)
	}
	return f.remembered(asked{s, width, limit, 0}, func(s string) ([]string, bool) { return f.wrap(s, width, limit) })
}

// WrapFull is Wrap in as many lines, but the last is as long as least times the
// others, if that is possible: so no word stands alone under a paragraph (a low
// share), and the lines of a title are about equal (a high one).
func (f *Face) WrapFull(s string, width float64, limit int, least float64) (lines []string, whole bool) {
	lines, whole = f.Wrap(s, width, limit)
	if !whole || len(lines) < 2 || len(s) > atOnce {
		return lines, whole
	}
	n := len(lines)
	return f.remembered(asked{s, width, n, least}, func(s string) ([]string, bool) {
		best, share := lines, 0.0
		for w := width; w > width/2; w -= width / 50 {
			narrow, whole := f.wrap(s, w, n)
			if !whole {
				break
			}
			if got := f.Width(narrow[n-1]) / f.longest(narrow); got > share {
				best, share = narrow, got
			}
			if share >= least {
				break
			}
		}
		return best, true
	})
}

// longest is the length of the longest of some lines.
func (f *Face) longest(lines []string) (w float64) {
	for _, line := range lines {
		w = max(w, f.Width(line))
	}
	return w
}

// remembered is what was answered before, or else now.
func (f *Face) remembered(q asked, set func(s string) ([]string, bool)) ([]string, bool) {
	if k, ok := f.memory.answer(q); ok {
		return k.lines, k.whole
	}
	q.text = strings.Clone(q.text) // a part of a text must not hold all of it in memory
	lines, whole := set(q.text)
	f.memory.keepAnswer(q, answer{slices.Clip(lines), whole})
	return slices.Clip(lines), whole
}

// wrap is Wrap without memory of what was asked before, but of the widths.
func (f *Face) wrap(s string, width float64, limit int) (lines []string, whole bool) {
	s = strings.TrimSpace(s)
	lines, whole = f.broken(s, width, limit, false)
	if whole || limit < 2 {
		return lines, whole
	}
	if more, all := f.broken(s, width, limit, true); all || letters(more) > letters(lines) {
		return more, all
	}
	return lines, false
}

// letters is how many bytes some lines hold.
func letters(lines []string) (n int) {
	for _, line := range lines {
		n += len(line)
	}
	return n
}

// broken is wrap, where what clings together may be parted so that more has room.
func (f *Face) broken(s string, width float64, limit int, loose bool) (lines []string, whole bool) {
	for s != "" && len(lines) < limit {
		n := 0
		if len(lines) < limit-1 {
			n = f.line(s, width, loose)
		}
		if n == 0 {
			cut := f.Cut(s, width)
			return append(lines, cut), cut == s
		}
		lines = append(lines, strings.TrimRightFunc(s[:n], unicode.IsSpace))
		s = strings.TrimLeftFunc(s[n:], unicode.IsSpace)
	}
	return lines, s == ""
}

// line is how many bytes of a text make its first line, 0 if not even the first
// piece fits.
func (f *Face) line(s string, width float64, loose bool) int {
	var some [32]int
	ends := some[:0]
	used, end := 0.0, 0
	for piece := range f.pieces(s) {
		if used+piece.word > width || piece.at > longest {
			if end == 0 {
				return f.half(s[:piece.at], width)
			}
			if loose || piece.word > width { // it is parted anyway, and may begin here
				if at := end + f.half(s[end:piece.at], width-used); f.Width(strings.TrimRightFunc(s[:at], unicode.IsSpace)) <= width {
					return at
				}
			}
			break
		}
		used += piece.width
		end = piece.at
		ends = append(ends, end)
		if piece.must {
			break
		}
	}
	// A line with right-to-left words may be longer than its words.
	for n := len(ends); n > 0; n-- {
		if f.Width(strings.TrimRightFunc(s[:ends[n-1]], unicode.IsSpace)) <= width {
			return ends[n-1]
		}
	}
	return 0
}

// half is how many bytes of a piece longer than a line fit one that ends at the
// hyphen or at a space, 0 if none do.
func (f *Face) half(piece string, width float64) int {
	parts := halves(piece)
	for n := len(parts) - 1; n > 0; n-- {
		if line := strings.Join(parts[:n], ""); f.Width(strings.TrimRight(line, " ")) <= width && len(line) <= longest {
			return len(line)
		}
	}
	return 0
}

// Cut returns a line without the spaces at its end, or as much of it with an
// ellipsis as fits; "" if not even that does. No letter loses its marks, and no
// space or sign stands before the ellipsis.
func (f *Face) Cut(line string, width float64) string {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	if turned(line) && f.Width(line) <= width {
		return line
	}
	used, at := 0.0, 0
	for piece := range f.pieces(line) {
		// With its spaces a piece is too long only if something stands behind it.
		if used+piece.width > width || piece.at > longest {
			return f.cutIn(line, at, line[at:piece.at], used, width)
		}
		used += piece.width
		at = piece.at
	}
	return line
}

// cutIn is Cut for a line that fits, with a length of used, up to the piece at
// this byte, and not to its end.
func (f *Face) cutIn(line string, at int, piece string, used, width float64) string {
	dots := f.Width(Ellipsis)
	if dots > width {
		return ""
	}
	if len(line) > atOnce {
		return f.cutAt(line, min(at+f.fitting(piece, width-dots-used), longest), width)
	}
	key := asked{line, width, 0, 0}
	if k, ok := f.memory.answer(key); ok {
		return k.lines[0]
	}
	key.text = strings.Clone(line)
	cut := f.cutAt(key.text, min(at+f.fitting(piece, width-dots-used), longest), width)
	f.memory.keepAnswer(key, answer{[]string{cut}, false})
	return cut
}

// cutAt is Cut for a line of which about so many bytes fit.
func (f *Face) cutAt(line string, stop int, width float64) string {
	var some [64]string
	letters := some[:0]
	end := 0
	for g := range Graphemes(line) {
		letters = append(letters, g)
		if end += len(g); end > stop {
			break
		}
	}
	for _, letter := range slices.Backward(letters) {
		if end < len(line) && end <= longest && !sign(letter) {
			if out := line[:end] + Ellipsis; f.Width(out) <= width {
				return out
			}
		}
		end -= len(letter)
	}
	return Ellipsis
}

// sign reports whether a letter is none, but a space or a sign, which does not
// stand before an ellipsis.
func sign(letter string) bool {
	return !strings.ContainsFunc(letter, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) })
}

// fitting is about how many bytes of a piece fit a width.
func (f *Face) fitting(piece string, width float64) int {
	clusters := f.Shape(piece).Clusters
	if turned(piece) {
		clusters = slices.Clone(clusters)
		sorts.Func(clusters, func(a, b Cluster) int { return a.At - b.At })
	}
	for _, c := range clusters {
		if width -= c.Advance; width < 0 {
			return c.At
		}
	}
	return len(piece)
}
