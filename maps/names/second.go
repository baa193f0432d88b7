package names

import (
	"math"
	"slices"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/draw/text"
)

// second is what the size of a second name is of that of the first.
const second = 0.82

// seconds writes second names under the names of states, capitals and markers,
// which all have their places: none of them goes for a second name. A name moves
// up a little if it and its second fit only so, as one block. Lesser names, of
// towns and waters, make room.
func (l *Layout) seconds() {
	if !slices.ContainsFunc(l.Placed, func(w *Placed) bool { return w.Label.Second != "" }) {
		return
	}
	all := l.Placed
	l.Placed, l.crowd = nil, newCrowd()
	for i := range l.Sites {
		l.crowd.add(l.siteBody(i))
	}
	at := map[*Placed]int32{}
	for _, w := range all {
		if w.first() {
			at[w] = int32(len(l.crowd.bodies))
			l.crowd.add(w.body)
			l.addDot(w)
		}
	}
	for i, w := range all {
		if !w.first() {
			continue
		}
		if w.Label.Second != "" {
			l.crowd.bodies[at[w]] = body{}
			all[i] = l.doubled(w)
			l.crowd.add(all[i].body)
			if s := all[i].Second; s != nil {
				l.crowd.add(s.body)
			}
		}
	}
	for _, w := range all {
		if !w.first() {
			if !l.crowd.free(w.body) || w.Dot > 0 && !l.crowd.free(l.dotBody(*w)) {
				continue
			}
			l.crowd.add(w.body)
			l.addDot(w)
		}
		l.Placed = append(l.Placed, w)
	}
}

// first says that no second name takes the place of w.
func (w *Placed) first() bool { return w.Label.Kind == Country || w.Label.Kind == Capital }

func (l *Layout) addDot(w *Placed) {
	if w.Dot > 0 {
		l.crowd.add(l.dotBody(*w))
	}
}

// doubled is w with its second name if there is room for both, else w.
func (l *Layout) doubled(w *Placed) *Placed {
	under := w.under(l.Regular, Smallest*l.TypeScale)
	line := under.Type.Size
	for _, up := range []float64{0, 0.5, 1} {
		if up > 0 && w.copy {
			break // it stands where its country holds it
		}
		a, b := *w, *under
		if w.course == nil {
			a.dy, b.dy = a.dy-up*line, b.dy-up*line
		} else {
			a.lift, b.lift = a.lift+up*line, b.lift+up*line
		}
		if (up == 0 || l.fits(&a)) && l.fits(&b) {
			a.Second = &b
			return &a
		}
	}
	return w
}

// under is the second name of w below it: along the same course, or below its last
// line and held where that is.
func (w *Placed) under(face *text.Face, least float64) *Placed {
	s := *w
	s.Lines, s.Dot, s.Second = []string{w.Label.Second}, 0, nil
	s.Type.Face, s.Type.upper = face, false
	s.Type.Size = math.Max(least, second*w.Type.Size)
	s.Type.spacing = math.Min(s.Type.spacing, 0.04)
	drop := 0.24*w.Type.Size + 0.8*s.Type.Size
	if w.course != nil {
		s.lift -= drop
		return &s
	}
	wide := 0.0
	for _, line := range w.Lines {
		wide = math.Max(wide, w.width(line))
	}
	switch w.Held {
	case draw.End:
		s.dx += wide - s.width(w.Label.Second)
	case draw.Middle:
		s.dx += (wide - s.width(w.Label.Second)) / 2
	}
	s.dy += float64(len(w.Lines)-1)*w.Type.Size*lineHeight + drop
	return &s
}
