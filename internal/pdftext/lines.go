package pdftext

import (
	"math"
	"strings"
	"unicode/utf8"
)

// A line is what stands on one baseline.
type line struct {
	x, y, end float64
	size      float64
	turn      int
	first     float64 // width of its first word
	text      string
}

// wordGap is how wide a gap, in parts of the size of type, is a blank that was
// not written.
const wordGap = 0.17

// lines joins what a page shows to lines, in the order in which it is drawn: that
// is the order of reading in what word processors write, columns too.
func lines(spans []span) []line {
	var list []line
	var b strings.Builder
	var cur line
	wide := 0.0 // size of the largest type on the line
	flush := func() {
		cur.text = strings.TrimSpace(b.String())
		b.Reset()
		if cur.text == "" {
			return
		}
		word, _, _ := strings.Cut(cur.text, " ")
		cur.first = (cur.end - cur.x) * float64(utf8.RuneCountInString(word)) / float64(utf8.RuneCountInString(cur.text))
		list = append(list, cur)
	}
	for i := range spans {
		s := &spans[i]
		blank := strings.TrimSpace(s.text) == ""
		same := b.Len() > 0 && s.turn == cur.turn && math.Abs(s.y-cur.y) < 0.5*max(wide, s.size) && s.x > cur.end-max(wide, s.size)
		if !same {
			if blank {
				continue
			}
			flush()
			cur, wide = line{x: s.x, y: s.y, end: s.end, size: s.size, turn: s.turn}, s.size
			b.WriteString(s.text)
			continue
		}
		if s.x-cur.end > wordGap*s.size && !strings.HasSuffix(b.String()[max(0, b.Len()-1):], " ") && !strings.HasPrefix(s.text, " ") {
			b.WriteByte(' ')
		}
		b.WriteString(s.text)
		if !blank {
			cur.end = max(cur.end, s.end)
			if s.size > wide { // a raised figure before a word does not give the line its height
				wide, cur.size, cur.y = s.size, s.size, s.y
			}
		}
	}
	flush()
	return list
}
