package maps

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// Widths of links in layout pixels: of the lightest, what each further unit of
// weight adds, and of the broadest.
const (
	linkWidth = 1.4
	linkStep  = 0.7
	linkMost  = 4.2
)

func (l *Link) width() float64 {
	w := math.Min(linkWidth+linkStep*math.Max(l.Weight-1, 0), linkMost)
	if l.Selected {
		w++
	}
	return w
}

// links draws the lines, those that are selected last, then their arrows.
func (p *painter) links() {
	var arrows []draw.Step
	for _, selected := range []bool{false, true} {
		c := faded(p.style.Accent, 0.75)
		if selected {
			c = p.style.Accent
		}
		byWidth := map[float64]*draw.Path{}
		var widths []float64
		for i := range p.m.Links {
			l := &p.m.Links[i]
			if l.Selected != selected || l.From == l.To {
				continue
			}
			w := l.width()
			if byWidth[w] == nil {
				byWidth[w] = &draw.Path{}
				widths = append(widths, w)
			}
			one := &draw.Path{}
			geo.ProjectPath(one, p.view.Projection, geo.GreatCircle(l.From, l.To), false, p.view.Scale/4)
			for _, part := range one.Parts {
				byWidth[w].Add(part)
			}
			if head := p.arrow(one, w); head != nil {
				arrows = append(arrows, draw.Step{Kind: draw.StepFill, Layer: "link arrow", Color: p.style.Accent, Paths: []*draw.Path{head}, To: draw.Identity})
			}
		}
		for _, w := range widths {
			p.stroke("link case", faded(p.style.Halo, 0.7), w+2.2, nil, []*draw.Path{byWidth[w]})
		}
		for _, w := range widths {
			p.stroke("link", c, w, nil, []*draw.Path{byWidth[w]})
		}
	}
	for _, a := range arrows {
		p.pic.Add(a)
	}
}

// arrow is a head on a projected line, past its middle, that points along it, in
// device pixels; nil if the line is too short for one.
func (p *painter) arrow(line *draw.Path, width float64) *draw.Path {
	const at, long = 0.6, 9.0
	total := 0.0
	each := func(do func(a, b orb.Point, length float64) bool) {
		for _, part := range line.Parts {
			for i := 1; i < len(part); i++ {
				a, b := p.to.Apply(part[i-1]), p.to.Apply(part[i])
				if !do(a, b, math.Hypot(b[0]-a[0], b[1]-a[1])) {
					return
				}
			}
		}
	}
	each(func(_, _ orb.Point, length float64) bool { total += length; return true })
	size := (long + width) * p.px
	if total < 3*size {
		return nil
	}
	left := total * at
	head := &draw.Path{Closed: true}
	each(func(a, b orb.Point, length float64) bool {
		if left > length || length == 0 {
			left -= length
			return true
		}
		dx, dy := (b[0]-a[0])/length, (b[1]-a[1])/length
		x, y := a[0]+dx*left, a[1]+dy*left
		head.Add([]orb.Point{
			{x + dx*size/2, y + dy*size/2},
			{x - dx*size/2 - dy*size*0.42, y - dy*size/2 + dx*size*0.42},
			{x - dx*size/2 + dy*size*0.42, y - dy*size/2 - dx*size*0.42},
		})
		return false
	})
	return head
}
