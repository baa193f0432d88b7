package pdftext

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphsOf joins the lines of all pages.
func paragraphsOf(pages [][]line) []string {
	trim(pages)
	whole := hyphened(pages)
	var list []string
	var b []byte
	flush := func() {
		if text := strings.TrimSpace(ligatures.Replace(string(b))); text != "" {
			list = append(list, text)
		}
		b = b[:0]
	}
	var last *line // of the page before
	for _, page := range pages {
		m := measure(page)
		begun := false // a paragraph, with the line before
		for i := range page {
			l := &page[i]
			switch {
			case i == 0:
				if last == nil || !runsOn(last, l) {
					flush()
				}
			case m.begins(page, i, begun):
				flush()
			}
			begun = len(b) == 0
			b = join(b, l.text, whole)
		}
		if len(page) > 0 {
			last = &page[len(page)-1]
		}
	}
	flush()
	return list
}

// ligatures are letters that some fonts draw in one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00ad", "")

// measures of a page.
type measures struct {
	lead  float64 // from a line to the next, most often
	right map[int]float64
}

// indent is how far to the right, in parts of the size of type, a first line
// stands at least.
const indent = 0.7

// column is whose right edge counts for a line: where it begins, roughly.
func column(l *line) int { return int(math.Round(max(-1e6, min(1e6, l.x/150)))) }

func measure(page []line) measures {
	m := measures{right: map[int]float64{}}
	var leads []float64
	for i := range page {
		l := &page[i]
		c := column(l)
		m.right[c] = max(m.right[c], l.end)
		if i > 0 {
			if d := l.y - page[i-1].y; d > 0.5*l.size && d < 3*l.size {
				leads = append(leads, d/l.size)
			}
		}
	}
	m.lead = 1.2
	if len(leads) > 0 {
		slices.Sort(leads)
		m.lead = leads[len(leads)*3/10] // the lines of a paragraph, where there are as many gaps between them
	}
	return m
}

// begins reports whether a paragraph begins with line i: the gap above it is
// wider than others, its type is of another size, it is indented, or its first
// word would have had room on the line before. Begun says that one began with
// that line: where the others hang, the next is indented, too.
func (m *measures) begins(page []line, i int, begun bool) bool {
	before, l := &page[i-1], &page[i]
	down := l.y - before.y
	size := max(before.size, l.size)
	switch {
	case l.turn != before.turn, down <= 0: // another column
		return !runsOn(before, l)
	case math.Abs(l.size-before.size) > 0.08*size:
		return true
	case down > max(1.25*m.lead, m.lead+0.25)*size:
		return true
	case l.x-before.x > indent*size && !begun, l.x-before.x > 4*indent*size:
		return true
	case before.x-l.x > indent*size && !begun: // back to where the others of a list begin
		return true
	case i+1 < len(page) && l.x-page[i+1].x > indent*size && page[i+1].y > l.y && math.Abs(l.x-before.x) < 1: // as the one before, whose paragraph has one line
		return true
	}
	right := max(m.right[column(l)], m.right[column(before)])
	return before.end+l.first+0.35*size < right-0.5*size
}

// runsOn reports whether a line at the head of a page or column goes on with the
// paragraph that the last one had: its sentence has not ended.
func runsOn(last, l *line) bool {
	if math.Abs(l.size-last.size) > 0.08*max(l.size, last.size) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(last.text, "\"'”’»)"))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.text, "\"'“‘«(„"))
	if strings.ContainsRune(".!?:;…", end) {
		return false
	}
	return unicode.IsLower(first) || end == ',' || end == '-' || end == '\u00ad'
}

// join puts a line after others: a word that was broken becomes whole.
func join(b []byte, text string, whole map[string]bool) []byte {
	if len(b) == 0 {
		return append(b, text...)
	}
	first, _ := utf8.DecodeRuneInString(text)
	end, size := utf8.DecodeLastRune(b)
	rest := b[:len(b)-size]
	letter, _ := utf8.DecodeLastRune(rest)
	switch {
	case end == '\u00ad':
		b = rest
	case (end == '-' || end == '\u2010') && unicode.IsLetter(letter):
		if unicode.IsLower(first) && !whole[lastWord(string(rest[max(0, len(rest)-80):]))+"-"+firstWord(text)] {
			b = rest
		}
	default:
		b = append(b, ' ')
	}
	return append(b, text...)
}

func lastWord(text string) string {
	i := strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return strings.ToLower(text)
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	return strings.ToLower(text[i+n:])
}

func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		text = text[:i]
	}
	return strings.ToLower(text)
}

// hyphened are the words that have a hyphen within a line: they keep it where a
// line ends at it.
func hyphened(pages [][]line) map[string]bool {
	set := map[string]bool{}
	for _, page := range pages {
		for i := range page {
			text := page[i].text
			for from := 0; ; {
				k := strings.IndexByte(text[from:], '-')
				if k < 0 {
					break
				}
				at := from + k
				if a, b := lastWord(text[max(0, at-80):at]), firstWord(text[at+1:min(len(text), at+81)]); a != "" && b != "" {
					set[a+"-"+b] = true
				}
				from = at + 1
			}
		}
	}
	return set
}

// trim takes away the numbers of pages and what stands at the head or the foot of
// at least three pages.
func trim(pages [][]line) {
	count := map[string]int{}
	edges := func(page []line) []*line {
		switch len(page) {
		case 0:
			return nil
		case 1:
			return []*line{&page[0]}
		}
		return []*line{&page[0], &page[len(page)-1]}
	}
	key := func(l *line) string { return strings.Map(sameDigits, l.text) }
	for _, page := range pages {
		for _, l := range edges(page) {
			count[key(l)]++
		}
	}
	for n, page := range pages {
		for range 2 { // a head and a number beside it
			for _, l := range edges(page) {
				if numberOfPage(l.text) || count[key(l)] >= 3 && len(l.text) < 200 {
					l.text = ""
				}
			}
			page = slices.DeleteFunc(page, func(l line) bool { return l.text == "" })
		}
		pages[n] = page
	}
}

func sameDigits(r rune) rune {
	if unicode.IsDigit(r) {
		return '0'
	}
	return r
}

// numberOfPage reports whether a line is digits between signs, such as "- 3 -".
func numberOfPage(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			return false
		}
	}
	return digits > 0 && digits < 9 && len(text) < 20
}
