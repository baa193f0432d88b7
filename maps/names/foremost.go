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
	g := l.groundOf(l.metres(meet(l.coarse.Bound(home.Bound).Pad(reach), near)), label.ID)
	choices := l.choices(label, g, false)
	for _, under := range []bool{false, true} {
		for _, c := range choices {
			if under && !c.led || l.crowd.covers(c.text.box(c.x, c.y)) {
				continue
			}
			w := c.placed(l, label)
			if w.below = under; l.try(w) {
				return
			}
		}
	}
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

// choice is a place where a name may stand.
type choice struct {
	text   *block
	x, y   float64 // of its middle, pixels of the coarse plane
	target orb.Point
	led    bool // by a line to the target
	cost   float64
}

// block is lines of type to be placed as one.
type block struct {
	Type          Type
	lines         []string
	width, height float64 // layout pixels
}

func (l *Layout) block(label *Label, lines []string) *block {
	b := &block{Type: l.lettering(label), lines: lines}
	b.Type.Size, b.Type.spacing = Smallest*l.TypeScale, 0.02
	for _, line := range lines {
		b.width = max(b.width, b.Type.width(line))
	}
	b.height = b.Type.Size * (1 + float64(len(lines)-1)*lineHeight)
	return b
}

func (b *block) box(x, y float64) draw.Box {
	return draw.Box{X0: x - b.width/2, Y0: y - b.height/2, X1: x + b.width/2, Y1: y + b.height/2}
}

// placed is the name at its place.
func (c *choice) placed(l *Layout, label *Label) *Placed {
	w := &Placed{Label: label, Type: c.text.Type, Lines: c.text.lines, Held: draw.Middle, led: c.led}
	at := c.target
	if !c.led {
		at = orb.Point{c.x, c.y}
	}
	w.Anchor = orb.Point{at[0] / l.coarse.SX, at[1] / l.coarse.SY}
	w.dx, w.dy = c.x-at[0]-c.text.width/2, c.y-at[1]-c.text.height/2+0.76*w.Type.Size
	return w
}

// How a name stands, the best first.
const (
	inOwn        = iota * 1e5 // in its land
	mostlyInOwn               // with a part over land that heeds no names, or the sea
	ajar                      // with an end over others' land
	shortInOwn                // the short name, in the same ways
	shortMostly               //
	shortAjar                 //
	led                       // beside its land, with a line
	overOthers                // with a large part over others' land
	ledOver                   // beside it, over others' land
	shortLed                  // the short name again
	shortOver                 //
	shortLedOver              //
)

// choices are the places in a part of the plane where the name of a country may
// stand, the best first. Of a country that lies partly in a window alone, only
// those in its land.
func (l *Layout) choices(label *Label, g *ground, window bool) []choice {
	own := l.number(label.ID)
	anchor := l.coarse.Apply(l.Projection.Project(label.LonLat))
	texts := []*block{l.block(label, []string{strings.ToUpper(label.Text)})}
	if label.Short != "" {
		texts = append(texts, l.block(label, []string{strings.ToUpper(label.Short)}))
	}
	center := l.metres(orb.Bound{Min: anchor, Max: anchor}).Min
	part := window && !g.bound.Contains(center)
	state := l.State(label)
	lead := !part && (state || l.partyTo(label.ID))
	target := anchor
	if lead {
		target = l.target(g, own, anchor)
	}
	step := 1
	if window {
		step = 3 // so that a name holds still for a while when the window moves
	}
	var out []choice
	land := g.landOf(own)
	for n, text := range texts {
		frame := frameOf(text)
		for row := range g.h {
			y := (float64(g.y+row) + 0.5) * cell
			for col := range g.w {
				if (g.x+col)%step != 0 || (g.y+row)%step != 0 {
					continue
				}
				x := (float64(g.x+col) + 0.5) * cell
				in := g.of[row*g.w+col]&^disputed == own
				if !in && !lead {
					continue
				}
				away := math.Hypot(x-anchor[0], y-anchor[1])
				c := choice{text: text, x: x, y: y, target: target}
				mine, others, claimed := 0.0, 0.0, false
				if in || lead && away < longest*l.TypeScale+text.width {
					mine, others, claimed = land.under(frame, col, row)
				}
				short := float64(n) * (shortInOwn - inOwn)
				switch {
				case claimed, mine == 0 && !lead:
					continue
				case mine >= 0.96:
					c.cost = inOwn + short
				case in && mine >= 0.45 && others < 0.08:
					c.cost = mostlyInOwn + short
				case in && mine >= 0.7:
					c.cost = ajar + short
				case lead && mine < 0.3 && others == 0 && c.leads(l, longest*l.TypeScale):
					c.cost, c.led = led+float64(n)*(shortLed-led), true
					if state && c.crosses(g, own) > 0.1 {
						c.cost += ledOver - led // no better than to stand there
					}
				case lead && state && in && mine >= 0.45:
					c.cost = overOthers + float64(n)*(shortOver-overOthers)
				case lead && state && mine < 0.3 && c.leads(l, longest*l.TypeScale):
					c.cost, c.led = ledOver+float64(n)*(shortLedOver-ledOver), true
				default:
					continue
				}
				switch {
				case c.led:
					away = math.Hypot(x-target[0], 2*(y-target[1])) + longest*l.TypeScale*c.crosses(g, own)
				case part:
					away = still(g.x+col, g.y+row)
				}
				c.cost += away
				out = append(out, c)
			}
		}
	}
	return cheapest(out)
}

// cheapest sorts choices by their cost, those that cost the same as they came.
func cheapest(all []choice) []choice {
	type key struct {
		cost float64
		n    int32
	}
	order := make([]key, len(all)) // choices are large: they move once
	for i := range order {
		order[i] = key{all[i].cost, int32(i)}
	}
	slices.SortFunc(order, func(a, b key) int {
		if a.cost != b.cost {
			return cmp.Compare(a.cost, b.cost)
		}
		return int(a.n - b.n)
	})
	out := make([]choice, len(all))
	for i, k := range order {
		out[i] = all[k.n]
	}
	return out
}

// still is the cost of a cell in a window that shows a part of a country alone: the
// fewer cells there are like it, the less, so that a name moves on in long steps.
func still(x, y int) float64 {
	for n, every := range []int{48, 24, 12, 6} {
		if x%every == 0 && y%every == 0 {
			return float64(n)
		}
	}
	return 4
}

// leads says that a line from the name to its target is neither so short that it
// is none nor too long.
func (c *choice) leads(l *Layout, most float64) bool {
	a, b := c.text.box(c.x, c.y).Pad(2), c.target
	x, y := nearest(a, b)
	d := math.Hypot(b[0]-x, b[1]-y)
	return d >= 6*l.TypeScale && d <= most
}

// crosses is the share of the line that lies over land of others.
func (c *choice) crosses(g *ground, own uint16) float64 {
	const n = 8
	x, y := nearest(c.text.box(c.x, c.y), c.target)
	over := 0.0
	for i := range n {
		t := float64(i) / n
		if k := g.at(x+t*(c.target[0]-x), y+t*(c.target[1]-y)) &^ disputed; k > 0 && k != own {
			over += 1.0 / n
		}
	}
	return over
}

// nearest is the point of a box that is nearest to another.
func nearest(b draw.Box, p orb.Point) (x, y float64) {
	return min(max(p[0], b.X0), b.X1), min(max(p[1], b.Y0), b.Y1)
}

// target is the point of a country that a line leads to: well inside, and where
// no marker is.
func (l *Layout) target(g *ground, own uint16, anchor orb.Point) orb.Point {
	best, most := anchor, math.Inf(-1)
	for row := range g.h {
		for col := range g.w {
			if g.of[row*g.w+col]&^disputed != own {
				continue
			}
			x, y := (float64(g.x+col)+0.5)*cell, (float64(g.y+row)+0.5)*cell
			worth := -0.05 * math.Hypot(x-anchor[0], y-anchor[1])
			for _, d := range [][2]float64{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {2, 0}, {-2, 0}, {0, 2}, {0, -2}} {
				if g.at(x+d[0]*cell, y+d[1]*cell)&^disputed == own {
					worth++
				}
			}
			for i := range l.Sites {
				s := &l.Sites[i]
				q := l.coarse.Apply(s.At)
				worth += 2 * math.Min(math.Hypot(q[0]-x, q[1]-y)-s.R-6, 0)
			}
			if worth > most {
				best, most = orb.Point{x, y}, worth
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

// LineBoxes is what the line of a name covers, nothing without one.
func (w *Placed) LineBoxes(to draw.Affine) []draw.Box {
	if !w.led {
		return nil
	}
	return w.lineBoxes(to, draw.UnionOf(w.Boxes(to)))
}

// lineBoxes is what the line covers from lettering that covers text.
func (w *Placed) lineBoxes(to draw.Affine, text draw.Box) []draw.Box {
	from, at := w.lineFrom(to, text)
	const n = 30 // as many at every scale
	out := make([]draw.Box, n+1)
	half := max(1, math.Hypot(at[0]-from[0], at[1]-from[1])/(2*n))
	for i := range out {
		t := float64(i) / n
		x, y := from[0]+t*(at[0]-from[0]), from[1]+t*(at[1]-from[1])
		out[i] = draw.Box{X0: x - half, Y0: y - half, X1: x + half, Y1: y + half}
	}
	return out
}
