package maps

import (
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

func goldenView(lon, lat, scale, w, h float64) Viewport {
	p := AsiaAlbers()
	return Viewport{Projection: p, Center: p.Project(orb.Point{lon, lat}), Scale: scale, Width: w, Height: h, Density: 1}
}

// TestGolden compares with pictures that were looked at. A few pixels may differ
// by a little: processors round differently.
func TestGolden(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		view Viewport
		lang string
		dark bool
		over bool
	}{
		{"world-light", testView(1000, 640, 1), "en", false, true},
		{"world-dark-uk", testView(1000, 640, 1), "uk", true, true},
		{"fergana", goldenView(71.6, 40.4, 620, 800, 520), "en", false, false},
		{"caspian-ru", goldenView(53.5, 42.5, 1900, 800, 520), "ru", false, false},
		{"kashmir", goldenView(77.3, 34.8, 1300, 800, 520), "en", false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			m := fullMap(t, 100, 100, 1)
			m.View, m.Style, m.Labels = c.view, testStyle(t, c.dark), LabelsFor(testNames(t), c.lang, "2020-07-16")
			m.Furniture.Legend = nil
			if !c.over {
				m.Markers, m.Links = nil, nil
			}
			w, h := m.View.Pixels()
			got := image.NewRGBA(image.Rect(0, 0, w, h))
			if _, err := Draw(t.Context(), got, m); err != nil {
				t.Fatal(err)
			}
			compare(t, filepath.Join("testdata", c.name+".png"), got)
		})
	}
}

func compare(t *testing.T, path string, got *image.RGBA) {
	t.Helper()
	if *update {
		write(t, path, got)
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(img.Bounds())
	draw.Draw(want, want.Rect, img, img.Bounds().Min, draw.Src)
	if want.Rect != got.Rect {
		t.Fatalf("%v, want %v", got.Rect, want.Rect)
	}
	far := 0
	for i, v := range got.Pix {
		if d := int(v) - int(want.Pix[i]); d > 12 || d < -12 {
			far++
		}
	}
	if far > len(got.Pix)/2000 {
		failed := filepath.Join(t.ArtifactDir(), filepath.Base(path))
		write(t, failed, got)
		t.Errorf("%d values differ from %s; see %s", far, path, failed)
	}
}

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
