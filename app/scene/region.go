package scene

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/app/dataset"
	"c5atlas.org/c5atlas/app/i18n"
	"c5atlas.org/c5atlas/app/state"
	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/internal/sorts"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// Region is where the map of a package lies: the states that its profile names,
// a projection that suits them, and what the fitted view holds.
type Region struct {
	Projection geo.Projection
	// Corners is what the fitted view holds, in degrees: corner points of the
	// states, and the places of meetings not far beyond them.
	Corners []orb.Point

	states  []orb.Point     // corner points of the states alone, degrees
	outline []orb.Point     // of the states, and those places, projected metres
	height  float64         // of the states, projected metres
	beyond  map[string]bool // places of meetings that the fitted view leaves out
}

// world is what a map shows of a package without states or places.
var world = []orb.Point{{-170, 0}, {-60, -55}, {0, 75}, {60, -55}, {170, 0}}

// regionOf finds the region of a package. Without states of the base map it is
// the places of its meetings.
func regionOf(d *dataset.Dataset, atlas *maps.Atlas) (*Region, error) {
	g := &Region{beyond: map[string]bool{}}
	var err error
	if g.states, err = atlas.Extent(d.Profile.Region); err != nil {
		return nil, err
	}
	places := meetingPlaces(d)
	if len(g.states) == 0 {
		for _, p := range places {
			if onLand(p) {
				g.states = append(g.states, p.LonLat)
			}
		}
	}
	if len(g.states) == 0 {
		g.states = world
	}
	g.Projection = geo.ProjectionFor(g.states)
	frame := g.bound(g.states)
	g.height = frame.Max[1] - frame.Min[1]
	if g.outline, err = atlas.Outline(d.Profile.Region, g.Projection); err != nil {
		return nil, err
	}
	g.take(frame, places)
	return g, nil
}

// meetingPlaces is the places where meetings were held.
func meetingPlaces(d *dataset.Dataset) []*dataset.Place {
	seen := map[string]bool{}
	var out []*dataset.Place
	for i := range d.Meetings {
		if p := spot(d, &d.Meetings[i]); p != nil && !seen[p.ID] {
			seen[p.ID] = true
			out = append(out, p)
		}
	}
	return out
}

// onLand says whether the base map goes as far south as a place; no map shows
// one beyond it, where nothing would be drawn but the symbol.
func onLand(p *dataset.Place) bool { return p.LonLat[1] >= geo.SouthernEnd }

// bound is a box round places, in projected metres.
func (g *Region) bound(places []orb.Point) orb.Bound {
	b := orb.Bound{Min: g.Projection.Project(places[0]), Max: g.Projection.Project(places[0])}
	for _, p := range places[1:] {
		b = b.Extend(g.Projection.Project(p))
	}
	return b
}

// mostWiden is how many times as wide or as high as the states the fitted view
// may get, so that it takes in places beyond them.
const mostWiden = 2

// take widens the fitted view to places beyond the states, the nearest first,
// while the states keep half of its width and height.
func (g *Region) take(frame orb.Bound, places []*dataset.Place) {
	g.Corners = slices.Clone(g.states)
	type far struct {
		place *dataset.Place
		grown float64
	}
	size := func(b orb.Bound) (w, h float64) { return b.Max[0] - b.Min[0], b.Max[1] - b.Min[1] }
	w0, h0 := size(frame)
	grown := func(b orb.Bound) float64 {
		w, h := size(b)
		return math.Max(w/math.Max(w0, 1), h/math.Max(h0, 1))
	}
	var out []far
	for _, p := range places {
		if !onLand(p) {
			g.beyond[p.ID] = true
		} else if at := g.Projection.Project(p.LonLat); !frame.Contains(at) {
			out = append(out, far{p, grown(frame.Extend(at))})
		}
	}
	sorts.Stable(out, func(a, b far) int { return cmp.Compare(a.grown, b.grown) })
	for _, f := range out {
		at := g.Projection.Project(f.place.LonLat)
		wider := frame.Extend(at)
		if grown(wider) > mostWiden {
			g.beyond[f.place.ID] = true
			continue
		}
		frame = wider
		g.Corners = append(g.Corners, f.place.LonLat)
		g.outline = append(g.outline, at)
	}
}

// Beyond reports whether the place of a meeting is too far off for the map of the
// region: the fitted view leaves it out.
func (g *Region) Beyond(place string) bool { return g.beyond[place] }

// Hides reports whether a box of the screen, in layout pixels, lies on one of
// the states.
func (g *Region) Hides(v geo.Viewport, box draw.Box) bool {
	for _, q := range g.outline {
		if x, y := v.PlaneToScreen(q); box.Contains(x, y) {
			return true
		}
	}
	return false
}

// RoomBeside is how far from the left edge of the screen, or the right one, the
// states begin below a row, in layout pixels; the width of the window if they
// end above it.
func (g *Region) RoomBeside(v geo.Viewport, row float64, right bool) float64 {
	room := v.Width
	for _, q := range g.outline {
		x, y := v.PlaneToScreen(q)
		if right {
			x = v.Width - x
		}
		if y > row {
			room = math.Min(room, x)
		}
	}
	return room
}

// near is the kilometres across the height of the map when a lesson looks at one
// meeting: near enough to show where, far enough to show whose neighbour.
func (g *Region) near() float64 {
	return math.Min(math.Max(math.Round(g.height*5/8/100e3)*100, minSpan*5), maxSpan)
}

// shows says whether a map shows the place of a meeting: the fitted view unless
// it lies beyond, another if it is in the window.
func (g *Region) shows(p *dataset.Place, fits bool, v geo.Viewport) bool {
	if fits {
		return !g.Beyond(p.ID)
	}
	x, y := v.ToScreen(p.LonLat)
	return onLand(p) && x >= 0 && y >= 0 && x <= v.Width && y <= v.Height
}

// outside is the places that a map leaves out, with the statements of the
// meetings shown there, the most first, and the sum.
func outside(r *Room, sel *Selection, s state.State, v geo.Viewport) (places []string, count map[string]int, sum int) {
	count = map[string]int{}
	for _, id := range sel.Meetings {
		place := spot(r.Data, r.Data.Meeting(id))
		if k := sel.ByMeeting.Of(id); k > 0 && place != nil && !r.Region().shows(place, s.Camera.Fits(), v) {
			if count[place.ID] == 0 {
				places = append(places, place.ID)
			}
			count[place.ID] += k
			sum += k
		}
	}
	sorts.Stable(places, func(a, b string) int { return count[b] - count[a] })
	return places, count, sum
}

// OutsideNote counts the statements of the meetings shown whose places a map of
// a part of the world leaves out; "" if there are none. With those on the map
// and those without a place they are all that the view counts.
func OutsideNote(r *Room, sel *Selection, s state.State, p *i18n.Printer, v geo.Viewport) string {
	places, count, sum := outside(r, sel, s, v)
	if sum == 0 {
		return ""
	}
	const most = 5
	var list []string
	for i, id := range places {
		if i == most {
			list = append(list, "…")
			break
		}
		list = append(list, r.Data.NameAt(id, mapDate(r.Data, s)).In(p.Lang())+" "+p.Int(count[id]))
	}
	return p.N("scene.outsideSection", sum, i18n.Args{"List": strings.Join(list, ", ")})
}
