package charts

import (
	"image/color"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"c5atlas.org/c5atlas/internal/draw/text"
)

// The room that a line has above and below its baseline, and how far baselines lie
// apart, in ems. Ascenders fit into it; a mark on a capital, as in Й, reaches above
// it into the gap between lines, which is wide enough.
const (
	ascent  = 0.80
	descent = 0.22
	leading = 1.25
)

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

// font is how a line of text is set; size in layout pixels. Without a face it has
// no width and sets nothing.
type font struct {
	face *text.Face
	size float64
	ink  color.NRGBA
}

func (f font) in(c color.NRGBA) font { f.ink = c; return f }

func (f font) width(s string) float64 {
	if f.face == nil {
		return 0
	}
	return f.face.Width(s) * f.size
}

// middle is half the height of a capital: a baseline so far below a place has
// figures and capitals in its middle.
func (f font) middle() float64 {
	if f.face == nil {
		return 0
	}
	return f.face.CapHeight / 2 * f.size
}

// leading is the distance of two baselines.
func (f font) leading() float64 { return f.size * leading }

// block returns the height of n lines.
func (f font) block(n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(n-1)*f.leading() + f.size*(ascent+descent)
}

// wrap sets s in at most limit lines of this width and reports whether all of
// it fitted. What does not fit ends in an ellipsis.
func (f font) wrap(s string, width float64, limit int) (lines []string, whole bool) {
	if f.face == nil {
		return nil, true
	}
	return f.face.Wrap(s, width/f.size, limit)
}

// prose is wrap for running text: what does not fit ends at the end of a word, not at a
// short one or a number, which would look cut, and in its sentence.
func (f font) prose(s string, width float64, limit int) (lines []string, whole bool) {
	lines, whole = f.wrap(s, width, limit)
	n := len(lines)
	if whole || n == 0 {
		return lines, whole
	}
	kept, cut := strings.CutSuffix(lines[n-1], text.Ellipsis)
	if !cut {
		return lines, whole
	}
	at := 0 // where what is kept ends in s
	for _, line := range append(slices.Clone(lines[:n-1]), kept) {
		at += max(strings.Index(s[at:], line), 0) + len(line)
	}
	word := kept
	if next, _ := utf8.DecodeRuneInString(s[at:]); unicode.IsLetter(next) || unicode.IsDigit(next) {
		word = lastWord.ReplaceAllString(kept, "")
	}
	for _, end := range []string{trailing.ReplaceAllString(word, ""), word} {
		if end = strings.TrimSpace(end); end != "" && !strings.ContainsAny(end[len(end)-1:], ".!?") {
			lines = slices.Clone(lines)
			lines[n-1] = strings.TrimRightFunc(end, unicode.IsPunct) + text.Ellipsis
			break
		}
	}
	return lines, false
}

// lastWord is the last word of a line, of which a part may be missing, and trailing the
// short words and numbers at the end of one.
var lastWord, trailing = regexp.MustCompile(`\S+$`), regexp.MustCompile(`(?:\s(?:\p{L}{1,3}|\d+),?)*\s*$`)

// titled is wrap for a title: its lines are about equal.
func (f font) titled(s string, width float64, limit int) []string {
	return f.full(s, width, limit, 0.8)
}

// settled is wrap for running text: no word stands alone in its last line.
func (f font) settled(s string, width float64, limit int) []string {
	return f.full(s, width, limit, 0.2)
}

func (f font) full(s string, width float64, limit int, least float64) []string {
	if f.face == nil {
		return nil
	}
	lines, whole := f.face.WrapFull(s, width/f.size, limit, least)
	if !whole {
		lines, _ = f.prose(s, width, limit)
	}
	return lines
}

// abbreviate returns s, or as much of it with an ellipsis as fits; "" if not
// even that does.
func (f font) abbreviate(s string, width float64) string {
	if f.face == nil {
		return ""
	}
	return f.face.Cut(s, width/f.size)
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
