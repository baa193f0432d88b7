package maps

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

// TestStatesAreNamed: the members and observers of the United Nations, each in
// three languages, with their names in or near the shapes that have their code.
func TestStatesAreNamed(t *testing.T) {
	t.Parallel()
	levels := baseFiles(t)
	b, err := geo.DecodeBase(levels[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	shapes := map[string][]orb.Point{}
	for _, f := range b.Layer("countries").Features {
		for _, part := range f.Parts {
			shapes[f.Props["iso"]] = append(shapes[f.Props["iso"]], part...)
		}
	}
	states := map[string]bool{}
	for _, n := range testNames(t) {
		if n.Kind != names.Country {
			continue
		}
		states[n.ISO] = true
		for _, lang := range []string{"en", "uk", "ru"} {
			if n.Text[lang] == "" {
				t.Errorf("%s has no name in %s", n.ISO, lang)
			}
		}
		bound := orb.MultiPoint(shapes[n.ISO]).Bound()
		if len(shapes[n.ISO]) == 0 {
			t.Errorf("%s has no shape", n.ISO)
		} else if !bound.Pad(2).Contains(n.LonLat) && !bound.Pad(2).Contains(orb.Point{n.LonLat[0] + 360, n.LonLat[1]}) {
			t.Errorf("%s is named at %v, its shape lies in %v", n.ISO, n.LonLat, bound)
		}
	}
	if len(states) != 195 {
		t.Errorf("%d states", len(states))
	}
	// Seats of government are in their states.
	for _, n := range testNames(t) {
		if n.Kind != names.Capital {
			continue
		}
		near := math.Inf(1)
		for _, p := range shapes[n.ISO] {
			near = min(near, math.Hypot(geo.WrapLon(p[0]-n.LonLat[0]), p[1]-n.LonLat[1]))
		}
		if near > 8 {
			t.Errorf("%s is %.1f degrees from %s", n.ID, near, n.ISO)
		}
	}
}

func TestDegreeText(t *testing.T) {
	t.Parallel()
	for deg, want := range map[float64]string{math.Copysign(0, -1): "0°", -20: "−20°", 2.5: "2.5°", 180: "180°"} {
		if got := degreeText(deg); got != want {
			t.Errorf("%g is %q, want %q", deg, got, want)
		}
	}
}
