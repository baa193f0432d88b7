package text

import (
	"strings"
	"unicode"
)

// Lines breaks a text into lines of this width, all of it: between words, where
// the text says so, and inside a word, or at the hyphen of a name, only if it is
// longer than a line. measure
// is how long a piece of text is. Spaces at the ends of lines are left out; an
// empty text is one empty line.
func Lines(s string, width float64, measure func(string) float64) []string {
	b := lineBuilder{width: width, measure: measure}
	ended := true // the line that is begun must be there, even if it is empty
	for piece, must := range Pieces(s) {
		b.add(piece)
		if ended = must; must {
			b.end()
		}
	}
	if ended || b.line.Len() > 0 {
		b.end()
	}
	return b.lines
}

// lineBuilder is lines under way.
type lineBuilder struct {
	width   float64
	measure func(string) float64
	lines   []string
	line    strings.Builder
	used    float64
}

func (b *lineBuilder) end() {
	b.lines = append(b.lines, strings.TrimRightFunc(b.line.String(), unicode.IsSpace))
	b.line.Reset()
	b.used = 0
}

func (b *lineBuilder) add(piece string) {
	word := b.measure(strings.TrimRightFunc(piece, unicode.IsSpace)) // a space may hang over the edge
	if word > b.width {
		if parts := halves(piece); len(parts) > 1 {
			for _, p := range parts {
				b.add(p)
			}
			return
		}
	}
	if b.line.Len() > 0 && (b.used+word > b.width || b.line.Len()+len(piece) > longest) {
		b.end()
	}
	if word > b.width {
		b.letters(piece)
		return
	}
	b.line.WriteString(piece)
	b.used += b.measure(piece)
}

// letters adds a word that is longer than a line.
func (b *lineBuilder) letters(word string) {
	for letter := range Graphemes(word) {
		w := b.measure(letter)
		space := strings.TrimSpace(letter) == ""
		if b.line.Len() > 0 && b.used+w > b.width && !space {
			b.end()
		}
		b.line.WriteString(letter)
		b.used += w
	}
}
