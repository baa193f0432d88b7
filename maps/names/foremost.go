package names

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
)

// The names of the states in focus stand on every map that shows them, and before
// all others: along their axes; else level, in the smallest type, in their land or
// over land that heeds no names; else short; else beside the land with a line that
// leads there. Names of parties to a disputed area, and of the areas themselves,
// look for room in the same way, but behind them.

// State says that a label names a state that a map is about.
func (l *Layout) State(label *Label) bool {
	return label.Kind == Country && label.Rank <= 0 && l.Focus[label.ID]
}

// longest is the length in layout pixels, at type of normal size, of a line that
// leads to a state.
const longest = 130.0

// leash is what part of its length a line has at most on a small map of large land, where
// it would lead across half of that. A state without a place has all of it.
func (l *Layout) leash() float64 { return min(1, 11000/l.Bucket.Coarse) }

// states places the names of all states, those with the least land first: they
// have the fewest places to stand.
func (l *Layout) states(order []*Label) {
	size := map[*Label]float64{}
	var all []*Label
	for _, label := range order {
		if !l.State(label) {
			continue
		}
		all = append(all, label)
		if home := l.country(label); home != nil {
			b := home.Bound
			size[label] = (b.Max[0] - b.Min[0]) * (b.Max[1] - b.Min[1])
		}
	}
	slices.SortStableFunc(all, func(a, b *Label) int { return cmp.Compare(size[a], size[b]) })
	for _, label := range all {
		l.state(label)
	}
}

// state places the name of a state.
func (l *Layout) state(label *Label) {
	w := l.spaced(label)
	home := l.country(label)
	switch {
	case l.whole(label.Line) && l.axis(w):
	case !l.whole(label.Line) && l.inside(w, home):
	case home != nil:
		l.roam(label, home)
	}
}

// spaced is a name in capitals, in the type of its kind.
func (l *Layout) spaced(label *Label) Placed {
	return Placed{Label: label, Type: l.lettering(label), Lines: []string{strings.ToUpper(label.Text)}, Anchor: l.Projection.Project(label.LonLat), Held: draw.Middle}
}

// roam looks for a place all over a country and, for a state, beside it.
func (l *Layout) roam(label *Label, home *geo.Shape) {
	// Where land is wider than this, a name has found room on its axis, or has none
	// for reasons that more land would not change.
	const wide = 4
	reach := longest*l.TypeScale + l.block(label, []string{label.Text}).width*1.3
	at := l.coarse.Apply(l.Projection.Project(label.LonLat))
	near := orb.Bound{Min: at, Max: at}.Pad(wide * reach)
	l.spare = l.spare[:0] // who came before has a place, or none
	g := l.groundOf(l.metres(meet(l.coarse.Bound(home.Bound).Pad(reach), near)), label.ID)
	var beside []*ranking
	for _, look := range []where{inLand, besideWhole, besideShort, farther} {
		choices := l.choices(label, g, false, look)
		if l.first(label, choices, false) {
			return
		}
		if look != inLand {
			beside = append(beside, choices)
		}
	}
	for _, choices := range beside {
		if l.first(label, choices, true) {
			return
		}
	}
}

// first takes the first place that is free, with its line under what is on its way if
// it is to be so.
func (l *Layout) first(label *Label, choices *ranking, under bool) bool {
	w := &Placed{} // one for all: few are free
	for i := range choices.len() {
		c := choices.at(i)
		if under && !c.led || l.crowd.covers(c.text.box(c.x, c.y)) {
			continue
		}
		*w = c.placed(l, label)
		if w.below = under; l.try(w) {
			return true
		}
	}
	return false
}

// meet is what two boxes share.
func meet(a, b orb.Bound) orb.Bound {
	return orb.Bound{
		Min: orb.Point{max(a.Min[0], b.Min[0]), max(a.Min[1], b.Min[1])},
		Max: orb.Point{min(a.Max[0], b.Max[0]), min(a.Max[1], b.Max[1])},
	}
}

// metres is a box of the coarse plane in metres.
func (l *Layout) metres(b orb.Bound) orb.Bound {
	k := l.Bucket.Coarse
	return orb.Bound{Min: orb.Point{b.Min[0] * k, -b.Max[1] * k}, Max: orb.Point{b.Max[0] * k, -b.Min[1] * k}}
}

// target is the point of a country that a line leads to: well inside, and where
// no marker is.
func (l *Layout) target(g *ground, own uint16, anchor orb.Point) orb.Point {
	type round struct {
		at  orb.Point
		r   float64
		far float64 // the square of a distance that is surely more than r
	}
	near := make([]round, len(l.Sites))
	for i := range near {
		s := &l.Sites[i]
		near[i] = round{l.coarse.Apply(s.At), s.R, (s.R + 6) * (s.R + 6) * (1 + 1e-9)}
	}
	// worth is less than enough where it cannot be as much.
	worth := func(col, row int, enough float64) float64 {
		x, y := (float64(g.x+col)+0.5)*cell, (float64(g.y+row)+0.5)*cell
		worth := -0.05 * math.Hypot(x-anchor[0], y-anchor[1])
		if worth+8.001 < enough {
			return worth
		}
		for _, d := range [...][2]float64{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {2, 0}, {-2, 0}, {0, 2}, {0, -2}} {
			if g.at(x+d[0]*cell, y+d[1]*cell)&^disputed == own {
				worth++
			}
		}
		for i := range near {
			if worth < enough {
				break
			}
			s := &near[i]
			if dx, dy := s.at[0]-x, s.at[1]-y; dx*dx+dy*dy <= s.far {
				worth += 2 * min(math.Hypot(dx, dy)-s.r-6, 0)
			}
		}
		return worth
	}
	best, most, enough := anchor, math.Inf(-1), math.Inf(-1)
	if own > 0 && g.at(anchor[0], anchor[1])&^disputed == own { // mostly this one is not far from the best
		enough = worth(int(math.Floor(anchor[0]/cell))-g.x, int(math.Floor(anchor[1]/cell))-g.y, enough)
	}
	for row := range g.h {
		for col, of := range g.of[row*g.w : (row+1)*g.w] {
			if of&^disputed != own {
				continue
			}
			if w := worth(col, row, enough); w > most && w >= enough {
				best, most, enough = orb.Point{(float64(g.x+col) + 0.5) * cell, (float64(g.y+row) + 0.5) * cell}, w, w
			}
		}
	}
	return best
}

// Line is the line that leads from a name to its land, in pixels; ok is false if it
// needs none.
func (w *Placed) Line(to draw.Affine, px float64) (from, at orb.Point, ok bool) {
	if !w.led {
		return from, at, false
	}
	unit := draw.Affine{SX: to.SX / px, SY: to.SY / px, TX: to.TX / px, TY: to.TY / px}
	from, _ = w.lineFrom(unit, draw.UnionOf(w.Boxes(unit)))
	return orb.Point{from[0] * px, from[1] * px}, to.Apply(w.Anchor), true
}

// lineFrom is where the line from lettering that covers text begins and ends, in
// layout pixels.
func (w *Placed) lineFrom(unit draw.Affine, text draw.Box) (from, at orb.Point) {
	at = unit.Apply(w.Anchor)
	x, y := nearest(text.Pad(2), at)
	return orb.Point{x, y}, at
}

// RunsUnder says that the line of w lies under the names and markers on its way:
// there was no other.
func (w *Placed) RunsUnder() bool { return w.below }

// LineBoxes is what the line of a name covers outside the marker that it leads to,
// nothing without one.
func (w *Placed) LineBoxes(to draw.Affine) []draw.Box {
	if !w.led {
		return nil
	}
	l := w.line(to, draw.UnionOf(w.Boxes(to)))
	return l.boxes(nil, l.free)
}

// lineParts is how many parts a line has, as many at every scale.
const lineParts = 30

// line is the line from a name to its place.
type line struct {
	from, at orb.Point
	half     float64 // of the width of a box about the end of one of its parts
	free     int     // the last part that does not lie under the marker that it leads to; less than 0 if all do
}

// line is the line from lettering that covers text.
func (w *Placed) line(to draw.Affine, text draw.Box) *line {
	l := newLine(w.lineFrom(to, text))
	if w.own > 0 {
		l.free = int(math.Floor(lineParts * (1 - w.own/math.Hypot(l.at[0]-l.from[0], l.at[1]-l.from[1]))))
	}
	return l
}

func newLine(from, at orb.Point) *line {
	return &line{from, at, max(1, math.Hypot(at[0]-from[0], at[1]-from[1])/(2*lineParts)), lineParts}
}

// boxes appends what it covers, as far as a part.
func (l *line) boxes(out []draw.Box, last int) []draw.Box {
	for i := range last + 1 {
		out = append(out, l.box(i))
	}
	return out
}

// box is what it covers about the end of one of its parts.
func (l *line) box(i int) draw.Box {
	t := float64(i) / lineParts
	x, y := l.from[0]+t*(l.at[0]-l.from[0]), l.from[1]+t*(l.at[1]-l.from[1])
	return draw.Box{X0: x - l.half, Y0: y - l.half, X1: x + l.half, Y1: y + l.half}
}

// bound is the box that holds the first of these: they move one way from end to end.
func (l *line) bound() draw.Box { return l.box(0).Union(l.box(l.free)) }
