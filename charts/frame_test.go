package charts

import (
	"slices"
	"testing"
)

// A frame holds the same texts as the chart, but for the plot's, and leaves the
// area inside the margins to others.
func TestDrawFrame(t *testing.T) {
	t.Parallel()
	for _, s := range sizes {
		c := domainsChart()
		r := &recorder{}
		area := DrawFrame(r, c, s)
		if area.X < 4 || area.Y < 4 || area.X+area.W > s.Width-4 || area.Y+area.H > s.Height-4 || area.W <= 0 || area.H <= 0 {
			t.Errorf("%v: area %v", s, area)
		}
		whole, _ := record(c, s)
		var texts []string
		for _, text := range whole.texts {
			texts = append(texts, text.text)
		}
		for _, text := range r.texts {
			if bottom := text.bottom() / s.Density; text.y/s.Density < area.Y+area.H && bottom > area.Y {
				t.Errorf("%v: %q lies in the area", s, text.text)
			}
			if !slices.Contains(texts, text.text) {
				t.Errorf("%v: the chart has no %q", s, text.text)
			}
		}
	}
}
