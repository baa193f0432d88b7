package names

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// side is where a label stands beside a point: hx of its width left of it, and
// the middle of its letters vy em below.
type side struct{ hx, vy, out float64 }

var sides = []side{{0, 0, 1}, {1, 0, 1}, {0, -0.75, 0.7}, {0, 0.75, 0.7}, {1, -0.75, 0.7}, {1, 0.75, 0.7}, {0.5, -1, 0}, {0.5, 1, 0}}

// held is the part of a label that stands beside its point.
func (s side) held() draw.Anchor {
	switch s.hx {
	case 0:
		return draw.Start
	case 1:
		return draw.End
	}
	return draw.Middle
}

// maxSite is the most layout pixels that a marker is wide at each side, as far as names
// beside others heed it.
const maxSite = 40

// sameSpot is the layout pixels within which a marker stands for the town itself.
const sameSpot = 4

// town writes the name of a town beside its dot, or beside the marker that stands
// for it. If another marker hides the dot there is no name: it would say that
// the town is elsewhere.
func (l *Layout) town(w Placed) {
	w.Dot = 2.3
	if w.Label.Kind == Capital {
		w.Dot = 3
	}
	reach := w.Dot
	q := l.coarse.Apply(w.Anchor)
	cx, cy := int32(math.Floor(q[0]/siteCell)), int32(math.Floor(q[1]/siteCell))
	for y := cy - 1; y <= cy+1; y++ {
		for x := cx - 1; x <= cx+1; x++ {
			for _, i := range l.near[[2]int32{x, y}] {
				s := &l.Sites[i]
				o := l.coarse.Apply(s.At)
				switch d := math.Hypot(o[0]-q[0], o[1]-q[1]); {
				case d < sameSpot:
					w.Dot = 0
					reach = math.Max(reach, d+s.R+5+s.Shoulder)
				case d < s.R+3:
					return
				}
			}
		}
	}
	if w.Dot > 0 && !l.crowd.free(l.dotBody(w)) {
		return
	}
	l.beside(w, reach)
}

func (l *Layout) dotBody(w Placed) body {
	box := func(to draw.Affine) []draw.Box {
		q := to.Apply(w.Anchor)
		return []draw.Box{{X0: q[0] - w.Dot - 1, Y0: q[1] - w.Dot - 1, X1: q[0] + w.Dot + 1, Y1: q[1] + w.Dot + 1}}
	}
	return body{coarse: box(l.coarse), fine: box(l.fine)}
}

// beside tries the sides of a point that is reach pixels wide each way.
func (l *Layout) beside(w Placed, reach float64) bool {
	return l.around(w, sides, reach, func(c *Placed) bool {
		if !l.try(c) {
			return false
		}
		if c.Dot > 0 {
			l.crowd.add(l.dotBody(*c))
		}
		return true
	})
}

// around offers a name at sides of a point that is reach pixels wide each way, until
// one is taken.
func (l *Layout) around(w Placed, sides []side, reach float64, take func(*Placed) bool) bool {
	size, width := w.Type.Size, w.width(w.Lines[0])
	for _, s := range sides {
		c := w
		gap := reach + 4
		c.Held = s.held()
		c.dx = -s.hx*width + (1-2*s.hx)*gap*s.out
		c.dy = size*0.36 + s.vy*(gap+size*0.34)
		if take(&c) {
			return true
		}
	}
	return false
}

// markerSides are the sides of a marker, which is larger than the dot of a town, and has
// a figure at its upper right: a name may stand a little above or below its middle.
var markerSides = slices.Concat([]side{{0, 0, 1}, {0, 0.2, 1}, {0, 0.4, 0.95}, {1, 0, 1}, {1, 0.4, 0.95}, {0, -0.4, 0.95}, {1, -0.4, 0.95}}, sides[2:])

// markerLabels writes the labels of the first markers, or those of the others.
func (l *Layout) markerLabels(first bool) {
	for i := range l.Sites {
		s := &l.Sites[i]
		if s.Foremost != first {
			continue
		}
		l.aroundMarker(s, func(w *Placed) bool {
			if l.astray(w, i) || !l.try(w) {
				return false
			}
			l.marks[i] = w.Label
			return true
		})
	}
}

// markerName is the label of a marker, whole or short, to be put beside it.
func (l *Layout) markerName(s *Site, text string) Placed {
	label := &Label{ID: s.ID, Text: text, Kind: Capital}
	if text == s.Label {
		label.Second = s.Second
	}
	return Placed{Label: label, Type: l.lettering(label), Lines: []string{text}, Anchor: s.At}
}

// aroundMarker offers the label of a marker beside it, and then the short one, until one
// is taken.
func (l *Layout) aroundMarker(s *Site, take func(*Placed) bool) bool {
	for _, text := range []string{s.Label, s.Short} {
		if text == "" {
			continue
		}
		w := l.markerName(s, text)
		for _, out := range []float64{0, s.Shoulder} { // over its figure, if there is no other place
			if (out == 0 || s.Shoulder > 0) && l.around(w, markerSides, s.R+5+out, take) {
				return true
			}
		}
	}
	return false
}

// offMarker offers the label of a marker a little off, with a line to it, as the last that
// can be done for it.
func (l *Layout) offMarker(s *Site, take func(*Placed) bool) bool {
	for _, text := range []string{s.Label, s.Short} {
		if text == "" {
			continue
		}
		w := l.markerName(s, text)
		w.led, w.below = true, true
		for _, off := range []float64{12, 24} {
			if l.around(w, markerSides, s.R+5+off*l.TypeScale, func(c *Placed) bool { return !l.lineCrosses(c, s) && take(c) }) {
				return true
			}
		}
	}
	return false
}

// lineCrosses says that something lies on the line from a name to its marker, before it
// comes to that.
func (l *Layout) lineCrosses(w *Placed, s *Site) bool {
	from, at := w.lineFrom(l.coarse, draw.UnionOf(w.Boxes(l.coarse)))
	way := math.Hypot(at[0]-from[0], at[1]-from[1])
	own := (1.5*s.R + 5) / way // the corners of its box are farther off than its edge
	return own >= 1 || l.crowd.cross(from, orb.Point{at[0] + own*(from[0]-at[0]), at[1] + own*(from[1]-at[1])})
}

// aside is how far, in layout pixels, a name with a line keeps from other markers.
const aside = 14.0

// astray says that a name is nearer to another marker than to its own, or, with a line to
// its own, near to another one: it would be read as that one's.
func (l *Layout) astray(w *Placed, own int) bool {
	text := draw.UnionOf(w.Boxes(l.coarse))
	gap := func(i int) float64 {
		q := l.coarse.Apply(l.Sites[i].At)
		x, y := nearest(text, q)
		return math.Hypot(q[0]-x, q[1]-y) - l.Sites[i].R
	}
	mine := gap(own)
	if w.led {
		mine = aside * l.TypeScale
	}
	reach := text.Pad(mine + maxSite)
	for y := math.Floor(reach.Y0 / siteCell); y <= math.Floor(reach.Y1/siteCell); y++ {
		for x := math.Floor(reach.X0 / siteCell); x <= math.Floor(reach.X1/siteCell); x++ {
			for _, i := range l.near[[2]int32{int32(x), int32(y)}] {
				if int(i) != own && l.Sites[i].ID != "" && gap(int(i)) < mine {
					return true
				}
			}
		}
	}
	return false
}

// MarkerElsewhere is where else beside marker i its label may stand, in a window in which
// its own place does not show: the first that take wants, nil for none. One that is
// foremost may stand off with a line to it.
func (l *Layout) MarkerElsewhere(i int, take func(*Placed) bool) (found *Placed) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := &l.Sites[i]
	free := func(w *Placed) bool {
		if l.astray(w, i) || !l.clear(w, l.firm) || !take(w) {
			return false
		}
		found = w
		return true
	}
	if !l.aroundMarker(s, free) && s.Foremost {
		l.offMarker(s, free)
	}
	return found
}

// Mark is the label that marker i writes in its place, nil for none.
func (l *Layout) Mark(i int) *Label { return l.marks[i] }
