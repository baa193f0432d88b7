package geo

import (
	"testing"

	"github.com/paulmach/orb"
)

// Towns of the gazetteer lie in their country; distances to a neighbour are
// measured on a map of the coasts, to the width that a coarse outline allows.
func TestAway(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	for _, tt := range []struct {
		town     string
		at       orb.Point
		iso      string
		from, to float64
	}{
		{"Beijing", orb.Point{116.40, 39.90}, "CN", 0, 0},
		{"Almaty", orb.Point{76.89, 43.24}, "KZ", 0, 0},
		{"Astana", orb.Point{71.43, 51.13}, "KZ", 0, 0},
		{"Dushanbe", orb.Point{68.78, 38.54}, "TJ", 0, 0},
		{"Dushanbe, from Uzbekistan", orb.Point{68.78, 38.54}, "UZ", 35, 75},
		{"London, from France", orb.Point{-0.13, 51.51}, "FR", 120, 180},
		{"Nukualofa, from Fiji over the antimeridian", orb.Point{-175.2, -21.1}, "FJ", 300, 900},
		{"the Barents Sea, from Kazakhstan", orb.Point{43.5, 75.5}, "KZ", 2200, 2900},
		{"anywhere, from a state that is not there", orb.Point{0, 0}, "XX", -1, -1},
	} {
		km, err := a.Away(tt.iso, tt.at)
		if err != nil {
			t.Fatal(err)
		}
		if km < tt.from || km > tt.to {
			t.Errorf("%s: %.0f km, want %.0f to %.0f", tt.town, km, tt.from, tt.to)
		}
	}
}
