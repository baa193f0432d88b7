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

// seen is the width in layout pixels from which an area is seen to be hatched.
const seen = 16.0

// Parties lists the codes of the states that administer or claim an area.
func Parties(area *geo.Shape) []string {
	return strings.Split(area.Props["held"]+","+area.Props["by"], ",")
}

// InFrame says that the middle of an area lies in a window, or that of the window in the
// area, and that it is large enough to be seen at a scale in metres per layout pixel.
func InFrame(area *geo.Shape, win orb.Bound, scale float64) bool {
	return area.Bound.Max[0]-area.Bound.Min[0] >= seen*scale && (win.Contains(area.Bound.Center()) || area.Contains(win.Center()))
}

// Widths in layout pixels that disputed areas have their names from: those that
// lie apart, the members of a group, and the widest of a group, which has one name
// for all before.
const (
	namedArea   = seen
	namedMember = 28.0
	oneByOne    = 64.0
)

// hatched is the disputed areas that a label names: one, or those of a group.
func (s *Setting) hatched(l *Label) []*geo.Shape {
	if l.Kind != Disputed || s.Base == nil {
		return nil
	}
	var out []*geo.Shape
	for _, area := range s.Base.Areas {
		if id := area.Props["id"]; id == l.ID || slices.Contains(l.Areas, id) {
			out = append(out, area)
		}
	}
	return out
}

// names says that a label is used for its areas at the scale.
func (s *Setting) names(l *Label, areas []*geo.Shape) bool {
	k := s.Bucket.Coarse
	if len(l.Areas) > 0 {
		return width(boundOf(areas)) >= namedArea*k && !s.oneByOne(areas)
	}
	for i := range s.Labels {
		if group := &s.Labels[i]; slices.Contains(group.Areas, l.ID) {
			return width(areas[0].Bound) >= namedMember*k && s.oneByOne(s.hatched(group))
		}
	}
	return width(areas[0].Bound) >= namedArea*k
}

// oneByOne says that the areas of a group are large enough for names of their own.
func (s *Setting) oneByOne(areas []*geo.Shape) bool {
	return slices.ContainsFunc(areas, func(a *geo.Shape) bool { return width(a.Bound) >= oneByOne*s.Bucket.Coarse })
}

// NameOf is the label that names an area at the scale of the setting, nil for none.
func (l *Layout) NameOf(area *geo.Shape) *Label {
	for i := range l.Labels {
		label := &l.Labels[i]
		if areas := l.hatched(label); slices.Contains(areas, area) && l.names(label, areas) {
			return label
		}
	}
	return nil
}

// Speaker is the label that says of an area who the parties are where they are not
// named: that of its group, else its own; nil for none.
func (l *Layout) Speaker(area *geo.Shape) (speaker *Label) {
	id := area.Props["id"]
	for i := range l.Labels {
		switch label := &l.Labels[i]; {
		case label.Kind != Disputed:
		case slices.Contains(label.Areas, id):
			return label
		case label.ID == id:
			speaker = label
		}
	}
	return speaker
}

// area places the name of a disputed area, or of a group: in it, else at its edge,
// else beside it with a line.
func (l *Layout) area(w Placed) {
	areas := l.hatched(w.Label)
	if l.centred(w) || len(areas) == 0 {
		return
	}
	largest := slices.MaxFunc(areas, func(a, b *geo.Shape) int { return cmp.Compare(width(a.Bound), width(b.Bound)) })
	near := largest.Bound.Pad(3 * longest * l.TypeScale * l.Bucket.Coarse)
	choices := l.areaChoices(elsewhere{label: w.Label, area: largest}, near)
	for i := range choices.len() {
		if at := choices.at(i).placed(l, w.Label); l.try(&at) {
			return
		}
	}
}

// areaChoices are the places for the name of a disputed area: in it, at its edge,
// beside it with a line, or at last near it without one.
func (l *Layout) areaChoices(key elsewhere, bound orb.Bound) *ranking {
	label := key.label
	lines := breakLines(label.Text, l.block(label, []string{label.Text}).width > 84*l.TypeScale)
	if key.below != "" {
		lines = append(slices.Clone(lines), strings.Split(key.below, "\n")...)
	}
	anchor := l.coarse.Apply(key.area.Bound.Center())
	texts := l.aimed(l.block(label, lines), key)
	text := texts[0]
	at := l.coarse.Bound(key.area.Bound)
	hull := draw.Box{X0: at.Min[0], Y0: at.Min[1], X1: at.Max[0], Y1: at.Max[1]}
	const air = 4
	fine := l.Bucket.Fine / l.Bucket.Coarse // what touches there touches at every scale of the bucket
	most := longest * l.TypeScale
	part := l.coarse.Bound(bound)
	reach := meet(part, orb.Bound{
		Min: orb.Point{hull.X0 - most - text.width, hull.Y0 - most - text.height},
		Max: orb.Point{hull.X1 + most + text.width, hull.Y1 + most + text.height},
	})
	g := l.groundOf(l.metres(reach), "")
	const stepX, stepY = 4 * cell, 2 * cell
	var out []choice
	for y := math.Ceil(reach.Min[1]/stepY) * stepY; y < reach.Max[1]; y += stepY {
		for x := math.Ceil(reach.Min[0]/stepX) * stepX; x < reach.Max[0]; x += stepX {
			box := text.box(x, y)
			over := longest * l.inFocus(g, box)
			c := choice{text: text, x: x, y: y, cost: over + math.Hypot(x-anchor[0], y-anchor[1])}
			switch {
			case key.area.Contains(orb.Point{x / l.coarse.SX, y / l.coarse.SY}):
				out = append(out, c)
			case l.adjoins(text.smallest(x, y, fine), hull) && l.touches(append(l.hatched(label), key.area), text.smallest(x, y, fine).Pad(air*fine)):
				c.cost += mostlyInOwn
				out = append(out, c)
			default:
				if box.Overlaps(hull.Pad(air)) { // near it rather than nowhere
					last := c
					last.cost += shortLedOver
					out = append(out, last)
				}
				c.led = true
				for i := range texts {
					c.text, c.cost = texts[i], led+over+math.Hypot(x-texts[i].target[0], y-texts[i].target[1])
					if i > 0 {
						c.cost += overOthers - led
					}
					if c.leads(l, most) {
						out = append(out, c)
					}
				}
			}
		}
	}
	return rank(out)
}

// aimed is a name with a line to each of what it names that is seen to be hatched, that
// to the area first: the middle of one may lie under a legend that leaves another free.
func (l *Layout) aimed(text *block, key elsewhere) []*block {
	text.target = l.coarse.Apply(key.area.Bound.Center())
	out := []*block{text}
	for _, area := range l.hatched(key.label) {
		if middle := area.Bound.Center(); area != key.area && width(area.Bound) >= seen*l.Bucket.Coarse && area.Contains(middle) {
			other := *text
			other.target = l.coarse.Apply(middle)
			out = append(out, &other)
		}
	}
	return out
}

// adjoins says that a name stands beside the middle of the box round its area, or above
// or below it, or with its own near a corner: a long one that meets it only there is elsewhere.
func (l *Layout) adjoins(name, area draw.Box) bool {
	x, y := (name.X0+name.X1)/2, (name.Y0+name.Y1)/2
	middle, level := (area.X0+area.X1)/2, (area.Y0+area.Y1)/2
	return math.Abs(y-level) <= area.Height()/4 || name.X0 <= middle && name.X1 >= middle || area.Pad(Smallest*l.TypeScale).Contains(x, y)
}

// smallest is the box of a name where it covers least land, by the ratio of the scales.
func (b *block) smallest(x, y, fine float64) draw.Box {
	w, h := b.width/2*fine, b.height/2*fine
	return draw.Box{X0: x - w, Y0: y - h, X1: x + w, Y1: y + h}
}

// touches says that land of areas is in a box: a point of an edge, or one is all
// round the box. A corner of the box round a slanting area may be far from it.
func (l *Layout) touches(areas []*geo.Shape, b draw.Box) bool {
	box := l.metres(orb.Bound{Min: orb.Point{b.X0, b.Y0}, Max: orb.Point{b.X1, b.Y1}})
	return slices.ContainsFunc(areas, func(area *geo.Shape) bool {
		for i, ring := range area.Parts {
			if area.Bounds[i].Intersects(box) && slices.ContainsFunc(ring, box.Contains) {
				return true
			}
		}
		return area.Contains(box.Center())
	})
}

// inFocus is the share of a box over states in focus, by its middle and corners.
func (l *Layout) inFocus(g *ground, b draw.Box) float64 {
	n := 0.0
	for _, at := range [][2]float64{{(b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2}, {b.X0, b.Y0}, {b.X1, b.Y0}, {b.X0, b.Y1}, {b.X1, b.Y1}} {
		if k := g.at(at[0], at[1]) &^ disputed; k > 0 && l.Focus[l.Base.Countries[k-1].Props["iso"]] {
			n += 0.2
		}
	}
	return n
}

// boundOf is the box round areas, empty of none.
func boundOf(areas []*geo.Shape) orb.Bound {
	if len(areas) == 0 {
		return orb.Bound{}
	}
	b := areas[0].Bound
	for _, a := range areas[1:] {
		b = b.Union(a.Bound)
	}
	return b
}
