package geo

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func shippedAtlas(tb testing.TB) *Atlas {
	tb.Helper()
	var levels []Level
	for i, data := range baseFiles(tb) {
		levels = append(levels, Level{Data: data, Above: []float64{9000, 1300, 0}[i]})
	}
	return NewAtlas(levels, Relief{})
}

// TestExtentIsTheBody: the furthest points of the body of states, as
// encyclopedias give them, to a tenth of a degree more than the coarsest level
// may be off.
func TestExtentIsTheBody(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	for _, c := range []struct {
		isos                     []string
		west, south, east, north float64
	}{
		{[]string{"CN"}, 73.5, 18.16, 134.77, 53.56},    // Hainan, not the Paracels
		{[]string{"US"}, -124.73, 25.12, -66.95, 49.38}, // Cape Alava, Cape Sable, West Quoddy Head, Northwest Angle
		{[]string{"FR"}, -4.8, 41.33, 9.56, 51.09},      // Corsica, not Guiana
		{[]string{"NO"}, 4.95, 57.98, 31.06, 71.13},     // not Svalbard
		{[]string{"ES", "PT"}, -9.5, 36.0, 3.48, 43.79}, // Mallorca, not the Canaries, the Azores or Madeira
		{[]string{"MY"}, 100.12, 0.85, 119.27, 7.04},    // both halves
		{[]string{"RU"}, 27.3, 41.19, 190.35, 81.5},     // Cape Dezhnev in the western hemisphere
		{[]string{"CN", "KZ", "KG", "TJ", "TM", "UZ"}, 46.49, 18.16, 134.77, 55.44},
	} {
		points, err := a.Extent(c.isos)
		if err != nil || len(points) < 4 {
			t.Fatalf("%v: %d points, %v", c.isos, len(points), err)
		}
		west, width := lonArc(points)
		b := orb.MultiPoint(points).Bound()
		if c.isos[0] == "RU" { // Kaliningrad and the islands of the Arctic are near or far as it comes
			if east := WrapLon(west + width); math.Abs(east-WrapLon(c.east)) > 0.2 {
				t.Errorf("Russia ends at %.2f", east)
			}
			continue
		}
		for i, v := range [4]float64{west - c.west, b.Min[1] - c.south, west + width - c.east, b.Max[1] - c.north} {
			if math.Abs(v) > 0.2 {
				t.Errorf("%v: side %d is %.2f degrees off (%.2f..%.2f, %v)", c.isos, i, v, west, west+width, b)
			}
		}
	}
	for _, isos := range [][]string{nil, {"ZZ"}} {
		if points, err := a.Extent(isos); err != nil || len(points) != 0 {
			t.Errorf("%v: %d points, %v", isos, len(points), err)
		}
	}
	if _, err := NewAtlas(nil, Relief{}).Extent([]string{"CN"}); err == nil {
		t.Error("an atlas without levels has an extent")
	}
}

// TestAreas: the coarsest level and the sphere give the areas of states that
// yearbooks give, to two hundredths.
func TestAreas(t *testing.T) {
	t.Parallel()
	b, err := DecodeBase(asset(t, "basemap/lod0.base"))
	if err != nil {
		t.Fatal(err)
	}
	for iso, km2 := range map[string]float64{"KZ": 2724900, "UZ": 447400, "MN": 1564116, "TD": 1284000, "UA": 603628, "EH": 266000} {
		for _, f := range b.Layer("countries").Features {
			if f.Props["iso"] == iso {
				sum := 0.0
				for _, ring := range f.Parts {
					sum += sphericalArea(ring)
				}
				if math.Abs(sum/1e6/km2-1) > 0.02 {
					t.Errorf("%s has %.0f km2, want %.0f", iso, sum/1e6, km2)
				}
			}
		}
	}
}

// TestExtentHoldsItsStates: no vertex of a state's body lies outside the window
// fitted to the corner points.
func TestExtentHoldsItsStates(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	for _, isos := range [][]string{{"CN", "KZ", "KG", "TJ", "TM", "UZ"}, {"US", "KZ", "KG", "TJ", "TM", "UZ"}, {"FJ"}, {"BR", "AU"}, {"SG"}} {
		points, err := a.Extent(isos)
		if err != nil {
			t.Fatal(err)
		}
		v := Fit(ProjectionFor(points), points, 1000, 600, 1, 20)
		b, err := a.coarsest()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range b.Layer("countries").Features {
			for _, iso := range isos {
				if f.Props["iso"] != iso {
					continue
				}
				for _, ring := range body(f.Parts) {
					for _, q := range ring {
						if x, y := v.ToScreen(q); x < 19.9 || x > 980.1 || y < 19.9 || y > 580.1 {
							t.Fatalf("%v: %v is at %.1f %.1f", isos, q, x, y)
						}
					}
				}
			}
		}
	}
}

func TestProjectionFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		extent []orb.Point
		want   Projection
	}{
		{"none", nil, EqualEarth(0)},
		{"a sixth inside", []orb.Point{{60, 20}, {100, 50}}, Albers(25, 45, 35, 80)},
		{"south", []orb.Point{{113, -44}, {154, -10}}, Albers(-16, -38, -27, 134)},
		{"as wide as 98 degrees", []orb.Point{{0, 20}, {120, 50}}, Albers(25, 45, 35, 60)},
		{"as wide as 102 degrees", []orb.Point{{0, 20}, {125, 50}}, EqualEarth(63)},
		{"half the earth", []orb.Point{{-90, 60}, {90, 70}}, EqualEarth(0)},
		{"over the date line", []orb.Point{{170, 50}, {-170, 62}}, Albers(52, 60, 56, 180)},
		{"about the equator", []orb.Point{{0, -20}, {40, 20}}, EqualEarth(20)},
		{"a point", []orb.Point{{20, 40}}, Albers(40, 40, 40, 20)},
	} {
		got := ProjectionFor(c.extent)
		for _, q := range []orb.Point{{30, 40}, {-100, -30}, {179, 60}} {
			if distance(got.Project(q), c.want.Project(q)) > 1e-3 {
				t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
				break
			}
		}
	}
}

// flatArea is the area of a ring in square degrees, positive if it turns
// counter-clockwise.
func flatArea(ring []orb.Point) float64 {
	sum, last := 0.0, ring[len(ring)-1]
	for _, p := range ring {
		sum += last[0]*p[1] - p[0]*last[1]
		last = p
	}
	return sum / 2
}

// TestCutKeepsTheEarth: whatever meridian a map is about, its pieces lie within
// 180 degrees of it and have the area of the whole.
func TestCutKeepsTheEarth(t *testing.T) {
	t.Parallel()
	b, err := DecodeBase(asset(t, "basemap/lod0.base"))
	if err != nil {
		t.Fatal(err)
	}
	for meridian := -180.0; meridian <= 180; meridian += 45 {
		for _, f := range b.Layer("countries").Features {
			whole, pieces := 0.0, 0.0
			for _, ring := range f.Parts {
				whole += flatArea(ring)
				for _, piece := range cut(ring, true, meridian) {
					pieces += flatArea(piece)
					for _, q := range piece {
						if math.Abs(q[0]-meridian) > 180 {
							t.Fatalf("%s about %v: %v", f.Props["iso"], meridian, q)
						}
					}
				}
			}
			if math.Abs(whole-pieces) > 1e-9*whole+1e-9 {
				t.Errorf("%s about %v: %v of %v", f.Props["iso"], meridian, pieces, whole)
			}
		}
	}
}

// TestLineIsCut where the map ends, and goes on at the other side.
func TestLineIsCut(t *testing.T) {
	t.Parallel()
	got := cut([]orb.Point{{170, 0}, {190, 10}}, false, 0)
	want := [][]orb.Point{{{-180, 5}, {-170, 10}}, {{170, 0}, {180, 5}}}
	if len(got) != 2 {
		t.Fatalf("%v", got)
	}
	for i := range want {
		for k := range want[i] {
			if distance(got[i][k], want[i][k]) > 1e-9 {
				t.Errorf("got %v, want %v", got, want)
			}
		}
	}
	// Seen from the Pacific it is whole.
	if got := cut([]orb.Point{{170, 0}, {190, 10}}, false, 180); len(got) != 1 || len(got[0]) != 2 {
		t.Errorf("%v", got)
	}
}

// TestDisputed: what a legend has to explain, by places that are known for it.
func TestDisputed(t *testing.T) {
	t.Parallel()
	a := shippedAtlas(t)
	for _, c := range []struct {
		name     string
		lon, lat float64
		want     []string
	}{
		{"Kashmir", 75.5, 34.8, []string{"control", "area"}},
		{"the middle of Aksai Chin", 79.3, 35.2, []string{"area"}},
		{"Korea", 127.3, 38.2, []string{"control"}},
		{"the Golan", 35.65, 33.1, []string{"disputed"}},
		{"Kosovo", 20.9, 42.9, []string{"disputed"}},
		{"Western Sahara", -10.5, 27.67, []string{"disputed"}},
		{"Crimea", 34, 46, nil},
		{"Abkhazia", 41, 43, nil},
		{"Cyprus", 33.2, 35.1, nil},
		{"Arizona", -111, 32, nil},
	} {
		p := EqualEarth(math.Round(c.lon))
		v := Viewport{Projection: p, Center: p.Project(orb.Point{c.lon, c.lat}), Scale: 1000, Width: 240, Height: 240, Density: 1}
		if strings.HasPrefix(c.name, "the middle") { // from so near that no edge shows
			v.Scale = 50
		}
		got := a.Disputed(v)
		for _, class := range c.want {
			if !got[class] {
				t.Errorf("%s has no %s", c.name, class)
			}
		}
		if len(c.want) == 0 && len(got) > 0 {
			t.Errorf("%s has %v", c.name, got)
		}
	}
}
