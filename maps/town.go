package maps

import "math"

// side is where a label stands beside a point: hx of its width left of it, and
// the middle of its letters vy em below.
type side struct{ hx, vy, out float64 }

var sides = []side{{0, 0, 1}, {1, 0, 1}, {0, -0.75, 0.7}, {0, 0.75, 0.7}, {1, -0.75, 0.7}, {1, 0.75, 0.7}, {0.5, -1, 0}, {0.5, 1, 0}}

func (l *placer) town(w written) {
	w.dot = 2.3
	if w.label.Kind == NameCapital {
		w.dot = 3
	}
	reach := w.dot
	covered := false
	q := l.coarse.apply(w.anchor)
	cx, cy := int32(math.Floor(q[0]/siteCell)), int32(math.Floor(q[1]/siteCell))
	for y := cy - 1; y <= cy+1; y++ {
		for x := cx - 1; x <= cx+1; x++ {
			for _, i := range l.near[[2]int32{x, y}] {
				s := &l.sites[i]
				o := l.coarse.apply(s.at)
				if d := math.Hypot(o[0]-q[0], o[1]-q[1]); d < s.r+3 {
					covered = true
					reach = math.Max(reach, d+s.r+5+s.shoulder)
				}
			}
		}
	}
	if covered {
		w.dot = 0
	} else if !l.crowd.free(l.dotBody(w)) {
		return
	}
	l.beside(w, reach)
}

func (l *placer) dotBody(w written) body {
	box := func(to affine) []rect {
		q := to.apply(w.anchor)
		return []rect{{q[0] - w.dot - 1, q[1] - w.dot - 1, q[0] + w.dot + 1, q[1] + w.dot + 1}}
	}
	return body{coarse: box(l.coarse), fine: box(l.fine)}
}

// beside tries the sides of a point that is reach pixels wide each way.
func (l *placer) beside(w written, reach float64) {
	size, width := w.look.size, w.width(w.lines[0])
	for _, s := range sides {
		c := w
		gap := reach + 4
		c.dx = -s.hx*width + (1-2*s.hx)*gap*s.out
		c.dy = size*0.36 + s.vy*(gap+size*0.34)
		if l.try(&c) {
			if c.dot > 0 {
				l.crowd.add(l.dotBody(c))
			}
			return
		}
	}
}

// markerLabel writes the label of a marker beside it.
func (l *placer) markerLabel(s *site) {
	if s.label == "" {
		return
	}
	label := &Label{ID: s.id, Text: s.label, Kind: NameCapital}
	w := written{label: label, look: l.lettering(label), lines: []string{s.label}, anchor: s.at}
	l.beside(w, s.r+5+s.shoulder)
}
