package maps

import (
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
)

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
