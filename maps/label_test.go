package maps

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

func (p *painter) placeAll() []*names.Placed { return p.place(spots(p.m)).Placed }

// touching is a pair of boxes of different names that overlap when drawn at the
// view's scale, or "".
func touching(m *Map, placed []*names.Placed) string {
	to := draw.Affine{SX: 1 / m.View.Scale, SY: -1 / m.View.Scale}
	boxes := make([][]draw.Box, len(placed))
	for i, w := range placed {
		boxes[i] = w.Boxes(to)
	}
	for i := range placed {
		for k := range i {
			for _, a := range boxes[i] {
				if slices.ContainsFunc(boxes[k], a.Overlaps) {
					return fmt.Sprintf("%q and %q", placed[i].Label.Text, placed[k].Label.Text)
				}
			}
		}
		for _, s := range spots(m) {
			q := to.Apply(s.at)
			for _, a := range boxes[i] {
				if a.Overlaps(draw.Box{X0: q[0] - s.r, Y0: q[1] - s.r, X1: q[0] + s.r, Y1: q[1] + s.r}) {
					return fmt.Sprintf("%q and the marker at %v", placed[i].Label.Text, s.at)
				}
			}
		}
	}
	return ""
}

func TestLabelsNeverOverlap(t *testing.T) {
	t.Parallel()
	all := testNames(t)
	for _, lang := range []string{"en", "uk", "ru"} {
		for scale := 20000.0; scale > 150; scale /= 1.31 {
			for _, typeScale := range []float64{1, 1.7} {
				m := &Map{
					View: testView(1280, 800, 1), Style: testStyle(t, false), TypeScale: typeScale,
					Labels: names.Labels(all, lang, ""), Markers: testMarkers(), Cluster: true,
				}
				m.View.Scale = scale
				placed := newPainter(m).placeAll()
				if pair := touching(m, placed); pair != "" {
					t.Errorf("%s, %.0f m/px, type %g: %s overlap", lang, scale, typeScale, pair)
				}
				if scale < 8000 && len(placed) < 30 {
					t.Errorf("%s, %.0f m/px: only %d names", lang, scale, len(placed))
				}
			}
		}
	}
}

// TestLabelsHoldStill: the same names at the same places on the ground, wherever
// the window lies, and at every scale of a bucket.
func TestLabelsHoldStill(t *testing.T) {
	t.Parallel()
	m := &Map{View: testView(900, 600, 1), Style: testStyle(t, false), Labels: names.Labels(testNames(t), "en", ""), Markers: testMarkers()}
	b := geo.BucketOf(m.View.Scale)
	to := draw.Affine{SX: 1 / m.View.Scale, SY: -1 / m.View.Scale}
	key := func(v geo.Viewport) string {
		c := *m
		c.View = v
		var s strings.Builder
		for _, w := range newPainter(&c).placeAll() {
			fmt.Fprintf(&s, "%s %v\n", w.Label.ID, w.Anchor)
			for _, l := range w.Letters(to, 1) {
				fmt.Fprintf(&s, "%s %.3f %.3f\n", l.Text, l.X, l.Y)
			}
		}
		return s.String()
	}
	want := key(m.View)
	if key(m.View.Pan(313, -77)) != want {
		t.Error("panning moved names")
	}
	for _, k := range []float64{0.001, 0.4, 0.999} {
		v := m.View
		v.Scale = b.Fine + k*(b.Coarse-b.Fine)
		if key(v) != want {
			t.Errorf("scale %.0f moved names", v.Scale)
		}
	}
}

func FuzzPlace(f *testing.F) {
	face := testStyle(f, false)
	f.Add("Алмати", "Long Name of a Sea", 76.9, 43.2, 77.0, 43.3, 4000.0, 1.0)
	f.Add("", "\xff", 0.0, 0.0, 0.0, 0.0, 1.0, 100.0)
	f.Fuzz(func(t *testing.T, a, b string, x0, y0, x1, y1, scale, typeScale float64) {
		for _, v := range []float64{x0, y0, x1, y1} {
			if !(math.Abs(v) <= 180) {
				return
			}
		}
		if !(scale > 1 && scale < 1e6) || !(typeScale > 0.1 && typeScale < 10) || len(a)+len(b) > 200 {
			return
		}
		p, q := orb.Point{x0, y0 / 2.2}, orb.Point{x1, y1 / 2.2}
		m := &Map{View: testView(800, 600, 1), Style: face, TypeScale: typeScale, Markers: []Marker{{ID: "m", LonLat: q, Weight: 3, Label: b}}}
		m.View.Scale = scale
		for kind := range names.Disputed + 1 {
			m.Labels = append(m.Labels,
				names.Label{ID: "a", Text: a, Kind: kind, LonLat: p, Rank: int(kind) % 3},
				names.Label{ID: "b", Text: b, Kind: kind, LonLat: q, Line: []orb.Point{p, q}})
		}
		if pair := touching(m, newPainter(m).placeAll()); pair != "" {
			t.Fatalf("%s overlap", pair)
		}
	})
}

// TestNamesKeepOffWhatStandsOverTheMap, in every picture of a map that is moved.
func TestNamesKeepOffWhatStandsOverTheMap(t *testing.T) {
	t.Parallel()
	m := fullMap(t, 900, 600, 1)
	over := orb.Bound{Min: orb.Point{300, 150}, Max: orb.Point{520, 330}}
	m.Furniture.Covered = []draw.Box{{}, {X0: over.Min[0], Y0: over.Min[1], X1: over.Max[0], Y1: over.Max[1]}}
	seen := 0
	for range 20 {
		m.View = m.View.Pan(17, 9)
		pic := record(t, m)
		for i := range pic.Steps {
			if s := &pic.Steps[i]; s.Kind == draw.StepText && strings.HasPrefix(s.Layer, "label") && s.Text.String != "" {
				seen++
				if b := s.Bound(); b.Intersects(over) && !markerWrites(m, s.Text.String) {
					t.Fatalf("%q at %v lies under %v", s.Text.String, b, over)
				}
			}
		}
	}
	if seen < 200 {
		t.Errorf("only %d names were looked at", seen)
	}
}

func markerWrites(m *Map, text string) bool {
	return slices.ContainsFunc(m.Markers, func(k Marker) bool { return k.Label == text })
}
