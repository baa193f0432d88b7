package charts

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// TestGolden compares each kind and the hard cases with pictures that were
// looked at. Pixels may differ by a little: processors fuse multiplications.
func TestGolden(t *testing.T) {
	t.Parallel()
	inDark := func(c *Chart) *Chart { c.Style = dark; return c }
	selected := func(c *Chart, k MarkKey) *Chart { c.Selected = k; return c }
	tests := []struct {
		name  string
		chart *Chart
		size  Size
	}{
		{"bars", domainsChart(), Size{960, 600, 1}},
		{"bars-slide", statesChart(), Size{1920, 1080, 1}},
		{"bars-small", selected(domainsChart(), MarkKey{Row: "TRD"}), Size{480, 260, 1}},
		{"bars-wide", domainsChart(), Size{1880, 400, 1}},
		{"bars-low", domainsChart(), Size{794, 232, 1}},
		{"documents-low", documentsChart(), Size{794, 232, 1}},
		{"multiples-low", multiplesChart(), Size{794, 232, 1}},
		{"compare-low", compareChart(), Size{794, 232, 1}},
		{"bars-long-low", longChart(), Size{794, 232, 1}},
		{"bars-many-low", manyChart(), Size{794, 232, 1}},
		{"bars-dark", inDark(selected(statesChart(), MarkKey{Row: "TJK", Series: "announced"})), Size{760, 420, 1}},
		{"bars-many", manyChart(), Size{960, 600, 1}},
		{"bars-long", longChart(), Size{960, 540, 1}},
		{"bars-one", oneChart(), Size{800, 450, 1}},
		{"bars-share", shareChart(), Size{860, 420, 1.5}},
		{"timeline", selected(timelineChart(), MarkKey{Row: "h"}), Size{960, 540, 1}},
		{"timeline-small", timelineChart(), Size{480, 260, 1}},
		{"matrix", matrixChart(), Size{960, 600, 1}},
		{"matrix-dark", inDark(selected(matrixChart(), MarkKey{Row: "TRD", Series: "UZB"})), Size{620, 420, 1}},
		{"documents", documentsChart(), Size{760, 460, 1}},
		{"multiples", multiplesChart(), Size{1280, 720, 1}},
		{"compare", compareChart(), Size{800, 520, 1}},
		{"bars-empty", emptyChart(), Size{800, 450, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, _, err := Image(tt.chart, tt.size)
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", "golden", tt.name+".png")
			if *update {
				var b bytes.Buffer
				if err := png.Encode(&b, got); err != nil {
					t.Fatal(err)
				}
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, err := png.Decode(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if n := differing(got, want); n > 20 {
				t.Errorf("%d pixels differ from %s; look at both and run with -update if the new one is right", n, path)
			}
		})
	}
}

// differing counts the pixels that differ by more than rounding can explain.
func differing(a *image.RGBA, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			d := func(p, q uint32) bool { return max(p, q)-min(p, q) > 8<<8 }
			if d(r1, r2) || d(g1, g2) || d(b1, b2) {
				n++
			}
		}
	}
	return n
}
