package names

import (
	"math"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

const (
	repeatFrom  = 420.0 // layout pixels that a country's axis is long when its name is repeated
	repeatEvery = 560.0
)

// repeated is the name of a large country, to be copied where the name itself
// does not show. Copies stand on a lattice of the plane, where they are wholly
// inside the country, so that they too hold still.
type repeated struct {
	w       Placed
	country *geo.Shape
	width   float64 // layout pixels
}

// copyAt is a cell of the lattice of a repeated name.
type copyAt struct{ name, x, y int }

// repeat notes a name as one to be copied, if its country is large.
func (l *Layout) repeat(label *Label) {
	if label.Kind != Country || !l.whole(label.Line) || newCourse(l.Projection, label.Line).length()/l.Bucket.Coarse < repeatFrom {
		return
	}
	s := l.country(label)
	if s == nil {
		return
	}
	t := l.lettering(label)
	t.Size = math.Max(Smallest*l.TypeScale, t.Size*0.8)
	w := Placed{Label: label, Type: t, Lines: []string{strings.ToUpper(label.Text)}, copy: true, Held: draw.Middle}
	width := w.width(w.Lines[0])
	w.dx, w.dy = -width/2, 0.36*t.Size
	l.repeats = append(l.repeats, repeated{w, s, width})
}

// country is the main part of the country that a label names, nil if the layers
// have none.
func (l *Layout) country(label *Label) *geo.Shape {
	if l.Base == nil {
		return nil
	}
	for _, s := range l.Base.Countries {
		if s.Props["iso"] == label.ID {
			return mainPart(s)
		}
	}
	return nil
}

// mainPart is the largest part of a country, judged by its box, with the parts
// that are nearer than half its size.
func mainPart(s *geo.Shape) *geo.Shape {
	size := func(b orb.Bound) (w, h float64) { return b.Max[0] - b.Min[0], b.Max[1] - b.Min[1] }
	largest, most := s.Bounds[0], -1.0
	for _, b := range s.Bounds {
		if w, h := size(b); w*h > most {
			largest, most = b, w*h
		}
	}
	w, h := size(largest)
	near := largest.Pad(math.Max(w, h) / 2)
	part := &geo.Shape{Path: draw.Path{Closed: s.Closed}, Props: s.Props, Rank: s.Rank}
	for i, ring := range s.Parts {
		if near.Intersects(s.Bounds[i]) {
			part.Add(ring)
		}
	}
	return part
}

// CopiesIn is the copies of names in a window, in projected metres, but for the
// names that shown has. Of one name there may be several that overlap: a map
// draws the first for which it has room.
func (l *Layout) CopiesIn(win orb.Bound, shown map[*Label]bool) []*Placed {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []*Placed
	for n := range l.repeats {
		r := &l.repeats[n]
		if shown[r.w.Label] || !r.country.Bound.Intersects(win) {
			continue
		}
		step := repeatEvery * l.Bucket.Coarse
		in := win.Pad(r.width * l.Bucket.Coarse)
		for y := int(math.Floor(in.Min[1] / step)); float64(y)*step <= in.Max[1]; y++ {
			for x := int(math.Floor(in.Min[0] / step)); float64(x)*step <= in.Max[0]; x++ {
				if w := l.copy(copyAt{n, x, y}, r, step); w != nil {
					out = append(out, w)
				}
			}
		}
	}
	return out
}

// copy is the copy of a name in a cell of its lattice, nil where there is no
// room.
func (l *Layout) copy(at copyAt, r *repeated, step float64) *Placed {
	if w, ok := l.copies[at]; ok {
		return w
	}
	l.copies[at] = nil
	k := l.Bucket.Coarse
	const air, height = 8.0, 1.2
	for _, d := range repeatSpots {
		w := r.w
		w.Anchor = orb.Point{(float64(at.x) + d[0]) * step, (float64(at.y) + d[1]) * step}
		if r.country.Holds(w.Anchor, (r.width/2+air)*k, w.Type.Size*height*k) && r.holds(w.Boxes(l.coarse), l.coarse) && l.fits(&w) {
			if l.copies[at] = &w; w.Label.Second != "" {
				l.copies[at] = l.doubled(&w)
			}
			break
		}
	}
	return l.copies[at]
}

// holds says that the corners of boxes lie in the country.
func (r *repeated) holds(boxes []draw.Box, to draw.Affine) bool {
	for _, b := range boxes {
		for _, at := range [][2]float64{{b.X0, b.Y0}, {b.X1, b.Y0}, {b.X0, b.Y1}, {b.X1, b.Y1}} {
			if !r.country.Contains(orb.Point{at[0] / to.SX, at[1] / to.SY}) {
				return false
			}
		}
	}
	return true
}

// repeatSpots are the places in a cell of the lattice, in the order tried.
var repeatSpots = [][2]float64{{0.5, 0.5}, {0.35, 0.65}, {0.65, 0.35}, {0.3, 0.3}, {0.7, 0.7}, {0.5, 0.2}, {0.5, 0.8}, {0.2, 0.5}, {0.8, 0.5}}
