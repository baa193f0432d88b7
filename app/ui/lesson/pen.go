package lesson

import (
	"math"
	"reflect"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/simplify"

	"c5atlas.org/c5atlas/app/scene"
)

// leaf is what was drawn over a scene.
type leaf struct {
	strokes []scene.Stroke
	cleared []scene.Stroke // what was there before all of it was cleared, until the next stroke
}

// writing is what the pen has done in a lesson. Scenes are counted from 0.
type writing struct {
	// Keep keeps what is drawn over the scenes with the lesson, and reports whether there
	// was room; nil: the lesson is nobody's yet, and a copy is offered when it ends.
	Keep func(strokes map[int][]scene.Stroke) bool

	leaves  map[int]*leaf
	before  map[int][]scene.Stroke // what the lesson had when it began, or was last kept
	pen     int                    // its colour
	drawing bool                   // the last stroke goes on
	even    float64                // what its line may deviate for its points to be fewer
	version int                    // grows with every change
}

// Points are written with four digits, in a window of 2,000 pixels a fifth of one, and
// lie no farther beside their pane than this.
const (
	fine   = 1e4
	beyond = 2
	even   = 8e-4 // what a line may deviate for its points to be fewer
)

// begin takes what a lesson has had drawn on its scenes.
func (w *writing) begin(deck []scene.Step) {
	w.leaves, w.before = map[int]*leaf{}, map[int][]scene.Stroke{}
	for i := range deck {
		if list := deck[i].Strokes; len(list) > 0 {
			w.leaves[i] = &leaf{strokes: slices.Clone(list)}
			w.before[i] = slices.Clone(list)
		}
	}
}

// Drawn is what is drawn over each scene now, by its index, and whether that is
// another than the lesson has.
func (s *Show) Drawn() (strokes map[int][]scene.Stroke, changed bool) {
	strokes = map[int][]scene.Stroke{}
	for i, x := range s.leaves {
		if len(x.strokes) > 0 {
			strokes[i] = slices.Clone(x.strokes)
		}
	}
	return strokes, !reflect.DeepEqual(strokes, s.before)
}

// Deck are the scenes of the lesson, without what was drawn over them since it began.
func (s *Show) Deck() []scene.Step { return s.deck }

// keep keeps what is drawn with the lesson.
func (s *Show) keep() {
	s.lift()
	now, changed := s.Drawn()
	switch {
	case !changed:
		s.hint(s.h.T("present.keepNone"))
	case s.Keep == nil:
		s.hint(s.h.T("present.keepLater"))
	case !s.Keep(now):
		s.hint(s.h.T("present.keepFull"))
	default:
		s.before = now
		s.hint(s.h.T("present.kept"))
	}
}

// seen are the strokes of the scene that are to be seen.
func (s *Show) seen() []scene.Stroke {
	x := s.leaves[s.at()]
	if x == nil {
		return nil
	}
	hidden := s.h.Store.State().Hidden
	var out []scene.Stroke
	for _, stroke := range x.strokes {
		if stroke.Shown(hidden) && (s.whole == 0 || stroke.Pane > 0) {
			out = append(out, stroke)
		}
	}
	return out
}

// leaf is that of the scene.
func (s *Show) leaf() *leaf {
	i := s.at()
	if s.leaves[i] == nil {
		s.leaves[i] = &leaf{}
	}
	return s.leaves[i]
}

func (s *Show) written() {
	s.version++
	s.moved()
}

// put begins a stroke at a point of a window that has the scene so.
func (s *Show) put(plan scene.Plan, x, y float64) {
	l := s.leaf()
	points := 0
	for _, stroke := range l.strokes {
		points += len(stroke.Points)
	}
	if len(l.strokes) >= scene.MaxStrokes || points >= scene.MaxPoints-mostPoints {
		s.hint(s.h.T("present.penFull"))
		return
	}
	pane := plan.Find(x, y).Pane
	at, near, ok := s.point(plan, pane, x, y)
	if !ok {
		return
	}
	s.drawing, s.even = true, even*near
	l.strokes, l.cleared = append(l.strokes, scene.Stroke{Pane: pane, Pen: s.pen, Hidden: s.h.Store.State().Hidden, Points: []orb.Point{at}}), nil
	s.written()
}

// mostPoints is how many a stroke has before it is lifted.
const mostPoints = 1500

// pull draws on to a point.
func (s *Show) pull(plan scene.Plan, x, y float64) {
	if !s.drawing {
		return
	}
	l := s.leaf()
	if len(l.strokes) == 0 {
		s.drawing = false // its scene has gone
		return
	}
	stroke := &l.strokes[len(l.strokes)-1]
	if _, seen := plan.Box(stroke.Pane); !seen {
		s.lift()
		return
	}
	at, _, ok := s.point(plan, stroke.Pane, x, y)
	if !ok || at == stroke.Points[len(stroke.Points)-1] {
		return
	}
	stroke.Points = append(stroke.Points, at)
	if len(stroke.Points) >= mostPoints {
		s.lift()
		return
	}
	s.written()
}

// lift ends the stroke.
func (s *Show) lift() {
	if !s.drawing {
		return
	}
	s.drawing = false
	if l := s.leaf(); len(l.strokes) > 0 {
		stroke := &l.strokes[len(l.strokes)-1]
		stroke.Points = simplify.DouglasPeucker(s.even).LineString(slices.Clone(stroke.Points))
	}
	s.written()
}

// point is a point of a window as a stroke of the pane has it, if it lies on the map
// that the pane may be and not too far off what the lesson shows of that. near is how
// many of the stroke's shares one of the pane's is.
func (s *Show) point(plan scene.Plan, pane int, x, y float64) (at orb.Point, near float64, ok bool) {
	spot, digits := plan.In(pane, x, y), float64(fine)
	near = 1
	at = orb.Point{min(max(spot.X, -beyond), 1+beyond), min(max(spot.Y, -beyond), 1+beyond)}
	if home, now, ok := plan.Sights(s.h.Room, &s.deck[s.at()], pane); ok {
		there := scene.Carried(now, home, at)
		if len(there) == 0 || !within(there[0][0]) || !within(there[0][1]) {
			return at, near, false
		}
		at, digits, near = there[0], 10*fine, now.Scale/home.Scale // it may be seen from near by
	}
	return orb.Point{math.Round(at[0]*digits) / digits, math.Round(at[1]*digits) / digits}, near, true
}

func within(v float64) bool { return v >= -beyond && v <= 1+beyond }

// unwrite takes the last stroke of the scene back, or brings back what was cleared.
func (s *Show) unwrite() {
	s.lift()
	l := s.leaf()
	switch n := len(l.strokes); {
	case n > 0:
		l.strokes = l.strokes[: n-1 : n-1]
	case l.cleared != nil:
		l.strokes, l.cleared = l.cleared, nil
	}
	s.written()
}

// wipe clears all that is drawn over the scene.
func (s *Show) wipe() {
	s.lift()
	if l := s.leaf(); len(l.strokes) > 0 {
		l.strokes, l.cleared = nil, l.strokes
	}
	s.written()
}

// dip takes the next colour, and the pen if it is not in the hand.
func (s *Show) dip() {
	if s.tool != pen {
		s.take(pen)
		return
	}
	s.pen = (s.pen + 1) % scene.Pens
	s.moved()
}
