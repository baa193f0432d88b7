package lesson

import (
	"math"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/maps/geo"
)

// What is drawn over a map lies on the land: a stroke has its points where they are
// while the map looks as the lesson has it, and goes with the map when a hand moves it.

// sights are where a map pane looks in the lesson and where it looks now. ok is false
// where that is the same, and for a pane that is no map or not the store's view.
func (s *Show) sights(plan scene.Plan, pane int) (home, now geo.Viewport, ok bool) {
	x := &s.deck[s.at()]
	names := x.Panes.Parts()
	b, seen := plan.Box(pane)
	if pane < 1 || pane > len(names) || !seen || names[pane-1] != "map" || pane > 1 && x.Panes.Twice() || plan.Camera == x.View.Camera {
		return home, now, false
	}
	v := s.h.State()
	// The presenter's picture is small; the room's window is as high as suits its type.
	grow := v.TextSize / float64(max(sizes[s.larger], 1)) * leastType / floorShare / plan.Whole.Height()
	w, h := b.Width()*grow, b.Height()*grow
	v.Camera = x.View.Camera
	home = scene.Viewport(s.h.Room, v, w, h, 1)
	v.Camera = plan.Camera
	now = scene.Viewport(s.h.Room, v, w, h, 1)
	return home, now, !home.Empty() && !now.Empty()
}

// carried are points of a pane, in shares of it, that looked one way and looks
// another. Those that the other has not are left out.
func carried(from, to geo.Viewport, points ...orb.Point) []orb.Point {
	out := make([]orb.Point, 0, len(points))
	for _, p := range points {
		x, y := to.ToScreen(from.FromScreen(p[0]*from.Width, p[1]*from.Height))
		if x, y = x/to.Width, y/to.Height; math.Abs(x) < 1e4 && math.Abs(y) < 1e4 { // no NaN
			out = append(out, orb.Point{x, y})
		}
	}
	return out
}
