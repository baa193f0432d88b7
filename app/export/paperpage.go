package export

import (
	"image/color"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// format is a sheet of paper, upright, in points.
type format struct{ width, height float64 }

var (
	a4     = format{595.28, 841.89}
	letter = format{612, 792}
)

// What every page of text has, in points.
const (
	sheetMargin    = 48.0
	handoutType    = 10.5
	handoutLeading = 15.0
	ruleDistance   = 24.0 // lines to write on
)

// paper is a page to write on, from the base line of the next line down. It has
// dots of a tenth of a point.
type paper struct {
	on  format
	pic *draw.Picture
	y   float64 // points
}

func newPaper(on format, y float64) *paper {
	const dots = 10.0
	w, h := on.width*dots, on.height*dots
	return &paper{on, &draw.Picture{Width: int(w) + 1, Height: int(h) + 1, Density: dots}, y}
}

// write writes a piece of a line at x on the current base line.
func (p *paper) write(f *text.Face, size float64, c color.NRGBA, x float64, words string) {
	d := p.pic.Density
	p.pic.Write("text", c, draw.Line(f, words, size*d, x*d, p.y*d, draw.Start, 0))
}

// rule draws a hairline at y, from x over a width.
func (p *paper) rule(c color.NRGBA, x, y, width float64) {
	d := p.pic.Density
	path := &draw.Path{}
	path.Add([]orb.Point{{x * d, y * d}, {(x + width) * d, y * d}})
	p.pic.Stroke("rule", c, 0.5*d, path)
}

// rules draws lines to write on from the current line down to y.
func (p *paper) rules(c color.NRGBA, x, width, to float64) {
	for p.y += 8; p.y < to; p.y += ruleDistance {
		p.rule(c, x, p.y, width)
	}
}
