package names

import (
	"math"

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
	size, width := w.Type.Size, w.width(w.Lines[0])
	for _, s := range sides {
		c := w
		gap := reach + 4
		c.Held = s.held()
		c.dx = -s.hx*width + (1-2*s.hx)*gap*s.out
		c.dy = size*0.36 + s.vy*(gap+size*0.34)
		if l.try(&c) {
			if c.Dot > 0 {
				l.crowd.add(l.dotBody(c))
			}
			return true
		}
	}
	return false
}

// markerLabel writes the label of a marker beside it.
func (l *Layout) markerLabel(s *Site) {
	if s.Label == "" {
		return
	}
	label := &Label{ID: s.ID, Text: s.Label, Second: s.Second, Kind: Capital}
	w := Placed{Label: label, Type: l.lettering(label), Lines: []string{s.Label}, Anchor: s.At}
	l.beside(w, s.R+5+s.Shoulder)
}
