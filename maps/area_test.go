package maps

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

// TestLitAreas: the outline goes round the lit country, the others with a tint
// fade, those without do not, and neither moves anything.
func TestLitAreas(t *testing.T) {
	t.Parallel()
	m := &Map{Atlas: testAtlas(t), View: testView(900, 600, 1), Style: testStyle(t, false), Areas: Areas{Lit: []string{"KZ"}, Strength: 1, Dim: 1}}
	pic := record(t, m)
	in := func(layer string, at orb.Point) bool {
		p := m.View.Projection.Project(at)
		return slices.ContainsFunc(pic.Steps, func(s draw.Step) bool {
			return s.Layer == layer && slices.ContainsFunc(s.Paths, func(path *draw.Path) bool {
				n := 0
				for _, ring := range path.Parts {
					for i := range ring {
						a, b := ring[i], ring[(i+1)%len(ring)]
						if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
							n++
						}
					}
				}
				return n%2 == 1
			})
		})
	}
	for _, c := range []struct {
		name      string
		at        orb.Point
		lit, dims bool
	}{
		{"Kazakhstan", orb.Point{67, 48}, true, false},
		{"China", orb.Point{104, 30}, false, true},
		{"Uzbekistan", orb.Point{64, 41}, false, true},
		{"Iran", orb.Point{55, 33}, false, false},
	} {
		if in("area", c.at) != c.lit || in("area dim", c.at) != c.dims {
			t.Errorf("%s: outlined %v, dimmed %v", c.name, in("area", c.at), in("area dim", c.at))
		}
	}
}
