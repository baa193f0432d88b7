package geo

import (
	"slices"
	"strconv"
	"sync"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// Projected is a level under a projection, nil if the atlas does not have it.
func (a *Atlas) Projected(level int, p Projection) *Projected {
	made, err := a.project(level, p)
	if err != nil {
		return nil
	}
	return made
}

// Disputed is the classes of boundaries other than international in the window,
// with "area" if a disputed area is, as the coarsest level has them. Without it
// there are none.
func (a *Atlas) Disputed(v Viewport) map[string]bool {
	found := map[string]bool{}
	l, win := a.Projected(0, v.Projection), v.Bound()
	if l == nil {
		return found
	}
	in := func(s *Shape) bool {
		return s.Bound.Intersects(win) && slices.ContainsFunc(s.Parts, func(part []orb.Point) bool { return slices.ContainsFunc(part, win.Contains) })
	}
	round := func(s *Shape) bool { return s.Bound.Intersects(win) && s.Contains(win.Center()) }
	for _, s := range l.Borders {
		if kind := s.Props["kind"]; kind != "international" && !found[kind] && in(s) {
			found[kind] = true
		}
	}
	if slices.ContainsFunc(l.Areas, in) || slices.ContainsFunc(l.Areas, round) {
		found["area"] = true
	}
	return found
}

// Shading is the relief under a projection, nil if it is not loaded. The picture
// itself is not kept, for it is large: another projection decodes it again.
func (a *Atlas) Shading(p Projection) *draw.Texture {
	a.state.RLock()
	got, ready, whole := a.shades[p], a.ready, a.whole
	a.state.RUnlock()
	if got.Texture != nil || !ready {
		return got.Texture
	}
	made, err := a.shadeFor(p, whole)
	if err != nil {
		return nil // it decoded before; nothing but memory can fail
	}
	return made
}

// Projected is a level in metres, by layer.
type Projected struct {
	Bound                                 orb.Bound // degrees within 180 of the projection's meridian
	Countries, Areas, Lakes               []*Shape
	Borders, Coast, Claims, Admin, Rivers []*Shape
	Islets                                []*Shape

	mu    sync.Mutex // guards what follows
	inset orb.Bound  // window of the inset drawn last
	small []*Shape   // countries in it
}

// Shape is a projected feature.
type Shape struct {
	draw.Path
	Props map[string]string
	Rank  int
}

func newShape(f Feature, p Projection, tolerance float64) *Shape {
	s := &Shape{Path: draw.Path{Closed: f.Closed}, Props: f.Props}
	s.Rank, _ = strconv.Atoi(f.Props["rank"])
	for _, part := range f.Parts {
		ProjectPath(&s.Path, p, part, f.Closed, tolerance)
	}
	return s
}

func projectBase(b *Base, p Projection) *Projected {
	tolerance := min(max(b.Tolerance/8, 50), 800)
	layer := func(name string) []*Shape { return projectLayer(b.Layer(name), p, tolerance) }
	return &Projected{
		Bound:     onMap(b.Bound, p),
		Countries: layer("countries"), Areas: layer("areas"), Lakes: layer("lakes"),
		Borders: layer("borders"), Coast: layer("coast"), Claims: layer("claims"),
		Admin: layer("admin1"), Rivers: layer("rivers"), Islets: layer("islets"),
	}
}

func projectLayer(l Layer, p Projection, tolerance float64) []*Shape {
	var shapes []*Shape
	for _, f := range l.Features {
		if s := newShape(f, p, tolerance); len(s.Parts) > 0 {
			shapes = append(shapes, s)
		}
	}
	return shapes
}

// Inset is the countries cut to the window of an inset. It is made once for a
// window that stays.
func (l *Projected) Inset(window orb.Bound) []*Shape {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.small != nil && l.inset == window {
		return l.small
	}
	l.inset, l.small = window, []*Shape{}
	for _, s := range l.Countries {
		cut := &Shape{Path: draw.Path{Closed: true}, Props: s.Props}
		for _, part := range s.Parts {
			if ring := draw.ClipRing(part, window); ring != nil {
				cut.Add(ring)
			}
		}
		if len(cut.Parts) > 0 {
			l.small = append(l.small, cut)
		}
	}
	return l.small
}

// Paths is the outlines of shapes.
func Paths(shapes []*Shape) []*draw.Path {
	out := make([]*draw.Path, len(shapes))
	for i, s := range shapes {
		out[i] = &s.Path
	}
	return out
}
