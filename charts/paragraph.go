package charts

import (
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
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
	lines, _ := f.wrap(g.Text, width, math.MaxInt)
	return f.block(len(lines))
}

// Draw draws the paragraph on paper of the style's background, its top at 0, 0.
// What is beyond the height is left out, with an ellipsis. density is the
// Renderer's units a layout pixel.
func (g *Paragraph) Draw(r chart.Renderer, width, height, density float64) {
	p := newPen(r, &Chart{Style: *g.Style}, Size{width, height, density})
	p.fill(rect{0, 0, width, height}, g.Style.Background)
	f := g.font()
	// A height in whole device pixels may be a little less than what Height said.
	limit := 1 + int(max(0, math.Round((height-f.block(1))/f.leading())))
	lines, _ := f.wrap(g.Text, width, limit)
	p.lines(lines, 0, 0, start, f)
}

func (g *Paragraph) font() font {
	var t *truetype.Font
	if t = g.Style.Regular; t == nil {
		t, _ = chart.GetDefaultFont()
	}
	return font{newFace(t), g.Size, g.Style.Ink}
}
