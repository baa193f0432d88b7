package maps_test

import (
	"context"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/draw"
	"c5atlas.org/c5atlas/maps"
	"c5atlas.org/c5atlas/maps/geo"
)

// A pin has its sign on it and its words beside it, inside of the window; its line
// ends at the place that it is compared with.
func TestPins(t *testing.T) {
	extent := []orb.Point{{60, 30}, {120, 30}, {120, 50}, {60, 50}}
	m := &maps.Map{Atlas: atlas(), Style: style(), View: geo.Fit(geo.ProjectionFor(extent), extent, 480, 300, 1, 10)}
	to := orb.Point{108.9, 34.3}
	m.Pins = []maps.Pin{{LonLat: orb.Point{71.4, 51.1}, Sign: "7", To: &to, Label: "2,400 km"}, {LonLat: to, Found: true, Label: "There"}}
	pic, _, err := maps.Record(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	said, ways := map[string]bool{}, 0
	for i := range pic.Steps {
		s := &pic.Steps[i]
		if s.Kind == draw.StepText && (s.Layer == "pin sign" || s.Layer == "pin words") {
			said[s.Text.String] = true
		}
		if s.Layer == "pin way" {
			ways++
		}
	}
	if len(said) != 3 || !said["7"] || !said["2,400 km"] || !said["There"] || ways != 1 {
		t.Errorf("it says %v, with %d lines", said, ways)
	}
}
