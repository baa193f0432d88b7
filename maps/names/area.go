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

// InFrame says that the middle of an area lies in a window, and that it is large
// enough to be seen at a scale in metres per layout pixel.
func InFrame(area *geo.Shape, win orb.Bound, scale float64) bool {
	return area.Bound.Max[0]-area.Bound.Min[0] >= seen*scale && win.Contains(area.Bound.Center())
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
		if c := choices.at(i); l.try(c.placed(l, w.Label)) {
			return
		}
	}
}

// areaChoices are the places for the name of a disputed area: in it, at its edge,
// or beside it with a line.
func (l *Layout) areaChoices(key elsewhere, bound orb.Bound) *ranking {
	label := key.label
	lines := breakLines(label.Text, l.block(label, []string{label.Text}).width > 84*l.TypeScale)
	if key.below != "" {
		lines = append(slices.Clone(lines), strings.Split(key.below, "\n")...)
	}
	text := l.block(label, lines)
	middle := key.area.Bound.Center()
	anchor := l.coarse.Apply(middle)
	text.target = anchor
	at := l.coarse.Bound(key.area.Bound)
	hull := draw.Box{X0: at.Min[0], Y0: at.Min[1], X1: at.Max[0], Y1: at.Max[1]}
	most := longest * l.TypeScale
	seen := l.coarse.Bound(bound)
	reach := meet(seen, orb.Bound{
		Min: orb.Point{hull.X0 - most - text.width, hull.Y0 - most - text.height},
		Max: orb.Point{hull.X1 + most + text.width, hull.Y1 + most + text.height},
	})
	g := l.groundOf(l.metres(reach), "")
	const stepX, stepY = 4 * cell, 2 * cell
	var out []choice
	for y := math.Ceil(reach.Min[1]/stepY) * stepY; y < reach.Max[1]; y += stepY {
		for x := math.Ceil(reach.Min[0]/stepX) * stepX; x < reach.Max[0]; x += stepX {
			c := choice{text: text, x: x, y: y, cost: math.Hypot(x-anchor[0], y-anchor[1])}
			box := text.box(x, y)
			c.cost += longest * l.inFocus(g, box)
			switch {
			case key.area.Contains(orb.Point{x / l.coarse.SX, y / l.coarse.SY}):
			case box.Overlaps(hull.Pad(4)):
				c.cost += mostlyInOwn
			case c.leads(l, most):
				c.led = true
				c.cost += led
			default:
				continue
			}
			out = append(out, c)
		}
	}
	return rank(out)
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
