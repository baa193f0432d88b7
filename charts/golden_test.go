package charts

import (
	"path/filepath"
	"testing"

	"c5atlas.org/c5atlas/internal/golden"
)

// TestGolden compares each kind and the hard cases with pictures that were
// looked at.
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
		{"texts", textsChart(), Size{1280, 720, 1}},
		{"texts-low", textsChart(), Size{794, 232, 1}},
		{"bars-lit", litChart(), Size{960, 600, 1}},
		{"lanes", selected(lanesChart(), MarkKey{Series: "fm4"}), Size{960, 540, 1}},
		{"lanes-dark", inDark(selected(lanesChart(), MarkKey{Series: "s3"})), Size{760, 420, 1}},
		{"lanes-low", lanesChart(), Size{794, 232, 1}},
		{"lanes-small", lanesChart(), Size{200, 150, 2}},
		{"bars-empty", emptyChart(), Size{800, 450, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, _, err := Image(tt.chart, tt.size)
			if err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, filepath.Join("testdata", "golden", tt.name+".png"), got, golden.Pixels(7), 20)
		})
	}
}
