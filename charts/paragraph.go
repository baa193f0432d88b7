package charts

import (
	"math"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// Paragraph is running text in one size, for pages that hold more than charts.
type Paragraph struct {
	Text  string
	Size  float64 // of the type, in layout pixels
	Style *Style
}

// Height is what the paragraph takes at a width, in layout pixels.
func (g *Paragraph) Height(width float64) float64 {
	f := g.font()
	return f.block(len(g.lines(width)))
}

// Draw draws the paragraph on paper of the style's background, its top at 0, 0;
// width and height are layout pixels. What is beyond the height is left out, with
// an ellipsis.
func (g *Paragraph) Draw(pic *draw.Picture, width, height float64) {
	p := newPen(pic, &Chart{Style: *g.Style}, width, height, pic.Density)
	p.fill(rect{0, 0, width, height}, g.Style.Background)
	f := g.font()
	// A height in whole device pixels may be a little less than what Height said.
	limit := 1 + int(max(0, math.Round((height-f.block(1))/f.leading())))
	lines := g.lines(width)
	if len(lines) > limit {
		last := lines[limit-1] + text.Ellipsis
		if f.width(last) > width {
			last = f.abbreviate(lines[limit-1]+" "+lines[limit], width)
		}
		lines = append(lines[:limit-1], last)
	}
	p.lines(lines, 0, 0, start, f)
}

func (g *Paragraph) lines(width float64) []string { return text.Lines(g.Text, width, g.font().width) }

func (g *Paragraph) font() font { return font{g.Style.Regular, g.Size, g.Style.Ink} }
