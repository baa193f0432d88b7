package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Run is a line of text as glyphs, from left to right. It must not be changed.
type Run struct {
	Clusters []Cluster
	Width    float64 // where the next letter would stand
	// Rise and Fall are how far ink reaches above and below the base line; both are
	// 0 if there is none, Fall is negative where all of it lies above.
	Rise, Fall float64
}

// Cluster is what cannot be taken apart: a letter with its marks, a ligature.
type Cluster struct {
	Text       string  // the letters it stands for
	At         int     // the byte of the line at which they begin
	X, Advance float64 // where it begins on the line, and how far it takes the pen
	Glyphs     []Glyph
}

// Glyph is a glyph with its origin from the beginning of its cluster.
type Glyph struct {
	ID   ID
	X, Y float64
}

// Shape sets a line. Control characters are set as spaces, a letter that the face
// lacks as its box. A stretch of right-to-left letters is set in its own order,
// the line as a whole from the left.
func (f *Face) Shape(line string) *Run {
	if r := f.memory.run(line); r != nil {
		return r
	}
	line = strings.Clone(line) // a word must not hold a whole text in memory
	r := f.set(line)
	f.memory.keepRun(r, line)
	return r
}

// set is Shape without memory of the line, but of its words.
func (f *Face) set(line string) *Run {
	if turned(line) {
		return f.shape(line)
	}
	var set []*Run
	var sizes []int
	n, at, all := 0, 0, &Run{}
	for word := range Pieces(line) {
		if len(word) == len(line) {
			return f.shape(line)
		}
		w := f.Shape(word)
		set, sizes, n = append(set, w), append(sizes, len(word)), n+len(w.Clusters)
	}
	all.Clusters = make([]Cluster, 0, n)
	for i, w := range set {
		for _, c := range w.Clusters {
			c.X += all.Width
			c.At += at
			all.Clusters = append(all.Clusters, c)
		}
		all.join(w.Width, w.Rise, w.Fall)
		at += sizes[i]
	}
	return all
}

// join adds the lengths of what follows.
func (r *Run) join(width, rise, fall float64) {
	if rise != 0 || fall != 0 {
		if r.Rise == 0 && r.Fall == 0 {
			r.Rise, r.Fall = rise, fall
		}
		r.Rise, r.Fall = max(r.Rise, rise), max(r.Fall, fall)
	}
	r.Width += width
}

// plain is the letter that is drawn for a letter.
func plain(r rune) rune {
	if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
		return ' '
	}
	return r
}

// rightToLeft holds the scripts and signs that turn the direction of a line.
var rightToLeft = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0590, Hi: 0x08FF, Stride: 1},
		{Lo: 0x200F, Hi: 0x200F, Stride: 1},
		{Lo: 0x202B, Hi: 0x202E, Stride: 3},
		{Lo: 0x2067, Hi: 0x2068, Stride: 1},
		{Lo: 0xFB1D, Hi: 0xFDFF, Stride: 1},
		{Lo: 0xFE70, Hi: 0xFEFF, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0x10800, Hi: 0x10FFF, Stride: 1}, {Lo: 0x1E800, Hi: 0x1EFFF, Stride: 1}},
}

// turned reports whether a line must be set as a whole, for its order. One too
// long to be read is not.
func turned(line string) bool {
	const long, first = 4096, 0xD6 // the first byte of U+0580 to U+05BF: all that begins with less comes before
	if len(line) > long {
		return false
	}
	i := 0
	for i < len(line) && line[i] < first {
		i++
	}
	return i < len(line) && strings.ContainsFunc(line, func(r rune) bool { return r >= 0x590 && unicode.Is(rightToLeft, r) })
}

// only is a face for all letters.
type only struct{ face *font.Face }

func (o only) ResolveFace(rune) *font.Face { return o.face }

// shape sets letters in one go.
func (f *Face) shape(line string) *Run {
	runes, at := make([]rune, 0, len(line)), make([]int, 0, len(line)+1)
	for i, r := range line {
		runes, at = append(runes, plain(r)), append(at, i)
	}
	at = append(at, len(line))
	out := &Run{Clusters: make([]Cluster, 0, len(runes))}
	if len(runes) == 0 {
		return out
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	parts := f.segments.Split(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: f.font, Size: f.perEm(), Language: "en",
	}, only{f.font})
	// Parts that run to the left follow each other to the left.
	for i := 0; i < len(parts); i++ {
		k := i
		for k < len(parts) && parts[k].Direction == di.DirectionRTL {
			k++
		}
		slices.Reverse(parts[i:k])
		i = max(i, k-1)
	}
	for _, part := range parts {
		f.add(out, f.shaper.Shape(part), line, at)
	}
	return out
}

// add adds a shaped part of a line, whose letters begin at these bytes.
func (f *Face) add(to *Run, part shaping.Output, line string, at []int) {
	length := func(v fixed.Int26_6) float64 { return float64(v) / 64 * f.unit }
	glyphs := make([]Glyph, 0, len(part.Glyphs))
	for i := 0; i < len(part.Glyphs); {
		first := part.Glyphs[i].TextIndex()
		c := Cluster{Text: line[at[first]:at[first+part.Glyphs[i].RunesCount()]], At: at[first], X: to.Width}
		begin := len(glyphs)
		for ; i < len(part.Glyphs) && part.Glyphs[i].TextIndex() == first; i++ {
			g := &part.Glyphs[i]
			glyphs = append(glyphs, Glyph{ID: g.GlyphID, X: c.Advance + length(g.XOffset), Y: -length(g.YOffset)})
			c.Advance += length(g.Advance)
			rise, fall := 0.0, 0.0
			if g.Height != 0 {
				rise = length(g.YBearing + g.YOffset)
				fall = -length(g.YBearing + g.Height + g.YOffset)
			}
			to.join(0, rise, fall)
		}
		c.Glyphs = glyphs[begin:len(glyphs):len(glyphs)]
		to.Clusters = append(to.Clusters, c)
		to.Width += c.Advance
	}
}
