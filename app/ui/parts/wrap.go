package parts

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// Wrap breaks text into lines no wider than width, at spaces, after the
// slashes and hyphens of long addresses, between Han characters, and inside a
// word only if nothing else will do. Line breaks in the text are kept. A
// no-break space never breaks. measure gives the width of a piece of text.
func Wrap(text string, width float32, measure func(string) float32) []string {
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		lines = append(lines, wrapLine(para, width, measure)...)
	}
	return lines
}

func wrapLine(text string, width float32, measure func(string) float32) []string {
	var lines []string
	var line string
	var used float32
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, used = "", 0
	}
	for _, piece := range pieces(text) {
		w := measure(piece)
		if used+measure(strings.TrimRight(piece, " ")) > width && line != "" {
			flush()
		}
		for w > width { // longer than a line by itself
			n := fitting(piece, width, measure)
			if n >= len(piece) {
				break
			}
			line = piece[:n]
			w -= measure(line)
			flush()
			piece = piece[n:]
		}
		line += piece
		used += w
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	return lines
}

// fitting returns how many bytes of the piece fit in the width: at least one
// rune, whole runes.
func fitting(piece string, width float32, measure func(string) float32) int {
	last := 0
	for i := range piece {
		if i == 0 {
			continue
		}
		if measure(piece[:i]) > width {
			break
		}
		last = i
	}
	if last == 0 {
		last = len(string([]rune(piece)[:1]))
	}
	if last >= len(strings.TrimRight(piece, " ")) {
		return len(piece)
	}
	return last
}

// pieces cuts text where a line may break; each piece carries its trailing
// spaces.
func pieces(text string) []string {
	var out []string
	runes := []rune(text)
	start := 0
	address := false
	for i, r := range runes {
		if i+1 == len(runes) {
			break
		}
		next := runes[i+1]
		if start == i && (i == 0 || runes[i-1] == ' ') {
			address = strings.HasPrefix(string(runes[i:min(i+8, len(runes))]), "http")
		}
		cut := r == ' ' && next != ' ' ||
			address && strings.ContainsRune("/-&?=_", r) && !strings.ContainsRune("/ ", next) ||
			unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, next)
		if cut {
			out = append(out, string(runes[start:i+1]))
			start = i + 1
		}
	}
	return append(out, string(runes[start:]))
}

// measureWith returns the measure of a face of the theme.
func measureWith(size float32, bold bool) func(string) float32 {
	style := fyne.TextStyle{Bold: bold}
	return func(t string) float32 { return fyne.MeasureText(t, size, style).Width }
}
