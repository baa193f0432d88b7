package scene

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/maps/geo"
)

// What is drawn over a map lies on the land: its points are shares of one and the same
// map of the scene's view, whatever window or page shows another part of the land.

// homeWidth and homeHeight are the layout pixels of that map, and homeType the size of
// its type.
const (
	homeWidth, homeHeight = 1600, 1000
	homeType              = 1.5
)

// Home is where the map looks that strokes over maps of the view are shares of.
func Home(r *Room, v state.View) geo.Viewport {
	return Viewport(r, state.State{View: v, Person: state.Person{TextSize: homeType}}, homeWidth, homeHeight, 1)
}

// Carried are points of one map, in shares of it, as shares of another. Those that the
// other cannot have are left out.
func Carried(from, to geo.Viewport, points ...orb.Point) []orb.Point {
	out := make([]orb.Point, 0, len(points))
	for _, p := range points {
		x, y := to.ToScreen(from.FromScreen(p[0]*from.Width, p[1]*from.Height))
		if x, y = x/to.Width, y/to.Height; math.Abs(x) < 1e4 && math.Abs(y) < 1e4 { // no NaN
			out = append(out, orb.Point{x, y})
		}
	}
	return out
}

// Sights are the map that strokes over a pane of the scene are shares of, and the one
// that the pane shows in the plan. ok is false for a pane that is no map or not seen.
func (p Plan) Sights(r *Room, x *Step, pane int) (home, now geo.Viewport, ok bool) {
	if pane < 1 || pane > len(p.Maps) || p.Maps[pane-1].Empty() {
		return home, now, false
	}
	v := x.View
	if pane > 1 && x.Panes.Twice() {
		v = x.Beside
	}
	return Home(r, v), p.Maps[pane-1], true
}

// Lying are strokes of the scene where they lie in the plan.
func (p Plan) Lying(r *Room, x *Step, strokes []Stroke) []Stroke {
	type sight struct {
		home, now geo.Viewport
		ok        bool
	}
	of := map[int]sight{} // by pane: one has many strokes
	out := make([]Stroke, len(strokes))
	for i, s := range strokes {
		at, known := of[s.Pane]
		if !known {
			at.home, at.now, at.ok = p.Sights(r, x, s.Pane)
			of[s.Pane] = at
		}
		if at.ok {
			s.Points = Carried(at.home, at.now, s.Points...)
		}
		out[i] = s
	}
	return out
}
