package maps

import (
	"math"
	"strings"

	"github.com/paulmach/orb"
)

const (
	repeatFrom  = 420.0 // layout pixels that a country's axis is long when its name is repeated
	repeatEvery = 560.0
)

// repeated is the name of a large country, to be copied where the name itself
// does not show. Copies stand on a lattice of the plane, where they are wholly
// inside the country, so that they too hold still.
type repeated struct {
	w       written
	country *shape
	width   float64 // layout pixels
}

// copyAt is a cell of the lattice of a repeated name.
type copyAt struct{ name, x, y int }

// repeat notes a name as one to be copied, if its country is large.
func (l *placer) repeat(label *Label) {
	if label.Kind != NameCountry || len(label.Line) < 2 {
		return
	}
	if newCourse(l.projection, label.Line).length()/l.bucket.coarse < repeatFrom {
		return
	}
	s := l.country(label)
	if s == nil {
		return
	}
	t := l.lettering(label)
	t.size = math.Max(smallest*l.typeScale, t.size*0.8)
	w := written{label: label, look: t, lines: []string{strings.ToUpper(label.Text)}, copy: true}
	width := w.width(w.lines[0])
	w.dx, w.dy = -width/2, 0.36*t.size
	l.repeats = append(l.repeats, repeated{w, s, width})
}

// country is the country that a label names, nil if the layers have none.
func (l *placer) country(label *Label) *shape {
	if l.base == nil {
		return nil
	}
	for _, s := range l.base.countries {
		if s.props["iso"] == label.ID {
			return s
		}
	}
	return nil
}

// copiesIn is the copies of names in a window, in projected metres, but for the
// names that shown has.
func (l *placer) copiesIn(win orb.Bound, shown map[*Label]bool) []*written {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []*written
	step := repeatEvery * l.bucket.coarse
	for n := range l.repeats {
		r := &l.repeats[n]
		if shown[r.w.label] || !r.country.bound.Intersects(win) {
			continue
		}
		in := win.Pad(r.width * l.bucket.coarse)
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
func (l *placer) copy(at copyAt, r *repeated, step float64) *written {
	if w, ok := l.copies[at]; ok {
		return w
	}
	l.copies[at] = nil
	k := l.bucket.coarse
	for _, d := range repeatSpots {
		w := r.w
		w.anchor = orb.Point{(float64(at.x) + d[0]) * step, (float64(at.y) + d[1]) * step}
		if r.country.holds(w.anchor, (r.width/2+8)*k, w.look.size*1.2*k) && l.fits(&w) {
			l.copies[at] = &w
			break
		}
	}
	return l.copies[at]
}

// repeatSpots are the places in a cell of the lattice, in the order tried.
var repeatSpots = [][2]float64{{0.5, 0.5}, {0.35, 0.65}, {0.65, 0.35}, {0.3, 0.3}, {0.7, 0.7}, {0.5, 0.2}, {0.5, 0.8}, {0.2, 0.5}, {0.8, 0.5}}

// holds says that a shape contains a point and the points dx and dy from it.
func (s *shape) holds(at orb.Point, dx, dy float64) bool {
	if !s.bound.Contains(at) {
		return false
	}
	for _, d := range [5][2]float64{{0, 0}, {-dx, -dy}, {dx, dy}, {-dx, dy}, {dx, -dy}} {
		if !s.contains(orb.Point{at[0] + d[0], at[1] + d[1]}) {
			return false
		}
	}
	return true
}
