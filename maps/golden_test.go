package maps

import (
	"image"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"c5atlas.org/c5atlas/internal/golden"
	"c5atlas.org/c5atlas/maps/geo"
	"c5atlas.org/c5atlas/maps/names"
)

func goldenView(lon, lat, scale, w, h float64) geo.Viewport {
	p := asia
	return geo.Viewport{Projection: p, Center: p.Project(orb.Point{lon, lat}), Scale: scale, Width: w, Height: h, Density: 1}
}

// earthView is a view of the world about a meridian.
func earthView(lon0 float64, at orb.Point, scale, w, h float64) geo.Viewport {
	p := geo.EqualEarth(lon0)
	return geo.Viewport{Projection: p, Center: p.Project(at), Scale: scale, Width: w, Height: h, Density: 1}
}

// TestGolden compares with pictures that were looked at.
func TestGolden(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		view geo.Viewport
		lang string
		dark bool
		over bool
	}{
		{"world-light", testView(1000, 640, 1), "en", false, true},
		{"world-dark-uk", testView(1000, 640, 1), "uk", true, true},
		{"fergana", goldenView(71.6, 40.4, 620, 800, 520), "en", false, false},
		{"caspian-ru", goldenView(53.5, 42.5, 1900, 800, 520), "ru", false, false},
		{"kashmir", goldenView(77.3, 34.8, 1300, 800, 520), "en", false, false},
		{"earth", earthView(-20, orb.Point{-20, 10}, 37000, 1000, 480), "uk", false, true},
		{"bering", earthView(-170, orb.Point{180, 60}, 7000, 800, 520), "en", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := fullMap(t, 100, 100, 1)
			m.View, m.Style, m.Labels = c.view, testStyle(t, c.dark), names.Labels(testNames(t), c.lang, "2020-07-16")
			m.Furniture.Legend = nil
			if !c.over {
				m.Markers, m.Links = nil, nil
			}
			w, h := m.View.Pixels()
			got := image.NewRGBA(image.Rect(0, 0, w, h))
			if _, err := Draw(t.Context(), got, m); err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, filepath.Join("testdata", c.name+".png"), got, values, 0.0005)
		})
	}
}

// values is the share of the values, four a pixel, that differ by more than
// rounding can explain.
func values(got, want *image.RGBA) float64 {
	far := 0
	for i, v := range got.Pix {
		if d := int(v) - int(want.Pix[i]); d > 12 || d < -12 {
			far++
		}
	}
	return float64(far) / float64(len(got.Pix))
}
