package charts

import (
	"regexp"
	"slices"
	"strings"
)

// foot draws notes, source and footer at the bottom of the area and returns
// where they begin, with a gap. They take at most a quarter of it: where rows
// would go without, notes give way, then the footer; a source that would be cut, or in
// whose place a note is whole, becomes the short one.
func (p *pen) foot(area rect) float64 {
	c := p.chart
	f := p.muted(p.sizes.small)
	t, whole := p.planFoot(area, f, c.Source)
	if c.ShortSource != "" && !whole {
		if short, whole := p.planFoot(area, f, c.ShortSource); whole {
			t = short
		}
	}
	n := len(t.notes) + t.tail
	if n == 0 {
		return area.bottom()
	}
	y := area.bottom() - f.block(n)
	begin := y - p.gap()*1.5
	y = p.lines(t.notes, area.x, y, start, f)
	p.lines(t.source, area.x, y, start, f)
	p.text(t.footer, area.right(), area.bottom()-f.size*descent, end, f)
	return begin
}

// footPlan is what stands below the plot.
type footPlan struct {
	notes, source []string
	footer        string
	tail          int // lines of source and footer
}

// planFoot sets the lines below the plot with these words for the source and reports
// whether no note is cut.
func (p *pen) planFoot(area rect, f font, words string) (t footPlan, whole bool) {
	c := p.chart
	const gap = 24
	room := max(1, int(area.h*0.25/f.leading()))
	footer := f.abbreviate(c.Footer, area.w)
	limit := 3
	if room < 6 {
		limit = 2
	}
	if room <= 2 || p.low || p.crowded(area.h-3*f.leading()) {
		limit = 1
	}
	if _, whole := f.wrap(words, area.w, limit); !whole && c.ShortSource != "" {
		words = c.ShortSource
	}
	oneLine := f.width(words)+gap+f.width(footer) <= area.w
	if room <= 3 && words != "" && !oneLine {
		footer = ""
	}
	sourceWidth, below := area.w, 0
	switch {
	case footer == "":
	case oneLine:
		sourceWidth -= f.width(footer) + gap
	default:
		below = 1
	}
	source, _ := f.prose(words, sourceWidth, limit)
	if n := len(source); n > 0 && below > 0 && f.width(source[n-1])+gap+f.width(footer) <= area.w {
		below = 0 // beside the last line of the source
	}
	t = footPlan{source: source, footer: footer, tail: max(len(source)+below, min(len(footer), 1))}
	rest := room - t.tail
	if p.crowded(area.h - f.leading()*float64(t.tail+1)) {
		rest = 0
	}
	t.notes, whole = p.notes(area, max(rest, 0), f)
	return t, whole
}

// sentenceEnd is where a sentence ends and another begins.
var sentenceEnd = regexp.MustCompile(`[.!?] \p{Lu}`)

// notes sets as many of the notes as fit whole, of the first as many sentences; its
// first sentence may be cut, at a word's end, which is reported as not whole. They are no
// wider than they are easily read, unless that takes another line.
func (p *pen) notes(area rect, limit int, f font) (lines []string, whole bool) {
	notes := p.chart.Notes
	if len(notes) == 0 || limit == 0 {
		return nil, true
	}
	for n := len(notes); n > 0; n-- {
		text := strings.Join(notes[:n], " ")
		_, whole := f.wrap(text, area.w, limit)
		if n == 1 && !whole {
			for _, end := range slices.Backward(sentenceEnd.FindAllStringIndex(text, -1)) {
				if _, fits := f.wrap(text[:end[0]+len(".")], area.w, limit); fits {
					text, whole = text[:end[0]+len(".")], true
					break
				}
			}
		}
		if whole {
			lines = f.settled(text, area.w, limit)
			if narrow, fits := f.wrap(text, min(area.w, f.size*75), len(lines)); fits {
				lines = f.settled(text, min(area.w, f.size*75), len(narrow))
			}
			return lines, true
		}
	}
	return f.prose(notes[0], area.w, limit)
}
